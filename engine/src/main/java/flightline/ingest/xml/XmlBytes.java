package flightline.ingest.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decodes a file by its byte order mark, else by what its XML declaration says, else as UTF-8. Done here and strictly,
 * since the JDK's reader leaves the place of a wrong byte untold.
 */
final class XmlBytes {
    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int LONGEST_DECLARATION = 200;

    sealed interface Decoding {
        record Text(String text) implements Decoding {}

        record Failed(String place, String reason) implements Decoding {}
    }

    private XmlBytes() {}

    static Decoding decode(byte[] bytes) {
        int mark = 0;
        Charset charset;
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
            charset = StandardCharsets.UTF_8;
        } else if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0x00, 0x3C)) {
            mark = starts(bytes, 0xFE, 0xFF) ? 2 : 0;
            charset = StandardCharsets.UTF_16BE;
        } else if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0x3C, 0x00)) {
            mark = starts(bytes, 0xFF, 0xFE) ? 2 : 0;
            charset = StandardCharsets.UTF_16LE;
        } else {
            var head = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
            var declared = DECLARED.matcher(head);
            String name = declared.find() ? declared.group(1) : "UTF-8";
            try {
                // A declaration that can be read byte by byte is not in the 16-bit encoding it may claim.
                charset = name.toUpperCase(Locale.ROOT).startsWith("UTF-16")
                        ? StandardCharsets.UTF_8
                        : Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return new Decoding.Failed("line 1", "declared encoding '" + name + "' is not known");
            }
        }
        return strictly(charset, ByteBuffer.wrap(bytes, mark, bytes.length - mark));
    }

    private static Decoding strictly(Charset charset, ByteBuffer bytes) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate((int) Math.ceil(bytes.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(bytes, out, true);
        if (!result.isError()) result = decoder.flush(out);
        out.flip();
        if (!result.isError()) return new Decoding.Text(out.toString());
        long line = 1 + out.chars().filter(c -> c == '\n').count();
        return new Decoding.Failed(
                "line " + line,
                "byte " + bytes.position() + " is not " + charset.name() + ", which the file "
                        + (charset.equals(StandardCharsets.UTF_8) ? "has to be" : "says it is"));
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) if ((bytes[i] & 0xFF) != wanted[i]) return false;
        return true;
    }
}
