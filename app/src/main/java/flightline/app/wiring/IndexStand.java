package flightline.app.wiring;

import flightline.cluster.index.OpenSearchIndexes;
import flightline.llama.egress.Egress;
import flightline.model.Embedder;
import flightline.search.LucenePassageIndex;
import flightline.search.LuceneRecordIndex;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import flightline.vault.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Where passages and records are kept: in folders of the data folder, or in a cluster that several nodes share. */
final class IndexStand implements AutoCloseable {
    private static final int NAME_BYTES = 12;

    private final PassageIndex passages;
    private final RecordIndex records;
    private final Optional<OpenSearchIndexes> cluster;

    private IndexStand(PassageIndex passages, RecordIndex records, Optional<OpenSearchIndexes> cluster) {
        this.passages = passages;
        this.records = records;
        this.cluster = cluster;
    }

    static IndexStand open(
            Settings settings,
            DataFolder folder,
            Vault vault,
            Embedder embedder,
            Abbreviations abbreviations,
            Speller speller)
            throws DataFolder.UnusableDataFolder {
        Map<String, String> all = abbreviations.all();
        if (settings.index().isEmpty()) {
            Path index = folder.root().resolve("index");
            return new IndexStand(
                    LucenePassageIndex.open(index.resolve("passages"), embedder, all, speller::mended, vault),
                    LuceneRecordIndex.open(index.resolve("records"), embedder, all, speller::mended, vault),
                    Optional.empty());
        }
        if (!vault.isClear())
            throw new DataFolder.UnusableDataFolder("the data folder " + folder.root()
                    + " is encrypted, and an index in OpenSearch is not encrypted by Flightline: encrypt the disks of the"
                    + " cluster and use a data folder that is not encrypted, or leave the index in the folder");
        IndexSettings named = settings.index().get();
        // The process looks up and calls no host that was not named so.
        var ignored = new Egress(named.address().hostNames());
        var cluster = new OpenSearchIndexes(named.address(), named.credentials(), embedder, name(), settings.nanos());
        return new IndexStand(
                cluster.passages(embedder, all, speller::mended, vault),
                cluster.records(embedder, all, speller::mended, vault),
                Optional.of(cluster));
    }

    /** Of this process, that no other has. */
    private static String name() {
        byte[] drawn = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    PassageIndex passages() {
        return passages;
    }

    RecordIndex records() {
        return records;
    }

    @Override
    public void close() {
        passages.close();
        records.close();
        cluster.ifPresent(OpenSearchIndexes::close);
    }
}
