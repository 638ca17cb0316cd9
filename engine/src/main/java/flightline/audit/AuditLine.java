package flightline.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.ContentHash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;

/** An entry as one line of JSON. The hash covers the line's bytes before the hash is added, so no canonical form is needed. */
final class AuditLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH = ",\"hash\":\"";

    private static final int HEX_DIGITS = 64;

    private AuditLine() {}

    static AuditEntry chain(long sequence, Instant time, AuditEvent event, String previous) {
        return new AuditEntry(sequence, time, event, previous, hash(previous, body(sequence, time, event, previous)));
    }

    static String write(AuditEntry entry) {
        String body = body(entry.sequence(), entry.time(), entry.event(), entry.previous());
        return body.substring(0, body.length() - 1) + HASH + entry.hash() + "\"}";
    }

    /** Reads a line and checks that its own hash is right; throws {@link IllegalArgumentException} with the reason. */
    static AuditEntry read(String line) {
        int at = line.lastIndexOf(HASH);
        if (at < 0) throw new IllegalArgumentException("the entry carries no hash");
        if (line.length() != at + HASH.length() + HEX_DIGITS + 2 || !line.endsWith("\"}"))
            throw new IllegalArgumentException("something stands behind the entry's hash");
        try {
            JsonNode node = JSON.readTree(line);
            var details = new TreeMap<String, String>();
            node.path("details")
                    .properties()
                    .forEach(e -> details.put(e.getKey(), e.getValue().asText()));
            var event = new AuditEvent(
                    node.path("kind").asText(),
                    node.path("who").asText(),
                    node.path("subject").asText(),
                    node.path("outcome").asText(),
                    details,
                    exposure(node));
            String previous = node.path("previous").asText();
            String stated = node.path("hash").asText();
            if (!hash(previous, line.substring(0, at) + "}").equals(stated))
                throw new IllegalArgumentException("the entry's text does not match its hash "
                        + stated.substring(0, Math.min(12, stated.length())));
            return new AuditEntry(
                    node.path("sequence").asLong(),
                    Instant.parse(node.path("time").asText()),
                    event,
                    previous,
                    stated);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("the entry is not readable: " + e.getMessage(), e);
        }
    }

    private static String body(long sequence, Instant time, AuditEvent event, String previous) {
        ObjectNode node = JSON.createObjectNode();
        node.put("sequence", sequence);
        node.put("time", time.toString());
        node.put("kind", event.kind());
        node.put("who", event.who());
        node.put("subject", event.subject());
        node.put("outcome", event.outcome());
        ObjectNode details = node.putObject("details");
        event.details().forEach(details::put);
        write(event.exposure(), node);
        node.put("previous", previous);
        return node.toString();
    }

    /** An entry in which nothing was looked at says nothing of it, as entries did before. */
    private static void write(Exposure exposure, ObjectNode node) {
        if (exposure.isEmpty()) return;
        node.put("retrievedInAll", exposure.retrievedInAll());
        exposure.retrieved().forEach(node.putArray("retrieved")::add);
        node.put("shownInAll", exposure.shownInAll());
        var shown = node.putArray("shown");
        exposure.shown().forEach(one -> shown.addObject().put("id", one.id()).put("sha256", one.sha256()));
    }

    private static Exposure exposure(JsonNode node) {
        if (!node.has("retrievedInAll")) return Exposure.NONE;
        var retrieved = new ArrayList<String>();
        node.path("retrieved").forEach(one -> retrieved.add(one.asText()));
        var shown = new ArrayList<Exposure.Shown>();
        node.path("shown")
                .forEach(one -> shown.add(new Exposure.Shown(
                        one.path("id").asText(), one.path("sha256").asText())));
        return new Exposure(
                retrieved,
                node.path("retrievedInAll").asInt(),
                shown,
                node.path("shownInAll").asInt());
    }

    private static String hash(String previous, String body) {
        return ContentHash.of(previous + "\n" + body).hex();
    }
}
