package flightline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which models the organisation holds, under which licence, and which of them writes. One JSON value, replaced whole. */
public final class ModelBook {
    private static final String KEY = "models/models.json";
    private static final TypeReference<Held> HELD = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;
    private final Path folder;

    /** @param root the data folder, which files of models are fetched to */
    public ModelBook(Cabinet cabinet, Path root) {
        this.cabinet = cabinet;
        this.folder = root.resolve("models");
    }

    /**
     * One model.
     *
     * @param name under which it is spoken of
     * @param file absolute path
     * @param sha256 of the file when it was added, lower-case hexadecimal
     * @param bytes size of the file
     * @param title that the file bears; may be empty
     * @param contextTokens that it was made for
     * @param licence the name of the licence or, where none is known, what it was taken under
     * @param licenceSha256 of the licence text that was accepted
     * @param acceptedBy who accepted it
     * @param added ISO instant of the acceptance
     * @param source {@code file}, or the address that it was fetched from
     * @param policyVersion of the rules under which it was added; empty in a book from before this was kept
     * @param signature of the file, Base64; empty where none came with it
     */
    public record Entry(
            String name,
            String file,
            String sha256,
            long bytes,
            String title,
            String architecture,
            String quantisation,
            int contextTokens,
            String licence,
            String licenceSha256,
            String acceptedBy,
            String added,
            String source,
            String policyVersion,
            String signature) {
        public Entry {
            policyVersion = Objects.requireNonNullElse(policyVersion, "");
            signature = Objects.requireNonNullElse(signature, "");
        }
    }

    /**
     * All of them.
     *
     * @param inService names that were put into service, the present one last; empty where none writes
     */
    public record Held(List<Entry> models, List<String> inService) {
        public Held {
            models = List.copyOf(models);
            inService = List.copyOf(inService);
        }

        public Optional<Entry> named(String name) {
            return models.stream().filter(entry -> entry.name().equals(name)).findFirst();
        }

        /** The one that writes. */
        public Optional<Entry> writing() {
            return inService.isEmpty() ? Optional.empty() : named(inService.getLast());
        }

        public Held with(Entry entry) {
            var all = new ArrayList<>(models);
            all.removeIf(other -> other.name().equals(entry.name()));
            all.add(entry);
            return new Held(all, inService);
        }

        public Held without(String name) {
            return new Held(
                    models.stream().filter(entry -> !entry.name().equals(name)).toList(),
                    inService.stream().filter(other -> !other.equals(name)).toList());
        }

        public Held serving(List<String> names) {
            return new Held(models, names);
        }
    }

    /** The folder for files that are fetched. */
    public Path folder() {
        return folder;
    }

    public Held read() {
        return cabinet.read(KEY).map(this::read).orElseGet(() -> new Held(List.of(), List.of()));
    }

    private Held read(byte[] bytes) {
        try {
            return json.readValue(bytes, HELD);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cabinet.place(KEY) + ": " + e.getMessage(), e);
        }
    }

    public void write(Held held) {
        try {
            cabinet.write(KEY, json.writeValueAsBytes(held));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down which models are held: " + e.getMessage(), e);
        }
    }
}
