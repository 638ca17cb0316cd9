package flightline.ingest.text;

import flightline.corpus.Suspicion;
import flightline.ingest.Struck;
import flightline.ingest.inspection.TextInspection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * The raw HTML in a text of another format: what of it nobody sees is blanked, letter for letter, so that every offset stays
 * true, and what it does is told as of a page.
 *
 * @param seen the text, as long as it was
 */
record RawMarkup(String seen, List<String> told, List<Suspicion> suspicions) {
    private static final Pattern TELLING = Pattern.compile(
            "<!--|(?i)<(?:[a-z][a-z0-9]*\\b[^<>]*?(?:style\\s*=|\\shidden\\b|color\\s*=|\\son[a-z]+\\s*=|href\\s*=|class\\s*=)"
                    + "|style|script|iframe|frame|object|embed|applet|meta|form|dialog)\\b");
    private static final Pattern FENCE =
            Pattern.compile("(?m)^[ \\t>]{0,12}(`{3,}|~{3,})[^\\n]*\\n(?s:.*?)(?:^[ \\t>]{0,12}\\1[ \\t]*$|\\z)");
    private static final Pattern CODE = Pattern.compile("(`{1,3})(?!`)[^`\\n]{1,2000}(?<!`)\\1(?!`)");
    /** With what is indented beneath it. */
    private static final Pattern RAW = Pattern.compile(
            "(?m)^([ \\t]*)\\.\\.[ \\t]+raw::[ \\t]*html\\b[^\\n]*\\n((?:\\1[ \\t]+[^\\n]*(?:\\n|\\z)|[ \\t]*\\n)*)");

    /** A definition that links elsewhere lean on, on no page itself; some write remarks so. */
    private static final Pattern LINK =
            Pattern.compile("(?m)^ {0,3}\\[[^\\]\\n]{1,200}\\]:[ \\t]*([^\\n]*(?:\\n[ \\t]+[\"'(][^\\n]*)?)");

    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final String PROBE = " words that would stand behind it somewhere on the page";

    private static final Pattern REMARK = Pattern.compile(
            "(?m)^([ \\t]*)\\.\\.(?:[ \\t]+(?![\\w|:_\\[\\]-][^\\n]*::|_|\\[|\\|)[^\\n]*|[ \\t]*)\\n((?:\\1[ \\t]+[^\\n]*(?:\\n|\\z)|[ \\t]*\\n)*)");

    RawMarkup {
        told = List.copyOf(told);
        suspicions = List.copyOf(suspicions);
    }

    /** Two tildes on both sides, within a paragraph, or the tags for struck text. */
    private static final Pattern STRUCK =
            Pattern.compile("(?<![~\\\\])~~(?![\\s~])(?:[^~\\n]|\\n(?![ \\t]*\\n)|~(?!~)){1,2000}+(?<!\\s)~~(?!~)"
                    + "|(?i)<(s|strike|del)\\b[^<>]{0,200}>(?:[^<]|<(?!/\\1\\b)){0,2000}+</\\1\\s*>");

    /** reStructuredText has no role for struck text; these are the names that pages give to one. */
    private static final Pattern STRUCK_ROLE = Pattern.compile(
            "(?i)(?:\\\\ )?:(?:strike|strikethrough|strike-through|struck|line-through|del|deleted|s):`[^`\\n]{1,500}`");

    /** Markdown: anything outside of code is HTML. */
    static RawMarkup in(String text) {
        String prose = prose(text);
        var found = new ArrayList<Suspicion>();
        Matcher link = LINK.matcher(prose);
        while (link.find()) found.addAll(beside("link definition", link.group(1), text, link.start()));
        RawMarkup markup = text.indexOf('<') < 0 || !TELLING.matcher(text).find()
                ? new RawMarkup(text, List.of(), List.of())
                : of(text, prose);
        found.addAll(markup.suspicions());
        return new RawMarkup(markup.seen(), markup.told(), found).withoutStruck(STRUCK, prose);
    }

    /** @param prose the text with blanks in place of code */
    private RawMarkup withoutStruck(Pattern marks, String prose) {
        Matcher struck = marks.matcher(prose);
        var rest = new StringBuilder(seen);
        int pieces = 0;
        for (; struck.find(); pieces++) AsciidocAsides.blank(rest, struck.start(), struck.end());
        var all = new ArrayList<>(told);
        Struck.note(pieces).ifPresent(all::add);
        return new RawMarkup(rest.toString(), all, suspicions);
    }

    /** A text of Markdown with blanks in place of its code. */
    static String prose(String text) {
        return without(CODE, without(FENCE, text));
    }

