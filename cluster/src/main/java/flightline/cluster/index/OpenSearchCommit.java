package flightline.cluster.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.search.Card;
import flightline.search.Condition;
import flightline.search.Depot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One commit as a reader sees it: every query carries that entries were born by then and had not died. */
final class OpenSearchCommit implements Depot.Commit {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int COUNTS_AT_A_TIME = 300;
    private static final int VALUES_AT_A_TIME = 5000;
    /** Beyond depth, for the cluster ranks words a little differently. */
    private static final int SPARE = 50;

    private static final int COUNTED = 1001;
    private static final String[] FIELDS = {
        Layout.NAME, Layout.LABELS + ".of", Layout.NUMBERS + ".from", Layout.NUMBERS + ".until", Layout.STORED
    };

    private final ClusterIndex index;
    private final Pointer pointer;
    private final Recent recent;

    OpenSearchCommit(ClusterIndex index, Pointer pointer, Recent recent) {
        this.index = index;
        this.pointer = pointer;
        this.recent = recent;
    }

    @Override
    public long number() {
        return pointer.commit();
    }

    @Override
    public String stamp() {
        return pointer.origin() + "-" + pointer.commit();
    }

    @Override
    public String embedder() {
        return pointer.embedder();
    }

    /** What holds, within this commit. */
    ObjectNode within(ObjectNode... others) {
        var all = new ArrayList<ObjectNode>();
        all.add(Queries.range(Layout.BORN, "lte", pointer.commit()));
        all.add(Queries.range(Layout.DIED, "gt", pointer.commit()));
        all.addAll(List.of(others));
        return Queries.bool("filter", all);
    }

    @Override
    public Set<String> labels(String field) {
        return recent.labels(pointer.commit(), field, () -> values(field));
    }

    private Set<String> values(String field) {
        var found = new LinkedHashSet<String>();
        var body = JSON.objectNode();
        body.put("size", 0).put("track_total_hits", false).set("query", within());
        var composite = body.putObject("aggs").putObject("all").putObject("composite");
        composite.put("size", VALUES_AT_A_TIME);
        composite
                .putArray("sources")
                .addObject()
                .putObject("value")
                .putObject("terms")
                .put("field", Layout.LABELS + "." + field);
        while (true) {
            JsonNode all = index.search(body).path("aggregations").path("all");
            for (JsonNode bucket : all.path("buckets"))
                found.add(bucket.path("key").path("value").asText());
            if (!all.has("after_key")) return found;
            composite.set("after", all.path("after_key"));
        }
    }

    @Override
    public long[] count(Condition within, List<Condition> each) {
        long[] counts = new long[each.size()];
        for (int from = 0; from < counts.length; from += COUNTS_AT_A_TIME) {
            int to = Math.min(counts.length, from + COUNTS_AT_A_TIME);
            var body = JSON.objectNode();
            body.put("size", 0).put("track_total_hits", false).set("query", within(Queries.query(within)));
            ArrayNode filters = body.putObject("aggs")
                    .putObject("each")
                    .putObject("filters")
                    .putArray("filters");
            for (Condition one : each.subList(from, to)) filters.add(Queries.query(one));
            JsonNode buckets =
                    index.search(body).path("aggregations").path("each").path("buckets");
            for (int i = from; i < to; i++)
                counts[i] = buckets.path(i - from).path("doc_count").asLong();
        }
        return counts;
    }

