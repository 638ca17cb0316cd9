package flightline.search;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.Revision;
import flightline.model.Embedder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The library's catalogue and passages in one folder: what is held, and what is found in it.
 *
 * <p>Opening is cheap and takes no lock. Reading sees the last commit, also that of another process. The first write takes
 * the folder's write lock and keeps it until {@link #release} or {@link #close}. Safe for use by several threads.
 *
 * <p>All methods throw {@link IndexTrouble} where the folder cannot be used.
 */
@SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
public final class PassageIndex implements AutoCloseable {
    private PassageIndex() {}

    /**
     * Opens the index in a folder; neither folder nor index need exist.
     *
     * @param embedder gives the vectors; the caller closes it
     * @param abbreviations short form to words, both lower case, for example {@code l/h} to {@code left hand}
     */
    public static PassageIndex open(Path folder, Embedder embedder, Map<String, String> abbreviations) {
        return notYet(folder + embedder.name() + abbreviations.size());
    }

    /** The passages in scope that fit the question best; no two of them have the same text. */
    public Evidence search(EvidenceQuery query) {
        return notYet(query.text());
    }

    /**
     * Takes revisions in, all in one commit: a reader sees all of it or nothing, also after a kill at any moment. Vectors
     * are computed before anything is written. Where this throws, nothing was changed.
     */
    public void swap(List<RevisionSwap> swaps) {
        notYet(swaps.toString());
    }

    /** Takes a document out with all its revisions, in one commit; returns the entries that were held. */
    public List<HeldDocument> remove(DocumentId document) {
        return notYet(document.value());
    }

    /** Gives the write lock back, after merging what is due; the next write takes it again. */
    public void release() {}

    /** All revisions held, by identity, then revision. */
    public List<HeldDocument> documents() {
        return List.of();
    }

    public Optional<HeldDocument> document(DocumentId id, Revision revision) {
        return document(id.value() + revision.label());
    }

    /** The entry with this {@link HeldDocument#key()}. */
    public Optional<HeldDocument> document(String key) {
        return Optional.empty();
    }

    /** The passages of the revision with this {@link HeldDocument#key()}, in order; empty where it is not held. */
    public List<Passage> passages(String key) {
        return List.of();
    }

    /** Whether a revision made from these bytes is held. */
    public boolean holds(ContentHash source) {
        return false;
    }

    /** Looks at every file and every entry; slow on a large index. */
    public IndexHealth check() {
        return notYet("");
    }

    /**
     * SHA-256 over all entries, passages and vectors in a fixed order, times of ingest left out: the same for the same
     * content, whatever way led to it.
     */
    public String digest() {
        return notYet("");
    }

    @Override
    public void close() {}

    private static <T> T notYet(String what) {
        throw new UnsupportedOperationException(what);
    }
}
