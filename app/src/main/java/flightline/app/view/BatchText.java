package flightline.app.view;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A batch as it came, in lines. Each is decoded by itself, so that one that is not UTF-8 spoils no other. */
public record BatchText(List<Line> lines) {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    public BatchText {
        lines = List.copyOf(lines);
    }

    /**
     * One line that is not blank.
     *
     * @param number 1-based, blank lines counted
     */
    public record Line(int number, String text, boolean readable) {}

    public static BatchText of(byte[] all) {
        var lines = new ArrayList<Line>();
        int number = 0;
        for (int start = mark(all); start < all.length; ) {
            int end = start;
            while (end < all.length && all[end] != '\n' && all[end] != '\r') end++;
            number++;
            Line line = line(number, ByteBuffer.wrap(all, start, end - start));
            if (!line.text.isBlank()) lines.add(line);
            start = end + (end + 1 < all.length && all[end] == '\r' && all[end + 1] == '\n' ? 2 : 1);
        }
        return new BatchText(lines);
    }

    private static Line line(int number, ByteBuffer bytes) {
        try {
            return new Line(
                    number,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(bytes.duplicate())
                            .toString(),
                    true);
        } catch (CharacterCodingException e) {
            return new Line(number, StandardCharsets.UTF_8.decode(bytes).toString(), false);
        }
    }

    /** Editors of some systems put a mark before the first line. */
    private static int mark(byte[] all) {
        int length = BYTE_ORDER_MARK.length;
        return all.length >= length && Arrays.equals(all, 0, length, BYTE_ORDER_MARK, 0, length) ? length : 0;
    }
}
