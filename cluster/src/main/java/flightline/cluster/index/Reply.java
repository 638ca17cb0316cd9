package flightline.cluster.index;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a node answered.
 *
 * @param status of HTTP
 * @param body JSON; missing where there was none
 */
record Reply(int status, JsonNode body) {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    boolean isFine() {
        return status < 300;
    }

    boolean isMissing() {
        return status == NOT_FOUND;
    }

    boolean isConflict() {
        return status == CONFLICT;
    }

    /** Whether it is no fault of ours, and another node or another moment may answer. */
    boolean maySucceedLater() {
        return switch (status) {
            case 429 -> !isBlocked();
            case 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /** Whether an index or the whole cluster takes no writes. */
    boolean isBlocked() {
        return reason().contains("cluster_block_exception") || reason().contains("blocked by");
    }

    /** Kind and reason of the error, in one line. */
    String reason() {
        return reason(body.path("error"), status);
    }

    static String reason(JsonNode error, int status) {
        if (error.isTextual()) return error.asText();
        String type = error.path("type").asText("HTTP " + status);
        String said = error.path("reason").asText("");
        JsonNode root = error.path("root_cause").path(0);
        String cause = root.path("reason").asText("");
        String shard = error.path("failed_shards")
                .path(0)
                .path("reason")
                .path("reason")
                .asText("");
        String text = type + ": " + said
                + (cause.isEmpty() || cause.equals(said) ? "" : " (" + cause + ")")
                + (shard.isEmpty() || shard.equals(cause) ? "" : " (" + shard + ")");
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
