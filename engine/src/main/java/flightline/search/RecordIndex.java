package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Maintenance records: what was complained of before, and what was done. In a folder ({@link LuceneRecordIndex}) or on other
 * machines.
 *
 * <p>Locking, threads and errors as with {@link PassageIndex}.
 */
public interface RecordIndex extends AutoCloseable {
    /** Takes records in, all in one commit; a record whose id is held replaces it. Where this throws, nothing was changed. */
    default void add(List<MaintenanceRecord> records) {
        add(records, count -> {});
    }

    /** @param embedded is told the count of records whose vectors have been computed so far */
    void add(List<MaintenanceRecord> records, IntConsumer embedded);

    /** Takes records out, in one commit. */
    void remove(Set<RecordId> ids);

    /** The records most like the complaint, greatest similarity first. */
    List<Precedent> search(RecordQuery query);

    /**
     * What is remembered of one aircraft when something is complained of: its records before, and the records most alike
     * elsewhere to compare them with.
     *
     * @param present the complaint as a record, dated, with its aircraft; what is not known yet is empty
     * @param days how far back to look
     * @param without records that must not be seen
     * @param alike records of any aircraft most like the complaint, as {@link #search} gave them
     * @param clearance what may be seen of the aircraft's own records
     */
    Study study(MaintenanceRecord present, int days, Set<RecordId> without, List<Precedent> alike, Clearance clearance);

    /**
     * All records of the last commit that this clearance covers, by id; read as the stream goes, so close it. On other machines
     * the rest is of a later commit where one comes meanwhile; no record comes twice.
     */
    Stream<MaintenanceRecord> all(Clearance clearance);

    /** The record, whatever its marking: who shows it looks at that first. */
    Optional<MaintenanceRecord> get(RecordId id);

    /** Those of these records that are held, all of one commit; quicker for many than asking for each. */
    Map<RecordId, MaintenanceRecord> get(Collection<RecordId> ids);

    /**
     * The latest records of an aircraft that this clearance covers, the newest first, dated before undated; case and space around the
     * registration do not matter.
     *
     * @param most at least 1
     */
    List<MaintenanceRecord> latestOf(String registration, int most, Clearance clearance);

    /** Registrations of the aircraft in the records that this clearance covers, in upper case, by the alphabet. */
    List<String> registrations(int most, Clearance clearance);

    /** Changes with every commit that changes records, and never comes again; empty where there is none, as none was ever made or all are gone. */
    String stamp();

    long count();

    /** Takes the write lock now, so that a long preparation does not end in finding the index taken. */
    void reserve();

    /** Puts the last commit into another folder as the files of an embedded index, while others may write; returns how many there are. */
    int snapshot(Path into);

    /** Gives the write lock back, after merging what is due; the next write takes it again. */
    void release();

    /** Looks at every file and every entry; slow on a large index. Gives the write lock back first. */
    IndexHealth check();

    /** What is worth knowing of where it lies and is no fault; nothing of a folder. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close();
}
