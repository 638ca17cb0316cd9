package flightline.archive;

import flightline.corpus.ContentHash;
import flightline.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file in which something that was learned from the records is kept, its hash behind it. It can be learned again at any
 * time, so one that is damaged is as good as none, and {@code check} names it.
 */
public final class LearnedFile {
    /** Hexadecimal digits of the hash. */
    private static final int HASH = 64;

    private final Path file;
    private final Vault vault;

    /** One in the clear. */
    public LearnedFile(Path file) {
        this(file, Vault.clear());
    }

    /** @param file need not exist */
    public LearnedFile(Path file, Vault vault) {
        this.file = file;
        this.vault = vault;
    }

    public Path path() {
        return file;
    }

    /** When it was written last; absent where there is none. */
    public Optional<FileTime> written() {
        try {
            return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Replaces what is there, whole or not at all. */
    public void write(byte[] content) {
        var whole = new ByteArrayOutputStream(content.length + HASH);
        whole.writeBytes(content);
        whole.writeBytes(ContentHash.of(content).hex().getBytes(StandardCharsets.US_ASCII));
        vault.write(file, whole.toByteArray());
    }

    /** The content; absent where there is none or where it is not what was written. */
    public Optional<byte[]> read() {
        try {
            if (!Files.exists(file)) return Optional.empty();
            byte[] whole = vault.read(file);
            if (whole.length < HASH) return Optional.empty();
            byte[] content = Arrays.copyOf(whole, whole.length - HASH);
            String hash = new String(whole, whole.length - HASH, HASH, StandardCharsets.US_ASCII);
            return ContentHash.of(content).hex().equals(hash) ? Optional.of(content) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
