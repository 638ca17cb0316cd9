package flightline.search;

import static flightline.search.PassageIndexContract.running;
import static flightline.search.Shelves.ABBREVIATIONS;
import static flightline.search.Shelves.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LucenePassageIndexTest extends PassageIndexContract {
    @TempDir
    Path folder;

    @Override
    protected PassageIndex open(String name, Embedder embedder) {
        return LucenePassageIndex.open(folder.resolve(name), embedder, ABBREVIATIONS);
    }

    @Test
    void search_nothingEverWritten_writesNothing() {
        try (var index = open("none", new HashingEmbedder())) {
            assertThat(index.search(EvidenceQuery.of("pump", 10, TODAY))).isEqualTo(Evidence.NONE);
        }
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }

    @Test
    void tables_ofPassagesFromBeforeTheLookWasKept_areAllRunningText() {
        var before = running("AMM", "The pump is noisy.");
        var vector = new HashingEmbedder().query("pump");
        var analyzer = new TradeAnalyzer(ABBREVIATIONS);
        try (var shelf = new Shelf(folder.resolve("passages"), analyzer, new HashingEmbedder().name(), Shelf.FORMAT)) {
            shelf.write(writer -> {
                var doc = PassageFields.passage(
                        before.document(), before.passages().getFirst(), new Meant(vector, PieceVectors.NONE));
                doc.removeField(PassageFields.LOOK);
                writer.addDocument(doc);
                writer.addDocument(PassageFields.entry(before.document()));
            });
        }
        try (var index = open("passages", new HashingEmbedder())) {
            index.swap(List.of(running("SB", "A pump is noisy.")));
            assertThat(index.tables(EvidenceQuery.of("noisy pump", 10, TODAY)).hits().stream()
                            .map(hit -> hit.passage().text()))
                    .containsExactly("The pump is noisy.");
        }
    }

    @Test
    void words_ofPassagesFromBeforeTheyWereHeldAsOne_areFoundBesideTheOthers() {
        var before = running("AMM", "The gearbox is noisy.");
        var vector = new HashingEmbedder().query("pump");
        var analyzer = new TradeAnalyzer(ABBREVIATIONS);
        try (var shelf = new Shelf(folder.resolve("passages"), analyzer, new HashingEmbedder().name(), Shelf.FORMAT)) {
            shelf.write(writer -> {
                var doc = PassageFields.passage(
                        before.document(), before.passages().getFirst(), new Meant(vector, PieceVectors.NONE));
                doc.removeFields(PassageFields.WORDS);
                doc.add(new TextField(PassageFields.TEXT, "The gearbox is noisy.", Field.Store.NO));
                writer.addDocument(doc);
                writer.addDocument(PassageFields.entry(before.document()));
            });
        }
        try (var index = open("passages", new HashingEmbedder())) {
            var asking = EvidenceQuery.of("gearbox", 10, TODAY);
            assertThat(index.search(asking).hits().getFirst().why()).anyMatch(reason -> reason.startsWith("BM25"));
            index.swap(List.of(running("SB", "A gearbox is loud.")));
            assertThat(index.search(asking).hits())
                    .hasSize(2)
                    .allSatisfy(hit -> assertThat(hit.why()).anyMatch(reason -> reason.startsWith("BM25")));
            assertThat(index.unheard(Set.of("nois", "lou", "gearbox", "wheel"), asking))
                    .containsExactly("wheel");
        }
    }
}
