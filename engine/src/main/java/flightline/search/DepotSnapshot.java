package flightline.search;

import flightline.model.Embedder;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;

/** Copies what lies in a depot into a folder, as an index that is opened there. */
final class DepotSnapshot {
    private DepotSnapshot() {}

    /** Returns how many files there are; 0 where the depot never held anything. */
    static int of(Depot depot, Path into, Analyzer analyzer, Embedder embedder, Vault vault, Consumer<Shelf> filling) {
        if (!depot.read(false, commit -> true)) return 0;
        try (var shelf = new Shelf(into, analyzer, embedder.name(), Shelf.FORMAT, vault)) {
            filling.accept(shelf);
        }
        try (Stream<Path> files = Files.list(into)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
