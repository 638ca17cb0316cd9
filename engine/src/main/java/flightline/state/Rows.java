package flightline.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Numbers as values. */
final class Rows {
    private Rows() {}

    static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    static long number(String place, byte[] text) {
        String said = new String(text, StandardCharsets.UTF_8).strip();
        try {
            return Long.parseLong(said);
        } catch (NumberFormatException e) {
            throw new UncheckedIOException(new IOException(
                    place + " must hold a number, got '" + said.substring(0, Math.min(said.length(), 40))
                            + "'; write the highest one given so far into it",
                    e));
        }
    }
}
