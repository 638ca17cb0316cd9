package flightline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What people said of answers, one JSON value each, under the number of its entry in the log. Each node has a log of its own, so
 * that two who share this book may come with one number: the later stands beside the earlier, never in its place.
 */
public final class FeedbackBook {
    private static final TypeReference<Said> SAID = new TypeReference<>() {};
    private static final String FOLDER = "feedback/";
    private static final String ENDING = ".json";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;

    public FeedbackBook(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /**
     * What somebody said of an answer.
     *
     * @param id of its own entry in the log
     * @param when ISO instant
     * @param answer id of the answer's entry in the log
     * @param kind {@code helped}, {@code wrong-page}, {@code wrong-cause} or {@code dangerous}
     * @param note in their words; may be empty
     * @param citation number of the citation that it is about, for example {@code c3}; empty for the whole answer
     * @param markings labels of what the speaker is cleared for, which may stand in the note
     * @param log which log {@code id} and {@code answer} are of; empty where it was said before that was written down
     */
    public record Said(
            String id,
            String when,
            String who,
            String answer,
            String kind,
            String note,
            String citation,
            List<String> markings,
            String log) {
        public Said {
            markings = List.copyOf(markings);
            log = Objects.requireNonNullElse(log, "");
        }
    }

    public void add(Said said) {
        try {
            byte[] written = json.writeValueAsBytes(said);
            String key = FOLDER + said.id();
            for (int beside = 2; !cabinet.replace(key + ENDING, Optional.empty(), written); beside++)
                key = FOLDER + said.id() + "-" + beside;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down the feedback " + said.id(), e);
        }
    }

    /** All of it, oldest first. */
    public List<Said> all() {
        return cabinet.keys(FOLDER).stream()
                .filter(key -> key.endsWith(ENDING))
                .flatMap(key -> cabinet.read(key).map(bytes -> read(key, bytes)).stream())
                .sorted(Comparator.comparing(Said::when).thenComparing(Said::id))
                .toList();
    }

    private Said read(String key, byte[] bytes) {
        try {
            return json.readValue(bytes, SAID);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the feedback " + cabinet.place(key) + ": " + e.getMessage(), e);
        }
    }
}