    /** reStructuredText: only what stands under {@code .. raw:: html}; its remarks are nobody's text either. */
    static RawMarkup inDirectives(String text) {
        var found = new LinkedHashSet<Suspicion>();
        Matcher remark = REMARK.matcher(text);
        while (remark.find()) found.addAll(beside("comment", remark.group(), text, remark.start()));
        var html = new StringBuilder(" ".repeat(text.length()));
        Matcher raw = RAW.matcher(text);
        boolean any = false;
        while (raw.find()) {
            any = true;
            html.replace(raw.start(2), raw.end(2), raw.group(2));
        }
        RawMarkup markup = any ? of(text, html.toString()) : new RawMarkup(text, List.of(), List.of());
        found.addAll(markup.suspicions());
        return new RawMarkup(markup.seen(), markup.told(), List.copyOf(found))
                .withoutStruck(STRUCK_ROLE, markup.seen());
    }

    /** AsciiDoc: what its passthroughs hand to the page; the words between two of them may lie in what these open. */
    static RawMarkup passedThrough(String text, List<AsciidocAsides.Passage> passages) {
        var html = new StringBuilder(text.replace('<', ' ').replace('&', ' '));
        var raw = passages.stream()
                .filter(p -> text.substring(p.from(), p.to()).indexOf('<') >= 0)
                .toList();
        if (raw.isEmpty()) return new RawMarkup(text, List.of(), List.of());
        for (var p : raw) html.replace(p.from(), p.to(), text.substring(p.from(), p.to()));
        RawMarkup markup = of(text, html.toString());
        var seen = new StringBuilder(markup.seen());
        for (var p : raw) {
            AsciidocAsides.blank(seen, p.start(), p.from());
            AsciidocAsides.blank(seen, p.to(), p.end());
            Matcher tag = TAG.matcher(seen).region(p.from(), p.to());
            while (tag.find()) AsciidocAsides.blank(seen, tag.start(), tag.end());
        }
        return new RawMarkup(seen.toString(), markup.told(), markup.suspicions());
    }

    /** Of markup that is kept under a name and put around words elsewhere: whether these would be hidden by it. */
    static boolean hides(String markup) {
        if (markup.indexOf('<') < 0) return false;
        Document page = Jsoup.parse(markup.substring(markup.indexOf('<')) + PROBE);
        return PageSight.of(page, PageStyles.of(page)).hidden().stream()
                .anyMatch(text -> text.getWholeText().endsWith(PROBE));
    }

    /** What the format's own reading says, and then this. */
    List<String> notes(List<String> before) {
        var all = new ArrayList<>(before);
        all.addAll(told);
        return all;
    }

    private static RawMarkup of(String text, String html) {
        Document page = Jsoup.parse(html, Parser.htmlParser().setTrackPosition(true));
        var acts = PageActs.of(page);
        var sight = PageSight.of(page, PageStyles.of(page));
        var seen = new StringBuilder(text);
        for (TextNode hidden : sight.hidden()) blank(seen, hidden);
        var commands = new ArrayList<Suspicion>();
        page.traverse((node, depth) -> {
            if (node instanceof Comment) blank(seen, node);
            if (node instanceof DataNode data) {
                // One that is never closed would take the rest of the text along.
                Range at = node.sourceRange();
                if (at.isTracked() && text.startsWith("</", at.endPos())) blank(seen, node);
                commands.addAll(TextInspection.ofText(data.getWholeData(), "script or sheet"));
            }
        });
        var told = new ArrayList<String>();
        sight.note().ifPresent(told::add);
        acts.note().ifPresent(told::add);
        Set<Suspicion> found = new LinkedHashSet<>(sight.suspicions(""));
        found.addAll(acts.suspicions());
        // A sheet may hold characters that nobody sees for its own ends.
        commands.stream()
                .filter(s -> s.kind() == Suspicion.Kind.AIMED_AT_A_MODEL)
                .forEach(found::add);
        return new RawMarkup(seen.toString(), told, List.copyOf(found));
    }

    private static void blank(StringBuilder seen, Node node) {
        Range range = node.sourceRange();
        if (!range.isTracked()) return;
        for (int i = Math.max(0, range.startPos()); i < Math.min(seen.length(), range.endPos()); i++)
            if (seen.charAt(i) != '\n' && seen.charAt(i) != '\r') seen.setCharAt(i, ' ');
    }

    /** What is suspected of words that stand at this offset of the text and on no page of it. */
    private static List<Suspicion> beside(String what, String words, String text, int offset) {
        if (TextInspection.ofText(words, what).isEmpty()) return List.of();
        long line = 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return TextInspection.ofText(words, "line " + line + ", " + what);
    }

    private static String without(Pattern part, String text) {
        Matcher found = part.matcher(text);
        if (!found.find()) return text;
        var rest = new StringBuilder(text);
        do {
            for (int i = found.start(); i < found.end(); i++) if (rest.charAt(i) != '\n') rest.setCharAt(i, ' ');
        } while (found.find());
        return rest.toString();
    }
}
