package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.RecordId;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a request of a batch or of HTTP. */
public final class RequestJson {
    private static final List<String> TEXT = List.of("complaint", "question", "query", "text", "symptom");
    /** As the one and the other are called elsewhere: passed over, they would leave in what does not hold for the aircraft. */
    private static final List<String> AIRCRAFT = List.of("aircraft", "tail", "registration");

    private static final List<String> SERIAL = List.of("serial", "serialNumber", "serial_number", "msn");
    private static final int MOST = 100;
    private static final int LONGEST = 20_000;

    private RequestJson() {}

    /**
     * @param id used where the request has none
     * @param defaults gives everything that the request does not say
     * @throws BadRequest naming field, value and rule
     */
    public static Request read(JsonNode node, String id, Request defaults) {
        if (!node.isObject()) throw new BadRequest("a request must be a JSON object, got " + node.getNodeType());
        if (node.hasNonNull("configuration"))
            throw new BadRequest("'configuration' is not read, got "
                    + node.get("configuration").getNodeType()
                    + "; name the aircraft with 'aircraft', 'model' and 'serial', what it has is known from product tables"
                    + " (S1000D PCT) and records");
        return new Request(
                id(node, id),
                text(node),
                word(node, AIRCRAFT).or(defaults::aircraft),
                word(node, "model").or(defaults::model),
                word(node, SERIAL).or(defaults::serial),
                node.hasNonNull("on") ? date(node.get("on").asText()) : defaults.on(),
                node.hasNonNull("top") ? top(node.get("top")) : defaults.top(),
                without(node),
                asker(node, defaults.asker()));
    }

    /** What the request calls itself. Throws {@link BadRequest} for what cannot be handed back with the answer as it came. */
    static String id(JsonNode node, String otherwise) {
        if (!node.hasNonNull("id")) return otherwise;
        JsonNode id = node.get("id");
        if (!id.isValueNode()) throw new BadRequest("'id' must be a string, got " + id.getNodeType());
        return id.asText();
    }

    private static Principal asker(JsonNode node, Principal otherwise) {
        return node.hasNonNull("as") ? PrincipalJson.given(node.get("as")) : otherwise;
    }

    private static String text(JsonNode node) {
        for (String name : TEXT) {
            JsonNode value = node.get(name);
            if (value == null || value.isNull()) continue;
            if (!value.isTextual()) throw new BadRequest("'" + name + "' must be a string, got " + value.getNodeType());
            if (value.asText().isBlank()) throw new BadRequest("'" + name + "' must not be blank");
            if (value.asText().length() > LONGEST)
                throw new BadRequest("'" + name + "' has " + value.asText().length() + " characters, at most " + LONGEST
                        + " are read");
            return value.asText();
        }
        throw new BadRequest("a request needs one of 'complaint', 'question', 'query' or 'text'");
    }

    /** What is said under these names; two that say different things are refused. */
    private static Optional<String> word(JsonNode node, List<String> names) {
        Optional<String> found = Optional.empty();
        String under = "";
        for (String name : names) {
            Optional<String> said = word(node, name);
            if (said.isEmpty()) continue;
            if (found.isPresent() && !found.equals(said))
                throw new BadRequest("'" + under + "' and '" + name + "' mean the same and differ: '" + found.get()
                        + "', '" + said.get() + "'");
            if (found.isEmpty()) under = name;
            found = said;
        }
        return found;
    }

    private static Optional<String> word(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) return Optional.empty();
        if (!value.isValueNode()) throw new BadRequest("'" + name + "' must be a string, got " + value.getNodeType());
        if (value.asText().isBlank()) return Optional.empty();
        return Optional.of(value.asText().strip());
    }

    /** An ISO date, {@code 2026-03-01}. */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("a date must look like 2026-03-01 and exist, got '" + text + "'");
        }
    }

    private static int top(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1 || value.asInt() > MOST)
            throw new BadRequest("'top' must be 1.." + MOST + ", got " + value);
        return value.asInt();
    }

    private static Set<RecordId> without(JsonNode node) {
        var ids = new HashSet<RecordId>();
        JsonNode without = node.path("without");
        if (without.isMissingNode() || without.isNull()) return ids;
        if (!without.isArray())
            throw new BadRequest("'without' must be a list of record ids, got " + without.getNodeType());
        for (JsonNode id : without) {
            if (!id.isValueNode())
                throw new BadRequest("'without' must be a list of record ids, got " + id.getNodeType() + " in it");
            if (!id.asText().isBlank()) ids.add(new RecordId(id.asText()));
        }
        return ids;
    }
}
