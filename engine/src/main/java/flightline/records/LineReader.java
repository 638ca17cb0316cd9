package flightline.records;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text line by line and can be handed lines back; a line beyond all measure is cut, so that memory holds. Lines end with a
 * line feed, before which a carriage return may stand; in a text that has none at its beginning, with a carriage return.
 */
final class LineReader implements Closeable {
    /** No record is as long as this; what is, is no text of lines. */
    static final int LONGEST = 4_000_000;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final ArrayDeque<Line> returned = new ArrayDeque<>();
    private int at;
    private int end;
    private char lineEnd;
    private long number;

    LineReader(Reader reader) {
        this.reader = reader;
    }

    /**
     * A line without its end.
     *
     * @param number 1-based
     * @param tooLong whether more than {@link #LONGEST} characters stood there and the rest was dropped
     */
    record Line(long number, String text, boolean tooLong) {}

    /** The next line; empty at the end of the text. */
    Optional<Line> next() throws IOException {
        Line back = returned.poll();
        if (back != null) return Optional.of(back);
        var text = new StringBuilder();
        boolean tooLong = false;
        while (true) {
            if (at == end && !fill()) return text.isEmpty() ? Optional.empty() : Optional.of(line(text, tooLong));
            int stop = at;
            while (stop < end && buffer[stop] != lineEnd) stop++;
            int room = LONGEST - text.length();
            tooLong |= stop - at > room;
            text.append(buffer, at, Math.min(stop - at, room));
            boolean ended = stop < end;
            at = ended ? stop + 1 : stop;
            if (ended) return Optional.of(line(text, tooLong));
        }
    }

    /** Hands lines back, to be read again in this order. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) returned.addFirst(lines.get(i));
    }

    private Line line(StringBuilder text, boolean tooLong) {
        number++;
        if (number == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF') text.deleteCharAt(0);
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\r') text.setLength(length - 1);
        return new Line(number, text.toString(), tooLong);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        if (lineEnd == 0 && end > 0) {
            fillUp();
            lineEnd = lineEnd();
        }
        return end > 0;
    }

    /** A reader may give less than there is. */
    private void fillUp() throws IOException {
        for (int more = 0; more >= 0 && end < buffer.length; more = reader.read(buffer, end, buffer.length - end))
            end += more;
    }

    private char lineEnd() {
        boolean returns = false;
        for (int i = 0; i < end; i++) {
            if (buffer[i] == '\n') return '\n';
            // The last one may belong to a line feed that is not read yet.
            returns |= buffer[i] == '\r' && i + 1 < buffer.length;
        }
        return returns ? '\r' : '\n';
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
