package flightline.search;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The library's catalogue and passages: what is held, and what is found in it. One index is the store: it lies in a folder
 * ({@link LucenePassageIndex}) or on other machines.
 *
 * <p>Opening is cheap and takes no lock. Reading sees the last commit, also that of another process. The first write takes
 * the index's write lock and keeps it until {@link #release} or {@link #close}. Safe for use by several threads.
 *
 * <p>All methods throw {@link IndexTrouble} where the index cannot be used.
 */
public interface PassageIndex extends AutoCloseable {
    /** The passages in scope that fit the question best, each with the reasons why; no two of them have the same text. */
    Evidence search(EvidenceQuery query);

    /** The same passages without the reasons, which take long to tell: {@link Hit#why} names other documents only. */
    Evidence find(EvidenceQuery query);

    /** The running text in scope that looks like a trouble table and fits the question best, without reasons. */
    Evidence tables(EvidenceQuery query);

    /**
     * The same as {@link #find}, and in the same pass what it leaves out because it is not in force.
     *
     * @param near how far up a passage not in force must stand to tempt
     */
    Sight look(EvidenceQuery query, int near);

    /** Those of the beginnings of words, in lower case, with which no word of any passage in the query's scope begins. */
    Set<String> unheard(Set<String> beginnings, EvidenceQuery query);

    /**
     * Takes revisions in, all in one commit: a reader sees all of it or nothing, also after a kill at any moment. Vectors
     * are computed before anything is written. Where this throws, nothing was changed.
     */
    default void swap(List<RevisionSwap> swaps) {
        swap(swaps, passages -> {});
    }

    /** @param embedded is told the count of passages whose vectors have been computed so far */
    void swap(List<RevisionSwap> swaps, IntConsumer embedded);

    /**
     * Takes a document out with all its revisions, in one commit; returns the entries that were held.
     *
     * @param changed other entries that are in force at other times without it
     */
    List<HeldDocument> remove(DocumentId document, List<HeldDocument> changed);

    /** Rewrites every file that still holds something deleted, so that no byte of it is left; costs nothing where none does. */
    void purge();

    /** Everything that waits for a second person, by identity, then revision; it is held, but in no other list and no search. */
    List<HeldDocument> quarantined();

    /** All revisions of one document, those in quarantine last. */
    default List<HeldDocument> all(DocumentId id) {
        var all = new ArrayList<>(revisions(id));
        quarantined().stream().filter(held -> held.header().id().equals(id)).forEach(all::add);
        return List.copyOf(all);
    }

    /** Lets a revision out of quarantine: its entry there goes and the swap is made, in one commit. */
    void approve(HeldDocument waiting, RevisionSwap swap);

    /** Takes revisions out of quarantine and out of the library. */
    void reject(List<HeldDocument> waiting);

    /**
     * Takes the write lock now: what is read from here on stays true until {@link #release}, and a long preparation does not
     * end in finding the index taken.
     */
    void reserve();

    /** Puts the last commit into another folder as the files of an embedded index, while others may write; returns how many there are. */
    int snapshot(Path into);

    /** Gives the write lock back, after merging what is due; the next write takes it again. */
    void release();

    /** All revisions held and not quarantined, by identity, then revision. */
    List<HeldDocument> documents();

    /** The revisions of one document that are not quarantined, oldest first. */
    List<HeldDocument> revisions(DocumentId id);

    default Optional<HeldDocument> document(DocumentId id, Revision revision) {
        return revisions(id).stream()
                .filter(held -> held.header().revision().equals(revision))
                .findFirst();
    }

    /** The entry with this {@link HeldDocument#key()}, unless it is quarantined. */
    Optional<HeldDocument> document(String key);

    /** The passages of the revision with this {@link HeldDocument#key()}, in order; empty where it is not held. */
    List<Passage> passages(String key);

    /** Those of some kinds, in order: a manual may have thousands of others. */
    List<Passage> passages(String key, Set<PassageKind> kinds);

    /** Those with an {@link Passage#ordinal()} of this range, both ends included, in order. */
    List<Passage> passages(String key, int from, int to);

    /** Whether a revision made from these bytes is held, quarantined or not. */
    boolean holds(ContentHash source);

    /** A number that changes with every commit; 0 where nothing was ever written. */
    long commit();

    /** Count of all passages, of revisions in force and not. */
    long passageCount();

    /** Looks at every file and every entry; slow on a large index. Gives the write lock back first. */
    IndexHealth check();

    /**
     * SHA-256 over all entries, passages and vectors in a fixed order, times of ingest left out: the same for the same
     * content, whatever way led to it.
     */
    String digest();

    /** What is worth knowing of where it lies and is no fault; nothing of a folder. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close();
}
