package flightline.search;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.model.Embedder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Maintenance records in one folder: what was complained of before, and what was done.
 *
 * <p>Locking, threads and errors as with {@link PassageIndex}.
 */
@SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
public final class RecordIndex implements AutoCloseable {
    private RecordIndex() {}

    /**
     * Opens the index in a folder; neither folder nor index need exist.
     *
     * @param embedder gives the vectors; the caller closes it
     * @param abbreviations short form to words, both lower case
     */
    public static RecordIndex open(Path folder, Embedder embedder, Map<String, String> abbreviations) {
        return notYet(folder + embedder.name() + abbreviations.size());
    }

    /** Takes records in, all in one commit; a record whose id is held replaces it. Where this throws, nothing was changed. */
    public void add(List<MaintenanceRecord> records) {
        notYet(records.toString());
    }

    /** Takes records out, in one commit. */
    public void remove(Set<RecordId> ids) {
        notYet(ids.toString());
    }

    /** The records most like the complaint, greatest similarity first. */
    public List<Precedent> search(RecordQuery query) {
        return notYet(query.text());
    }

    /** All records, in the order of their taking in; close the stream. */
    public Stream<MaintenanceRecord> all() {
        return Stream.empty();
    }

    public Optional<MaintenanceRecord> get(RecordId id) {
        return Optional.empty();
    }

    public long count() {
        return 0;
    }

    /** Gives the write lock back, after merging what is due; the next write takes it again. */
    public void release() {}

    /** Looks at every file and every entry; slow on a large index. */
    public IndexHealth check() {
        return notYet("");
    }

    @Override
    public void close() {}

    private static <T> T notYet(String what) {
        throw new UnsupportedOperationException(what);
    }
}
