package flightline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The last evaluation of each model, by the hash of its file: a file that was changed has none. One JSON value, replaced whole. */
public final class TrialBook {
    private static final String KEY = "models/evaluations.json";
    private static final TypeReference<TreeMap<String, Trial>> ALL = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;

    public TrialBook(Cabinet cabinet) {
        this.cabinet = cabinet;
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

        /** ISO date. */
        public String day() {
            return at.substring(0, 10);
        }

        /** What it was compared with, in words. */
        public String other() {
            return beside.isEmpty() ? "answers without a model" : beside;
        }

        /**
         * Why the model may not write by it; empty where it may.
         *
         * @param writing the other model that writes now
         */
        public Optional<String> objection(Optional<String> writing) {
            if (!passed())
                return Optional.of("its evaluation of " + day() + " found it worse: " + String.join("; ", faults));
            // The name may have those of adapters behind it.
            return writing.filter(name -> !beside.equals(name) && !beside.startsWith(name + "+"))
                    .map(name -> "its evaluation of " + day() + " was beside " + other() + ", and " + name
                            + " writes now; 'model evaluate' does it anew");
        }
    }

    /** @param sha256 of the model's file */
    public Optional<Trial> of(String sha256) {
        return Optional.ofNullable(read(cabinet.read(KEY)).get(sha256));
    }

    public void keep(String sha256, Trial trial) {
        for (; ; ) {
            Optional<byte[]> before = cabinet.read(KEY);
            Map<String, Trial> all = read(before);
            all.put(sha256, trial);
            if (cabinet.replace(KEY, before, text(all))) return;
        }
    }

    private byte[] text(Map<String, Trial> all) {
        try {
            return json.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down an evaluation: " + e.getMessage(), e);
        }
    }

    private Map<String, Trial> read(Optional<byte[]> bytes) {
        try {
            return bytes.isEmpty() ? new TreeMap<>() : json.readValue(bytes.get(), ALL);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cabinet.place(KEY) + ": " + e.getMessage(), e);
        }
    }
}
