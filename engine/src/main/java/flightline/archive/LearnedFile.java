package flightline.archive;

import flightline.corpus.ContentHash;
import flightline.state.Cabinet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file in which something that was learned from the records is kept, its hash behind it. It can be learned again at any
 * time, so one that is damaged is as good as none, and {@code check} names it.
 */
public final class LearnedFile {
    /** Hexadecimal digits of the hash. */
    private static final int HASH = 64;

    private final Cabinet cabinet;
    private final String key;

    /** @param key of a value that need not be there */
    public LearnedFile(Cabinet cabinet, String key) {
        this.cabinet = cabinet;
        this.key = key;
    }

    /** Its name without what it lies in. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** Changes whenever it is written; absent where there is none. */
    public Optional<String> written() {
        return cabinet.stamp(key);
    }

    /** Replaces what is there, whole or not at all. */
    public void write(byte[] content) {
        var whole = new ByteArrayOutputStream(content.length + HASH);
        whole.writeBytes(content);
        whole.writeBytes(ContentHash.of(content).hex().getBytes(StandardCharsets.US_ASCII));
        cabinet.write(key, whole.toByteArray());
    }

    /** Throws it away. */
    public void delete() {
        var ignored = cabinet.delete(key);
    }

    /** The content; absent where there is none or where it is not what was written. */
    public Optional<byte[]> read() {
        return cabinet.read(key).filter(whole -> whole.length >= HASH).flatMap(whole -> {
            byte[] content = Arrays.copyOf(whole, whole.length - HASH);
            String hash = new String(whole, whole.length - HASH, HASH, StandardCharsets.US_ASCII);
            return ContentHash.of(content).hex().equals(hash) ? Optional.of(content) : Optional.empty();
        });
    }
}
