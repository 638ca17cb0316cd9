package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import org.junit.jupiter.api.Test;

/** Steps, titles and warnings of procedures as they are set on pages. */
class PdfProcedureTest {
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
    void read_boldNameOfATableBetweenSteps_isTheTablesAndEndsNoSection() {
        var placed = new DrawnPdf()
                .page(pen -> {
                    pen.text(60, 760, 14, true, "Installation of the pump");
                    pen.text(60, 730, "(1) Install the pump on its studs.").text(60, 715, "(2) Torque the nuts:");
                    pen.bold(120, 690, "Torque of the nuts");
                    pen.text(120, 670, "Nut").text(260, 670, "Torque").text(400, 670, "Wrench");
                    pen.text(120, 656, "Pad").text(260, 656, "28 N.m").text(400, 656, "T-12");
                    pen.text(120, 642, "Port").text(260, 642, "14 N.m").text(400, 642, "T-11");
                    pen.text(60, 610, "(3) Connect the hoses.");
                })
                .read()
                .blocks();
        assertThat(placed.stream()
                        .map(p -> String.join(" > ", p.path()) + " | "
                                + (p.block() instanceof Block.Table t
                                        ? "table: " + t.caption()
                                        : p.block().text())))
                .containsExactly(
                        " | Installation of the pump",
                        "Installation of the pump | Install the pump on its studs.",
                        "Installation of the pump | Torque the nuts:",
                        "Installation of the pump | Torque of the nuts",
                        "Installation of the pump | table: Torque of the nuts",
                        "Installation of the pump | Connect the hoses.");
    }

    @Test
    void read_partsOfATaskInTheDressOfItsTitle_standBelowIt() {
        var placed = new DrawnPdf()
                .page(pen -> pen.bold(60, 760, "TASK 29-11-41-000-801 Removal of the Pump")
                        .bold(60, 735, "1. General")
                        .text(
                                60,
                                715,
                                "This task tells how to remove the pump from the pad of the gearbox of the left engine.")
                        .bold(60, 690, "2. Removal")
                        .text(60, 670, "(1) Remove the four nuts and the washers from the studs of the gearbox pad.")
                        .text(60, 655, "(2) Remove the pump.")
                        .bold(60, 620, "TASK 29-11-41-400-801 Installation of the Pump")
                        .bold(60, 595, "1. Installation")
                        .text(60, 575, "(1) Install the pump."))
                .read()
                .blocks();
        assertThat(placed.stream()
                        .filter(p -> p.block() instanceof Block.Step || p.block() instanceof Block.Paragraph)
                        .map(p ->
                                String.join(" > ", p.path()) + " | " + p.block().text()))
                .containsExactly(
                        "TASK 29-11-41-000-801 Removal of the Pump > 1. General | This task tells how to remove the pump from the pad of the gearbox of the left engine.",
                        "TASK 29-11-41-000-801 Removal of the Pump > 2. Removal | Remove the four nuts and the washers from the studs of the gearbox pad.",
                        "TASK 29-11-41-000-801 Removal of the Pump > 2. Removal | Remove the pump.",
                        "TASK 29-11-41-400-801 Installation of the Pump > 1. Installation | Install the pump.");
    }

    @Test
    void read_underlinedDigitsAndLetters_areStepsOfTheirOwnDepth() {
        var blocks = new DrawnPdf()
                .page(pen -> pen.text(60, 760, 14, true, "Removal of the wheel")
                        .text(60, 730, "(1) Prepare the wheel.")
                        .text(80, 716, "(a) Release the pressure:")
                        .text(100, 702, "1")
                        .line(100, 700, 105.6, 700)
                        .text(125, 702, "Remove the cap from the valve.")
                        .text(100, 688, "2")
                        .line(100, 686, 105.6, 686)
                        .text(125, 688, "Push the valve core, and let the")
                        .text(125, 676, "nitrogen out.")
                        .text(125, 662, "a")
                        .line(125, 660, 130.6, 660)
                        .text(150, 662, "Wait until no gas comes out.")
                        .text(80, 648, "(b) Remove the valve core."))
                .blocks();
        assertThat(blocks.stream().filter(Block.Step.class::isInstance).map(Block.Step.class::cast))
                .extracting(s -> s.depth() + " " + s.number() + " " + s.text())
                .containsExactly(
                        "0 (1) Prepare the wheel.",
                        "1 (a) Release the pressure:",
                        "2 1 Remove the cap from the valve.",
                        "2 2 Push the valve core, and let the nitrogen out.",
                        "3 a Wait until no gas comes out.",
                        "1 (b) Remove the valve core.");
    }
}
