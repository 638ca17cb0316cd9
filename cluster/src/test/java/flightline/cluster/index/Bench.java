package flightline.cluster.index;

import flightline.model.Embedder;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.search.Shelves;
import flightline.vault.Vault;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.TestInfo;

/** Opens indexes of one test, as several processes of the product would. */
final class Bench {
    static final WriteLease.Pace QUICK = new WriteLease.Pace(Duration.ofMillis(300), Duration.ofSeconds(10));

    private final OpenSearchNodes nodes;
    private final String of;
    private final AtomicInteger processes = new AtomicInteger();

    /** Empties what tests of this class left; making an index anew for each would take most of the time. */
    Bench(OpenSearchNodes nodes, Class<?> of) {
        this.nodes = nodes;
        this.of = of.getSimpleName().toLowerCase(Locale.ROOT);
        nodes.empty(this.of + "-*");
    }

    IndexAddress address(String name) {
        return nodes.address(of + "-" + name);
    }

    OpenSearchIndexes indexes(String name, Embedder embedder) {
        return new OpenSearchIndexes(
                address(name),
                Credentials.NONE,
                embedder,
                "process " + processes.incrementAndGet(),
                System::nanoTime,
                QUICK);
    }

    PassageIndex passages(String name, Embedder embedder) {
        return indexes(name, embedder)
                .passages(embedder, Shelves.ABBREVIATIONS, word -> Optional.empty(), Vault.clear());
    }

    RecordIndex records(String name, Embedder embedder) {
        return indexes(name, embedder)
                .records(embedder, Shelves.ABBREVIATIONS, word -> Optional.empty(), Vault.clear());
    }
}
