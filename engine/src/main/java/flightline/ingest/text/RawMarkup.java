package flightline.ingest.text;

import flightline.corpus.Suspicion;
import flightline.ingest.inspection.TextInspection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
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

    private static final Pattern REMARK = Pattern.compile(
            "(?m)^([ \\t]*)\\.\\.(?:[ \\t]+(?![\\w|:_\\[\\]-][^\\n]*::|_|\\[|\\|)[^\\n]*|[ \\t]*)\\n((?:\\1[ \\t]+[^\\n]*(?:\\n|\\z)|[ \\t]*\\n)*)");

    RawMarkup {
        told = List.copyOf(told);
        suspicions = List.copyOf(suspicions);
    }

    /** Markdown: anything outside of code is HTML. */
    static RawMarkup in(String text) {
        if (text.indexOf('<') < 0 || !TELLING.matcher(text).find()) return new RawMarkup(text, List.of(), List.of());
        return of(text, without(CODE, without(FENCE, text)));
    }

    /** reStructuredText: only what stands under {@code .. raw:: html}; its remarks are nobody's text either. */
    static RawMarkup inDirectives(String text) {
        var found = new LinkedHashSet<Suspicion>();
        Matcher remark = REMARK.matcher(text);
        while (remark.find()) found.addAll(TextInspection.ofText(remark.group(), "comment"));
        var html = new StringBuilder(" ".repeat(text.length()));
        Matcher raw = RAW.matcher(text);
        boolean any = false;
        while (raw.find()) {
            any = true;
            html.replace(raw.start(2), raw.end(2), raw.group(2));
        }
        RawMarkup markup = any ? of(text, html.toString()) : new RawMarkup(text, List.of(), List.of());
        found.addAll(markup.suspicions());
        return new RawMarkup(markup.seen(), markup.told(), List.copyOf(found));
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
        page.traverse((node, depth) -> {
            if (node instanceof Comment) blank(seen, node);
        });
        var told = new ArrayList<String>();
        sight.note().ifPresent(told::add);
        acts.note().ifPresent(told::add);
        Set<Suspicion> found = new LinkedHashSet<>(sight.suspicions(""));
        found.addAll(acts.suspicions());
        return new RawMarkup(seen.toString(), told, List.copyOf(found));
    }

    private static void blank(StringBuilder seen, Node node) {
        Range range = node.sourceRange();
        if (!range.isTracked()) return;
        for (int i = Math.max(0, range.startPos()); i < Math.min(seen.length(), range.endPos()); i++)
            if (seen.charAt(i) != '\n' && seen.charAt(i) != '\r') seen.setCharAt(i, ' ');
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
