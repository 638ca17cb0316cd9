package flightline.diagnosis.dictation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a reply to the letter of its schema; whatever differs makes the whole of it unusable. */
final class ReplyReader {
    static final int MOST = 8;
    static final int LONGEST = 600;
    private static final Set<String> FIELDS = Set.of("passages", "quote", "text");

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    Reply read(String text) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JsonProcessingException broken) {
            return unusable(broken.getOriginalMessage());
        }
        JsonNode list = root == null ? null : root.get("statements");
        if (root == null || !root.isObject() || root.size() != 1 || list == null || !list.isArray())
            return unusable("it is not an object with statements alone");
        if (list.size() > MOST) return unusable(list.size() + " statements, at most " + MOST + " were asked for");
        var statements = new ArrayList<Drafted>();
        for (JsonNode one : list)
            switch (statement(one)) {
                case One.Sound(var draft) -> statements.add(draft);
                case One.Wrong(var why) -> {
                    return unusable(why);
                }
            }
        return statements.isEmpty() ? unusable("it holds no statement") : new Reply.Read(statements);
    }

    /** A statement by itself, while the reply is still being written; empty where it differs from the form. */
    Optional<Drafted> statement(String text) {
        try {
            return statement(json.readTree(text)) instanceof One.Sound(var draft)
                    ? Optional.of(draft)
                    : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private sealed interface One {
        record Sound(Drafted draft) implements One {}

        record Wrong(String why) implements One {}
    }

    private static One statement(JsonNode one) {
        for (String field : (Iterable<String>) one::fieldNames)
            if (!FIELDS.contains(field)) return new One.Wrong("unknown field '" + field + "'");
        String quote = one.path("quote").asText("").strip();
        String own = one.path("text").asText("").strip();
        List<Integer> passages = numbers(one.path("passages"));
        if (!one.isObject() || passages.isEmpty()) return new One.Wrong("a statement names no passages");
        if (quote.isEmpty() == own.isEmpty()) return new One.Wrong("a statement needs either a quote or a text");
        if (quote.length() + own.length() > LONGEST)
            return new One.Wrong("a statement is longer than " + LONGEST + " characters");
        return new One.Sound(own.isEmpty() ? new Drafted.Quote(passages, quote) : new Drafted.Anew(passages, own));
    }

    private static List<Integer> numbers(JsonNode list) {
        var numbers = new ArrayList<Integer>();
        for (JsonNode one : list) if (one.isInt()) numbers.add(one.intValue());
        return list.isArray() && numbers.size() == list.size() ? numbers : List.of();
    }

    private static Reply unusable(String why) {
        return new Reply.Unusable("the model's reply is not the form it was asked for: " + why);
    }
}
