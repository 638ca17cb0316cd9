package flightline.acceptance;

import flightline.corpus.Clearance;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Passage;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import flightline.search.LucenePassageIndex;
import flightline.search.LuceneRecordIndex;
import flightline.terms.Abbreviations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies in a data folder, read past the command line.
 *
 * @param digest of all passages and entries
 * @param passages of each revision held, by its key
 * @param records in the order of their ids
 */
record Held(
        String digest,
        List<HeldDocument> documents,
        Map<String, List<Passage>> passages,
        List<MaintenanceRecord> records) {

    static Held in(Path data) {
        return in(data, new HashingEmbedder());
    }

    /** Looked at with the embedder that the folder was filled with. */
    static Held in(Path data, Embedder embedder) {
        var abbreviations = Abbreviations.standard().all();
        try (var index = LucenePassageIndex.open(data.resolve("index/passages"), embedder, abbreviations);
                var records = LuceneRecordIndex.open(data.resolve("index/records"), embedder, abbreviations);
                var all = records.all(Clearance.UNMARKED)) {
            var passages = new TreeMap<String, List<Passage>>();
            List<HeldDocument> documents = index.documents();
            documents.forEach(d -> passages.put(d.key(), index.passages(d.key())));
            return new Held(index.digest(), documents, passages, all.toList());
        }
    }
}
