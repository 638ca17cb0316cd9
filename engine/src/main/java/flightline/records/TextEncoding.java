package flightline.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the letters of a file are written.
 *
 * @param note what a librarian should know about it; absent for UTF-8
 */
record TextEncoding(Charset charset, Optional<String> note) {
    private static final int CHUNK = 1 << 16;

    /** UTF-8 where the whole file is, UTF-16 where it says so, else windows-1252, which every byte can be read as. */
    static TextEncoding of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            int held = in.readNBytes(chunk, 0, CHUNK);
            if (held >= 2 && (chunk[0] & 0xFF) + (chunk[1] & 0xFF) == 0xFE + 0xFF && (chunk[0] & 0xFF) >= 0xFE)
                return new TextEncoding(
                        StandardCharsets.UTF_16, Optional.of("is written in UTF-16 and was read as that"));
            CharsetDecoder utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer letters = CharBuffer.allocate(CHUNK);
            long line = 1;
            while (held > 0) {
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, held);
                boolean last = held < CHUNK;
                var result = utf8.decode(bytes, letters.clear(), last);
                if (result.isError())
                    return windows(line + linesBefore(chunk, bytes.position()), chunk[bytes.position()]);
                line += linesBefore(chunk, held);
                int left = bytes.remaining();
                if (last && left == 0) break;
                System.arraycopy(chunk, held - left, chunk, 0, left);
                line -= linesBefore(chunk, left);
                held = left + in.readNBytes(chunk, left, CHUNK - left);
                if (held == left && last) break;
            }
            return new TextEncoding(StandardCharsets.UTF_8, Optional.empty());
        }
    }

    private static TextEncoding windows(long line, byte offending) {
        return new TextEncoding(
                Charset.forName("windows-1252"),
                Optional.of("is not UTF-8 (byte 0x%02X on line %d) and was read as windows-1252"
                        .formatted(offending & 0xFF, line)));
    }

    private static long linesBefore(byte[] bytes, int end) {
        long lines = 0;
        for (int i = 0; i < end; i++) if (bytes[i] == '\n') lines++;
        return lines;
    }
}
