package flightline.acceptance.hostile;

import java.nio.charset.StandardCharsets;

/**
 * A file made to harm its reader.
 *
 * @param name of the file; tells what it tries
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record HostileFile(String name, byte[] content) {
    /** Characters as UTF-8. */
    static HostileFile text(String name, String content) {
        return new HostileFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Characters as the bytes of the same number, for formats that mix both. */
    static HostileFile latin(String name, String content) {
        return new HostileFile(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
