package flightline.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.Optional;

/**
 * How far the log reaches, signed. It is renewed before and after each entry: an end that was cut off is missed, and an
 * entry that nobody announced is none of ours.
 *
 * @param entries how many were ever written
 * @param head hash of the last of them
 * @param announced hash of the entry that is being written after it, empty where none is
 * @param signature Base64 over all of that
 */
record Seal(long entries, String head, String announced, String signature) {
    static final String FILE = "audit.head";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where the log has none; throws {@link IOException} where it cannot be read. */
    static Optional<Seal> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        try {
            JsonNode node = JSON.readTree(file.toFile());
            return Optional.of(new Seal(
                    node.path("entries").asLong(-1),
                    node.path("head").asText(),
                    node.path("announced").asText(),
                    node.path("signature").asText()));
        } catch (JsonProcessingException e) {
            throw new IOException("the seal " + file + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    static Seal over(long entries, String head, SealKeys keys) throws IOException {
        return new Seal(entries, head, "", keys.sign(text(entries, head, "")));
    }

    /** The same, telling which entry comes next. */
    Seal announcing(String next, SealKeys keys) throws IOException {
        return new Seal(entries, head, next, keys.sign(text(entries, head, next)));
    }

    boolean isSignedBy(PublicKey key) {
        return SealKeys.signed(key, text(entries, head, announced), signature);
    }

    /** Whether a log of so many entries with that last one is what this seal speaks of. */
    boolean fits(long count, String last) {
        boolean written = count == entries && last.equals(head);
        boolean announcedOnly = count == entries + 1 && !announced.isEmpty() && last.equals(announced);
        return written || announcedOnly;
    }

    /**
     * Replaces the seal in the folder.
     *
     * @param forced whether it must have reached the disk; without, a loss of power may bring the one before back
     */
    void writeTo(Path folder, boolean forced) throws IOException {
        var node = JSON.createObjectNode().put("entries", entries).put("head", head);
        node.put("announced", announced).put("signature", signature);
        Path fresh = folder.resolve(FILE + ".tmp");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap((node + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            if (forced) channel.force(false);
        }
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(long entries, String head, String announced) {
        return "flightline audit head\n" + entries + "\n" + head + "\n" + announced;
    }
}
