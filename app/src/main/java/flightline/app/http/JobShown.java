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
        String why = told.path("why").asText();
        return new JobShown(
                told.path("id").asText(),
                told.path("kind").asText(),
                told.path("state").asText(),
                told.path("begun").asText().substring(0, 19).replace('T', ' '),
                why.isEmpty() ? done + progress.path("doing").asText() : why,
                job.over());
    }
}
