package flightline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Removals that were begun and not yet finished, one small file each, so that a killed one is finished by whoever writes
 * next. Call it only while holding the index's write lock.
 */
public final class RemovalJournal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";

    private static final String FOLDER = "archive/removals/";

    private final Cabinet cabinet;

    public RemovalJournal(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /**
     * What is to go.
     *
     * @param document identity of a document that goes with all its revisions; empty where only files are to be forgotten
     * @param sources hashes of the files that it came from
     * @param graphics that it shows; those that nobody else shows go with it
     */
    public record Intent(String document, List<String> sources, List<String> graphics) {
        public Intent {
            sources = List.copyOf(sources);
            graphics = List.copyOf(graphics);
        }

        /** One that shows no graphic. */
        public Intent(String document, List<String> sources) {
            this(document, sources, List.of());
        }
    }

    /** Writes down what is to go; from now on it will, whatever happens. */
    public void begin(Intent intent) {
        try {
            cabinet.write(key(intent), JSON.writeValueAsBytes(intent));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write the removal journal: " + e.getMessage(), e);
        }
    }

    public void end(Intent intent) {
        var ignored = cabinet.delete(key(intent));
    }

    /** Every removal begun and not ended. */
    public List<Intent> unfinished() {
        var open = new ArrayList<Intent>();
        for (String key : cabinet.keys(FOLDER)) {
            if (key.endsWith(ENDING)) cabinet.read(key).ifPresent(bytes -> open.add(read(key, bytes)));
        }
        return open;
    }

    private Intent read(String key, byte[] bytes) {
        try {
            return JSON.readValue(bytes, Intent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read the removal journal " + cabinet.place(key) + ": " + e.getMessage(), e);
        }
    }

    private String key(Intent intent) {
        String name = ContentHash.of(intent.document() + "\n" + String.join("\n", intent.sources()))
                .hex();
        return FOLDER + name + ENDING;
    }
}
