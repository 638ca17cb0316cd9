package flightline.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text file's characters, found by byte order mark, else strict UTF-8, else windows-1252.
 *
 * @param text without the byte order mark, otherwise as it stands, line ends included
 * @param charset that was used
 * @param notes says so where the encoding had to be guessed; else empty
 */
public record DecodedText(String text, Charset charset, List<String> notes) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    public DecodedText {
        notes = List.copyOf(notes);
    }

    public static DecodedText of(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return strictOrGuess(bytes, 3);
        if (starts(bytes, 0xFE, 0xFF)) return marked(bytes, StandardCharsets.UTF_16BE);
        if (starts(bytes, 0xFF, 0xFE)) return marked(bytes, StandardCharsets.UTF_16LE);
        return strictOrGuess(bytes, 0);
    }

    private static DecodedText marked(byte[] bytes, Charset charset) {
        return new DecodedText(new String(bytes, 2, bytes.length - 2, charset), charset, List.of());
    }

    private static DecodedText strictOrGuess(byte[] bytes, int from) {
        var rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(rest);
            return new DecodedText(text.toString(), StandardCharsets.UTF_8, List.of());
        } catch (CharacterCodingException notUtf8) {
            return new DecodedText(
                    new String(bytes, from, bytes.length - from, WINDOWS),
                    WINDOWS,
                    List.of("not valid UTF-8 at byte " + rest.position() + "; read as windows-1252"));
        }
    }

    private static boolean starts(byte[] bytes, int... marks) {
        if (bytes.length < marks.length) return false;
        for (int i = 0; i < marks.length; i++) if ((bytes[i] & 0xFF) != marks[i]) return false;
        return true;
    }
}
