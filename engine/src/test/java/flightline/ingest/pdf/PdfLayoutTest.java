package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.Box;
import flightline.corpus.SafetyKind;
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
    void read_steps_haveNumberDepthAndTheirWrappedLines() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.text(60, 760, 14, true, "Installation")
                        .lines(
                                60,
                                730,
                                "(1) Install the pump on the studs of the gearbox pad and hold it there while you",
                                "     tighten the nuts.")
                        .text(80, 700, "(a) Torque the nuts to 28 N.m.")
                        .text(80, 685, "(b) Safety the nuts.")
                        .text(60, 670, "(2) Connect the hoses."))
                .blocks();
        assertThat(blocks.stream().filter(Block.Step.class::isInstance).map(Block.Step.class::cast))
                .extracting(s -> s.depth() + " " + s.number() + " " + s.text())
                .containsExactly(
                        "0 (1) Install the pump on the studs of the gearbox pad and hold it there while you tighten the nuts.",
                        "1 (a) Torque the nuts to 28 N.m.",
                        "1 (b) Safety the nuts.",
                        "0 (2) Connect the hoses.");
    }

    @Test
    void read_stepsRoundATable_keepTheirDepthAndEndAtTheirEnd() {
        var blocks = new DrawnPdf()
                .page(pen -> {
                    pen.text(60, 760, "A. Prepare the aircraft").text(90, 745, "(1) Open the circuit breakers:");
                    pen.text(120, 730, "Panel").text(220, 730, "Name").text(320, 730, "Row");
                    pen.text(120, 716, "49VU").text(220, 716, "Brake").text(320, 716, "C09");
                    pen.text(120, 702, "121VU").text(220, 702, "Steering").text(320, 702, "M36");
                    pen.text(90, 680, "(2) Remove the wheel.").text(60, 660, "B. Procedure");
                    pen.text(60, 640, "SUBTASK 32-42-11-020-050").text(90, 625, "(1) Remove the brake.");
                    pen.text(120, 610, "(a) Hold it.").text(30, 590, "4. Close the access panel.");
                    pen.text(200, 570, "------- END OF TASK -------");
                })
                .blocks();
        assertThat(blocks.stream()
                        .map(b -> b instanceof Block.Step s
                                ? s.number() + " at " + s.depth() + ": " + s.text()
                                : b instanceof Block.Table ? "table" : b.text()))
                .containsExactly(
                        "A. at 0: Prepare the aircraft",
                        "(1) at 1: Open the circuit breakers:",
                        "table",
                        "(2) at 1: Remove the wheel.",
                        "B. at 0: Procedure",
                        "SUBTASK 32-42-11-020-050",
                        "(1) at 1: Remove the brake.",
                        "(a) at 2: Hold it.",
                        "4. at 0: Close the access panel.",
                        "------- END OF TASK -------");
    }

    @Test
    void read_titleUnderlinedWithoutItsNumber_isAHeading() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.text(60, 760, "1.")
                        .text(80, 760, "Reason for the Job")
                        .line(80, 758, 166, 758)
                        .text(80, 740, "The pin is worn beyond 1.5 mm.")
                        .text(60, 720, "2.")
                        .text(80, 720, "Job Set-up")
                        .line(80, 718, 131, 718)
                        .text(80, 700, "(1) Remove the wheel."))
                .blocks();
        assertThat(blocks)
                .extracting(Block::text)
                .containsExactly(
                        "Reason for the Job", "The pin is worn beyond 1.5 mm.", "Job Set-up", "Remove the wheel.");
        assertThat(blocks.get(2)).isInstanceOf(Block.Heading.class);
    }

    @Test
    void read_numberedNames_areAListAndNoSteps() {
        var blocks = new DrawnPdf()
                .page(pen ->
                        pen.text(60, 730, "1. Pump").text(60, 715, "2. Tank").text(60, 700, "3. Filter"))
                .blocks();
        assertThat(blocks).hasSize(3).allMatch(Block.ListItem.class::isInstance);
    }

    @Test
    void read_boxedWarning_isWholeThoughItHasSeveralParagraphs() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.text(60, 760, "The text above the box is not part of it.")
                        .box(55, 660, 540, 745)
                        .bold(270, 730, "WARNING")
                        .lines(65, 712, "RELEASE THE PRESSURE BEFORE YOU OPEN A LINE.", "FLUID AT 3000 PSI CUTS SKIN.")
                        .text(65, 674, "Call a doctor at once after an injury.")
                        .text(60, 640, "The text below the box is not part of it."))
                .blocks();
        assertThat(blocks)
                .extracting(Block::text)
                .containsExactly(
                        "The text above the box is not part of it.",
                        "RELEASE THE PRESSURE BEFORE YOU OPEN A LINE. FLUID AT 3000 PSI CUTS SKIN. Call a doctor at once after an injury.",
                        "The text below the box is not part of it.");
        assertThat(((Block.Safety) blocks.get(1)).kind()).isEqualTo(SafetyKind.WARNING);
    }

    @Test
    void read_warningWithHangingText_isWholeAcrossWhiteLines() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.bold(60, 700, "CAUTION:")
                        .lines(120, 700, "DO NOT MIX FLUIDS OF DIFFERENT", "SPECIFICATIONS.")
                        .text(120, 667, "SEALS SWELL AND LEAK.")
                        .text(60, 640, "(1) Fill the tank."))
                .blocks();
        assertThat(blocks.getFirst().text())
                .isEqualTo("DO NOT MIX FLUIDS OF DIFFERENT SPECIFICATIONS. SEALS SWELL AND LEAK.");
        assertThat(blocks.get(1).text()).isEqualTo("Fill the tank.");
    }

    @Test
    void read_stepsSetAsFarInAsTheTextOfTheWarningAbove_areSteps() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.bold(60, 700, "WARNING:")
                        .lines(128, 700, "RELEASE THE PRESSURE BEFORE YOU LOOSEN THE UNION.", "FLUID CUTS SKIN.")
                        .text(128, 671, "(a) Loosen the bleed screw a quarter of a turn.")
                        .text(128, 656, "(b) Disconnect the hydraulic line.")
                        .bold(60, 640, "CAUTION:")
                        .text(128, 640, "DO NOT MIX THE FLUIDS.")
                        .text(128, 624, "SUBTASK 32-42-11-020-051")
                        .text(128, 609, "(c) Remove the nuts.")
                        .bold(60, 593, "NOTE:")
                        .text(128, 593, "You can use one of these:")
                        .text(128, 578, "(1) Grease, D00633.")
                        .text(128, 563, "(2) Grease, D00013."))
                .blocks();
        assertThat(blocks.stream().map(b -> b.getClass().getSimpleName() + " " + b.text()))
                .containsExactly(
                        "Safety RELEASE THE PRESSURE BEFORE YOU LOOSEN THE UNION. FLUID CUTS SKIN.",
                        "Step Loosen the bleed screw a quarter of a turn.",
                        "Step Disconnect the hydraulic line.",
                        "Safety DO NOT MIX THE FLUIDS.",
                        "Paragraph SUBTASK 32-42-11-020-051",
                        "Step Remove the nuts.",
                        "Safety You can use one of these: (1) Grease, D00633. (2) Grease, D00013.");
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
    void read_taskNumberOverItsTitle_isOneHeading() {
        var pdf = new DrawnPdf()
                .page(pen -> pen.text(60, 760, 11, true, "TASK 21-31-01-780-801")
                        .text(60, 741, 11, true, "Cabin leak test")
                        .lines(60, 715, "(1) Close all doors and windows.", "(2) Run both engines at idle power."));
        assertThat(pdf.blocks())
                .filteredOn(Block.Heading.class::isInstance)
                .extracting(Block::text)
                .containsExactly("TASK 21-31-01-780-801 Cabin leak test");
    }

    @Test
    void read_warningBelowItsBoxedWord_isWhole() {
        var blocks = new DrawnPdf()
                .page(pen -> {
                    pen.bold(440, 790, "TM 1-1520-237-23");
                    pen.box(110, 746, 210, 762).bold(135, 750, "WARNING");
                    pen.lines(
                            60,
                            728,
                            "Hydraulic fluid is toxic. Avoid any contact",
                            "with skin. Failure to comply could result in",
                            "death or injury to all personnel.");
                    pen.lines(
                            60,
                            684,
                            "a. Turn off all of the electrical power now.",
                            "b. Open the engine cowling, then lock the",
                            "strut in the open position with its pin.");
                    pen.lines(
                            310,
                            762,
                            "c. Disconnect the hose from the damper at",
                            "its union. Cap the hose and the damper.",
                            "d. Remove the cotter pin, the nut, and the",
                            "bolt. Remove the damper.",
                            "e. Inspect the bolt for corrosion at the",
                            "shank, and replace a pitted bolt.");
                })
                .blocks();
        assertThat(blocks)
                .extracting(Block::text)
                .startsWith(
                        "Hydraulic fluid is toxic. Avoid any contact with skin. Failure to comply could result in death or"
                                + " injury to all personnel.",
                        "Turn off all of the electrical power now.");
        assertThat(blocks.getFirst()).isInstanceOf(Block.Safety.class);
    }

    @Test
    void read_listsBelowTitlesOfAProcedure_areNoSteps() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.bold(60, 760, "801. Low Pressure - Fault Isolation")
                        .text(60, 740, "A. Possible Causes")
                        .text(90, 725, "(1) Pump, M149")
                        .text(90, 710, "(2) Wiring problem")
                        .text(60, 695, "B. Fault Isolation Procedure")
                        .text(90, 680, "(1) If the circuit breaker is open, do step (2).")
                        .text(90, 665, "(2) Replace the pump."))
                .blocks();
        assertThat(blocks.stream().map(b -> b.getClass().getSimpleName()))
                .containsExactly("Heading", "Step", "ListItem", "ListItem", "Step", "Step", "Step");
    }

    @Test
    void read_linesOfFleetNumbers_areNoHeadings_andWhatFollowsIsNotHeldToBeForAll() {
        var placed = new DrawnPdf()
                .page(pen -> pen.bold(60, 760, "1. Lubrication")
                        .text(90, 740, "(1) Apply grease.")
                        .bold(60, 720, "ARO 001-012, 015; POST SB 737-27-1290")
                        .text(90, 700, "(2) Examine the coupling.")
                        .bold(60, 680, "ARO ALL")
                        .text(90, 660, "(3) Close the panel."))
                .read()
                .blocks();
        assertThat(placed.stream()
                        .map(p -> p.path().size() + " " + p.block().text() + " / "
                                + p.applicability().display()))
                .contains(
                        "1 Apply grease. / all",
                        "1 Examine the coupling. / ARO 001-012, 015; POST SB 737-27-1290",
                        "1 Close the panel. / all");
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
