package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.corpus.Fact;
import flightline.corpus.PassageKind;
import flightline.ingest.pdf.PdfParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MelItemsTest {
    private static final List<String> HEADER =
            List.of("Item", "Title", "Cat.", "Installed", "Required", "Remarks or exceptions");

    @Test
    void item_isReadFromItsRow() {
        var item = MelItem.of(
                        HEADER,
                        List.of(
                                "32-41-01",
                                "Brake",
                                "C",
                                "4",
                                "3",
                                "(M) (O) May be inoperative if: a) it is off, and b) placarded."))
                .orElseThrow();
        assertThat(item.line("10 calendar days"))
                .isEqualTo(
                        "32-41-01 category C, repair interval 10 calendar days, 4 installed, 3 required for dispatch,"
                                + " operations procedure (O), maintenance procedure (M), placard");
        assertThat(item.provisos()).containsExactly("a", "b");
    }

    @Test
    void rowsOfOtherTables_areNoItems() {
        assertThat(MelItem.of(List.of("Item", "Change"), List.of("32-31-01", "New")))
                .isEmpty();
        assertThat(MelItem.of(HEADER, List.of("Item", "Title", "Cat.", "Installed", "Required", "Remarks")))
                .isEmpty();
    }

    @Test
    void listOfTheLibrary_givesAPassageForEachItemWithAllItsConditions() throws IOException {
        Path path = Path.of("../library/mel/SKW-MEL-46_R7.pdf");
        byte[] bytes = Files.readAllBytes(path);
        var document = ((ParseOutcome.Parsed) new Reader(List.of(new PdfParser()))
                        .read(new SourceFile(path, ContentHash.of(bytes), FileKind.PDF, bytes)))
                .documents()
                .getFirst();
        var items = new PassageCutter()
                .cut(document).stream()
                        .filter(p -> p.kind() == PassageKind.MEL_ITEM)
                        .toList();
        assertThat(items)
                .hasSize((int) document.header().facts(Fact.Kind.MEL_ITEM).count());
        assertThat(items)
                .filteredOn(p -> p.text().startsWith("32-31-01"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.text())
                            .contains("(M) One element of each main gear")
                            .endsWith("check before the first flight.");
                    assertThat(p.context())
                            .contains("category B, repair interval 3 calendar days, 4 installed, 2 required");
                });
    }
}
