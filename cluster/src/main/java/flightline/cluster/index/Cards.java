package flightline.cluster.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.search.Card;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Cards as JSON, on their way there and back. */
final class Cards {
    private static final int HASH = 18;

    private Cards() {}

    /** The cluster's own name of a card that came with a commit; a later card of the same name has another. */
    static String id(String name, long born) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH)) + "." + born;
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static ObjectNode write(Card card, long born, String by) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put(Layout.NAME, card.name())
                .put(Layout.BORN, born)
                .put(Layout.DIED, Layout.NEVER)
                .put(Layout.BY, by);
        var labels = json.putObject(Layout.LABELS);
        card.labels().forEach((field, values) -> {
            var all = labels.putArray(field);
            values.stream().sorted().forEach(all::add);
        });
        var words = json.putObject(Layout.WORDS);
        card.words()
                .forEach((field, all) -> words.put(
                        field,
                        String.join(" ", all.stream().map(Spelling::of).sorted().toList())));
        var numbers = json.putObject(Layout.NUMBERS);
        card.numbers().forEach(numbers::put);
        if (!card.sought().isEmpty()) json.put(Layout.SOUGHT, sought(card.sought()));
        if (card.vector().length > 0) {
            var vector = json.putArray(Layout.MEANING);
            for (float value : card.vector()) vector.add(value);
        }
        json.put(Layout.STORED, card.stored());
        return json;
    }

    private static String sought(Map<String, Integer> sought) {
        var text = new StringBuilder();
        sought.forEach((word, count) -> text.append(text.isEmpty() ? "" : " ")
                .append(Spelling.of(word))
                .append(Spelling.MARK)
                .append((int) count));
        return text.toString();
    }

    /** Without words, which are not asked back. */
    static Card read(JsonNode source) {
        Map<String, Set<String>> labels = new HashMap<>();
        source.path(Layout.LABELS).properties().forEach(each -> {
            var values = new HashSet<String>();
            each.getValue().forEach(value -> values.add(value.asText()));
            labels.put(each.getKey(), values);
        });
        Map<String, Long> numbers = new HashMap<>();
        source.path(Layout.NUMBERS)
                .properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asLong()));
        JsonNode vector = source.path(Layout.MEANING);
        float[] meaning = new float[vector.size()];
        for (int i = 0; i < meaning.length; i++)
            meaning[i] = (float) vector.get(i).asDouble();
        return new Card(
                source.path(Layout.NAME).asText(),
                labels,
                Map.of(),
                Map.of(),
                numbers,
                meaning,
                Base64.getDecoder().decode(source.path(Layout.STORED).asText()));
    }
}
