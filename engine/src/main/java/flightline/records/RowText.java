package flightline.records;

import flightline.records.LineReader.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the lines of a delimited file together to rows: a quoted field may run over several lines.
 *
 * <p>A quote that is never closed would swallow the rest of the file. After {@link #MOST_LINES} lines, or at the end of
 * the file, the row is given up, and reading goes on with the line after the one it began on.
 */
final class RowText {
    static final int MOST_LINES = 200;

    private final LineReader lines;
    private final char delimiter;

    RowText(LineReader lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
    }

    /**
     * @param line 1-based line on which the row begins
     * @param problem why it is no row; empty where it is one
     */
    record Row(long line, String text, String problem) {}

    Optional<Row> next() throws IOException {
        Optional<Line> first = lines.next();
        while (first.isPresent() && isBlank(first.get().text())) first = lines.next();
        if (first.isEmpty()) return Optional.empty();
        Line start = first.get();
        var text = new StringBuilder(start.text());
        var more = new ArrayList<Line>();
        boolean tooLong = start.tooLong();
        boolean open = endsInQuotes(start.text(), false);
        while (open && !tooLong && more.size() < MOST_LINES) {
            Optional<Line> next = lines.next();
            if (next.isEmpty()) break;
            more.add(next.get());
            text.append('\n').append(next.get().text());
            open = endsInQuotes(next.get().text(), true);
            tooLong = text.length() > LineReader.LONGEST;
        }
        if (!open && !tooLong) return Optional.of(new Row(start.number(), text.toString(), ""));
        lines.giveBack(List.copyOf(more));
        String problem =
                tooLong ? "is longer than " + LineReader.LONGEST + " characters" : "a quote is opened and never closed";
        return Optional.of(new Row(start.number(), start.text(), problem));
    }

    /** Whether nothing stands there but empty fields, as spreadsheets write the rows beneath their table. */
    private boolean isBlank(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != delimiter && !Character.isWhitespace(c)) return false;
        }
        return true;
    }

    // A quote opens a field only at its start; within one, two quotes are a quote.
    private boolean endsInQuotes(String line, boolean within) {
        boolean quoted = within;
        boolean fieldStart = !within;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c != '"') continue;
                if (i + 1 < line.length() && line.charAt(i + 1) == '"') i++;
                else quoted = false;
            } else if (c == '"' && fieldStart) {
                quoted = true;
                fieldStart = false;
            } else {
                fieldStart = c == delimiter;
            }
        }
        return quoted;
    }
}
