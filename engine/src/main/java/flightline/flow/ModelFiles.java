package flightline.flow;

import flightline.archive.ModelBook.Entry;
import flightline.corpus.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of models: their hashes, their signatures, and whether they are still what was taken in. */
public final class ModelFiles {
    private static final int CHUNK = 1 << 20;

    private final ModelSeals seals;

    ModelFiles(ModelSeals seals) {
        this.seals = seals;
    }

    /** How the file of a model stands today. */
    public enum Standing {
        AS_ADDED("is the file that was added"),
        MISSING("is missing"),
        CHANGED("was changed since it was added"),
        /** What was added, but not signed by anybody whose signature is asked for. */
        UNSIGNED("bears no good signature by a key of llama.signed-by");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** What to say of such a file, behind its name. */
        public String words() {
            return words;
        }
    }

    /** Hashes the file of one model anew. */
    public Standing standing(Entry entry, Progress progress) {
        Standing seen = seen(entry);
        return seen == Standing.AS_ADDED
                        && !hash(Path.of(entry.file()), progress).equals(entry.sha256())
                ? Standing.CHANGED
                : seen;
    }

    /** The same as far as can be told without reading the file, which takes a minute for a large one. */
    public Standing seen(Entry entry) {
        Path file = Path.of(entry.file());
        if (!Files.isRegularFile(file)) return Standing.MISSING;
        if (size(file) != entry.bytes()) return Standing.CHANGED;
        return seals.objection(entry.sha256(), entry.signature()).isEmpty() ? Standing.AS_ADDED : Standing.UNSIGNED;
    }

    /** Writes the signature of a file beside it, and returns where; throws {@link UncheckedIOException}. */
    public static Path sign(Path file, Path privateKey, Progress progress) {
        String signature = ModelSeals.sign(privateKey, hash(file, progress));
        Path into = ModelSeals.beside(file);
        try {
            return Files.writeString(into, signature + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + into + ": " + e.getMessage(), e);
        }
    }

    static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static String hash(Path file, Progress progress) {
        var digest = ContentHash.sha256();
        var buffer = ByteBuffer.allocate(CHUNK);
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            for (long done = 0; channel.read(buffer) >= 0; buffer.clear()) {
                done += buffer.position();
                digest.update(buffer.flip());
                progress.at(done, size, String.valueOf(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return ContentHash.of(digest).hex();
    }
}
