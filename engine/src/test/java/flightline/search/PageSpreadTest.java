package flightline.search;

import static flightline.search.Shelves.TODAY;
import static flightline.search.Shelves.held;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Place;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageSpreadTest {
    private static final String ASKED = "oil pump engine accessory gear starter";

    @TempDir
    private Path temp = Path.of("unused");

    private static Passage onPage(int ordinal, PassageKind kind, String text, int page) {
        return new Passage(
                ordinal,
                kind,
                List.of("Lubrication"),
                text,
                "",
                Place.onPage(200 * ordinal, 200 * ordinal + text.length(), page),
                List.of(),
                Applicability.ALL,
                ordinal,
                ordinal);
    }

    private PassageIndex shelved(PassageKind kind) {
        var passages = new ArrayList<>(List.of(
                onPage(0, kind, "The oil pump of the engine is driven by the accessory gear behind the starter.", 1),
                onPage(1, kind, "The accessory gear of the engine drives the oil pump and, behind it, the starter.", 1),
                onPage(2, kind, "The oil pump of the engine is driven by the accessory shaft behind the starter.", 2)));
        for (int i = 3; i < 40; i++) passages.add(onPage(i, kind, "The oil is drained, pan number " + i + ".", i));
        PassageIndex index =
                LucenePassageIndex.open(temp.resolve(kind.name()), new HashingEmbedder(), Shelves.ABBREVIATIONS);
        index.swap(List.of(new RevisionSwap(held("AMM", "1", TODAY, passages.size()), passages, List.of())));
        return index;
    }

    private static Stream<Integer> pages(Evidence found) {
        return found.hits().stream().map(hit -> hit.passage().place().page().getAsInt());
    }

    @Test
    void furtherTextOfAPage_comesBehindTextOfAnotherThatIsNearlyAsGood() {
        try (PassageIndex index = shelved(PassageKind.PARAGRAPH)) {
            assertThat(pages(index.search(EvidenceQuery.of(ASKED, 3, TODAY)))).containsExactly(1, 1, 2);
            Evidence listed = PageSpread.search(index, EvidenceQuery.of(ASKED, 3, TODAY));
            assertThat(pages(listed)).containsExactly(1, 2, 1);
            assertThat(listed.hits())
                    .isSortedAccordingTo(Comparator.comparingDouble(Hit::score).reversed());
        }
    }

    @Test
    void stepsOfAPage_stayAsTheyRank() {
        try (PassageIndex index = shelved(PassageKind.STEP)) {
            assertThat(pages(PageSpread.search(index, EvidenceQuery.of(ASKED, 3, TODAY))))
                    .containsExactly(1, 1, 2);
        }
    }

    @Test
    void shorterList_isTheBeginningOfALongerOne() {
        try (PassageIndex index = shelved(PassageKind.PARAGRAPH)) {
            List<Integer> all = pages(PageSpread.search(index, EvidenceQuery.of(ASKED, 40, TODAY)))
                    .toList();
            assertThat(all).hasSize(40);
            for (int top : List.of(1, 2, 3, 19, 25))
                assertThat(pages(PageSpread.search(index, EvidenceQuery.of(ASKED, top, TODAY)))
                                .toList())
                        .isEqualTo(all.subList(0, top));
        }
    }
}