    @Override
    public Map<String, Depot.Sum> sums(Condition within, Set<String> numbers) {
        var names = List.copyOf(new TreeSet<>(numbers));
        var body = JSON.objectNode();
        body.put("size", 0).put("track_total_hits", false).set("query", within(Queries.query(within)));
        var aggregations = body.putObject("aggs");
        for (int i = 0; i < names.size(); i++)
            aggregations.putObject("s" + i).putObject("stats").put("field", Layout.NUMBERS + "." + names.get(i));
        JsonNode found = index.search(body).path("aggregations");
        Map<String, Depot.Sum> sums = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode one = found.path("s" + i);
            sums.put(
                    names.get(i),
                    new Depot.Sum(
                            one.path("count").asLong(),
                            Math.round(one.path("sum").asDouble())));
        }
        return sums;
    }

    @Override
    public List<Depot.Found> find(List<Depot.Wanted> each) {
        var searches = new ArrayList<ObjectNode>();
        var asked = new ArrayList<Integer>();
        for (Depot.Wanted wanted : each) {
            ObjectNode scope = within(Queries.query(wanted.scope()));
            int before = searches.size();
            searches.add(byWords(wanted, scope));
            searches.add(byMeaning(wanted, scope));
            if (!wanted.codes().isEmpty()) searches.add(byCodes(wanted, scope));
            asked.add(searches.size() - before);
        }
        List<JsonNode> answers = index.searches(searches);
        var ids = new ArrayList<Set<String>>();
        var totals = new ArrayList<Long>();
        int next = 0;
        for (int count : asked) {
            var found = new LinkedHashSet<String>();
            for (JsonNode answer : answers.subList(next, next + count))
                for (JsonNode hit : answer.path("hits").path("hits"))
                    found.add(hit.path("_id").asText());
            ids.add(found);
            totals.add(
                    answers.get(next).path("hits").path("total").path("value").asLong());
            next += count;
        }
        Map<String, Card> cards = cards(ids);
        var found = new ArrayList<Depot.Found>();
        for (int i = 0; i < ids.size(); i++) {
            var byName = new TreeMap<String, Card>();
            for (String id : ids.get(i)) {
                Card card = cards.get(id);
                if (card != null) byName.put(card.name(), card);
            }
            found.add(new Depot.Found(List.copyOf(byName.values()), totals.get(i)));
        }
        return found;
    }

    /** A card never changes under its id, so those that were read before need not be asked for. */
    private Map<String, Card> cards(List<Set<String>> ids) {
        Map<String, Card> cards = new HashMap<>();
        var missing = new LinkedHashSet<String>();
        for (Set<String> some : ids)
            for (String id : some) recent.card(id).ifPresentOrElse(card -> cards.put(id, card), () -> missing.add(id));
        if (missing.isEmpty()) return cards;
        var fields = new ArrayList<>(List.of(FIELDS));
        fields.add(Layout.MEANING);
        for (JsonNode document : index.documents(List.copyOf(missing), fields.toArray(String[]::new))) {
            Card card = Cards.read(document.path("_source"));
            cards.put(document.path("_id").asText(), card);
            recent.keep(document.path("_id").asText(), card);
        }
        return cards;
    }

    private static ObjectNode byWords(Depot.Wanted wanted, ObjectNode scope) {
        var any = new ArrayList<ObjectNode>();
        wanted.words().forEach((word, worth) -> {
            var term = JSON.objectNode();
            term.putObject("term")
                    .putObject(Layout.SOUGHT)
                    .put("value", Spelling.of(word))
                    .put("boost", Math.max(1e-6, worth));
            any.add(term);
        });
        return asked(Queries.bool("should", any), scope, wanted.depth() + SPARE, COUNTED);
    }

    private static ObjectNode byCodes(Depot.Wanted wanted, ObjectNode scope) {
        var any = new ArrayList<ObjectNode>();
        for (String code : new TreeSet<>(wanted.codes())) {
            var one = JSON.objectNode();
            one.putObject("constant_score").set("filter", Queries.one("term", Layout.SOUGHT, Spelling.of(code)));
            any.add(one);
        }
        return asked(Queries.bool("should", any), scope, wanted.depth(), 0);
    }

    private static ObjectNode asked(ObjectNode any, ObjectNode scope, int size, int counted) {
        ((ObjectNode) any.path("bool")).putArray("filter").add(scope);
        var body = JSON.objectNode();
        body.put("size", size).put("_source", false).set("query", any);
        if (counted > 0) body.put("track_total_hits", counted);
        else body.put("track_total_hits", false);
        return body;
    }

    private static ObjectNode byMeaning(Depot.Wanted wanted, ObjectNode scope) {
        var body = JSON.objectNode();
        body.put("size", wanted.depth()).put("_source", false).put("track_total_hits", false);
        var nearest = body.putObject("query").putObject("knn").putObject(Layout.MEANING);
        var vector = nearest.putArray("vector");
        for (float value : wanted.meaning()) vector.add(value);
        nearest.put("k", wanted.depth()).set("filter", scope);
        return body;
    }

    @Override
    public List<Card> page(Condition which, String after, int most) {
        var fields = JSON.arrayNode();
        for (String field : FIELDS) fields.add(field);
        var cards = new ArrayList<Card>();
        for (JsonNode hit : index.page(within(Queries.query(which)), fields, after, most))
            cards.add(Cards.read(hit.path("_source")));
        return cards;
    }

    @Override
    public void each(Condition which, boolean vectors, Consumer<Card> reader) {
        var fields = JSON.arrayNode();
        for (String field : FIELDS) fields.add(field);
        if (vectors) fields.add(Layout.MEANING);
        index.each(within(Queries.query(which)), fields, hit -> reader.accept(Cards.read(hit.path("_source"))));
    }
}
