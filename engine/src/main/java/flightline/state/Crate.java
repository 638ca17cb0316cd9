package flightline.state;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that is kept, as files in a folder, for the way from one place to another: each value under its key, and a list with
 * the SHA-256 of each. Packing and unpacking may be broken off and begun again; what is there already is not done twice, and each
 * ends only when every value was read back and compared. Meanwhile nobody else may write.
 */
public final class Crate {
    /** Raised when an older program could not read what a newer one writes. */
    private static final int FORMAT = 1;

    private static final String LIST = "state.json";
    private static final String VALUES = "values";
    private static final TypeReference<Contents> CONTENTS = new TypeReference<>() {};
    /** What is moved, by the beginning of its keys. What passes, such as who is signed in, is not. */
    private static final List<String> KINDS = List.of(
            "archive/",
            "dialogues/",
            "feedback/",
            "learned/",
            "models/evaluations.json",
            "models/models.json",
            "people/",
            "policy/bundles/",
            "policy/in-force.json",
            "runs/",
            "sessions/");

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    public Crate(Path folder) {
        this.folder = folder;
    }

    /** The list. */
    private record Contents(int format, Map<String, Packed> values) {}

    /** @param sha256 lower-case hexadecimal */
    private record Packed(long bytes, String sha256) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * @param values all of them
         * @param already how many of these were there before
         */
        record Done(int values, long bytes, int already) implements Outcome {}

        /** Nothing is complete; names what and why. It may be begun again. */
        record Unusable(String why) implements Outcome {}
    }

    /** Is told how many values are done, of how many. */
    public interface Watcher {
        void at(long done, long total, String key);
    }

    /** Whether there is a list of what was packed. */
    public boolean isPacked() {
        return Files.isRegularFile(folder.resolve(LIST));
    }

    /** Writes all that the cabinet keeps into the folder, which holds what was removed since no longer. */
    public Outcome pack(Cabinet from, Watcher watcher) throws IOException {
        Path values = folder.resolve(VALUES);
        prepare(values);
        // While there is no list the folder is no export.
        Files.deleteIfExists(folder.resolve(LIST));
        List<String> keys = keys(from);
        var packed = new TreeMap<String, Packed>();
        int already = 0;
        long bytes = 0;
        for (String key : keys) {
            Path file = values.resolve(key);
            Packed kept = summed(from, key);
            if (Files.isRegularFile(file) && summed(file).equals(kept)) already++;
            else write(from, key, file);
            if (!summed(file).equals(kept)) return changed(from, key);
            packed.put(key, kept);
            bytes += kept.bytes();
            watcher.at(packed.size(), keys.size(), key);
        }
        if (!keys(from).equals(keys)) return changed(from, KINDS.getFirst());
        drop(new FileCabinet(values), packed);
        Vault.clear()
                .write(
                        folder.resolve(LIST),
                        json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Contents(FORMAT, packed)));
        return new Outcome.Done(packed.size(), bytes, already);
    }

    private static Outcome changed(Cabinet from, String key) {
        return new Outcome.Unusable(from.place(key.replaceAll("/$", ""))
                + " changed while it was written; end whoever writes there and begin again");
    }

    private static void write(Cabinet from, String key, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = file.resolveSibling(file.getFileName() + Vault.PART);
        try (InputStream in = opened(from, key)) {
            Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
        }
        Vault.put(aside, file);
    }

    private static void drop(Cabinet values, Map<String, Packed> packed) {
        for (String key : values.keys(""))
            if (!packed.containsKey(key)) {
                var ignored = values.delete(key);
            }
    }

    /** For its owner alone: it is in the clear. */
    private static void prepare(Path values) throws IOException {
        Path folder = Objects.requireNonNull(values.toAbsolutePath().getParent());
        Path above = folder.getParent();
        if (above != null) Files.createDirectories(above);
        if (!Files.isDirectory(folder))
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix"))
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            else Files.createDirectory(folder);
        Files.createDirectories(values);
    }

    /** Writes all that was packed into the cabinet, which may hold nothing else. */
    public Outcome unpack(Cabinet into, Watcher watcher) throws IOException {
        if (!isPacked()) return new Outcome.Unusable(folder + " is no export: it holds no " + LIST);
        Contents contents = json.readValue(Files.readAllBytes(folder.resolve(LIST)), CONTENTS);
        if (contents.format() < 1 || contents.format() > FORMAT)
            return new Outcome.Unusable(folder + " has format " + contents.format() + ", this version knows up to "
                    + FORMAT + "; use the newer Flightline that wrote it");
        var others = new TreeSet<>(keys(into));
        others.removeAll(contents.values().keySet());
        if (!others.isEmpty())
            return new Outcome.Unusable(into.place(others.first()) + " and " + (others.size() - 1)
                    + " others are there that the export does not hold; name a place that is empty");
        int already = 0;
        long bytes = 0;
        int done = 0;
        for (var each : contents.values().entrySet()) {
            String key = Cabinet.checked(each.getKey());
            Path file = folder.resolve(VALUES).resolve(key);
            if (!Files.isRegularFile(file)) return new Outcome.Unusable(file + " is missing");
            if (!summed(file).equals(each.getValue()))
                return new Outcome.Unusable(file + " is not what was written (size or SHA-256 differs)");
            if (into.holds(key) && summed(into, key).equals(each.getValue())) {
                already++;
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    into.write(key, in);
                }
                if (!summed(into, key).equals(each.getValue()))
                    return new Outcome.Unusable(into.place(key) + " does not give back what was written");
            }
            bytes += each.getValue().bytes();
            watcher.at(++done, contents.values().size(), key);
        }
        List<String> held = keys(into);
        return held.size() == contents.values().size()
                ? new Outcome.Done(held.size(), bytes, already)
                : new Outcome.Unusable(
                        held.size() + " values are there, " + contents.values().size() + " should be");
    }

    private static List<String> keys(Cabinet cabinet) {
        var keys = new ArrayList<String>();
        for (String kind : KINDS) keys.addAll(cabinet.keys(kind));
        return keys;
    }

    private static InputStream opened(Cabinet cabinet, String key) throws NoSuchFileException {
        return cabinet.open(key).orElseThrow(() -> new NoSuchFileException(cabinet.place(key)));
    }

    private static Packed summed(Cabinet cabinet, String key) throws IOException {
        try (InputStream in = opened(cabinet, key)) {
            return summed(in);
        }
    }

    private static Packed summed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return summed(in);
        }
    }

    private static Packed summed(InputStream in) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        long bytes = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return new Packed(bytes, ContentHash.of(digest).hex());
    }
}
