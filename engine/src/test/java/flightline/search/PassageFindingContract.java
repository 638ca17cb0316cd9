package flightline.search;

import static flightline.search.Shelves.ABBREVIATIONS;
import static flightline.search.Shelves.TODAY;
import static flightline.search.Shelves.held;
import static flightline.search.Shelves.passage;
import static flightline.search.Shelves.superseded;
import static flightline.search.Shelves.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.Applicability;
import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.Marking;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Revision;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PassageIndex} promises of what it finds, and of what it does not. */
abstract class PassageFindingContract {
    private static final Clearance RESTRICTED = marking -> marking.clearedBy(Set.of(new Marking("RESTRICTED")));

    private final List<PassageIndex> opened = new ArrayList<>();

    PassageIndex index = LucenePassageIndex.open(Path.of("unused"), new HashingEmbedder(), ABBREVIATIONS);

    /** Opens the index of this name, another one for each test; neither need exist. */
    protected abstract PassageIndex open(String name, Embedder embedder);

    @BeforeEach
    void openOne() {
        index = fresh();
    }

    PassageIndex fresh() {
        return opened("passages", new HashingEmbedder());
    }

    final PassageIndex opened(String name, Embedder embedder) {
        var one = open(name, embedder);
        opened.add(one);
        return one;
    }

    @AfterEach
    void closeAll() {
        opened.forEach(PassageIndex::close);
    }

    @Test
    void search_nothingEverWritten_findsNothing() {
        assertThat(index.search(asking("pump"))).isEqualTo(Evidence.NONE);
        assertThat(index.documents()).isEmpty();
        assertThat(index.commit()).isZero();
        assertThat(index.passageCount()).isZero();
        assertThat(index.check().faults()).isEmpty();
    }

    static EvidenceQuery asking(String text) {
        return EvidenceQuery.of(text, 10, TODAY);
    }

    @Test
    void passage_comesBackAsItWasHandedIn() {
        var handedIn = swap("AMM", "1", TODAY, "Remove the pump.", "Drain the fluid.");
        index.swap(List.of(handedIn));
        assertThat(index.passages(handedIn.document().key())).isEqualTo(handedIn.passages());
        assertThat(index.documents()).containsExactly(handedIn.document());
        assertThat(index.document(new DocumentId("AMM"), new Revision("1", Optional.empty())))
                .contains(handedIn.document());
        assertThat(index.holds(ContentHash.of("AMM1"))).isTrue();
        assertThat(index.holds(ContentHash.of("other"))).isFalse();
        assertThat(index.search(asking("drain fluid")).hits().getFirst().document())
                .isEqualTo(handedIn.document());
    }

    @Test
    void about_tipsTheScales_andDoesNotOutweighTheQuestion() {
        String matter = "axle nut main gear wheel";
        index.swap(List.of(swap(
                "AMM",
                "1",
                TODAY,
                "Replace the axle nut of the main gear wheel.",
                "The torque of the axle nut is 118 ft-lb.",
                "The torque of the fuel pump is 35 in-lb.")));
        assertThat(texts(asking("what torque?").withAbout(matter)).getFirst()).contains("118 ft-lb");
        assertThat(texts(asking("what is the torque of the fuel pump?").withAbout(matter))
                        .getFirst())
                .contains("35 in-lb");
    }

    @Test
    void longPassage_withAPieceThatFits_comesBeforeOneThatFitsNowhere() {
        String filler = "The fluid drains into a clean reservoir with its filter and seal. ".repeat(3);
        String fits = "Torque the axle nut. ";
        String scattered = (filler + fits).repeat(5).strip();
        String together = (fits.repeat(5) + filler.repeat(5)).strip();
        var older = swap("AMM", "1", TODAY.minusDays(9), scattered, together);
        index.swap(List.of(older));
        var asking = asking("axle nut torque").withNotInForceToo();
        assertThat(texts(asking).getFirst()).startsWith("Torque the axle nut");
        assertThat(index.search(asking).hits().getFirst().why())
                .anyMatch(why -> why.startsWith("meaning of its likeliest sentences"));
        double before = index.find(asking).hits().getFirst().score();
        // Whatever changes the entry keeps what its pieces mean.
        index.swap(List.of(
                new RevisionSwap(held("AMM", "2", TODAY, 0), List.of(), List.of(superseded(older.document(), TODAY)))));
        assertThat(texts(asking).getFirst()).startsWith("Torque the axle nut");
        assertThat(index.find(asking).hits().getFirst().score()).isEqualTo(before);
    }

