package flightline.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.ContentHash;
import flightline.vault.LineKeys;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * An entry as one line of JSON. The hash covers the line's bytes before the hash is added, so no canonical form is needed.
 *
 * <p>Where lines are locked, number and hashes stand in the clear and all the rest is one locked text: the hash is over what lies
 * there, so that whoever has no key can follow the chain.
 */
final class AuditLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH = ",\"hash\":\"";
    private static final String LOCKED = "locked";

    private static final int HEX_DIGITS = 64;

    private AuditLine() {}

    /** A line that can be followed, whether or not it can be read. */
    record Link(long sequence, String previous, String hash) {}

    /** An entry, and how it is written. */
    record Written(AuditEntry entry, String line) {}

    /** The next entry; locked where there are keys. */
    static Written chain(long sequence, Instant time, AuditEvent event, String previous, LineKeys keys)
            throws IOException {
        ObjectNode node = JSON.createObjectNode().put("sequence", sequence);
        if (keys.areClear()) node.setAll(told(time, event));
        else node.put(LOCKED, keys.lock(told(time, event).toString(), place(sequence, previous)));
        String body = node.put("previous", previous).toString();
        var entry = new AuditEntry(sequence, time, event, previous, hash(previous, body));
        return new Written(entry, body.substring(0, body.length() - 1) + HASH + entry.hash() + "\"}");
    }

    /** Checks that a line's own hash is right; throws {@link IllegalArgumentException} with the reason. */
    static Link follow(String line) {
        return link(tree(line), line);
    }

    /** Reads a line and checks it; throws {@link IllegalArgumentException} with the reason, {@link IOException} where it is locked. */
    static AuditEntry read(String line, LineKeys keys) throws IOException {
        JsonNode node = tree(line);
        Link link = link(node, line);
        JsonNode told = node.has(LOCKED)
                ? tree(keys.unlock(node.path(LOCKED).asText(), place(link.sequence(), link.previous())))
                : node;
        try {
            return new AuditEntry(
                    link.sequence(),
                    Instant.parse(told.path("time").asText()),
                    event(told),
                    link.previous(),
                    link.hash());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the entry is not readable: " + e.getMessage(), e);
        }
    }

    /** Whether whoever has the file can read it. */
    static boolean isClear(String line) {
        return !tree(line).has(LOCKED);
    }

    private static Link link(JsonNode node, String line) {
        int at = line.lastIndexOf(HASH);
        if (at < 0) throw new IllegalArgumentException("the entry carries no hash");
        if (line.length() != at + HASH.length() + HEX_DIGITS + 2 || !line.endsWith("\"}"))
            throw new IllegalArgumentException("something stands behind the entry's hash");
        String previous = node.path("previous").asText();
        String stated = node.path("hash").asText();
        if (!hash(previous, line.substring(0, at) + "}").equals(stated))
            throw new IllegalArgumentException(
                    "the entry's text does not match its hash " + stated.substring(0, Math.min(12, stated.length())));
        return new Link(node.path("sequence").asLong(), previous, stated);
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the entry is not readable: " + e.getOriginalMessage(), e);
        }
    }

    /** A locked text put into another entry cannot be read there. */
    private static String place(long sequence, String previous) {
        return "flightline audit entry " + sequence + " after " + previous;
    }

    private static ObjectNode told(Instant time, AuditEvent event) {
        ObjectNode node = JSON.createObjectNode();
        node.put("time", time.toString());
        node.put("kind", event.kind());
        node.put("who", event.who());
        node.put("subject", event.subject());
        node.put("outcome", event.outcome());
        ObjectNode details = node.putObject("details");
        event.details().forEach(details::put);
        write(event.exposure(), node);
        return node;
    }

    private static AuditEvent event(JsonNode node) {
        var details = new TreeMap<String, String>();
        node.path("details")
                .properties()
                .forEach(e -> details.put(e.getKey(), e.getValue().asText()));
        return new AuditEvent(
                node.path("kind").asText(),
                node.path("who").asText(),
                node.path("subject").asText(),
                node.path("outcome").asText(),
                details,
                exposure(node));
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
