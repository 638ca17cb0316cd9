package flightline.app.release;

import flightline.corpus.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a release by their SHA-256, in the form that {@code sha256sum} writes and checks. */
public final class Checksums {
    /** Where they stand, at the release's root. */
    public static final String FILE = "SHA256SUMS";

    /** Signature over that file. */
    static final String SIGNATURE = FILE + ".sig";

    private static final int CHUNK = 1 << 16;
    /** What the launcher makes itself when it is first run. */
    private static final Set<String> MADE_HERE = Set.of("lib/flightline.aot", "lib/flightline.built");

    private Checksums() {}

    /** Writes the sums of everything below. */
    static void write(Path root) throws IOException {
        var text = new StringBuilder();
        for (String name : names(root))
            text.append(sum(root.resolve(name))).append("  ").append(name).append('\n');
        Files.writeString(root.resolve(FILE), text);
    }

    /** What is not as it was released, one line each: changed, missing, or slipped in where programs are started from. */
    public static List<String> faults(Path root) throws IOException {
        var faults = new ArrayList<String>();
        Map<String, String> stated = new TreeMap<>();
        for (String line : Files.readAllLines(root.resolve(FILE))) {
            int gap = line.indexOf("  ");
            String name = gap < 0 ? "" : line.substring(gap + 2);
            if (name.isEmpty() || !root.resolve(name).normalize().startsWith(root.normalize()))
                faults.add(FILE + ": '" + line + "' is no sum of a file of the release");
            else stated.put(name, line.substring(0, gap));
        }
        for (var one : stated.entrySet()) {
            Path file = root.resolve(one.getKey());
            if (!Files.isRegularFile(file)) faults.add(one.getKey() + " is missing");
            else if (!sum(file).equals(one.getValue())) faults.add(one.getKey() + " was changed since it was released");
        }
        for (String name : names(root)) {
            boolean started = name.startsWith("lib/") || name.startsWith("runtime/");
            if (started && !stated.containsKey(name) && !MADE_HERE.contains(name))
                faults.add(name + " is none of the released files");
        }
        return faults;
    }

    /** Relative names of all files but the sums, in order. */
    private static Set<String> names(Path root) throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.equals(FILE) && !name.equals(SIGNATURE)) names.add(name);
            }
        }
        return names;
    }

    static String sum(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) digest.update(chunk, 0, read);
        }
        return ContentHash.of(digest).hex();
    }
}
