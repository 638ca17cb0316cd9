package flightline.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup being read. Every file is compared with the hash that the backup names for it; one that differs ends the reading. */
public final class BackupReading {
    private BackupReading() {}

    /** What came of it. */
    public sealed interface Outcome {
        /** @param made instant at which the backup was made, as it says */
        record Unpacked(int files, String made) implements Outcome {}

        /** Nothing can be had from it; names file and reason. */
        record Unusable(String why) implements Outcome {}
    }

    /**
     * Unpacks into an empty folder.
     *
     * @param progress is told how many files are done
     */
    public static Outcome unpack(Path file, Path into, IntConsumer progress) throws IOException {
        if (!Files.isRegularFile(file)) return new Outcome.Unusable("there is no file " + file);
        try (var zip = new ZipFile(file.toFile())) {
            ZipEntry contents = zip.getEntry(BackupFile.CONTENTS);
            if (contents == null)
                return new Outcome.Unusable(file + " is no backup: it holds no " + BackupFile.CONTENTS);
            Map<String, Object> read;
            try (InputStream in = zip.getInputStream(contents)) {
                read = new ObjectMapper().readValue(in, BackupFile.JSON);
            }
            if (!(read.get("format") instanceof Integer format) || format < 1 || format > BackupFile.FORMAT)
                return new Outcome.Unusable(file + " has format " + read.get("format") + ", this version knows up to "
                        + BackupFile.FORMAT + "; use the newer Flightline that wrote it");
            var hashes = new TreeMap<String, String>();
            if (read.get("files") instanceof Map<?, ?> named)
                named.forEach((name, hash) -> hashes.put(String.valueOf(name), String.valueOf(hash)));
            int done = 0;
            for (var each : hashes.entrySet()) {
                String fault = one(zip, each.getKey(), each.getValue(), into);
                if (!fault.isEmpty()) return new Outcome.Unusable(file + ": " + fault);
                progress.accept(++done);
            }
            return new Outcome.Unpacked(done, String.valueOf(read.get("made")));
        } catch (ZipException
                | EOFException
                | com.fasterxml.jackson.core.JacksonException
                | IllegalArgumentException damaged) {
            return new Outcome.Unusable(file + " is no backup, or is damaged: " + damaged.getMessage());
        }
    }

    private static String one(ZipFile zip, String name, String hash, Path into) throws IOException {
        Path to = into.resolve(name).normalize();
        if (!to.startsWith(into) || to.equals(into)) return "the name '" + name + "' leads out of the data folder";
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) return name + " is missing";
        Files.createDirectories(to.getParent());
        MessageDigest digest = ContentHash.sha256();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            in.transferTo(out);
        }
        return ContentHash.of(digest).hex().equals(hash) ? "" : name + " is not what was backed up (SHA-256 differs)";
    }
}
