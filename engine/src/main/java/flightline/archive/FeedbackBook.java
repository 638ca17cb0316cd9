package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What people said of answers, one JSON file each, under the number of its entry in the log. */
public final class FeedbackBook {
    private static final TypeReference<Said> SAID = new TypeReference<>() {};
    private static final String ENDING = ".json";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;
    private final Vault vault;

    /** @param root the data folder */
    public FeedbackBook(Path root, Vault vault) {
        this.folder = root.resolve("feedback");
        this.vault = vault;
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
     */
    public record Said(
            String id,
            String when,
            String who,
            String answer,
            String kind,
            String note,
            String citation,
            List<String> markings) {
        public Said {
            markings = List.copyOf(markings);
        }
    }

    public void add(Said said) {
        try {
            Files.createDirectories(folder);
            vault.write(folder.resolve(said.id() + ENDING), json.writeValueAsBytes(said));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the feedback in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** All of it, oldest first. */
    public List<Said> all() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ENDING))
                    .map(this::read)
                    .sorted(Comparator.comparing(Said::when).thenComparing(Said::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private Said read(Path file) {
        try {
            return json.readValue(vault.read(file), SAID);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the feedback " + file + ": " + e.getMessage(), e);
        }
    }
}
