package flightline.search;

import static flightline.search.Shelves.ABBREVIATIONS;
import static flightline.search.Shelves.TODAY;
import static flightline.search.Shelves.held;
import static flightline.search.Shelves.passage;
import static flightline.search.Shelves.superseded;
import static flightline.search.Shelves.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.Custody;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Suspicion;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link PassageIndex} promises, wherever it keeps what it holds; each implementation's test extends this. */
public abstract class PassageIndexContract extends PassageFindingContract {

    @Test
    void superseding_isOneCommit_andTheDayDecides() {
        var first = swap("AMM", "1", TODAY.minusDays(100), "Torque the nut to 40 Nm.");
        index.swap(List.of(first));
        var second = held("AMM", "2", TODAY.minusDays(10), 1);
        var older = superseded(first.document(), TODAY.minusDays(10));
        index.swap(List.of(new RevisionSwap(second, List.of(passage(0, "Torque the nut to 45 Nm.")), List.of(older))));

        assertThat(texts(asking("torque nut"))).containsExactly("Torque the nut to 45 Nm.");
        assertThat(texts(EvidenceQuery.of("torque nut", 5, TODAY.minusDays(50))))
                .containsExactly("Torque the nut to 40 Nm.");
        assertThat(texts(EvidenceQuery.of("torque nut", 5, TODAY.minusDays(200))))
                .isEmpty();
        assertThat(texts(asking("torque nut").withNotInForceToo())).hasSize(2);
        assertThat(index.documents()).containsExactly(older, second);
        assertThat(index.check().faults()).isEmpty();
    }

    @Test
    void supersedingAndSuperseded_inTheSameSwap_areBothRight() {
        var first = swap("AMM", "1", TODAY.minusDays(100), "Torque the nut to 40 Nm.");
        var second = new RevisionSwap(
                held("AMM", "2", TODAY.minusDays(10), 1),
                List.of(passage(0, "Torque the nut to 45 Nm.")),
                List.of(superseded(first.document(), TODAY.minusDays(10))));
        index.swap(List.of(first, second));
        assertThat(texts(asking("torque nut"))).containsExactly("Torque the nut to 45 Nm.");
        assertThat(index.check().faults()).isEmpty();
    }

    @Test
    void failureHalfWayThroughWriting_leavesTheOldRevision() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Torque the nut to 40 Nm.")));
        String before = index.digest();
        index.close();
        var broken = new HashingEmbedder() {
            @Override
            public List<float[]> passages(List<String> texts) {
                var vectors = new ArrayList<>(super.passages(texts));
                vectors.set(vectors.size() - 1, new float[3]);
                return vectors;
            }
        };
        index = opened("passages", broken);
        assertThatThrownBy(() -> index.swap(List.of(swap("AMM", "1", TODAY, "One.", "Two."))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(index.digest()).isEqualTo(before);
        index.close();
        index = fresh();
        index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump.")));
        assertThat(index.check().faults()).isEmpty();
    }

    @Test
    void failureOfTheEmbedder_writesNothing() {
        var broken = new HashingEmbedder() {
            @Override
            public List<float[]> passages(List<String> texts) {
                throw new IllegalStateException("no power");
            }
        };
        try (var other = open("other", broken)) {
            assertThatThrownBy(() -> other.swap(List.of(swap("AMM", "1", TODAY, "One."))))
                    .hasMessage("no power");
            assertThat(other.documents()).isEmpty();
        }
    }

    @Test
    void sameRevisionAgain_replacesItsPassages() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.", "Drain the pump.")));
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the valve.")));
        assertThat(index.passageCount()).isEqualTo(1);
        assertThat(index.documents()).hasSize(1);
    }

