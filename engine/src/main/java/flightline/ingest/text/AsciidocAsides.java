package flightline.ingest.text;

import flightline.corpus.Suspicion;
import flightline.ingest.inspection.Excerpt;
import flightline.ingest.inspection.TextInspection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in an AsciiDoc file and on no page of it: comments of a line or a block, attributes, index terms; and where it
 * hands HTML through as it is. Told line by line, as the format is read. What nobody sees is blanked, letter for letter, so
 * that every offset stays true.
 */
final class AsciidocAsides {
    private static final Pattern OPTIONS = Pattern.compile("\\[[^\\[].*\\]\\s*|\\[\\]\\s*");
    private static final Pattern TITLE = Pattern.compile("\\.[^\\s.].*");
    private static final Pattern ATTRIBUTE = Pattern.compile(":!?\\w[\\w-]*!?:(?:\\s.*)?");
    private static final Pattern VERBATIM = Pattern.compile("(-{4,}|\\.{4,}|\\+{4,}|```\\w*)\\s*");
    private static final Pattern ANY_FENCE =
            Pattern.compile("(={4,}|-{4,}|\\.{4,}|\\*{4,}|_{4,}|\\+{4,}|--|```\\w*)\\s*");
    private static final Pattern COMMENTED = Pattern.compile("\\[comment\\b.*");
    private static final Pattern MATHEMATICS = Pattern.compile("\\[(?:stem|latexmath|asciimath)\\b.*");
    private static final Pattern AS_WRITTEN = Pattern.compile("\\[(?:source|listing|literal|verse)\\b.*");
    private static final Pattern PASSED = Pattern.compile("\\[pass\\b.*");
    /** Substitutions that leave out the one which turns angle brackets into characters that are shown. */
    private static final Pattern SUBSTITUTIONS =
            Pattern.compile("\\bsubs\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\\]]*))");

    private static final Pattern INLINE =
            Pattern.compile("(?<!\\\\)\\bpass:([a-z,+-]*)\\[((?:[^\\n]|\\n(?![ \\t\\r]*\\n)){0,4000}?)(?<!\\\\)\\]"
                    + "|\\+{3}(?!\\+)((?:[^\\n]|\\n(?![ \\t\\r]*\\n)){1,4000}?)\\+{3}");
    private static final Pattern INDEX_TERM =
            Pattern.compile("\\(\\(\\(([^()\\n]{1,500})\\)\\)\\)|(?<!\\\\)\\bindexterm:\\[([^\\]\\n]{0,500})\\]");

    private static final Pattern STRUCK = Pattern.compile(
            "\\[[^\\]\\n]{0,60}\\b(?:line-through|strike(?:-?through)?)\\b[^\\]\\n]{0,60}\\](#{1,2})(?!\\s)[^#\\n]{1,1000}(?<!\\s)\\1");

    /** A range of the text that the page holds as HTML, with the marks around it. */
    record Passage(int start, int end, int from, int to) {}

    private final TextLines lines;
    private final String text;
    private final StringBuilder seen;
    /** The text without what is a comment or is shown letter for letter: what its inline marks are looked for in. */
    private final StringBuilder marked;

    private final Set<Suspicion> found = new LinkedHashSet<>();
    private final BitSet comments = new BitSet();
    private final List<Passage> passed = new ArrayList<>();
    private String options = "";
    private int struck;

    private AsciidocAsides(String text) {
        this.lines = TextLines.of(text);
        this.text = text;
        this.seen = new StringBuilder(text);
        this.marked = new StringBuilder(text);
    }

    static AsciidocAsides in(String text) {
        var asides = new AsciidocAsides(text);
        for (int line = 0; line < asides.lines.count(); ) line = asides.take(line);
        asides.inline();
        return asides;
    }

    /** How many pieces of struck text were left out. */
    int struck() {
        return struck;
    }

    /** The text with blanks for what is on no page. */
    String seen() {
        return seen.toString();
    }

    /** The lines that are comments, 0-based: they end no paragraph. */
    BitSet comments() {
        return comments;
    }

    /** Where HTML is handed through. */
    List<Passage> passed() {
        return passed;
    }

    List<Suspicion> suspicions() {
        return List.copyOf(found);
    }

