package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.Box;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PdfLayoutTest {
    @Test
    void read_raisedAndLoweredLetters_standInTheirLineAndReadAsWhatTheyAre() {
        var texts = new DrawnPdf()
                .page(pen -> {
                    double x = pen.run(60, 740, 10, 0, "The leak rate is below 2.5 x 10");
                    x = pen.run(x, 740, 8, 5, "-3");
                    x = pen.run(x, 740, 10, 0, " cm");
                    x = pen.run(x, 740, 6.5, 3.3, "3");
                    x = pen.run(x, 740, 10, 0, " a second, the pin is 12");
                    double tolerance = x;
                    pen.run(x, 740, 6, -2, "-0.2");
                    x = pen.run(tolerance, 740, 6, 5, "+0.5");
                    pen.run(x, 740, 10, 0, " mm long,");
                    x = pen.run(60, 728, 10, 0, "the seal");
                    x = pen.run(x, 728, 6, 4.8, "2");
                    x = pen.run(x, 728, 10, 0, " holds H");
                    x = pen.run(x, 728, 8, -5, "2");
                    pen.run(x, 728, 10, 0, "O at 3000 psi for as long as the test lasts.");
                })
                .texts();
        assertThat(texts)
                .containsExactly("The leak rate is below 2.5 x 10^-3 cm^3 a second, the pin is 12 +0.5 -0.2 mm long,"
                        + " the seal2 holds H2O at 3000 psi for as long as the test lasts.");
    }

    @Test
    void read_smallTypeBesideALargeTitle_staysALineOfItsOwn() {
        var texts = new DrawnPdf()
                .page(pen -> {
                    double x = pen.run(60, 740, 14, 0, "Fuel");
                    pen.run(x + 3, 740, 8, 8, "Issued by the maker of the pump in March");
                })
                .texts();
        assertThat(texts).containsExactly("Issued by the maker of the pump in March", "Fuel");
    }

    private static final String[] LEFT = {
        "The left column tells of the pump and of", "its drive. The drive has a shear neck that",
                "breaks when the pump seizes, so that the",
        "gearbox is not damaged by it. After that", "the pump does not turn and gives nothing,",
                "which the crew sees as low pressure left."
    };
    private static final String[] RIGHT = {
        "The right column tells of the tank and of", "its sight glass. The glass has two marks,",
                "between which the level must be when the",
        "gear is down and the doors are closed, as", "the actuators take up some of the fluid,",
                "which then is not in the tank any longer."
    };

    @Test
    void read_twoColumns_areReadOneAfterTheOtherBetweenFullWidthLines() {
        var texts = new DrawnPdf()
                .page(
                        pen -> pen.text(60, 760, 16, true, "Hydraulic power")
                                .lines(60, 730, LEFT)
                                .lines(310, 730, RIGHT)
                                .text(
                                        60,
                                        600,
                                        "This line runs across the whole page, below both columns, and so it is to be read last of all."))
                .texts();
        assertThat(texts)
                .containsExactly(
                        "Hydraulic power",
                        String.join(" ", LEFT),
                        String.join(" ", RIGHT),
                        "This line runs across the whole page, below both columns, and so it is to be read last of all.");
    }

    @Test
    void read_runningHeadsAndFeet_areDropped() {
        var pdf = new DrawnPdf();
        for (int page = 1; page <= 4; page++) {
            int number = page;
            pdf.page(pen -> pen.text(60, 810, "LT-46 maintenance manual")
                    .text(480, 810, "Subject " + (char) ('A' + number))
                    .text(60, 700, "Text of page " + number + ".")
                    .text(60, 30, "Revision 12")
                    .text(500, 30, "Page " + (200 + number)));
        }
        assertThat(pdf.texts())
                .containsExactly("Text of page 1.", "Text of page 2.", "Text of page 3.", "Text of page 4.");
    }

    @Test
    void read_warningPrintedOnEveryPage_isKept() {
        var pdf = new DrawnPdf();
        for (int page = 0; page < 4; page++)
            pdf.page(pen ->
                    pen.text(60, 810, "WARNING: KEEP CLEAR OF THE DOORS.").text(60, 700, "Text."));
        assertThat(pdf.blocks().stream().filter(Block.Safety.class::isInstance)).hasSize(4);
    }

    @Test
    void read_headings_haveNumberLevelAndStandInThePathOfWhatFollows() {
        var document = new DrawnPdf()
                .page(pen -> pen.text(60, 760, 18, true, "Landing gear")
                        .text(60, 730, 13, true, "2. Removal")
                        .text(60, 700, "Jack the aircraft before the wheel is taken off."))
                .read();
        assertThat(document.blocks().get(1).block()).isInstanceOfSatisfying(Block.Heading.class, h -> {
            assertThat(h.number()).isEqualTo("2.");
            assertThat(h.text()).isEqualTo("Removal");
            assertThat(h.level()).isEqualTo(2);
        });
        assertThat(document.blocks().get(2).path()).containsExactly("Landing gear", "2. Removal");
    }

    @Test
    void read_paragraph_putsSoftBreaksTogetherAndKeepsPartNumbers() {
        var texts = new DrawnPdf()
                .page(pen -> pen.lines(
                        60,
                        700,
                        "The actuator takes up some of the fluid when the gear ex-",
                        "tends, and the part number of the seal kit is KT3221-",
                        "07 for both legs; the left-",
                        "hand leg has a longer hose."))
                .texts();
        assertThat(texts)
                .containsExactly(
                        "The actuator takes up some of the fluid when the gear extends, and the part number of the"
                                + " seal kit is KT3221-07 for both legs; the left-hand leg has a longer hose.");
    }

    @Test
    void read_rotatedPage_isReadWithBoxesOfThePageAsShown() {
        // Written upwards on a page that a viewer turns clockwise: the reader sees it upright, 842 wide and 595 high.
        var paragraph = new DrawnPdf()
                .page(
                        90,
                        pen -> pen.upwards(100, 50, "The first line of the turned page.")
                                .upwards(112, 50, "The second line."))
                .blocks()
                .getFirst();
        assertThat(paragraph.text()).isEqualTo("The first line of the turned page. The second line.");
        Box box = paragraph.place().box().orElseThrow();
        assertThat(box.left()).isBetween(49.0, 51.0);
        assertThat(box.top()).isBetween(500.0, 505.0);
        assertThat(box.bottom()).isBetween(478.0, 483.0);
    }

    @Test
    void read_contentsPage_isAListAndNoHeadings() {
        var blocks = new DrawnPdf()
                .page(pen -> {
                    for (int i = 1; i < 6; i++)
                        pen.bold(60, 740 - 14 * i, i + ". Chapter of gear ................................ " + i * 10);
                })
                .blocks();
        assertThat(blocks).hasSize(5).allMatch(Block.ListItem.class::isInstance);
        assertThat(blocks.getFirst().text()).isEqualTo("1. Chapter of gear 10");
    }

    @Test
    void read_figureCaption_isAFigure() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.text(60, 700, "Figure 201 shows the pump and its hoses in place.")
                        .text(200, 600, "Figure 201. Pump, sheet 1"))
                .blocks();
        assertThat(blocks.getFirst()).isInstanceOf(Block.Paragraph.class);
        assertThat(blocks.get(1))
                .isInstanceOfSatisfying(
                        Block.Figure.class, f -> assertThat(f.reference()).isEqualTo("Figure 201"));
    }

    @Test
    void read_blockAcrossAPageBreak_standsOnItsFirstPage() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.text(
                        60, 120, "The sentence begins at the foot of the first page and goes on with the word"))
                .page(pen -> pen.text(60, 700, "that stands on the second."))
                .blocks();
        assertThat(blocks).hasSize(1);
        assertThat(blocks.getFirst().place().page()).hasValue(1);
    }

    @Test
    void read_manyPages_areNumberedFromOne() {
        var pdf = new DrawnPdf();
        IntStream.rangeClosed(1, 5)
                .forEach(n -> pdf.page(pen -> pen.text(60, 400, "Text of page " + (char) ('a' + n) + ".")));
        assertThat(pdf.blocks()).extracting(b -> b.place().page().orElse(0)).isEqualTo(List.of(1, 2, 3, 4, 5));
    }

    @Test
    void read_noteSetHalfWayDownBesideItsText_keepsItsFirstLine() {
        var notes = new DrawnPdf()
                        .page(pen -> {
                            pen.text(60, 740, "1. Open the drain valve of the left tank.");
                            pen.text(60, 700, "NOTE");
                            pen.lines(
                                    120, 706, "The valve opens against a spring. Hold it", "until no more fuel comes.");
                            pen.text(60, 660, "2. Close the drain valve.");
                        })
                        .blocks()
                        .stream()
                        .filter(Block.Safety.class::isInstance)
                        .map(Block::text)
                        .toList();
        assertThat(notes).containsExactly("The valve opens against a spring. Hold it until no more fuel comes.");
    }

    @Test
    void read_countedItemsInCapitals_areAListAndNoHeadings() {
        var pdf = new DrawnPdf()
                .page(pen -> pen.lines(60, 740, "The board found these factors in the order of their weight.")
                        .lines(
                                60,
                                710,
                                "1. DIRECTIONAL CONTROL - NOT MAINTAINED",
                                "2. TERRAIN CONDITION - SNOW COVERED",
                                "3. TERRAIN CONDITION - RUNWAY"));
        assertThat(pdf.blocks()).filteredOn(Block.Heading.class::isInstance).isEmpty();
    }

    @Test
    void read_directiveInColumns_isKnownByItsNumber_andItsTitlesAreWhole() {
        var document = new DrawnPdf()
                .page(pen -> {
                    pen.lines(
                            40,
                            760,
                            "Airworthiness Directives; Quill Airplanes",
                            "[Docket No. FAA–2031–0434; Project",
                            "Identifier MCAI–2030–01324–T; Amendment",
                            "39–22512; AD 2031–15–09]",
                            "AGENCY: Federal Aviation Administration.",
                            "ACTION: Final rule.",
                            "SUMMARY: The FAA is superseding AD 2029–",
                            "13–04, which applied to all Quill Model QH10");
                    pen.lines(
                            310,
                            754,
                            "airplanes. This was prompted by a report of",
                            "a crack in a fitting of the landing gear of",
                            "an airplane, which could lead to its collapse.");
                    pen.bold(310, 708, "(h) New Requirement of This AD:").bold(310, 697, "Replacement");
                    pen.lines(
                            310,
                            680,
                            "Within 90 days after the effective date of this",
                            "AD, replace each fitting with a new one of the",
                            "same part number, and mark it.");
                })
                .read();
        assertThat(document.header().id().value()).isEqualTo("AD 2031-15-09");
        assertThat(document.blocks().stream().map(p -> p.block().text()))
                .contains("New Requirement of This AD: Replacement")
                .anyMatch(text -> text.contains("superseding AD 2029–13–04, which"));
    }
}