    @Test
    void search_saysWhyInWords() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Torque the 65B-45821-3A pump nut.", "Clean the window.")));
        var hit = index.search(asking("torque 65b458213a")).hits().getFirst();
        assertThat(hit.why().getFirst()).isEqualTo("has 65b458213a");
        assertThat(hit.why()).anyMatch(why -> why.startsWith("words: torque"));
        assertThat(hit.why()).anyMatch(why -> why.startsWith("BM25")).anyMatch(why -> why.startsWith("meaning"));
    }

    @Test
    void find_isTheSameAsSearch_withoutReasons() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Torque the pump nut.", "Clean the window.", "Open the pump bay.")));
        var explained = index.search(asking("pump torque")).hits();
        var found = index.find(asking("pump torque")).hits();
        assertThat(found.stream().map(hit -> hit.passage().text() + hit.score()))
                .isEqualTo(explained.stream()
                        .map(hit -> hit.passage().text() + hit.score())
                        .toList());
        assertThat(found).allMatch(hit -> hit.why().isEmpty());
    }

    @Test
    void look_supersededTextThatFitsBest_tempts_andIsNotInForce() {
        var first = swap("AMM", "1", TODAY.minusDays(100), "Torque the nut to 40 Nm.", "Open the door.");
        index.swap(List.of(first));
        index.swap(List.of(new RevisionSwap(
                held("AMM", "2", TODAY.minusDays(10), 1),
                List.of(passage(0, "Torque the nut to 45 Nm.")),
                List.of(superseded(first.document(), TODAY.minusDays(10))))));
        var sight = index.look(asking("torque nut 40 Nm"), 1);
        assertThat(sight.inForce()).isEqualTo(index.find(asking("torque nut 40 Nm")));
        assertThat(sight.tempting().stream().map(hit -> hit.passage().text()))
                .containsExactly("Torque the nut to 40 Nm.");
        assertThat(index.look(asking("torque nut 45 Nm"), 1).tempting()).isEmpty();
    }

    @Test
    void tables_areRunningTextThatLooksLikeOne() {
        index.swap(List.of(running(
                "AMM",
                "The pump is noisy.",
                "Trouble Probable Causes Remedy Pump noisy Air in fluid Bleed it",
                "Possible causes of a noisy pump are many.")));
        assertThat(index.tables(asking("noisy pump")).hits().stream()
                        .map(hit -> hit.passage().text()))
                .containsExactly("Trouble Probable Causes Remedy Pump noisy Air in fluid Bleed it");
    }

    static RevisionSwap running(String id, String... texts) {
        var swap = swap(id, "1", TODAY, texts);
        var running = swap.passages().stream()
                .map(p -> new Passage(
                        p.ordinal(),
                        PassageKind.PARAGRAPH,
                        p.path(),
                        p.text(),
                        p.context(),
                        p.place(),
                        List.of(),
                        p.applicability(),
                        p.firstBlock(),
                        p.lastBlock()))
                .toList();
        return new RevisionSwap(swap.document(), running, List.of());
    }

    @Test
    void total_ofFewPassages_isExact() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.", "Drain the pump.", "Open the door.")));
        var evidence = index.search(asking("pump").withTop(1));
        assertThat(evidence.hits()).hasSize(1);
        assertThat(evidence.total()).isBetween(2L, 3L);
        assertThat(evidence.exact()).isTrue();
    }

    @Test
    void marking_notAllowed_isNeitherFoundNorCounted() {
        var restricted = held("SB-9", "1", Optional.of(TODAY), Optional.empty(), new Marking("RESTRICTED"), 1, "");
        index.swap(List.of(
                swap("AMM", "1", TODAY, "Remove the pump."),
                new RevisionSwap(restricted, List.of(passage(0, "Remove the secret pump.")), List.of())));
        assertThat(texts(asking("remove the pump"))).containsExactly("Remove the pump.");
        assertThat(index.search(asking("remove the pump")).total()).isEqualTo(1);
        assertThat(texts(asking("remove the pump").withClearance(RESTRICTED))).hasSize(2);
        assertThat(texts(asking("remove the pump").withClearance(Clearance.NOTHING)))
                .isEmpty();
    }

    @Test
    void unheard_isWhatNoPassageInScopeSpeaksOf() {
        var restricted = held("SB-9", "1", Optional.of(TODAY), Optional.empty(), new Marking("RESTRICTED"), 1, "");
        index.swap(List.of(
                swap("AMM", "1", TODAY, "Discharge the extinguishers."),
                new RevisionSwap(restricted, List.of(passage(0, "Remove the secret dilithium.")), List.of())));
        var sought = Set.of("extingui", "dilith", "discharge");
        assertThat(index.unheard(sought, asking("x"))).containsExactly("dilith");
        assertThat(index.unheard(sought, asking("x").withClearance(RESTRICTED))).isEmpty();
    }

    @Test
    void effectivity_surelyOtherAircraft_isLeftOut() {
        var early = new Applicability.Has(Configuration.SERIAL, List.of("1001~1019"));
        var late = new Applicability.Has(Configuration.SERIAL, List.of("1020~1099"));
        index.swap(List.of(new RevisionSwap(
                held("AMM", "1", TODAY, 3),
                List.of(
                        passage(0, "Pump of the early aircraft.", early),
                        passage(1, "Pump of the late aircraft.", late),
                        passage(2, "Pump of all aircraft.")),
                List.of())));
        var known = new Configuration(Map.of(Configuration.SERIAL, "1012"));
        assertThat(texts(asking("pump").withAircraft(known)))
                .containsExactlyInAnyOrder("Pump of the early aircraft.", "Pump of all aircraft.");
        var unknown = new Configuration(Map.of(Configuration.MODEL, "lt-46"));
        assertThat(texts(asking("pump").withAircraft(unknown))).hasSize(3);
    }

    @Test
    void filters_narrowTheAnswer() {
        index.swap(List.of(swap("AMM-29", "1", TODAY, "Remove the pump."), swap("SB", "1", TODAY, "Swap the pump.")));
        assertThat(texts(asking("pump").withFilters(Map.of("document", "amm-29"))))
                .containsExactly("Remove the pump.");
        assertThat(texts(asking("pump").withFilters(Map.of("ata", "29-11", "kind", "step", "format", "pdf"))))
                .hasSize(2);
        assertThat(texts(asking("pump").withFilters(Map.of("ata", "32")))).isEmpty();
        assertThat(texts(asking("pump").withKinds(Set.of(PassageKind.FIGURE)))).isEmpty();
        assertThatThrownBy(() -> asking("pump").withFilters(Map.of("colour", "red")))
                .hasMessage("filter must be one of [ata, document, format, kind, status], got 'colour'");
    }

    @Test
    void sameText_isShownOnce_fromTheRevisionInForce() {
        var first = swap("AMM", "1", TODAY.minusDays(100), "Remove the  pump.");
        index.swap(List.of(first));
        index.swap(List.of(new RevisionSwap(
                held("AMM", "2", TODAY.minusDays(10), 1),
                List.of(passage(0, "Remove the pump.")),
                List.of(superseded(first.document(), TODAY.minusDays(10))))));
        var hits = index.search(asking("remove pump").withNotInForceToo()).hits();
        assertThat(hits).hasSize(1);
        assertThat(hits.getFirst().document().header().revision().label()).isEqualTo("2");
        assertThat(hits.getFirst().why()).contains("same text in AMM 1");
    }

    @Test
    void questionsOfAnySort_areText() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.", "Drain the fluid.")));
        var odd = List.of(
                "pump\" OR *:* {\"match_all\":{}} text:pump^9 AND NOT [a TO z] /.*/",
                "pump ".repeat(2000),
                "🔥🛠 pump \u200f المضخة насос ポンプ \ud800",
                "pump\u0000\u001f\u2003\n\t",
                "\\u0022 ' ; DROP TABLE pump",
                "x".repeat(10_000) + " pump");
        for (String text : odd)
            assertThat(texts(asking(text)))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .contains("Remove the pump.");
    }

    @Test
    void proposed_isNotFoundAsInForce_untilItsDay() {
        var proposed = held("AD-9", "1", Optional.empty(), Optional.empty(), Marking.UNMARKED, 1, "proposed");
        var coming = held("SB-2", "1", TODAY.plusDays(3), 1);
        index.swap(List.of(
                new RevisionSwap(proposed, List.of(passage(0, "Inspect the pump daily.")), List.of()),
                new RevisionSwap(coming, List.of(passage(0, "Inspect the pump weekly.")), List.of())));
        assertThat(texts(asking("inspect pump"))).isEmpty();
        assertThat(texts(EvidenceQuery.of("inspect pump", 5, TODAY.plusDays(3))))
                .containsExactly("Inspect the pump weekly.");
        assertThat(texts(asking("inspect pump").withNotInForceToo())).hasSize(2);
    }

    @Test
    void hiddenMaterial_changesNoScore() {
        index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.", "Drain the pump fluid.", "Open the door.")));
        var before = index.search(asking("pump fluid")).hits();
        var restricted = held("SB-9", "1", Optional.of(TODAY), Optional.empty(), new Marking("RESTRICTED"), 3, "");
        index.swap(List.of(new RevisionSwap(
                restricted,
                List.of(
                        passage(0, "Pump pump pump fluid."),
                        passage(1, "The fluid of the secret pump."),
                        passage(2, "A long text about no such thing at all, for the sake of its length alone.")),
                List.of())));
        assertThat(index.search(asking("pump fluid")).hits()).isEqualTo(before);
    }

    @Test
    void passages_ofKindsAndRanges() {
        index.swap(List.of(swap("AMM", "1", TODAY, "One.", "Two.", "Three.")));
        String key = index.documents().getFirst().key();
        assertThat(index.passages(key, 1, 2)).extracting(Passage::text).containsExactly("Two.", "Three.");
        assertThat(index.passages(key, Set.of(PassageKind.STEP))).hasSize(3);
        assertThat(index.passages(key, Set.of(PassageKind.FIGURE))).isEmpty();
        assertThat(index.document(key)).isPresent();
        assertThat(index.document("none@1")).isEmpty();
    }

    List<String> texts(EvidenceQuery query) {
        return index.search(query).hits().stream()
                .map(hit -> hit.passage().text())
                .toList();
    }
}