    /** Reads what begins on this line; returns the line after it. */
    private int take(int line) {
        String written = lines.text(line).stripTrailing();
        boolean asWritten = AS_WRITTEN.matcher(options).matches();
        if (isComment(written) && !asWritten) {
            int end = line + 1;
            while (end < lines.count() && isComment(lines.text(end))) end++;
            return comment(line, end);
        }
        if (written.matches("/{4,}")) return comment(line, behind(line, written));
        boolean verbatim = VERBATIM.matcher(written).matches() && !underlines(line, written);
        if (COMMENTED.matcher(options).matches() && !written.isBlank()) {
            options = "";
            boolean fenced = ANY_FENCE.matcher(written).matches();
            return comment(line, fenced ? behind(line, written) : lines.nextBlank(line, lines.count()));
        }
        if (verbatim || (ANY_FENCE.matcher(written).matches() && handsThrough())) {
            int end = behind(line, written);
            int last = end > line + 1 && lines.text(end - 1).stripTrailing().equals(fence(written)) ? end - 1 : end;
            boolean raw =
                    written.startsWith("+") ? !MATHEMATICS.matcher(options).matches() : handsThrough();
            if (last > line + 1) block(lines.start(line + 1), lines.end(last - 1), raw);
            options = "";
            return end;
        }
        if (OPTIONS.matcher(written).matches()) {
            options = written;
            return line + 1;
        }
        if (ATTRIBUTE.matcher(written).matches()) return attribute(line);
        if (written.isBlank() || TITLE.matcher(written).matches()) return line + 1;
        int end = lines.nextBlank(line, lines.count());
        boolean whole = handsThrough() || asWritten;
        if (whole) block(lines.start(line), lines.end(end - 1), handsThrough());
        options = "";
        return whole ? end : line + 1;
    }

    private static boolean isComment(String written) {
        return written.startsWith("//") && !written.startsWith("///");
    }

    /** A title of the older form, whose line is as long as the title. */
    private boolean underlines(int line, String written) {
        if (line == 0 || lines.blank(line - 1) || !options.isEmpty()) return false;
        boolean first = line == 1 || lines.blank(line - 2);
        String above = lines.text(line - 1).stripTrailing();
        return first && above.matches("\\w.*") && Math.abs(above.length() - written.length()) <= 1;
    }

    private static String fence(String written) {
        return written.startsWith("```") ? "```" : written;
    }

    /** The line behind the one that closes this fence; the end of the file where none does. */
    private int behind(int line, String written) {
        int end = line + 1;
        while (end < lines.count() && !lines.text(end).stripTrailing().equals(fence(written))) end++;
        return Math.min(end + 1, lines.count());
    }

    private boolean handsThrough() {
        if (PASSED.matcher(options).matches())
            return !SUBSTITUTIONS.matcher(options).find() || unescaped();
        return unescaped();
    }

    private boolean unescaped() {
        Matcher given = SUBSTITUTIONS.matcher(options);
        if (!given.find()) return false;
        String steps = given.group().replaceFirst("^\\s*subs\\s*=\\s*", "");
        if (steps.matches(".*[+].*") && !steps.contains("-specialc")) return false;
        return steps.contains("-specialc") || !escapes(steps);
    }

    private static boolean escapes(String steps) {
        return steps.matches(".*\\b(?:c|n|v|normal|verbatim|specialchars|specialcharacters)\\b.*");
    }

    private int comment(int line, int end) {
        comments.set(line, end);
        int start = lines.start(line);
        int until = lines.end(end - 1);
        aside("comment", line, text.substring(start, until).replaceAll("(?m)^/{2,}", ""));
        blank(seen, start, until);
        blank(marked, start, until);
        return end;
    }

    private int attribute(int line) {
        int end = line + 1;
        while (end < lines.count() && lines.text(end - 1).stripTrailing().endsWith("\\")) end++;
        String value = text.substring(lines.start(line), lines.end(end - 1));
        aside("attribute", line, value);
        if (RawMarkup.hides(value))
            found.add(new Suspicion(
                    Suspicion.Kind.HIDDEN_TEXT,
                    "line " + (line + 1) + ", attribute",
                    "markup that hides the words it is put around: " + Excerpt.of(value)));
        blank(marked, lines.start(line), lines.end(end - 1));
        return end;
    }

    private void block(int start, int end, boolean raw) {
        blank(marked, start, end);
        if (raw) passed.add(new Passage(start, end, start, end));
    }

    private void inline() {
        Matcher pass = INLINE.matcher(marked);
        while (pass.find()) {
            int group = pass.group(2) != null ? 2 : 3;
            if (group == 3 || !escapes(String.valueOf(pass.group(1))))
                passed.add(new Passage(pass.start(), pass.end(), pass.start(group), pass.end(group)));
        }
        Matcher term = INDEX_TERM.matcher(marked);
        while (term.find()) {
            aside("index term", lineOf(term.start()), term.group());
            blank(seen, term.start(), term.end());
        }
        for (Matcher one = STRUCK.matcher(marked); one.find(); struck++) blank(seen, one.start(), one.end());
    }

    private int lineOf(int offset) {
        int line = 0;
        while (line + 1 < lines.count() && lines.start(line + 1) <= offset) line++;
        return line;
    }

    private void aside(String what, int line, String words) {
        found.addAll(TextInspection.ofText(words, "line " + (line + 1) + ", " + what));
    }

    static void blank(StringBuilder of, int start, int end) {
        for (int i = start; i < end; i++) if (of.charAt(i) != '\n' && of.charAt(i) != '\r') of.setCharAt(i, ' ');
    }
}
