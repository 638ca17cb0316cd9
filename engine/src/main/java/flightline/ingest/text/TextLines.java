package flightline.ingest.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The lines of a text with their offsets. Line numbers are 0-based; a line's end is before its line break. */
final class TextLines {
    private static final int TAB = 8;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final List<Inset> insets;

    /** A part of the text, from {@code start} to {@code end}, all of whose lines count as indented by so many columns. */
    record Inset(int start, int end, int indent) {}

    private TextLines(String text, int[] starts, int[] ends, List<Inset> insets) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.insets = List.copyOf(insets);
    }

    static TextLines of(String text) {
        return of(text, List.of());
    }

    /** @param insets in the order of the text, none in another */
    static TextLines of(String text, List<Inset> insets) {
        int[] starts = new int[64];
        int[] ends = new int[64];
        int count = 0;
        for (int at = 0; at < text.length(); count++) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed;
            starts[count] = at;
            ends[count] = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            at = end + 1;
        }
        return new TextLines(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count), insets);
    }

    int count() {
        return starts.length;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    String text(int line) {
        return text.substring(starts[line], ends[line]);
    }

    String stripped(int line) {
        return text(line).strip();
    }

    boolean blank(int line) {
        for (int i = starts[line]; i < ends[line]; i++) if (!Character.isWhitespace(text.charAt(i))) return false;
        return true;
    }

    /** Columns before the first character that is not white space. */
    int indent(int line) {
        int inset =
                Collections.binarySearch(insets, new Inset(starts[line], 0, 0), Comparator.comparingInt(Inset::start));
        int above = inset < 0 ? -inset - 2 : inset;
        if (above >= 0 && starts[line] < insets.get(above).end())
            return insets.get(above).indent();
        int columns = 0;
        for (int i = starts[line]; i < ends[line] && Character.isWhitespace(text.charAt(i)); i++)
            columns = text.charAt(i) == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
        return columns;
    }

    /** Offset of the first character of the line that is not white space. */
    int content(int line) {
        int at = starts[line];
        while (at < ends[line] && Character.isWhitespace(text.charAt(at))) at++;
        return at;
    }

    /** The first line from {@code from} on that is neither blank nor indented by more than {@code indent}; at most {@code to}. */
    int afterIndented(int from, int to, int indent) {
        int line = from;
        while (line < to && (blank(line) || indent(line) > indent)) line++;
        return line;
    }

    /** The first blank line from {@code from} on; at most {@code to}. */
    int nextBlank(int from, int to) {
        int line = from;
        while (line < to && !blank(line)) line++;
        return line;
    }

    /** The first line from {@code from} on that is not blank; at most {@code to}. */
    int nextFilled(int from, int to) {
        int line = from;
        while (line < to && blank(line)) line++;
        return line;
    }
}
