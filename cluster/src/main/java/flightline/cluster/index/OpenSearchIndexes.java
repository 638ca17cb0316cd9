package flightline.cluster.index;

import flightline.model.Embedder;
import flightline.search.DepotPassageIndex;
import flightline.search.DepotRecordIndex;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.vault.Vault;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Both indexes of one address, over one connection to its cluster. */
public final class OpenSearchIndexes implements AutoCloseable {
    private final Asking asking;
    private final OpenSearchDepot passages;
    private final OpenSearchDepot records;

    /**
     * Opens them; nothing is asked of the cluster yet.
     *
     * @param embedder gives the vectors; it is asked for its length when the index is made
     * @param self tells this process from every other
     * @param nanos a clock for durations
     */
    public OpenSearchIndexes(
            IndexAddress address, Credentials credentials, Embedder embedder, String self, LongSupplier nanos) {
        this(address, credentials, embedder, self, nanos, WriteLease.Pace.STANDARD);
    }

    OpenSearchIndexes(
            IndexAddress address,
            Credentials credentials,
            Embedder embedder,
            String self,
            LongSupplier nanos,
            WriteLease.Pace pace) {
        var maker = new OpenSearchDepot.Maker(embedder.name(), embedder.dimension(), self);
        this.asking = new Asking(address, credentials);
        this.passages = new OpenSearchDepot(asking, "passages", maker, nanos, pace);
        this.records = new OpenSearchDepot(asking, "records", maker, nanos, pace);
    }

    /**
     * @param abbreviations short form to words, both lower case
     * @param spelling what a misspelt lower-case word was meant to be; empty for any other
     * @param vault seals snapshots
     */
    public PassageIndex passages(
            Embedder embedder,
            Map<String, String> abbreviations,
            Function<String, Optional<String>> spelling,
            Vault vault) {
        return DepotPassageIndex.open(passages, embedder, abbreviations, spelling, vault);
    }

    /** The same of records. */
    public RecordIndex records(
            Embedder embedder,
            Map<String, String> abbreviations,
            Function<String, Optional<String>> spelling,
            Vault vault) {
        return DepotRecordIndex.open(records, embedder, abbreviations, spelling, vault);
    }

    @Override
    public void close() {
        asking.close();
    }
}
