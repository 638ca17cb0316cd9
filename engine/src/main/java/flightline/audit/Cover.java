package flightline.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;

/**
 * What stands for a part of the log that was written in the clear and locked up later: the hashes that tie its entries into the
 * chain, and the hash of the file that they lie in now. Signed, so that the part can be checked by who cannot read it.
 *
 * @param first number of its first entry
 * @param last number of its last entry
 * @param previous hash of the entry before the first
 * @param head hash of the last
 * @param sha256 of the locked file
 * @param signature Base64 over all the rest
 */
record Cover(long first, long last, String previous, String head, String sha256, String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Cover signedWith(SealKeys keys) throws IOException {
        return new Cover(first, last, previous, head, sha256, keys.sign(text()));
    }

    boolean isSignedBy(PublicKey key) {
        return SealKeys.signed(key, text(), signature);
    }

    String json() {
        return JSON.createObjectNode()
                        .put("first", first)
                        .put("last", last)
                        .put("previous", previous)
                        .put("head", head)
                        .put("sha256", sha256)
                        .put("signature", signature)
                        .toPrettyString()
                + "\n";
    }

    static Cover read(Path file) throws IOException {
        if (!Files.exists(file)) throw new IOException(file + " is missing");
        try {
            JsonNode node = JSON.readTree(file.toFile());
            return new Cover(
                    node.path("first").asLong(),
                    node.path("last").asLong(),
                    node.path("previous").asText(),
                    node.path("head").asText(),
                    node.path("sha256").asText(),
                    node.path("signature").asText());
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    private String text() {
        return String.join(
                "\n", "flightline audit cover", Long.toString(first), Long.toString(last), previous, head, sha256);
    }
}
