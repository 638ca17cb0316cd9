package flightline.flow;

import flightline.archive.LearnedFile;
import flightline.corpus.RecordId;
import flightline.learning.Learned;
import flightline.learning.LearnedModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was learned of one kind of label, as it lies in the data folder; read when first asked for and when it changed. */
public final class LearnedShelf {
    private final LearnedFile file;
    private @Nullable String read;
    private Optional<LearnedModels> held = Optional.empty();

    public LearnedShelf(LearnedFile file) {
        this.file = file;
    }

    /** All that was learned; absent where nothing was, or where the file is damaged, see {@link #trouble()}. */
    public synchronized Optional<LearnedModels> models() {
        Optional<String> written = file.written();
        if (written.isEmpty()) return Optional.empty();
        if (written.get().equals(read)) return held;
        held = file.read().flatMap(LearnedShelf::decoded);
        read = written.get();
        return held;
    }

    /** A model for a question that must not see these records: one that never saw them; absent where there is none. */
    public Optional<Learned> innocentOf(Set<RecordId> without) {
        return models().flatMap(models ->
                models.innocentOf(without.stream().map(RecordId::value).toList()));
    }

    /** Keeps what was learned, in place of what was. */
    public synchronized void keep(LearnedModels models) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            models.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.write(bytes.toByteArray());
        read = null;
    }

    /** Throws away what was learned. */
    public synchronized void forget() {
        file.delete();
        read = null;
        held = Optional.empty();
    }

    /** What is wrong with the file, in words; empty where nothing is or where there is no file. */
    public Optional<String> trouble() {
        return file.written().isPresent() && models().isEmpty()
                ? Optional.of(file.name() + ": damaged or of another version; 'flightline model learn' makes it anew")
                : Optional.empty();
    }

    private static Optional<LearnedModels> decoded(byte[] content) {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            return Optional.of(LearnedModels.read(in));
        } catch (IOException other) {
            return Optional.empty();
        }
    }
}
