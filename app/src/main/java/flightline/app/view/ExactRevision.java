package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;

/** Which revision a citation in our JSON is of. */
public final class ExactRevision {
    private ExactRevision() {}

    /** Its exact name; an answer kept from before citations had it names the revision as displayed. */
    public static String of(JsonNode citation) {
        return citation.path("exactRevision").asText(citation.path("revision").asText());
    }
}
