package flightline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import flightline.state.Cabinet;
import flightline.state.StateTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Bundles of rules that were put in force, each under its version, and which of them holds. */
public final class PolicyShelf {
    private static final String STANDING = "policy/in-force.json";
    private static final String BUNDLES = "policy/bundles/";
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
     * @param lost what was found where an earlier writing of this could not be read, so that it had to be inferred; else empty
     */
    public record Standing(List<String> inForce, Map<String, String> damaged, String lost) {
        public static final Standing NONE = new Standing(List.of(), Map.of());

        public Standing {
            if (inForce == null || damaged == null)
                throw new IllegalArgumentException("'inForce' and 'damaged' are needed");
            inForce = List.copyOf(inForce);
            damaged = new TreeMap<>(damaged);
            lost = lost == null ? "" : lost;
        }

        public Standing(List<String> inForce, Map<String, String> damaged) {
            this(inForce, damaged, "");
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

    /**
     * As it was written down; absent where it never was, or was taken away. Throws {@link UncheckedIOException} where it is not
     * what was written, {@link StateTrouble} where the place fails.
     */
    public Optional<Standing> standing() {
        Optional<byte[]> held = cabinet.read(STANDING);
        if (held.isEmpty()) return Optional.empty();
        try {
            Standing read = json.readValue(held.get(), Standing.class);
            if (read == null) throw new IOException("it is empty");
            return Optional.of(read);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(place() + " is damaged: it is not what was written there", e);
        } catch (IOException e) {
            throw new UncheckedIOException(place() + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Where it is written down which rules hold, for people to read. */
    public String place() {
        return cabinet.place(STANDING);
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

    /** Versions of which files are kept, in the order of their letters. */
    public Set<String> versions() {
        var all = new TreeSet<String>();
        for (String key : cabinet.keys(BUNDLES)) {
            int end = key.indexOf('/', BUNDLES.length());
            if (end > 0) all.add(key.substring(BUNDLES.length(), end));
        }
        return all;
    }

    private static String bundle(String version) {
        return BUNDLES + version + "/";
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
