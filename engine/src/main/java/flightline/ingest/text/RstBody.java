package flightline.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the body of a reStructuredText document line by line. */
final class RstBody {
    private static final Pattern ADORNMENT = Pattern.compile("([!-/:-@\\[-`{-~])\\1{2,}");
    private static final Pattern EXPLICIT = Pattern.compile("\\.\\.(?:\\s.*)?");
    private static final Pattern DIRECTIVE =
            Pattern.compile("\\.\\.\\s*(?:\\|[^|]*\\|\\s*)?([A-Za-z][\\w:-]*)\\s?::(?:\\s+(.*))?");
    private static final Pattern FOOTNOTE = Pattern.compile("\\.\\.\\s+\\[[^\\]]+\\]\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("([-*+•])(?:\\s+(.*))?");
    private static final Pattern ENUMERATOR =
            Pattern.compile("(#\\.|\\(?\\d{1,3}[.)]|\\(?[a-zA-Z][.)]|\\(?[ivxIVX]{1,4}[.)])\\s+(\\S.*)");
    private static final Pattern FIELD = Pattern.compile(":[^:`\\s][^:`]*:(?:\\s+.*)?");
    private static final int HERE = -1;

    private final TextLines lines;
    private final TextBlocks out;
    private final RstTables tables;
    private final RstRaw raw;
    private final List<String> styles = new ArrayList<>();

    /** @param out on the text that {@code raw} gives */
    RstBody(RstRaw raw, TextBlocks out) {
        this.raw = raw;
        this.lines = raw.lines();
        this.out = out;
        this.tables = new RstTables(lines, out);
    }

    void read() {
        read(0, lines.count(), 0, HERE);
    }

    /**
     * Reads a region.
     *
     * @param from first line
     * @param to line after the last
     * @param depth of a list that begins in it
     * @param before where safety texts go: before the step that contains them, or {@link #HERE}
     */
    void read(int from, int to, int depth, int before) {
        int line = from;
        while ((line = lines.nextFilled(line, to)) < to) line = element(line, to, depth, before);
    }

    private int element(int line, int to, int depth, int before) {
        OptionalInt behind = raw.write(lines, line, out, before);
        if (behind.isPresent()) return behind.getAsInt();
        int indent = lines.indent(line);
        String text = lines.stripped(line);
        if (depth == 0 && indent == 0) {
            int after = section(line, to);
            if (after > line) return after;
        }
        if (EXPLICIT.matcher(text).matches() || DIRECTIVE.matcher(text).matches())
            return explicit(line, to, depth, before);
        int afterTable = tables.read(line, to, "");
        if (afterTable > line) return afterTable;
        if (ADORNMENT.matcher(text).matches()) return line + 1;
        if (BULLET.matcher(text).matches() || enumerated(line, to)) return item(line, to, depth);
        if (FIELD.matcher(text).matches()) return field(line, to, indent);
        return paragraph(line, to, indent, depth, before);
    }

    /** A title under a line, or between two; line after it, or {@code line} where there is none. */
    private int section(int line, int to) {
        String text = lines.stripped(line);
        boolean over = ADORNMENT.matcher(text).matches();
        if (over && line + 2 < to && lines.stripped(line + 2).equals(text) && !lines.blank(line + 1)) {
            title(line + 1, text.charAt(0) + "over");
            return line + 3;
        }
        if (over || line + 1 >= to || lines.indent(line + 1) > 0) return line;
        String under = lines.stripped(line + 1);
        boolean longEnough = under.length() >= Math.min(text.length(), 4);
        if (!ADORNMENT.matcher(under).matches() || !longEnough) return line;
        title(line, under.substring(0, 1));
        return line + 2;
    }

    private void title(int line, String style) {
        if (!styles.contains(style)) styles.add(style);
        out.heading(styles.indexOf(style) + 1, lines.content(line), lines.end(line), RstInline.words(lines.text(line)));
    }

    private int explicit(int line, int to, int depth, int before) {
        int after = lines.afterIndented(line + 1, to, lines.indent(line));
        String text = lines.stripped(line);
        Matcher directive = DIRECTIVE.matcher(text);
        Matcher footnote = FOOTNOTE.matcher(text);
        if (directive.matches()) {
            String argument = directive.group(2) == null ? "" : directive.group(2);
            int argumentAt = lines.content(line) + (directive.group(2) == null ? text.length() : directive.start(2));
            new RstDirective(lines, out, this, tables, depth, before)
                    .read(directive.group(1), argument, argumentAt, line, after);
        } else if (footnote.matches()) {
            out.paragraph(lines.content(line) + footnote.start(1), lines.end(after - 1));
        }
        return after;
    }

    private boolean enumerated(int line, int to) {
        Matcher label = ENUMERATOR.matcher(lines.stripped(line));
        if (!label.matches()) return false;
        if (label.group(1).matches("#\\.|.*\\d.*") || line + 1 >= to || lines.blank(line + 1)) return true;
        // "A. Smith said" goes on at the margin, an item does not.
        return lines.indent(line + 1) > lines.indent(line)
                || ENUMERATOR.matcher(lines.stripped(line + 1)).matches();
    }

    private int item(int line, int to, int depth) {
        String text = lines.stripped(line);
        Matcher bullet = BULLET.matcher(text);
        Matcher label = bullet.matches() ? bullet : ENUMERATOR.matcher(text);
        if (!label.matches()) return line + 1;
        int after = lines.afterIndented(line + 1, to, lines.indent(line));
        boolean empty = label.group(2) == null;
        int start = empty ? lines.end(line) : lines.content(line) + label.start(2);
        int body = empty ? line + 1 : endOfProse(line, after);
        int before = out.mark();
        if (!empty) {
            if (label == bullet) out.item(label.group(1), depth, start, lines.end(body - 1));
            else out.step(label.group(1), depth, start, lines.end(body - 1));
        }
        read(body, after, depth + 1, before);
        return after;
    }

    /** Line after an item's own words; what follows in it may be a list, a figure or a warning without a blank line before. */
    private int endOfProse(int line, int to) {
        int end = line + 1;
        while (end < to && !lines.blank(end)) {
            String text = lines.stripped(end);
            if (DIRECTIVE.matcher(text).matches()
                    || (BULLET.matcher(text).matches()
                            && lines.indent(end) > lines.indent(line)
                            && lines.blank(end - 1))) break;
            end++;
        }
        return end;
    }

    private int field(int line, int to, int indent) {
        int after = lines.afterIndented(line + 1, to, indent);
        // Fields at the head of a page steer the site, they are not part of the text.
        if (lines.nextFilled(0, to) < line && !lines.stripped(line).matches(":[^:]*:")) {
            int blank = Math.min(after, lines.nextBlank(line, to));
            out.paragraph(lines.content(line), lines.end(blank - 1));
        }
        return after;
    }

    private int paragraph(int line, int to, int indent, int depth, int before) {
        int end = line + 1;
        while (end < to
                && !lines.blank(end)
                && lines.indent(end) == indent
                && !DIRECTIVE.matcher(lines.stripped(end)).matches()
                && !(depth == 0 && indent == 0 && underlined(end, to))) end++;
        int mark = out.mark();
        out.paragraph(lines.content(line), lines.end(end - 1));
        if (before != HERE) out.moveSafety(mark, before);
        if (!lines.stripped(end - 1).endsWith("::")) return end;
        int after = lines.afterIndented(end, to, indent);
        int first = lines.nextFilled(end, after);
        if (first < after) out.listing(lines.content(first), lines.end(after - 1));
        return after;
    }

    /** Whether a title with its line follows a paragraph without a blank line between. */
    private boolean underlined(int line, int to) {
        if (line + 1 >= to || lines.blank(line)) return false;
        String under = lines.stripped(line + 1);
        return ADORNMENT.matcher(under).matches()
                && lines.indent(line + 1) == 0
                && under.length() >= lines.stripped(line).length();
    }
}
