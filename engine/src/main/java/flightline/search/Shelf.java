package flightline.search;

import flightline.vault.Vault;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A Lucene index in a folder: readers of its last commit, one writer taken late and given back, and every way in which the
 * folder can fail told as an {@link IndexTrouble}.
 */
final class Shelf implements AutoCloseable {
    /** Grows with every change that an older program could not read. */
    static final int FORMAT = 5;

    private static final String FORMAT_KEY = "flightline.format";
    private static final String EMBEDDER_KEY = "flightline.embedder";

    private static final int SNAPSHOT_TRIES = 20;

    private final Path folder;
    private final Analyzer analyzer;
    private final String embedder;
    private final int format;
    private final Vault vault;
    private @Nullable Directory directory;
    private @Nullable DirectoryReader newest;
    private @Nullable IndexWriter writer;

    /** One in the clear. */
    Shelf(Path folder, Analyzer analyzer, String embedder, int format) {
        this(folder, analyzer, embedder, format, Vault.clear());
    }

    /**
     * @param embedder name of the embedder whose vectors it holds
     * @param format the format that is written, and the newest that is read
     */
    Shelf(Path folder, Analyzer analyzer, String embedder, int format, Vault vault) {
        this.vault = vault;
        this.folder = folder;
        this.analyzer = analyzer;
        this.embedder = embedder;
        this.format = format;
    }

    interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    interface Writing {
        void to(IndexWriter writer) throws IOException;
    }

    /** Reads the last commit; {@code empty} where nothing was ever written. */
    <T> T read(T empty, Reading<T> reading) {
        try (var lease = lease()) {
            return lease.searcher().isEmpty()
                    ? empty
                    : reading.of(lease.searcher().get());
        } catch (IOException | AlreadyClosedException e) {
            throw trouble("read", e);
        }
    }

    /** A hold on the last commit, so that its files stay until it is closed. */
    synchronized Lease lease() {
        try {
            refresh();
            if (newest != null) newest.incRef();
            return new Lease(newest);
        } catch (IOException | IllegalArgumentException e) {
            throw trouble("read", e);
        }
    }

    /** Holds one commit open. */
    record Lease(@Nullable DirectoryReader reader) implements AutoCloseable {
        Optional<IndexSearcher> searcher() {
            return Optional.ofNullable(reader).map(IndexSearcher::new);
        }

        @Override
        public void close() throws IOException {
            if (reader != null) reader.decRef();
        }
    }

    /** Takes the write lock now, so that a long preparation does not end in finding it taken. */
    synchronized void reserve() {
        writer();
    }

    /** Everything the action writes becomes visible in one commit, or nothing does. */
    synchronized void write(Writing action) {
        IndexWriter open = writer();
        try {
            action.to(open);
            open.setLiveCommitData(Map.of(FORMAT_KEY, Integer.toString(format), EMBEDDER_KEY, embedder)
                    .entrySet());
            open.commit();
        } catch (IOException | RuntimeException e) {
            writer = null;
            try {
                open.rollback();
            } catch (IOException | AlreadyClosedException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            if (e instanceof IOException || e instanceof AlreadyClosedException) throw trouble("written", e);
            throw (RuntimeException) e;
        }
    }

    /** Merges every segment that holds deleted entries, so that their words and vectors are gone with the next commit. */
    static void expunge(IndexWriter writer) throws IOException {
        writer.forceMergeDeletes(true);
    }

    /** Whether the last commit still holds deleted entries. */
    boolean holdsDeleted() {
        return read(false, searcher -> searcher.getIndexReader().hasDeletions());
    }

    /** Gives the write lock back. */
    synchronized void release() {
        IndexWriter open = writer;
        writer = null;
        if (open == null) return;
        try {
            open.close();
        } catch (IOException | AlreadyClosedException e) {
            throw trouble("closed", e);
        }
    }

    /**
     * Puts the files of the last commit into another folder, as they lie on the disk: as links where the file system has
     * them, else as copies. Writing may go on meanwhile. Returns how many files there are; 0 where nothing was ever written.
     */
    int snapshot(Path into) {
        for (int tries = 0; ; tries++)
            try {
                return linked(into);
            } catch (NoSuchFileException | FileNotFoundException replaced) {
                // Who writes took the commit away between its list and its last file: the next one is there by now.
                if (tries == SNAPSHOT_TRIES) throw trouble("copied", replaced);
            } catch (IOException | IllegalArgumentException e) {
                throw trouble("copied", e);
            }
    }

    private int linked(Path into) throws IOException {
        Files.createDirectories(into);
        try (Stream<Path> old = Files.list(into)) {
            for (Path file : old.toList()) Files.delete(file);
        }
        synchronized (this) {
            refresh();
        }
        if (directory == null || newest == null) return 0;
        Collection<String> names = SegmentInfos.readLatestCommit(directory).files(true);
        for (String name : names) link(folder.resolve(name), into.resolve(name));
        return names.size();
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (e instanceof NoSuchFileException gone) throw gone;
            Files.copy(from, to);
        }
    }

