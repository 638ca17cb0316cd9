package flightline.cluster.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.search.Condition;
import java.util.List;
import java.util.TreeSet;

/** Conditions as OpenSearch asks them. */
final class Queries {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Queries() {}

    static ObjectNode query(Condition condition) {
        return switch (condition) {
            case Condition.In(var field, var values) -> {
                var query = JSON.objectNode();
                ArrayNode all = query.putObject("terms").putArray(Layout.LABELS + "." + field);
                new TreeSet<>(values).forEach(all::add);
                yield query;
            }
            case Condition.Between(var field, var least, var most) -> {
                var query = JSON.objectNode();
                query.putObject("range")
                        .putObject(Layout.NUMBERS + "." + field)
                        .put("gte", least)
                        .put("lte", most);
                yield query;
            }
            case Condition.Begins(var fields, var beginning) ->
                bool(
                        "should",
                        fields.stream()
                                .sorted()
                                .map(field -> one("prefix", Layout.WORDS + "." + field, Spelling.of(beginning)))
                                .toList());
            case Condition.Has(var field, var word) -> one("term", Layout.WORDS + "." + field, Spelling.of(word));
            case Condition.Meaning() -> exists(Layout.MEANING);
            case Condition.All(var each) ->
                each.isEmpty()
                        ? everything()
                        : bool("filter", each.stream().map(Queries::query).toList());
            case Condition.Any(var each) ->
                bool("should", each.stream().map(Queries::query).toList());
            case Condition.Not(var other) -> bool("must_not", List.of(query(other)));
        };
    }

    static ObjectNode everything() {
        var query = JSON.objectNode();
        query.putObject("match_all");
        return query;
    }

    static ObjectNode bool(String kind, List<ObjectNode> each) {
        var query = JSON.objectNode();
        var bool = query.putObject("bool");
        bool.putArray(kind).addAll(each);
        if (kind.equals("should")) bool.put("minimum_should_match", 1);
        return query;
    }

    static ObjectNode one(String kind, String field, String value) {
        var query = JSON.objectNode();
        query.putObject(kind).put(field, value);
        return query;
    }

    static ObjectNode exists(String field) {
        return one("exists", "field", field);
    }

    static ObjectNode range(String field, String bound, long value) {
        var query = JSON.objectNode();
        query.putObject("range").putObject(field).put(bound, value);
        return query;
    }
}