    @Test
    void remove_takesAllRevisions() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump."), swap("SB", "1", TODAY, "Replace the pump.")));
        assertThat(index.remove(new DocumentId("AMM"), List.of())).hasSize(1);
        assertThat(index.documents()).hasSize(1);
        assertThat(texts(asking("pump"))).containsExactly("Replace the pump.");
        assertThat(index.remove(new DocumentId("AMM"), List.of())).isEmpty();
        assertThat(index.check().faults()).isEmpty();
    }

    @Test
    void digest_isTheSameOnEveryWayToTheSameContent() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
        index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump.")));
        try (var other = open("other", new HashingEmbedder())) {
            other.swap(List.of(swap("MEL", "1", TODAY, "Defer."), swap("SB", "1", TODAY, "Old.")));
            assertThat(other.digest()).isNotEqualTo(index.digest());
            other.swap(
                    List.of(swap("SB", "1", TODAY, "Replace the pump."), swap("AMM", "1", TODAY, "Remove the pump.")));
            other.remove(new DocumentId("MEL"), List.of());
            assertThat(other.digest()).isEqualTo(index.digest());
        }
    }

    @Test
    void reader_seesWhatAnotherHandleCommitted() {
        try (var reader = open("passages", new HashingEmbedder())) {
            assertThat(reader.documents()).isEmpty();
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            assertThat(reader.documents()).hasSize(1);
        }
    }

    @Test
    void manySwaps_keepOneCatalogueEntryEach() {
        for (int i = 0; i < 30; i++) index.swap(List.of(swap("DMC-" + i, "1", TODAY, "Step " + i + " of the task.")));
        assertThat(index.documents()).hasSize(30);
        var health = index.check();
        assertThat(health.faults()).isEmpty();
        assertThat(health.entries()).isEqualTo(30);
    }

    @Test
    void check_twoRevisionsInForce_isAFault() {
        index.swap(List.of(swap("AMM", "1", TODAY, "One."), swap("AMM", "2", TODAY, "Two.")));
        assertThat(index.check().faults()).containsExactly("AMM: AMM@1 and AMM@2 are in force on the same day");
    }

    @Test
    void progress_isTold() {
        var told = new ArrayList<Integer>();
        index.swap(List.of(swap("AMM", "1", TODAY, "One.", "Two.")), told::add);
        assertThat(told).containsExactly(2);
    }

    @Test
    void quarantined_isInNoListAndNoSearch_andApprovedComesIn() {
        var waiting = quarantined("MEL");
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump."), RevisionSwap.quarantining(waiting)));
        assertThat(index.documents()).hasSize(1);
        assertThat(index.quarantined()).containsExactly(waiting);
        assertThat(index.holds(waiting.source())).isTrue();
        var approved = swap("MEL", "1", TODAY, "Defer the pump.");
        index.approve(waiting, approved);
        assertThat(index.quarantined()).isEmpty();
        assertThat(texts(asking("defer pump"))).contains("Defer the pump.");
        var again = quarantined("SB");
        index.swap(List.of(RevisionSwap.quarantining(again)));
        index.reject(List.of(again));
        assertThat(index.quarantined()).isEmpty();
        assertThat(index.check().faults()).isEmpty();
    }

    private static HeldDocument quarantined(String id) {
        var held = held(id, "1", Optional.empty(), Optional.empty(), Marking.UNMARKED, 0, HeldDocument.QUARANTINED);
        return new HeldDocument(
                held.header(),
                held.library(),
                held.source(),
                held.fileName(),
                held.ingested(),
                0,
                Optional.empty(),
                Optional.empty(),
                HeldDocument.QUARANTINED,
                new Custody(
                        "librarian",
                        List.of(new Suspicion(Suspicion.Kind.HIDDEN_TEXT, "page 1", "for the test")),
                        Optional.empty()));
    }

    @Test
    void commit_growsWithEachChange() {
        index.swap(List.of(swap("AMM", "1", TODAY, "One.")));
        long first = index.commit();
        index.swap(List.of(swap("SB", "1", TODAY, "Two.")));
        assertThat(index.commit()).isNotEqualTo(first);
    }

    @Test
    void writing_isForOneAtATime() {
        index.reserve();
        try (var other = open("passages", new HashingEmbedder())) {
            assertThatThrownBy(other::reserve).isInstanceOf(IndexTrouble.InUse.class);
            index.release();
            other.reserve();
            other.release();
        }
    }

    @Test
    void otherEmbedder_isRefused() {
        index.swap(List.of(swap("AMM", "1", TODAY, "One.")));
        index.close();
        var named = new HashingEmbedder() {
            @Override
            public String name() {
                return "another";
            }
        };
        index = opened("passages", named);
        assertThatThrownBy(() -> index.search(asking("one")))
                .isInstanceOf(IndexTrouble.OtherEmbedder.class)
                .hasMessageContaining("another");
        assertThatThrownBy(() -> index.swap(List.of(swap("SB", "1", TODAY, "Two."))))
                .isInstanceOf(IndexTrouble.OtherEmbedder.class);
    }

    @Test
    void snapshot_isOpenedFromAFolder_withTheSameContent(@TempDir Path into) {
        index.swap(List.of(
                swap("AMM", "1", TODAY, "Remove the pump.", "Drain it."),
                RevisionSwap.quarantining(quarantined("SB"))));
        assertThat(index.snapshot(into.resolve("copy"))).isPositive();
        try (var copy = LucenePassageIndex.open(into.resolve("copy"), new HashingEmbedder(), ABBREVIATIONS)) {
            assertThat(copy.digest()).isEqualTo(index.digest());
            assertThat(copy.search(asking("remove pump")))
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-5 ? 0 : Double.compare(a, b), Double.class)
                    .isEqualTo(index.search(asking("remove pump")));
        }
    }
}
