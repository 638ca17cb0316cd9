package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup being written: a ZIP file with every file of a data folder, and last {@code backup.json}, which names format,
 * instant and the SHA-256 of each. It appears whole under its name or not at all, and only its owner may read it.
 */
public final class BackupFile implements AutoCloseable {
    /** Raised when an older program could not read what a newer one writes. */
    static final int FORMAT = 1;

    static final String CONTENTS = "backup.json";
    static final TypeReference<Map<String, Object>> JSON = new TypeReference<>() {};

    private final Path file;
    private final Path aside;
    private final MessageDigest digest = ContentHash.sha256();
    private final ZipOutputStream zip;
    private final Map<String, String> hashes = new TreeMap<>();
    private long bytes;
    private boolean open = true;

    private BackupFile(Path file, Path aside, OutputStream to) {
        this.file = file;
        this.aside = aside;
        this.zip = new ZipOutputStream(new DigestOutputStream(to, digest), StandardCharsets.UTF_8);
        // Most of it is packed or encrypted already.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * What was written.
     *
     * @param bytes of the files, before they were packed
     * @param hash of the backup file
     */
    public record Written(int files, long bytes, ContentHash hash) {}

    public static BackupFile begin(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(aside);
        if (aside.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        else Files.createFile(aside);
        return new BackupFile(file, aside, new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16));
    }

    /** @param name with slashes, relative to the data folder */
    public void add(String name, Path from) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            MessageDigest own = ContentHash.sha256();
            zip.putNextEntry(entry(name));
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                own.update(part, 0, read);
                zip.write(part, 0, read);
                bytes += read;
            }
            zip.closeEntry();
            hashes.put(name, ContentHash.of(own).hex());
        }
    }

    /** Names of the contents carry no time, so that the same contents give the same bytes. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    /** Ends the file and gives it its name. */
    public Written finish(String instant) throws IOException {
        zip.putNextEntry(entry(CONTENTS));
        zip.write(new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new TreeMap<>(Map.of("format", FORMAT, "made", instant, "files", hashes))));
        zip.closeEntry();
        zip.close();
        open = false;
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Written(hashes.size(), bytes, ContentHash.of(digest));
    }

    /** Throws away what was not finished. */
    @Override
    public void close() throws IOException {
        if (!open) return;
        open = false;
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
