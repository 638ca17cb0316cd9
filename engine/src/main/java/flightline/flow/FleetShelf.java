package flightline.flow;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.fleet.Limits;
import flightline.fleet.RecordTable;
import flightline.fleet.RowMaker;
import flightline.search.RecordIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of records that belongs to the index as it is. The index alone is the store; the table is made of it again whenever the
 * index has changed, under a name that tells which state it was made of.
 *
 * <p>In the data folder's {@code fleet/}; where the folder is encrypted only in memory, for the table's file cannot be. Safe to share.
 */
public final class FleetShelf implements AutoCloseable {
    private static final String PLACE = "fleet";
    private static final String ENDING = ".duckdb";
    /** Sees everything, to build the table of; what is asked of the table is cleared for each asker. */
    private static final Clearance BUILDER = marking -> true;

    private final Path root;
    private final RecordIndex records;
    private final AnalysisShelf analysis;
    private final boolean clear;
    private final int threads;
    private @Nullable RecordTable table;
    private String stamp = "";

    /**
     * @param root the data folder
     * @param clear whether it is not encrypted
     */
    public FleetShelf(Path root, RecordIndex records, AnalysisShelf analysis, boolean clear, int threads) {
        this.root = root;
        this.records = records;
        this.analysis = analysis;
        this.clear = clear;
        this.threads = threads;
    }

    /** The table of the records that are held now; built first where there is none, which takes a while for many. */
    public synchronized RecordTable current() {
        List<Path> parts = clear ? analysis.parts() : List.of();
        String now = stamp(parts);
        RecordTable open = table;
        if (open != null && now.equals(stamp)) return open;
        close();
        RecordTable built = built(now, parts);
        table = built;
        stamp = now;
        return built;
    }

    private String stamp(List<Path> parts) {
        String index = records.stamp();
        return parts.isEmpty() ? index : (index.isEmpty() ? "0" : index) + "-" + analysis.stamp();
    }

    private RecordTable built(String now, List<Path> parts) {
        if (!clear || now.isEmpty()) return RecordTable.inMemory(all(), Limits.standard(threads, Optional.empty()));
        Path folder = root.resolve(PLACE);
        Path file = folder.resolve("table" + RowMaker.READING + "-" + now + ENDING);
        RecordTable built = RecordTable.inFile(
                file, this::all, parts, Limits.standard(threads, Optional.of(root.resolve("native/fleet"))));
        sweep(folder, file);
        return built;
    }

    /** Limits for writing a file: what does not fit into memory goes beside it for the time, for it will hold the same. */
    Limits outside(Path file) {
        return Limits.standard(
                threads,
                Optional.of(file.toAbsolutePath().normalize().resolveSibling(file.getFileName() + ".spill.part")));
    }

    private Stream<MaintenanceRecord> all() {
        return records.all(BUILDER);
    }

    /** Takes away tables of former states; a process that still reads one goes on reading it. */
    private static void sweep(Path folder, Path kept) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.equals(kept)).toList())
                if (String.valueOf(file.getFileName()).endsWith(ENDING)) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take away old tables in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Throws the table of a data folder away; it is made again when it is asked. */
    static void drop(Path root) throws IOException {
        Path folder = root.resolve(PLACE);
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public synchronized void close() {
        RecordTable open = table;
        table = null;
        if (open != null) open.close();
    }
}
