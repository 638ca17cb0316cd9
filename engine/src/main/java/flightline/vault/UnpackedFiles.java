package flightline.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of files that the program took out of itself, and whether they still are what was taken out: native code that was cut
 * off ends the process when it is loaded. A list beside them holds the size, time and SHA-256 of each. Looking at a start costs
 * nothing while size and time are the same; where they are not, the files are read.
 */
public final class UnpackedFiles {
    private static final String LIST = "unpacked.list";

    private final Path folder;

    public UnpackedFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * @param sha256 lower-case hexadecimal
     * @param modified milliseconds since 1970
     */
    private record Noted(String name, String sha256, long bytes, long modified) {
        static Noted of(Path file) throws IOException {
            return new Noted(
                    String.valueOf(file.getFileName()),
                    hash(file),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis());
        }

        static Noted read(String line) throws IOException {
            String[] parts = line.split(" ", 4);
            try {
                return new Noted(parts[3], parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new IOException("the list is damaged", e);
            }
        }

        String line() {
            return sha256 + " " + bytes + " " + modified + " " + name + "\n";
        }

        boolean looksLike(Path file) throws IOException {
            return Files.isRegularFile(file)
                    && Files.size(file) == bytes
                    && Files.getLastModifiedTime(file).toMillis() == modified;
        }

        boolean is(Path file) throws IOException {
            return Files.isRegularFile(file)
                    && Files.size(file) == bytes
                    && hash(file).equals(sha256);
        }
    }

    /** Writes down what these files of the folder are now. */
    public void note(List<String> names) throws IOException {
        var all = new ArrayList<Noted>();
        for (String name : names) all.add(Noted.of(folder.resolve(name)));
        write(all);
    }

    /** Whether the files are those that were noted; false where none were. */
    public boolean fit() {
        try {
            List<Noted> noted = noted();
            boolean same = true;
            for (Noted one : noted) same &= one.looksLike(folder.resolve(one.name()));
            if (same) return !noted.isEmpty();
            for (Noted one : noted) if (!one.is(folder.resolve(one.name()))) return false;
            renew(noted);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The same files with other times, as a copied folder has them: they need not be read each time. */
    private void renew(List<Noted> noted) {
        try {
            note(noted.stream().map(Noted::name).toList());
        } catch (IOException e) {
            // In a folder that cannot be written they are read at each start.
        }
    }

    /**
     * Reads every file; one line for each that is not what was noted. The folder is then trusted no longer, so that it is
     * unpacked anew when it is needed next.
     */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        try {
            for (Noted one : noted()) {
                Path file = folder.resolve(one.name());
                if (!one.is(file))
                    faults.add(file + " is not what was unpacked; it is unpacked anew when it is needed next");
            }
            if (!faults.isEmpty()) Files.deleteIfExists(folder.resolve(LIST));
        } catch (IOException e) {
            faults.add(folder + " cannot be read: " + e.getMessage());
        }
        return faults;
    }

    /** Those folders beneath that hold such files. */
    public static List<UnpackedFiles> beneath(Path root) {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(LIST)))
                    .sorted()
                    .map(UnpackedFiles::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root + ": " + e.getMessage(), e);
        }
    }

    private List<Noted> noted() throws IOException {
        var all = new ArrayList<Noted>();
        for (String line : Files.readAllLines(folder.resolve(LIST))) all.add(Noted.read(line));
        return all;
    }

    private void write(List<Noted> all) throws IOException {
        var text = new StringBuilder();
        all.forEach(one -> text.append(one.line()));
        Path aside = Files.createTempFile(folder, "unpacked", ".tmp");
        Files.writeString(aside, text);
        Files.move(aside, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
