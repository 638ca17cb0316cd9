package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The last evaluation of each model, by the hash of its file: a file that was changed has none. One JSON file, replaced whole. */
public final class TrialBook {
    private static final TypeReference<TreeMap<String, Trial>> ALL = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;

    /** @param root the data folder */
    public TrialBook(Path root) {
        this.file = root.resolve("models/evaluations.json");
    }

    /**
     * An evaluation.
     *
     * @param beside the model that it was compared with; empty for answers without a model
     * @param cases how many were asked
     * @param casesSha256 of the file of cases
     * @param at ISO instant
     * @param policyVersion of the rules in force
     * @param faults in what it is worse, one line each; empty where it may write
     * @param figures of the model
     * @param besideFigures of what it was compared with
     */
    public record Trial(
            String name,
            String beside,
            int cases,
            String casesSha256,
            String at,
            String policyVersion,
            List<String> faults,
            Map<String, Double> figures,
            Map<String, Double> besideFigures) {
        public Trial {
            faults = List.copyOf(faults);
        }

        public boolean passed() {
            return faults.isEmpty();
        }
    }

    /** @param sha256 of the model's file */
    public Optional<Trial> of(String sha256) {
        return Optional.ofNullable(read().get(sha256));
    }

    public void keep(String sha256, Trial trial) {
        Map<String, Trial> all = read();
        all.put(sha256, trial);
        try {
            Vault.clear().write(file, json.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Map<String, Trial> read() {
        if (!Files.exists(file)) return new TreeMap<>();
        try {
            return json.readValue(Files.readAllBytes(file), ALL);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
