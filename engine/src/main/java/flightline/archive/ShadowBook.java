package flightline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The model that runs beside the one in service, or ran last, and how its answers compared: counts alone. One JSON value, replaced whole. */
public final class ShadowBook {
    private static final String KEY = "models/shadow.json";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;

    public ShadowBook(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /**
     * One run.
     *
     * @param model name of the candidate
     * @param sha256 of its file
     * @param by who started it
     * @param began ISO instant
     * @param ended ISO instant; empty while it goes on
     * @param counts by what is counted
     */
    public record Shadow(String model, String sha256, String by, String began, String ended, Map<String, Long> counts) {
        public Shadow {
            counts = new TreeMap<>(counts);
        }

        public boolean goesOn() {
            return ended.isEmpty();
        }

        public Shadow endedAt(String when) {
            return new Shadow(model, sha256, by, began, when, counts);
        }

        /** With so many more. */
        public Shadow with(Map<String, Long> more) {
            var all = new TreeMap<>(counts);
            more.forEach((what, many) -> all.merge(what, many, Long::sum));
            return new Shadow(model, sha256, by, began, ended, all);
        }
    }

    /** Absent where there never was one. */
    public Optional<Shadow> read() {
        return read(cabinet.read(KEY));
    }

    public void begin(Shadow shadow) {
        cabinet.write(KEY, text(shadow));
    }

    /** Changes the one that there is, whatever others change meanwhile; does nothing where there is none. */
    public void change(UnaryOperator<Shadow> change) {
        for (; ; ) {
            Optional<byte[]> before = cabinet.read(KEY);
            Optional<Shadow> held = read(before);
            if (held.isEmpty() || cabinet.replace(KEY, before, text(change.apply(held.get())))) return;
        }
    }

    private byte[] text(Shadow shadow) {
        try {
            return json.writeValueAsBytes(shadow);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down the shadow run: " + e.getMessage(), e);
        }
    }

    private Optional<Shadow> read(Optional<byte[]> bytes) {
        try {
            return bytes.isEmpty() ? Optional.empty() : Optional.of(json.readValue(bytes.get(), Shadow.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cabinet.place(KEY) + ": " + e.getMessage(), e);
        }
    }
}
