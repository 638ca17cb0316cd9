package flightline.app.observe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** A line of JSON for a request: when, what for, how it came out, how long it took. */
public final class RequestLine {
    private RequestLine() {}

    /**
     * @param asker name of who asked, of which a hash is written; absent where nobody was let in
     * @param trace empty where none is kept
     */
    public static String of(
            Instant when, long id, Asking asking, int status, Duration took, Optional<String> asker, String trace) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("time", when.toString())
                .put("id", id)
                .put("method", asking.method())
                .put("endpoint", asking.endpoint())
                .put("status", status)
                .put("millis", Math.round(took.toNanos() / 1e5) / 10.0);
        asker.ifPresentOrElse(name -> node.put("asker", hash(name)), () -> node.putNull("asker"));
        if (!trace.isEmpty()) node.put("trace", trace);
        return node.toString();
    }

    /** Tells two askers apart; the log that names them is the audit log. */
    private static String hash(String name) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
