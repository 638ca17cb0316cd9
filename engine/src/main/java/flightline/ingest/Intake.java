package flightline.ingest;

import flightline.corpus.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

/** Finds the files behind the paths that were handed in and reads them, or says why not. Safe for several threads. */
public final class Intake {
    /** The file that lies in every data folder, and tells one from a folder of documents. */
    public static final String DATA_FOLDER_STAMP = "flightline-data.json";

    private static final int HEAD = 1024;
    private static final long MIB = 1024 * 1024;

    private final Limits limits;

    /**
     * How large a file may be.
     *
     * @param text bytes, for every kind but PDF
     * @param pdf bytes
     */
    public record Limits(long text, long pdf) {
        /** 64 MiB, and 512 MiB for a PDF. */
        public static Limits standard() {
            return new Limits(64 * MIB, 512 * MIB);
        }

        public Limits {
            if (text < 1 || pdf < 1 || text >= Integer.MAX_VALUE - 8 || pdf >= Integer.MAX_VALUE - 8)
                throw new IllegalArgumentException(
                        "limits must be 1 byte to 2047 MiB, got " + text + " and " + pdf + " bytes");
        }
    }

    public Intake(Limits limits) {
        this.limits = limits;
    }

    /** Every file behind the paths; hidden and backup files inside folders are passed over and counted. */
    public FileWalk walk(List<Path> given) {
        return new FolderWalker().walk(given);
    }

    /** Reads one file whole. */
    public IntakeOutcome take(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) return new IntakeOutcome.Refused(path, "a folder, not a file");
            // Before any byte is read: reading a pipe would wait for ever.
            if (!attributes.isRegularFile())
                return new IntakeOutcome.Refused(path, "a device, pipe or socket, not a file with a content");
            return attributes.size() == 0 ? empty(path) : read(path, attributes.size());
        } catch (NoSuchFileException absent) {
            return new IntakeOutcome.Refused(path, "does not exist");
        } catch (AccessDeniedException denied) {
            return new IntakeOutcome.Refused(path, "cannot be read: access denied");
        } catch (IOException broken) {
            return new IntakeOutcome.Refused(path, "cannot be read: " + String.valueOf(broken.getMessage()));
        }
    }

    /**
     * Reads a file that lies in another one.
     *
     * @param path for example {@code set.zip!/manuals/amm.pdf}
     */
    IntakeOutcome take(Path path, InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        long limit = Signature.isPdf(head, extension(path)) ? limits.pdf() : limits.text();
        byte[] bytes = new SequenceInputStream(new ByteArrayInputStream(head), in).readNBytes((int) limit + 1);
        if (bytes.length > limit) return tooLarge(path, bytes.length, limit);
        return bytes.length == 0 ? empty(path) : recognise(path, bytes);
    }

    private IntakeOutcome read(Path path, long size) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(HEAD);
            long limit = Signature.isPdf(head, extension(path)) ? limits.pdf() : limits.text();
            // An archive is opened where it lies: only its files, one by one, come into memory.
            if (size > limit && ZipLook.isZip(head))
                return new IntakeOutcome.Ready(
                        new SourceFile(path, hash(path), FileKind.ARCHIVE, new byte[0]), List.of());
            if (size > limit) return tooLarge(path, size, limit);
            byte[] rest = in.readNBytes((int) limit + 1 - head.length);
            if (head.length + (long) rest.length > limit) return tooLarge(path, head.length + rest.length, limit);
            bytes = new byte[head.length + rest.length];
            System.arraycopy(head, 0, bytes, 0, head.length);
            System.arraycopy(rest, 0, bytes, head.length, rest.length);
        }
        return bytes.length == 0 ? empty(path) : recognise(path, bytes);
    }

    private static ContentHash hash(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var digest = ContentHash.sha256();
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) digest.update(buffer, 0, got);
            return ContentHash.of(digest);
        }
    }

    private static IntakeOutcome recognise(Path path, byte[] bytes) {
        String extension = extension(path);
        Signature found = Signature.of(bytes, extension);
        FileKind claimed = Signature.claimedBy(extension);
        // A name that says PDF over bytes of no format at all is a damaged PDF, not a text that happens to be named so.
        boolean nothing = found.kind() == FileKind.OTHER || found.kind() == FileKind.PLAIN_TEXT;
        if (claimed == FileKind.PDF && nothing)
            return new IntakeOutcome.Refused(
                    path,
                    "named ." + extension + ", but there is no %PDF- in its first " + HEAD + " bytes; it looks like "
                            + found.seems());
        var file = new SourceFile(path, ContentHash.of(bytes), found.kind(), bytes);
        boolean contradiction = claimed != FileKind.OTHER && claimed != found.kind();
        return new IntakeOutcome.Ready(
                file,
                contradiction
                        ? List.of("named ." + extension + ", but its bytes are " + found.seems()
                                + "; taken as what the bytes are")
                        : List.of());
    }

    private static IntakeOutcome empty(Path path) {
        return new IntakeOutcome.Refused(path, "empty: 0 bytes");
    }

    private static IntakeOutcome tooLarge(Path path, long size, long limit) {
        return new IntakeOutcome.Refused(
                path,
                String.format(
                        Locale.ROOT,
                        "%.1f MiB, larger than the limit of %.1f MiB for its kind; split it or raise the limit",
                        size / (double) MIB,
                        limit / (double) MIB));
    }

    /** Lower case, without the dot; empty where there is none. */
    static String extension(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
