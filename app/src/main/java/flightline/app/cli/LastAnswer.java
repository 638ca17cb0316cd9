package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.DraftBasis;
import flightline.archive.Keepsakes;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers the last answer's JSON for the one who got it, so that {@code show c3} knows what c3 is. What it shows is judged
 * anew: it tells where something stands, not that it may be seen.
 */
record LastAnswer(Keepsakes keepsakes, Principal asker) {
    void keep(JsonNode answer) {
        keepsakes.keep(file(), answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same with what was asked, which paper that follows from it repeats. */
    void keep(ObjectNode answer, Request asked) {
        keep(DraftBasis.asked(answer, asked));
    }

    /** The last answer itself, absent where there is none. */
    Optional<JsonNode> whole() {
        try {
            return Optional.of(new ObjectMapper().readTree(keepsakes.read(file())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the last answer: " + e.getMessage(), e);
        }
    }

    /** The citation with this number in the last answer. */
    Optional<JsonNode> citation(String id) {
        return whole().flatMap(answer -> {
            for (JsonNode citation : answer.path("citations"))
                if (citation.path("id").asText().equals(id)) return Optional.of(citation);
            for (JsonNode hit : answer.path("hits"))
                if (hit.path("citation").path("id").asText().equals(id)) return Optional.of(hit.path("citation"));
            return Optional.empty();
        });
    }

    /** The record with this number in the last answer, whether it was cited or only like the complaint. */
    Optional<RecordId> record(String id) {
        return whole().flatMap(answer -> {
            for (JsonNode past : answer.path("precedents"))
                if (past.path("id").asText().equals(id))
                    return Optional.of(new RecordId(past.path("record").asText()));
            return citation(id)
                    .map(cited -> cited.path("title").asText())
                    .filter(title -> title.startsWith(MaintenanceRecord.TITLE))
                    .map(title -> new RecordId(title.substring(MaintenanceRecord.TITLE.length())));
        });
    }

    private Path file() {
        return keepsakes.lastAnswer(asker.name());
    }
}