    /** Gives the lock back and looks into the folder; does nothing where nothing was ever written. */
    synchronized void examine(ShelfCheck.Examination examination) {
        release();
        try {
            refresh();
            if (directory != null && newest != null) examination.of(directory);
        } catch (IOException | IllegalArgumentException e) {
            throw trouble("checked", e);
        }
    }

    /** Name of the embedder whose vectors lie here; absent where nothing was ever written. */
    Optional<String> heldEmbedder() {
        return read(Optional.empty(), Shelf::heldEmbedder);
    }

    private static Optional<String> heldEmbedder(IndexSearcher searcher) throws IOException {
        return Optional.ofNullable(((DirectoryReader) searcher.getIndexReader())
                .getIndexCommit()
                .getUserData()
                .get(EMBEDDER_KEY));
    }

    /** Vectors of different embedders cannot be compared. */
    void requireSameEmbedder() {
        refuseOther(heldEmbedder());
    }

    /** The same of the commit that is being read. */
    void requireSameEmbedder(IndexSearcher searcher) throws IOException {
        refuseOther(heldEmbedder(searcher));
    }

    private void refuseOther(Optional<String> found) {
        found.filter(held -> !held.equals(embedder)).ifPresent(held -> {
            throw new IndexTrouble.OtherEmbedder(folder, held, embedder);
        });
    }

    Path folder() {
        return folder;
    }

    private Directory opened() throws IOException {
        return vault.isClear() ? FSDirectory.open(folder) : new VaultDirectory(folder, vault);
    }

    private IndexWriter writer() {
        if (writer != null && writer.isOpen()) return writer;
        requireSameEmbedder();
        try {
            if (directory == null) directory = opened();
            // Where something is expunged, one deleted entry is too many.
            var policy = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(48)
                            .setMergePolicy(policy)
                            .setCodec(VectorCodec.codec()));
            return writer;
        } catch (IOException | IllegalArgumentException e) {
            throw trouble("written", e);
        }
    }

    private void refresh() throws IOException {
        if (directory == null) {
            if (!Files.isDirectory(folder)) return;
            directory = opened();
        }
        if (newest == null) {
            if (!DirectoryReader.indexExists(directory)) return;
            refuseNewer(directory);
            newest = DirectoryReader.open(directory);
        } else {
            DirectoryReader newer = DirectoryReader.openIfChanged(newest);
            if (newer == null) return;
            newest.decRef();
            newest = newer;
            refuseNewer(directory);
        }
    }

    private void refuseNewer(Directory from) throws IOException {
        String found = SegmentInfos.readLatestCommit(from).getUserData().getOrDefault(FORMAT_KEY, "0");
        if (Integer.parseInt(found) > format)
            throw new IndexTrouble.TooNew(
                    folder, found, Integer.toString(format), new IllegalStateException("format " + found));
    }

    IndexTrouble trouble(String doing, Exception e) {
        return switch (e) {
            case LockObtainFailedException held -> new IndexTrouble.InUse(folder, held);
            case IndexFormatTooNewException tooNew ->
                new IndexTrouble.TooNew(
                        folder, "Lucene " + tooNew.getVersion(), "Lucene " + tooNew.getMaxVersion(), tooNew);
            // An unknown codec is how Lucene meets an index of a later major version.
            case IllegalArgumentException unknown ->
                new IndexTrouble.TooNew(folder, "of an unknown Lucene codec", Integer.toString(format), unknown);
            case IndexFormatTooOldException tooOld ->
                new IndexTrouble.Corrupt(folder, "it is of a format no longer read", tooOld);
            case CorruptIndexException corrupt ->
                new IndexTrouble.Corrupt(
                        folder, corrupt.getOriginalMessage() + " in " + corrupt.getResourceDescription(), corrupt);
            case EOFException cut -> new IndexTrouble.Corrupt(folder, "a file ends early", cut);
            case NoSuchFileException gone -> new IndexTrouble.Corrupt(folder, "no file " + gone.getFile(), gone);
            case FileNotFoundException gone -> new IndexTrouble.Corrupt(folder, "no file " + gone.getMessage(), gone);
            default -> new IndexTrouble.Unusable(folder, doing, e);
        };
    }

    @Override
    public synchronized void close() {
        release();
        try {
            if (newest != null) newest.decRef();
            newest = null;
            if (directory != null) directory.close();
            directory = null;
        } catch (IOException e) {
            throw trouble("closed", e);
        }
    }
}
