package flightline.llama.runtime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Makes characters of the bytes of tokens: the bytes of one character may come with several. Bytes that are no UTF-8
 * become the replacement character; a character begun and never ended is left out.
 */
final class WholeCharacters {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer left = ByteBuffer.allocate(0);

    /** Characters that are complete now; perhaps none. */
    String add(byte[] bytes) {
        ByteBuffer all = ByteBuffer.allocate(left.remaining() + bytes.length);
        all.put(left).put(bytes).flip();
        CharBuffer characters = CharBuffer.allocate(all.remaining() + 1);
        decoder.decode(all, characters, false);
        left = all;
        return characters.flip().toString();
    }
}
