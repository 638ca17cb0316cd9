package flightline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bundles of rules that were put in force, each under its version, and which of them holds. */
public final class PolicyShelf {
    private static final String STANDING = "policy/in-force.json";
    /** More is no file of a bundle. */
    private static final long LARGEST = 4L << 20;

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Cabinet cabinet;
    private final Path folder;

    /** @param root the data folder of this machine, where an administrator puts a key and exceptions */
    public PolicyShelf(Cabinet cabinet, Path root) {
        this.cabinet = cabinet;
        this.folder = root.resolve("policy");
    }

    /**
     * Which bundle holds.
     *
     * @param inForce versions that were put in force, the present one last; empty where the rules that ship hold
     * @param damaged versions that were in force and whose files are not what they were, with what was found
     */
    public record Standing(List<String> inForce, Map<String, String> damaged) {
        public static final Standing NONE = new Standing(List.of(), Map.of());

        public Standing {
            inForce = inForce == null ? List.of() : List.copyOf(inForce);
            damaged = damaged == null ? Map.of() : new TreeMap<>(damaged);
        }
    }

    /** The public key that signatures of bundles are checked with, where there is such a file. */
    public Path officerKey() {
        return folder.resolve("officer.pub");
    }

    /** What an administrator excepts. */
    public Path exceptions() {
        return folder.resolve("exceptions.yaml");
    }

    /** Throws {@link UncheckedIOException} where it cannot be read. */
    public Standing standing() {
        Optional<byte[]> held = cabinet.read(STANDING);
        if (held.isEmpty()) return Standing.NONE;
        try {
            Standing read = json.readValue(held.get(), Standing.class);
            if (read == null) throw new IOException("it is empty");
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cabinet.place(STANDING) + ": " + e.getMessage(), e);
        }
    }

    public void write(Standing standing) {
        try {
            cabinet.write(STANDING, json.writeValueAsBytes(standing));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write down which rules hold: " + e.getMessage(), e);
        }
    }

    /** Keeps the files of a bundle; those that are there are replaced. */
    public void keep(String version, Map<String, byte[]> files) {
        files.forEach((name, bytes) -> cabinet.write(bundle(version) + name, bytes));
    }

    /** Those of these files that are kept of a bundle, by name. */
    public Map<String, byte[]> kept(String version, Collection<String> names) {
        var files = new LinkedHashMap<String, byte[]>();
        for (String name : names) cabinet.read(bundle(version) + name).ifPresent(bytes -> files.put(name, bytes));
        return files;
    }

    private static String bundle(String version) {
        return "policy/bundles/" + version + "/";
    }

    /** Those of these files that the folder holds, by name; throws {@link UncheckedIOException} naming one that cannot be read. */
    public static Map<String, byte[]> read(Path folder, Collection<String> names) {
        var files = new LinkedHashMap<String, byte[]>();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) continue;
            try {
                if (Files.size(file) > LARGEST) throw new IOException("it has more than " + LARGEST + " bytes");
                files.put(name, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return files;
    }
}
