package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.archive.Keepsakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers the last answer's JSON, so that {@code show c3} knows what c3 is. */
record LastAnswer(Keepsakes keepsakes) {
    void keep(JsonNode answer) {
        keepsakes.keep(file(), answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The citation with this number in the last answer. */
    Optional<JsonNode> citation(String id) {
        try {
            JsonNode answer = new ObjectMapper().readTree(keepsakes.read(file()));
            for (JsonNode citation : answer.path("citations"))
                if (citation.path("id").asText().equals(id)) return Optional.of(citation);
            for (JsonNode hit : answer.path("hits"))
                if (hit.path("citation").path("id").asText().equals(id)) return Optional.of(hit.path("citation"));
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the last answer: " + e.getMessage(), e);
        }
    }

    private Path file() {
        return keepsakes.lastAnswer();
    }
}
