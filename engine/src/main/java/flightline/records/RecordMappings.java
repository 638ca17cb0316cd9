package flightline.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds mappings: those that ship with the product by name, others in YAML files. */
public final class RecordMappings {
    private static final List<String> BUILT_IN = List.of("sdr", "faa-incidents", "sample", "flightline");

    /** Names of the mappings that ship with the product. */
    public List<String> builtIn() {
        return BUILT_IN;
    }

    /** The built-in mapping of that name; empty where there is none. */
    public Optional<RecordMapping> named(String name) {
        if (!BUILT_IN.contains(name)) return Optional.empty();
        String resource = name + ".yaml";
        return switch (MappingParser.parse(resource, text(resource))) {
            case MappingOutcome.Loaded(var mapping) -> Optional.of(mapping);
            case MappingOutcome.Faulty(var problems) -> throw new IllegalStateException(String.join("; ", problems));
        };
    }

    /** Reads a mapping file; its form is described in {@code docs/record-mappings.md}. */
    public MappingOutcome read(Path file) {
        try {
            return MappingParser.parse(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException unreadable) {
            return new MappingOutcome.Faulty(
                    List.of(file + ": cannot be read as UTF-8 text (" + unreadable.getMessage() + ")"));
        }
    }

    /** A mapping from the text of a mapping file; {@code file} is what messages call it. */
    public MappingOutcome parse(String file, String yaml) {
        return MappingParser.parse(file, yaml);
    }

    private static String text(String resource) {
        try (var stream = Objects.requireNonNull(RecordMappings.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the built-in mapping " + resource, broken);
        }
    }
}
