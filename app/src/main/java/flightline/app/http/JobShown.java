package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A job as the page shows it.
 *
 * @param far how far it is, or why it failed; empty where there is nothing to say
 * @param over whether it can no longer be stopped
 */
public record JobShown(String id, String kind, String state, String begun, String far, boolean over) {
    static JobShown of(Job job) {
        JsonNode told = job.json();
        JsonNode progress = told.path("progress");
        long total = progress.path("total").asLong();
        String done = total > 0 ? progress.path("done").asLong() + " of " + total + " " : "";
        String fault = told.path("why").asText();
        String why = fault.isEmpty() ? outcome(told.path("result")) : fault;
        return new JobShown(
                told.path("id").asText(),
                told.path("kind").asText(),
                told.path("state").asText(),
                told.path("begun").asText().substring(0, 19).replace('T', ' '),
                why.isEmpty() ? done + progress.path("doing").asText() : why,
                job.over());
    }

    /** What came of it in words; empty where nothing more is to be said than that it is done. */
    private static String outcome(JsonNode result) {
        JsonNode why = result.path("why");
        String reason = why.isArray() ? why.path(0).asText() : why.asText();
        String word = result.path("outcome").asText().replace('-', ' ');
        return ((word.equals("done") ? "" : word) + " " + reason).strip();
    }
}
