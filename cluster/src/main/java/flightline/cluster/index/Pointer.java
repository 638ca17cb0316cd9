package flightline.cluster.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which commit is in force: the one document that decides what readers see. Writers change it only as they found it.
 *
 * @param commit 0 before the first
 * @param swept entries that went with this commit or an earlier one have been erased
 * @param embedder name of the embedder whose vectors lie there
 * @param format of the entries
 * @param origin drawn when the index was made
 * @param writer who may write
 * @param place where the cluster keeps this very version of the document
 */
record Pointer(long commit, long swept, String embedder, int format, String origin, String writer, Version place) {
    /** The document's id. */
    static final String ID = "commit";

    /** By this a cluster tells versions of a document apart. */
    record Version(long sequence, long term) {
        static Version of(JsonNode answer) {
            return new Version(
                    answer.path("_seq_no").asLong(),
                    answer.path("_primary_term").asLong());
        }
    }

    static Pointer read(JsonNode answer) {
        JsonNode state = answer.path("_source").path(Layout.STATE);
        return new Pointer(
                state.path("commit").asLong(),
                state.path("swept").asLong(),
                state.path("embedder").asText(),
                state.path("format").asInt(),
                state.path("origin").asText(),
                state.path("writer").asText(),
                Version.of(answer));
    }

    ObjectNode write() {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject(Layout.STATE)
                .put("commit", commit)
                .put("swept", swept)
                .put("embedder", embedder)
                .put("format", format)
                .put("origin", origin)
                .put("writer", writer);
        return json;
    }

    Pointer at(Version other) {
        return new Pointer(commit, swept, embedder, format, origin, writer, other);
    }

    Pointer by(String other) {
        return new Pointer(commit, swept, embedder, format, origin, other, place);
    }

    Pointer next() {
        return new Pointer(commit + 1, swept, embedder, format, origin, writer, place);
    }

    Pointer sweeping() {
        return new Pointer(commit, commit, embedder, format, origin, writer, place);
    }
}
