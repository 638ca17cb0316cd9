package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.corpus.Fact;
import flightline.corpus.PassageKind;
import flightline.corpus.StructuredDocument;
import flightline.ingest.pdf.PdfParser;
import flightline.ingest.text.HtmlParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                                "(M) (O) May be inoperative if: a) it is off, and b) placarded."),
                        "")
                .orElseThrow();
        assertThat(item.line("10 calendar days"))
                .isEqualTo(
                        "32-41-01 category C, repair interval 10 calendar days, 4 installed, 3 required for dispatch,"
                                + " operations procedure (O), maintenance procedure (M), placard");
        assertThat(item.provisos()).containsExactly("a", "b");
    }

    @Test
    void rowsOfOtherTables_areNoItems() {
        assertThat(MelItem.of(List.of("Item", "Change"), List.of("32-31-01", "New"), ""))
                .isEmpty();
        assertThat(MelItem.of(HEADER, List.of("Item", "Title", "Cat.", "Installed", "Required", "Remarks"), ""))
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

    @Test
    void procedureOfALaterTable_isStatedBehindItsItem_andItsPassageNamesTheItem() throws IOException {
        var document = pdf();
        var stated = document.header().facts();
        int item = indexOf(stated, Fact.Kind.MEL_ITEM, "32-31-01");
        assertThat(stated.get(item + 1).kind()).isEqualTo(Fact.Kind.MEL_PROCEDURE);
        assertThat(stated.get(item + 1).value())
                .startsWith("32-31-01 Open the CMC page GEAR")
                .endsWith("no dispatch.");
        assertThat(document.header().facts(Fact.Kind.MEL_PROCEDURE)).hasSize(13);
        // The list of changes names items too, and gives no procedure.
        assertThat(document.header().facts(Fact.Kind.MEL_PROCEDURE))
                .noneSatisfy(fact -> assertThat(fact.value()).contains("Maintenance procedure now asks"));
        assertThat(new PassageCutter().cut(document))
                .filteredOn(p -> p.text().startsWith("32-31-01\tOpen"))
                .singleElement()
                .satisfies(p ->
                        assertThat(p.context()).contains("procedure for item 32-31-01 Downlock indication element"));
    }

    @Test
    void listInHtml_givesTheSameItems_withTheirConditionsInOnePiece() {
        String conditions =
                "(M) (O) One may be inoperative if: a) the other one was tested, b) the fuel used is written down"
                        + " after each sector, and c) " + "the tank is dipped before each flight, ".repeat(40)
                        + "and placarded.";
        byte[] bytes = ("<html><head><title>Minimum Equipment List QH-MEL Revision 2</title></head><body>"
                        + "<h1>Minimum Equipment List</h1><table><tr><th>Item</th><th>Title</th><th>Cat.</th>"
                        + "<th>Installed</th><th>Required</th><th>Remarks or exceptions</th></tr>"
                        + "<tr><td>28-41-01</td><td>Fuel quantity</td><td>B</td><td>2</td><td>1</td><td>" + conditions
                        + "</td></tr></table><h2>Procedures</h2><table><tr><th>Item</th><th>Procedure</th></tr>"
                        + "<tr><td>28-41-01</td><td>Dip the tank on level ground.</td></tr>"
                        + "<tr><td>99-99-01</td><td>Of no item.</td></tr></table></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        Path path = Path.of("QH-MEL.html");
        var document = ((ParseOutcome.Parsed) new Reader(List.of(new HtmlParser()))
                        .read(new SourceFile(path, ContentHash.of(bytes), FileKind.HTML, bytes)))
                .documents()
                .getFirst();
        assertThat(document.header().facts(Fact.Kind.MEL_ITEM)).hasSize(1);
        assertThat(document.header().facts(Fact.Kind.MEL_PROCEDURE))
                .extracting(Fact::value)
                .containsExactly("28-41-01 Dip the tank on level ground.");
        assertThat(new PassageCutter().cut(document))
                .filteredOn(p -> p.kind() == PassageKind.MEL_ITEM)
                .singleElement()
                .satisfies(p -> assertThat(p.text()).startsWith("28-41-01").endsWith(conditions));
    }

    @Test
    void itemsCountedAnewInEachSystem_bearTheSystemsNumber() {
        byte[] bytes = ("<html><head><title>Master Minimum Equipment List</title></head><body>"
                        + "<h1>Master Minimum Equipment List</h1><table><tr><th>System & Sequence Numbers Item</th>"
                        + "<th>1. Category</th><th>2. Number installed</th><th>3. Number required for dispatch</th>"
                        + "<th>4. Remarks or exceptions</th></tr>"
                        + "<tr><td>24 ELECTRICAL POWER</td><td></td><td></td><td></td><td></td></tr>"
                        + "<tr><td>1. AC generators</td><td>C</td><td>2</td><td>1</td><td>(M) If the APU runs.</td></tr>"
                        + "<tr><td>32 LANDING GEAR</td><td></td><td></td><td></td><td></td></tr>"
                        + "<tr><td>1. Brakes</td><td>C</td><td>4</td><td>3</td><td>(O)</td></tr></table></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        Path path = Path.of("MMEL.html");
        var document = ((ParseOutcome.Parsed) new Reader(List.of(new HtmlParser()))
                        .read(new SourceFile(path, ContentHash.of(bytes), FileKind.HTML, bytes)))
                .documents()
                .getFirst();
        assertThat(document.header().facts(Fact.Kind.MEL_ITEM))
                .extracting(Fact::value)
                .containsExactly(
                        "24-1 category C, 2 installed, 1 required for dispatch, maintenance procedure (M)",
                        "32-1 category C, 4 installed, 3 required for dispatch, operations procedure (O)");
    }

    private static int indexOf(List<Fact> facts, Fact.Kind kind, String start) {
        for (int i = 0; i < facts.size(); i++)
            if (facts.get(i).kind() == kind && facts.get(i).value().startsWith(start)) return i;
        throw new AssertionError("no " + kind + " begins with " + start);
    }

    private static StructuredDocument pdf() throws IOException {
        Path path = Path.of("../library/mel/SKW-MEL-46_R7.pdf");
        byte[] bytes = Files.readAllBytes(path);
        return ((ParseOutcome.Parsed) new Reader(List.of(new PdfParser()))
                        .read(new SourceFile(path, ContentHash.of(bytes), FileKind.PDF, bytes)))
                .documents()
                .getFirst();
    }
}
