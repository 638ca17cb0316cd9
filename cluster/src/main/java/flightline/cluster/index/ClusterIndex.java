package flightline.cluster.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.search.IndexTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One index of the cluster: its few requests, each with its deadline, and what may go wrong with them. */
final class ClusterIndex {
    static final Duration READ = Duration.ofSeconds(15);
    private static final Duration WRITE = Duration.ofSeconds(90);
    private static final int PAGE = 1000;
    private static final int LINES_AT_A_TIME = 4 << 20;
    private static final Map<String, String> WHOLE = Map.of("allow_partial_search_results", "false");

    private final Asking asking;
    private final String name;

    ClusterIndex(Asking asking, String name) {
        this.asking = asking;
        this.name = name;
    }

    String name() {
        return name;
    }

    Asking asking() {
        return asking;
    }

    /** The document as it is at this moment; absent where it, or the whole index, is not there. */
    Optional<JsonNode> get(String id) {
        Reply reply = asking.get("/" + name + "/_doc/" + id, Map.of(), READ);
        if (reply.isMissing()) return Optional.empty();
        return Optional.of(fine("read", reply).body());
    }

    /** Makes the index unless somebody else just did. */
    void create(ObjectNode layout) {
        Reply reply = asking.ask("PUT", "/" + name, Map.of(), layout, WRITE);
        if (reply.status() == 400 && reply.reason().contains("resource_already_exists")) return;
        fine("made", reply);
    }

    /**
     * Writes one document, only as its writer found it.
     *
     * @param found absent where it must not be there yet
     * @return its new place; absent where somebody was quicker
     */
    Optional<Pointer.Version> put(String id, JsonNode document, Optional<Pointer.Version> found) {
        Map<String, String> as = found.map(version -> Map.of(
                        "if_seq_no", Long.toString(version.sequence()),
                        "if_primary_term", Long.toString(version.term())))
                .orElse(Map.of("op_type", "create"));
        Reply reply = asking.ask("PUT", "/" + name + "/_doc/" + id, as, document, READ);
        if (reply.isConflict()) return Optional.empty();
        return Optional.of(Pointer.Version.of(fine("written", reply).body()));
    }

    JsonNode search(JsonNode body) {
        return whole(fine("read", asking.ask("POST", "/" + name + "/_search", WHOLE, body, READ))
                .body());
    }

    List<JsonNode> searches(List<ObjectNode> bodies) {
        var lines = new StringBuilder();
        for (ObjectNode body : bodies)
            lines.append("{\"allow_partial_search_results\":false}\n")
                    .append(body)
                    .append('\n');
        Reply reply = fine("read", asking.lines("/" + name + "/_msearch", Map.of(), lines.toString(), READ));
        var answers = new ArrayList<JsonNode>();
        for (JsonNode each : reply.body().path("responses")) answers.add(whole(each));
        if (answers.size() != bodies.size())
            throw asking.away("it answered " + answers.size() + " of " + bodies.size() + " searches", noCause());
        return answers;
    }

    /** Half an answer would say that there is nothing where there is something. */
    private JsonNode whole(JsonNode answer) {
        if (answer.has("error"))
            throw asking.away(
                    Reply.reason(answer.path("error"), answer.path("status").asInt()), noCause());
        JsonNode shards = answer.path("_shards");
        if (answer.path("timed_out").asBoolean() || shards.path("failed").asInt() > 0)
            throw asking.away(
                    shards.path("failed").asInt() + " of "
                            + shards.path("total").asInt() + " parts did not answer",
                    noCause());
        return answer;
    }

    /** Every hit, in the order of names. */
    void each(ObjectNode query, JsonNode source, Consumer<JsonNode> reader) {
        JsonNode after = MissingNode.getInstance();
        while (true) {
            JsonNode hits = page(query, source, after, PAGE);
            hits.forEach(reader);
            if (hits.size() < PAGE) return;
            after = hits.get(PAGE - 1).path("sort");
        }
    }

    /** The next hits in the order of names, behind all that bear this one; empty for the first. */
    JsonNode page(ObjectNode query, JsonNode source, String after, int most) {
        return page(
                query,
                source,
                after.isEmpty()
                        ? MissingNode.getInstance()
                        : JsonNodeFactory.instance.arrayNode().add(after).add(Long.MAX_VALUE),
                most);
    }

