package flightline.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is left of entries whose time to be kept is over: how many there were of each kind and outcome, and the hashes
 * that tie them into the chain. Signed.
 *
 * @param first number of the first of them
 * @param last number of the last of them
 * @param from time of the earliest of them
 * @param to time of the latest of them, which is another than the last where the clock was set back
 * @param previous hash of the entry before the first
 * @param head hash of the last
 * @param counts entries by kind and outcome, for example {@code ask: brief}
 * @param signature Base64 over all the rest
 */
record Retired(
        long first,
        long last,
        Instant from,
        Instant to,
        String previous,
        String head,
        Map<String, Long> counts,
        String signature) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Retired {
        counts = new TreeMap<>(counts);
    }

    Retired signedWith(SealKeys keys) throws IOException {
        return new Retired(first, last, from, to, previous, head, counts, keys.sign(text()));
    }

    boolean isSignedBy(PublicKey key) {
        return SealKeys.signed(key, text(), signature);
    }

    void writeTo(Path file) throws IOException {
        var node = JSON.createObjectNode()
                .put("first", first)
                .put("last", last)
                .put("from", from.toString())
                .put("to", to.toString())
                .put("previous", previous)
                .put("head", head);
        var kinds = node.putObject("counts");
        counts.forEach(kinds::put);
        node.put("signature", signature);
        Files.writeString(file, node.toPrettyString() + "\n");
    }

    static Retired read(Path file) throws IOException {
        try {
            JsonNode node = JSON.readTree(file.toFile());
            var counts = new TreeMap<String, Long>();
            node.path("counts")
                    .properties()
                    .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
            return new Retired(
                    node.path("first").asLong(),
                    node.path("last").asLong(),
                    Instant.parse(node.path("from").asText()),
                    Instant.parse(node.path("to").asText()),
                    node.path("previous").asText(),
                    node.path("head").asText(),
                    counts,
                    node.path("signature").asText());
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not readable: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IOException(file + " is not readable: " + e.getMessage(), e);
        }
    }

    private String text() {
        return String.join(
                "\n",
                "flightline audit retired",
                Long.toString(first),
                Long.toString(last),
                from.toString(),
                to.toString(),
                previous,
                head,
                counts.toString());
    }
}
