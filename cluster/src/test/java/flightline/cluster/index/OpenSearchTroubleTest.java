package flightline.cluster.index;

import static flightline.search.Shelves.TODAY;
import static flightline.search.Shelves.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.DocumentId;
import flightline.model.HashingEmbedder;
import flightline.search.EvidenceQuery;
import flightline.search.IndexTrouble;
import flightline.search.LucenePassageIndex;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import flightline.search.Shelves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster does wrong, what a killed writer leaves, and that the answers are those of an index in a folder. */
@ExtendWith(WithOpenSearch.class)
final class OpenSearchTroubleTest {
    private final OpenSearchNodes nodes;
    private final Bench bench;

    OpenSearchTroubleTest(OpenSearchNodes nodes) {
        this.nodes = nodes;
        this.bench = new Bench(nodes, OpenSearchTroubleTest.class);
    }

    private PassageIndex open() {
        return bench.passages("a", new HashingEmbedder());
    }

    private static EvidenceQuery asking(String text) {
        return EvidenceQuery.of(text, 10, TODAY);
    }

    /** Words as a manual has them, in sentences by chance; always the same ones. */
    private static List<RevisionSwap> manuals() {
        var words = List.of(
                "pump",
                "valve",
                "hydraulic",
                "pressure",
                "low",
                "leak",
                "gear",
                "door",
                "actuator",
                "sensor",
                "remove",
                "install",
                "torque",
                "nut",
                "inspect",
                "line",
                "fluid",
                "left",
                "engine",
                "65B-45821-3A",
                "32-41-00");
        var chance = new Random(7);
        var swaps = new ArrayList<RevisionSwap>();
        for (int d = 0; d < 6; d++) {
            var texts = new ArrayList<String>();
            for (int p = 0; p < 12; p++) {
                var text = new StringBuilder();
                for (int w = 0; w < 6 + chance.nextInt(12); w++)
                    text.append(words.get(chance.nextInt(words.size()))).append(' ');
                texts.add(text + "of item " + d + "-" + p + ".");
            }
            swaps.add(swap("AMM-" + d, "1", TODAY, texts.toArray(String[]::new)));
        }
        return swaps;
    }

    @Test
    void answers_areThoseOfAnIndexInAFolder(@TempDir Path folder) {
        try (var far = open();
                var near = LucenePassageIndex.open(folder, new HashingEmbedder(), Shelves.ABBREVIATIONS)) {
            far.swap(manuals());
            near.swap(manuals());
            assertThat(far.digest()).isEqualTo(near.digest());
            for (String question : List.of(
                    "hydraulic pump pressure low",
                    "torque of the nut 65b458213a",
                    "leak at the left engine",
                    "32-41 gear door actuator",
                    "sensor")) {
                var expected = near.search(asking(question));
                var found = far.search(asking(question));
                assertThat(found.total()).isEqualTo(expected.total());
                assertThat(found.hits().stream().map(hit -> hit.passage().text()))
                        .as(question)
                        .containsExactlyElementsOf(expected.hits().stream()
                                .map(hit -> hit.passage().text())
                                .toList());
                for (int i = 0; i < found.hits().size(); i++)
                    assertThat(found.hits().get(i).score())
                            .isCloseTo(expected.hits().get(i).score(), org.assertj.core.api.Assertions.within(1e-5));
            }
        }
    }

    @Test
    void killedWriter_leavesNothingThatIsSeen_andTheNextOneTakesItBack() {
        try (var index = open()) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Torque the nut to 40 Nm.")));
        }
        // As one that died after preparing everything and before the commit came into force.
        String name = bench.address("a").name() + "-passages";
        nodes.ask(
                "POST",
                "/" + name + "/_update_by_query?refresh=true",
                "{\"query\":{\"term\":{\"born\":1}},\"script\":{\"source\":\"ctx._source.died = 2\"}}");
        nodes.ask(
                "PUT",
                "/" + name + "/_doc/half?refresh=true",
                "{\"name\":\"half\",\"born\":2,\"died\":9223372036854775807,\"stored\":\"\"}");
        try (var index = open()) {
            assertThat(index.search(asking("torque nut")).hits()).hasSize(1);
            index.swap(List.of(swap("SB", "1", TODAY, "Replace the nut.")));
            assertThat(index.search(asking("torque nut")).hits()).hasSize(2);
            assertThat(index.passageCount()).isEqualTo(2);
            assertThat(index.check().faults()).isEmpty();
        }
        assertThat(nodes.ask("GET", "/" + name + "/_doc/half", "")).contains("\"found\":false");
    }

    @Test
    void removed_isInNoFileOfTheIndex() {
        String name = bench.address("a").name() + "-passages";
        try (var index = open()) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump."), swap("SB", "1", TODAY, "Keep the door.")));
            index.remove(new DocumentId("AMM"), List.of());
        }
        assertThat(nodes.ask("GET", "/" + name + "/_stats/docs", "")).contains("\"deleted\":0");
        assertThat(nodes.ask("GET", "/" + name + "/_search?q=name:*AMM*", "")).contains("\"value\":0");
    }

    @Test
    void niceErrorOn_aClusterThatTakesNoWrites_whileReadingGoesOn() {
        String name = bench.address("a").name() + "-passages";
        try (var index = open()) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            for (String block : List.of("read_only", "read_only_allow_delete")) {
                block(name, block, "true");
                assertThatThrownBy(() -> index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump."))))
                        .isInstanceOf(IndexTrouble.Unusable.class)
                        .hasMessageContaining(block.equals("read_only") ? "read-only" : "disks are full")
                        .hasMessageNotContaining("\n");
                assertThat(index.search(asking("pump")).hits()).hasSize(1);
                block(name, block, "null");
            }
            index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump.")));
            assertThat(index.search(asking("pump")).hits()).hasSize(2);
        }
    }

    private void block(String name, String block, String value) {
        nodes.ask("PUT", "/" + name + "/_settings", "{\"index.blocks." + block + "\":" + value + "}");
    }

    @Test
    void niceErrorOn_aClusterThatIsNotThere() {
        var gone = new OpenSearchIndexes(
                IndexAddress.parse("opensearch://127.0.0.1:1,127.0.0.1:2/line"),
                Credentials.NONE,
                new HashingEmbedder(),
                "process",
                System::nanoTime,
                Bench.QUICK);
        var index = gone.passages(
                new HashingEmbedder(),
                Shelves.ABBREVIATIONS,
                word -> java.util.Optional.empty(),
                flightline.vault.Vault.clear());
        assertThatThrownBy(() -> index.search(asking("pump")))
                .isInstanceOf(IndexTrouble.Away.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("nothing is lost")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump."))))
                .isInstanceOf(IndexTrouble.Away.class);
        gone.close();
    }

    @Test
    void indexThatWasThereAndIsGone_isNoEmptyLibrary() {
        try (var index = open()) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            index.release();
            nodes.empty(bench.address("a").name() + "-passages");
            assertThatThrownBy(() -> index.search(asking("pump")))
                    .isInstanceOf(IndexTrouble.Away.class)
                    .hasMessageContaining("is gone");
        }
    }
}