    /** What died bears a name several times, so the commit that each was born in tells them apart. */
    private JsonNode page(ObjectNode query, JsonNode source, JsonNode after, int most) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("size", most).put("track_total_hits", false);
        body.set("_source", source);
        body.set("query", query);
        var sort = body.putArray("sort");
        sort.addObject().put(Layout.NAME, "asc");
        sort.addObject().put(Layout.BORN, "asc");
        if (!after.isMissingNode()) body.set("search_after", after);
        return search(body).path("hits").path("hits");
    }

    /** The cluster's names of all that the query finds. */
    List<String> ids(ObjectNode query) {
        var found = new ArrayList<String>();
        each(
                query,
                JsonNodeFactory.instance.booleanNode(false),
                hit -> found.add(hit.path("_id").asText()));
        return found;
    }

    /** Many documents by their names, with these fields; the missing are left out. */
    List<JsonNode> documents(List<String> ids, String... fields) {
        var body = JsonNodeFactory.instance.objectNode();
        var docs = body.putArray("docs");
        for (String id : ids) {
            var one = docs.addObject().put("_id", id);
            var source = one.putArray("_source");
            for (String field : fields) source.add(field);
        }
        Reply reply = fine("read", asking.ask("POST", "/" + name + "/_mget", Map.of(), body, READ));
        var found = new ArrayList<JsonNode>();
        for (JsonNode each : reply.body().path("docs")) {
            if (each.has("error")) throw asking.away(Reply.reason(each.path("error"), reply.status()), noCause());
            if (each.path("found").asBoolean()) found.add(each);
        }
        return found;
    }

    /** Lines of a bulk request, sent when there are many. */
    final class Bulk {
        private final StringBuilder lines = new StringBuilder();
        private final Runnable before;
        private boolean sent;

        /** @param before is asked before each request, and throws where nothing may be written any more */
        Bulk(Runnable before) {
            this.before = before;
        }

        void put(String id, JsonNode document) {
            action("index", id).append(document).append('\n');
            sendIfMuch();
        }

        void dies(String id, long commit) {
            action("update", id)
                    .append("{\"doc\":{\"")
                    .append(Layout.DIED)
                    .append("\":")
                    .append(commit)
                    .append("}}\n");
            sendIfMuch();
        }

        void delete(String id) {
            action("delete", id);
            sendIfMuch();
        }

        private StringBuilder action(String kind, String id) {
            return lines.append("{\"")
                    .append(kind)
                    .append("\":{\"_id\":\"")
                    .append(id)
                    .append("\"}}\n");
        }

        private void sendIfMuch() {
            if (lines.length() > LINES_AT_A_TIME) send();
        }

        boolean wasSent() {
            return sent;
        }

        /** Every line again gives the same, so one that was sent in vain is sent once more. */
        void send() {
            if (lines.isEmpty()) return;
            before.run();
            sent = true;
            Reply reply = fine("written", asking.lines("/" + name + "/_bulk", Map.of(), lines.toString(), WRITE));
            lines.setLength(0);
            if (!reply.body().path("errors").asBoolean()) return;
            for (JsonNode item : reply.body().path("items"))
                for (JsonNode one : item) {
                    int status = one.path("status").asInt();
                    if (status >= 300 && status != 404)
                        throw asking.trouble("written", new Reply(status, failed(one.path("error"))));
                }
        }
    }

    private static ObjectNode failed(JsonNode error) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("error", error);
        return body;
    }

    /** Makes visible to searches what was written. */
    void refresh() {
        fine("written", asking.ask("POST", "/" + name + "/_refresh", Map.of(), MissingNode.getInstance(), WRITE));
    }

    /** Writes files anew that hold something deleted; returns how many deleted documents are still in some. */
    long expunge() {
        fine("written", asking.ask("POST", "/" + name + "/_flush", Map.of(), MissingNode.getInstance(), WRITE));
        fine(
                "written",
                asking.ask(
                        "POST",
                        "/" + name + "/_forcemerge",
                        Map.of("only_expunge_deletes", "true"),
                        MissingNode.getInstance(),
                        WRITE));
        refresh();
        Reply stats = fine("read", asking.get("/" + name + "/_stats/docs", Map.of(), READ));
        return stats.body()
                .path("_all")
                .path("total")
                .path("docs")
                .path("deleted")
                .asLong();
    }

    Reply fine(String doing, Reply reply) {
        if (!reply.isFine()) throw asking.trouble(doing, reply);
        return reply;
    }

    private static java.io.IOException noCause() {
        return new java.io.IOException("an answer that is not whole");
    }

    IndexTrouble.InUse inUse() {
        return new IndexTrouble.InUse(asking.address(), new IllegalStateException("another node writes " + name));
    }
}
