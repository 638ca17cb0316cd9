package flightline.search;

import static flightline.search.Shelves.ABBREVIATIONS;
import static flightline.search.Shelves.TODAY;
import static flightline.search.Shelves.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.Custody;
import flightline.corpus.HeldDocument;
import flightline.model.HashingEmbedder;
import flightline.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IndexTroubleTest {
    @TempDir
    Path folder;

    private LucenePassageIndex open(int format) {
        return new LucenePassageIndex(
                folder,
                new HashingEmbedder(),
                new TradeAnalyzer(ABBREVIATIONS),
                Tuning.PASSAGES,
                format,
                Vault.clear());
    }

    private void fill() {
        try (var index = open(Shelf.FORMAT)) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
        }
    }

    @Test
    void niceErrorOn_secondWriter_whileReadingGoesOn() {
        try (var first = open(Shelf.FORMAT);
                var second = open(Shelf.FORMAT)) {
            first.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            assertThatThrownBy(() -> second.swap(List.of(swap("SB", "1", TODAY, "Swap the pump."))))
                    .isInstanceOf(IndexTrouble.InUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("being written by another process");
            assertThat(second.documents()).hasSize(1);
            first.release();
            second.swap(List.of(swap("SB", "1", TODAY, "Swap the pump.")));
            assertThat(first.documents()).hasSize(2);
        }
    }

    @Test
    void niceErrorOn_newerFormat() {
        try (var newer = open(Shelf.FORMAT + 1)) {
            newer.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
        }
        try (var index = open(Shelf.FORMAT)) {
            assertThatThrownBy(index::documents)
                    .isInstanceOf(IndexTrouble.TooNew.class)
                    .hasMessage("the index in " + folder + " has format " + (Shelf.FORMAT + 1)
                            + ", this version knows up to " + Shelf.FORMAT
                            + "; use the newer Flightline that wrote it");
            assertThatThrownBy(() -> index.swap(List.of(swap("SB", "1", TODAY, "Swap the pump."))))
                    .isInstanceOf(IndexTrouble.TooNew.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void olderFormat_isReadAndWrittenOn(int older) {
        try (var index = open(older)) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
        }
        try (var index = open(Shelf.FORMAT)) {
            assertThat(index.search(EvidenceQuery.of("pump", 3, TODAY)).hits()).hasSize(1);
            index.swap(List.of(swap("SB", "1", TODAY, "Swap the pump.")));
            assertThat(index.documents()).hasSize(2);
            assertThat(index.quarantined()).isEmpty();
        }
        // What is written from now on an older program may not touch.
        try (var index = open(older)) {
            assertThatThrownBy(index::documents).isInstanceOf(IndexTrouble.TooNew.class);
        }
    }

    @Test
    void entryOfAnOlderFormat_isReadWithoutWhatItDidNotKnow() {
        var entry = Shelves.held("AMM", "1", TODAY, 3);
        byte[] now = EntryForm.write(entry);
        int custody = length(out -> CustodyForm.write(entry.custody(), out));
        int facts = length(out -> FactForm.write(entry.header().facts(), out));
        for (int missing : new int[] {custody, custody + facts}) {
            var older = new BytesRef(now, 0, now.length - missing);
            HeldDocument read = EntryForm.read(older);
            assertThat(read.header()).isEqualTo(entry.header());
            assertThat(read.custody()).isEqualTo(Custody.UNKNOWN);
            assertThat(read.quarantined()).isFalse();
        }
    }

    private static int length(Consumer<StoredWriter> writing) {
        var out = new StoredWriter();
        writing.accept(out);
        return out.bytes().length;
    }

    @Test
    void niceErrorOn_anotherEmbedder() {
        fill();
        var other = new HashingEmbedder() {
            @Override
            public String name() {
                return "other-64";
            }
        };
        try (var index = LucenePassageIndex.open(folder, other, ABBREVIATIONS)) {
            assertThatThrownBy(() -> index.search(EvidenceQuery.of("pump", 3, TODAY)))
                    .isInstanceOf(IndexTrouble.OtherEmbedder.class)
                    .hasMessageContaining("made with the embedder hashing-64, this one is other-64");
            assertThat(index.check().faults())
                    .containsExactly("vectors are of hashing-64, the embedder in use is other-64");
        }
    }

    @Test
    void niceErrorOn_missingFile() throws IOException {
        fill();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) Files.delete(file);
        }
        try (var index = open(Shelf.FORMAT)) {
            assertThatThrownBy(index::documents)
                    .isInstanceOf(IndexTrouble.Corrupt.class)
                    .hasMessageContaining(folder.toString());
            assertThat(index.check().sound()).isFalse();
        }
    }

    @Test
    void check_flippedByte_isFound() throws IOException {
        fill();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        try (var index = open(Shelf.FORMAT)) {
            assertThat(index.check().sound()).isFalse();
        }
    }
}
