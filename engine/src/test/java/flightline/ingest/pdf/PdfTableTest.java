package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import org.junit.jupiter.api.Test;

class PdfTableTest {
    private static Block.Table table(DrawnPdf pdf) {
        return pdf.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Rules for rows between these heights and columns between these x. */
    private static void rule(DrawnPdf.Pen pen, double[] xs, double[] ys) throws java.io.IOException {
        for (double y : ys) pen.line(xs[0], y, xs[xs.length - 1], y);
        for (double x : xs) pen.line(x, ys[0], x, ys[ys.length - 1]);
    }

    @Test
    void read_ruledTable_hasHeaderCaptionAndWrappedCells() {
        var table = table(new DrawnPdf().page(pen -> {
            pen.text(200, 720, "Table 5. Torque of the pump");
            rule(pen, new double[] {60, 250, 400, 540}, new double[] {700, 680, 645, 625});
            pen.bold(65, 686, "Part").bold(255, 686, "Torque").bold(405, 686, "Tool");
            pen.lines(65, 668, "Mounting nut, with the", "washer below it")
                    .text(255, 662, "28 N.m")
                    .text(405, 662, "TW-3");
            pen.text(65, 631, "Case drain").text(255, 631, "9 N.m");
        }));
        assertThat(table.caption()).isEqualTo("Table 5. Torque of the pump");
        assertThat(table.header()).containsExactly("Part", "Torque", "Tool");
        assertThat(table.rows())
                .extracting(Block.Row::cells)
                .containsExactly(
                        java.util.List.of("Mounting nut, with the washer below it", "28 N.m", "TW-3"),
                        java.util.List.of("Case drain", "9 N.m", ""));
        assertThat(table.text())
                .isEqualTo(
                        "Part\tTorque\tTool\nMounting nut, with the washer below it\t28 N.m\tTW-3\nCase drain\t9 N.m\t");
    }

    @Test
    void read_cellOverSeveralRows_holdsForEachOfThem() {
        var table = table(new DrawnPdf().page(pen -> {
            rule(pen, new double[] {60, 250, 540}, new double[] {700, 680, 640});
            pen.line(250, 660, 540, 660);
            pen.bold(65, 686, "Trouble").bold(255, 686, "Probable cause");
            pen.text(65, 655, "No pressure").text(255, 666, "Pump worn").text(255, 646, "Tank empty");
        }));
        assertThat(table.rows())
                .extracting(Block.Row::text)
                .containsExactly("No pressure\tPump worn", "No pressure\tTank empty");
    }

    @Test
    void read_borderlessTroubleTable_keepsCausesAndRemediesInTheirColumnsAndRows() {
        var table = table(new DrawnPdf().page(pen -> {
            pen.bold(60, 700, "Trouble").bold(220, 700, "Probable cause").bold(380, 700, "Remedy");
            pen.lines(60, 680, "Gear does not", "extend")
                    .text(220, 680, "Low fluid")
                    .lines(380, 680, "Fill the tank and", "look for leaks");
            pen.text(220, 648, "Selector valve stuck").text(380, 648, "Replace the valve");
            pen.text(60, 628, "Gear light out")
                    .text(220, 628, "Sensor gap too wide")
                    .lines(380, 628, "Adjust the gap to", "1.5 mm");
        }));
        assertThat(table.header()).containsExactly("Trouble", "Probable cause", "Remedy");
        assertThat(table.rows())
                .extracting(Block.Row::text)
                .containsExactly(
                        "Gear does not extend\tLow fluid\tFill the tank and look for leaks",
                        "Gear does not extend\tSelector valve stuck\tReplace the valve",
                        "Gear light out\tSensor gap too wide\tAdjust the gap to 1.5 mm");
    }

    @Test
    void read_tableOverTwoPages_isOneTableWithItsHeaderOnce() {
        var pdf = new DrawnPdf();
        for (int page = 0; page < 2; page++) {
            int first = page * 2 + 1;
            pdf.page(pen -> {
                rule(pen, new double[] {60, 250, 540}, new double[] {600, 580, 560, 540});
                pen.bold(65, 586, "Item").bold(255, 586, "Limit");
                pen.text(65, 566, "Item " + first).text(255, 566, first + ".5 mm");
                pen.text(65, 546, "Item " + (first + 1)).text(255, 546, (first + 1) + ".5 mm");
            });
        }
        var table = table(pdf);
        assertThat(table.header()).containsExactly("Item", "Limit");
        assertThat(table.rows())
                .extracting(r -> r.place().page().orElse(0) + ": " + r.text())
                .containsExactly("1: Item 1\t1.5 mm", "1: Item 2\t2.5 mm", "2: Item 3\t3.5 mm", "2: Item 4\t4.5 mm");
    }

    @Test
    void read_warningSetAsATable_isAWarning() {
        var blocks = new DrawnPdf()
                .page(pen -> {
                    rule(pen, new double[] {60, 150, 540}, new double[] {700, 660});
                    pen.bold(65, 676, "WARNING")
                            .lines(155, 684, "KEEP CLEAR OF THE PROPELLER", "WHEN THE IGNITION IS ON.");
                })
                .blocks();
        assertThat(blocks)
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Safety.class,
                        s -> assertThat(s.text()).isEqualTo("KEEP CLEAR OF THE PROPELLER WHEN THE IGNITION IS ON."));
    }

    @Test
    void read_formWithTintedRowsAndOpenValues_isOneTableWithValuesBesideTheirNames() {
        var table = table(new DrawnPdf().page(pen -> {
            pen.text(60, 740, 16, true, "Pilot");
            pen.tint(55, 694, 540, 712).tint(55, 658, 540, 676).tint(55, 622, 540, 640);
            pen.bold(60, 700, "Certificate:").bold(300, 700, "Age:");
            pen.bold(60, 682, "Rating:").bold(300, 682, "Seat:");
            pen.bold(60, 664, "Instructor:").bold(300, 664, "Second pilot:").text(420, 664, "No");
            pen.bold(60, 646, "Medical:").text(180, 646, "Class 2").bold(300, 646, "Last examination:");
            pen.bold(60, 628, "Hours:")
                    .text(180, 628, "158")
                    .bold(300, 628, "Last review:")
                    .text(420, 628, "May");
        }));
        assertThat(table.rows())
                .extracting(Block.Row::cells)
                .containsExactly(
                        java.util.List.of("Certificate:", "", "Age:", ""),
                        java.util.List.of("Rating:", "", "Seat:", ""),
                        java.util.List.of("Instructor:", "", "Second pilot:", "No"),
                        java.util.List.of("Medical:", "Class 2", "Last examination:", ""),
                        java.util.List.of("Hours:", "158", "Last review:", "May"));
    }

    @Test
    void read_formWithNamesOverValues_isNotMixedWithTheFormBelow() {
        var tables = new DrawnPdf()
                        .page(pen -> {
                            pen.bold(60, 740, "Holder's name:").bold(320, 740, "Type:");
                            pen.text(60, 725, "Larkfield").text(320, 725, "LT-46 aeroplanes");
                            pen.text(60, 690, "Effective date:").text(180, 690, "8 December 2025");
                            pen.text(60, 672, "Foreign directive:").text(180, 672, "Not applicable");
                            pen.text(60, 654, "Revision:").text(180, 654, "First issue");
                        })
                        .blocks()
                        .stream()
                        .filter(Block.Table.class::isInstance)
                        .map(b -> b.text().lines().toList())
                        .toList();
        assertThat(tables)
                .containsExactly(
                        java.util.List.of("Holder's name:\tType:", "Larkfield\tLT-46 aeroplanes"),
                        java.util.List.of(
                                "Effective date:\t8 December 2025",
                                "Foreign directive:\tNot applicable",
                                "Revision:\tFirst issue"));
    }

    @Test
    void read_headerCellOverTwoColumns_namesBoth() {
        var table = table(new DrawnPdf().page(pen -> {
            pen.line(60, 700, 540, 700).line(250, 680, 540, 680).line(60, 660, 540, 660);
            pen.line(60, 640, 540, 640).line(60, 620, 540, 620);
            for (double x : new double[] {60, 250, 540}) pen.line(x, 620, x, 700);
            pen.line(400, 620, 400, 680);
            pen.bold(65, 676, "Fastener").bold(330, 686, "Torque, N.m");
            pen.bold(255, 666, "dry").bold(405, 666, "oiled");
            pen.text(65, 646, "Mounting nut").text(255, 646, "28").text(405, 646, "21");
            pen.text(65, 626, "Drain union").text(255, 626, "12").text(405, 626, "9");
        }));
        assertThat(table.header()).containsExactly("Fastener", "Torque, N.m dry", "Torque, N.m oiled");
        assertThat(table.rows())
                .extracting(Block.Row::cells)
                .containsExactly(
                        java.util.List.of("Mounting nut", "28", "21"), java.util.List.of("Drain union", "12", "9"));
    }

    @Test
    void read_tintedCellsWithAnEdgeMovedHalfWay_keepsValuesInOneColumn() {
        var table = table(new DrawnPdf().page(pen -> {
            for (int row = 0; row < 4; row++) {
                double y = 700 - 20 * row;
                double edge = row < 2 ? 300 : 340;
                pen.tint(60, y, edge, y + 20).tint(edge, y, 540, y + 20);
                pen.bold(65, y + 6, "Name " + (char) ('A' + row)).text(edge + 5, y + 6, "value " + row);
            }
        }));
        assertThat(table.rows())
                .extracting(Block.Row::cells)
                .containsExactly(
                        java.util.List.of("Name A", "value 0"),
                        java.util.List.of("Name B", "value 1"),
                        java.util.List.of("Name C", "value 2"),
                        java.util.List.of("Name D", "value 3"));
    }

    @Test
    void read_partsListRuledBetweenColumnsAlone_hasARowForEachItem() {
        var table = (Block.Table) new DrawnPdf()
                .page(pen -> {
                    rule(pen, new double[] {60, 110, 220, 420, 480, 540}, new double[] {720, 690, 600});
                    pen.bold(64, 702, "ITEM").bold(114, 702, "PART NUMBER").bold(224, 702, "NOMENCLATURE");
                    pen.bold(424, 702, "EFFECT").bold(484, 702, "UNITS");
                    pen.text(64, 678, "1").text(114, 678, "C20225510").text(224, 678, "BRAKE ASSY-MLG");
                    pen.text(424, 678, "001014").text(484, 678, "RF");
                    pen.text(224, 666, "FOR NHA SEE 32-41-00-01");
                    pen.text(64, 654, "10").text(114, 654, "NAS1801-3-12").text(224, 654, ".BOLT-HEX (AP)");
                    pen.text(484, 654, "8");
                    pen.text(64, 642, "15").text(114, 642, "MS20002C3").text(224, 642, ".WASHER (AP)");
                    pen.text(484, 642, "16");
                    pen.text(64, 630, "20").text(114, 630, "C20190-1").text(224, 630, "..PISTON");
                    pen.text(424, 630, "001006").text(484, 630, "AR");
                })
                .blocks()
                .getFirst();
        assertThat(table.header()).containsExactly("ITEM", "PART NUMBER", "NOMENCLATURE", "EFFECT", "UNITS");
        assertThat(table.rows())
                .extracting(row -> String.join("|", row.cells()))
                .containsExactly(
                        "1|C20225510|BRAKE ASSY-MLG FOR NHA SEE 32-41-00-01|001014|RF",
                        "10|NAS1801-3-12|.BOLT-HEX (AP)||8",
                        "15|MS20002C3|.WASHER (AP)||16",
                        "20|C20190-1|..PISTON|001006|AR");
    }

    @Test
    void read_itemsPartedByWhiteBelowABlockOfTitles_areRowsUnderTheNamesOfTheirColumns() {
        var blocks = new DrawnPdf()
                .page(pen -> {
                    rule(pen, new double[] {60, 540}, new double[] {760, 730});
                    pen.line(330, 730, 330, 760).text(64, 742, "AIRCRAFT: LT46").text(334, 742, "PAGE NO: 30-2");
                    rule(pen, new double[] {60, 200, 240, 280, 330, 540}, new double[] {730, 700, 560});
                    pen.bold(64, 712, "ITEM").bold(204, 712, "CAT").bold(244, 712, "INST");
                    pen.bold(284, 712, "REQ").bold(334, 712, "REMARKS");
                    pen.text(64, 686, "30-11 Wing boots").text(204, 686, "C").text(244, 686, "2");
                    pen.text(284, 686, "0").text(334, 686, "(O) May be inoperative provided:");
                    pen.text(334, 674, "a) Flight is not in icing, and");
                    pen.text(334, 654, "b) Switch is left OFF.");
                    pen.text(64, 634, "30-31 Pitot heating").text(204, 634, "B").text(244, 634, "3");
                    pen.text(284, 634, "2").text(334, 634, "Stand-by may be inoperative.");
                    pen.text(204, 614, "D").text(244, 614, "1").text(284, 614, "0");
                    pen.text(334, 614, "May be inoperative if not required.");
                    pen.text(64, 594, "30-42 Wipers").text(204, 594, "C").text(244, 594, "2");
                    pen.text(284, 594, "-").text(334, 594, "May be inoperative in dry air.");
                    pen.text(334, 574, "NOTE: One must work.");
                })
                .blocks();
        assertThat(blocks).hasSize(2);
        var table = (Block.Table) blocks.getLast();
        assertThat(table.header()).containsExactly("ITEM", "CAT", "INST", "REQ", "REMARKS");
        assertThat(table.rows())
                .extracting(row -> String.join("|", row.cells()))
                .containsExactly(
                        "30-11 Wing boots|C|2|0|(O) May be inoperative provided: a) Flight is not in icing, and"
                                + " b) Switch is left OFF.",
                        "30-31 Pitot heating|B|3|2|Stand-by may be inoperative.",
                        "30-31 Pitot heating|D|1|0|May be inoperative if not required.",
                        "30-42 Wipers|C|2|-|May be inoperative in dry air. NOTE: One must work.");
    }

    @Test
    void read_nameOverTwoColumnsBySeveralLines_namesBothInATableWithoutCells() {
        var blocks = new DrawnPdf()
                .page(pen -> {
                    pen.text(60, 760, "The limits hold for the test on the bench and for that on the aircraft.");
                    pen.bold(60, 720, "Test").bold(200, 720, "Limit").bold(330, 720, "Remedy");
                    pen.line(195, 714, 315, 714);
                    pen.bold(200, 702, "Min.").bold(260, 702, "Max.");
                    for (int i = 0; i < 4; i++) {
                        pen.text(60, 684 - 14 * i, "Flow at 2" + i + "00 psi").text(200, 684 - 14 * i, "1" + i + ".0");
                        pen.text(260, 684 - 14 * i, "1" + i + ".9").text(330, 684 - 14 * i, "Adjust the yoke");
                    }
                })
                .blocks();
        var table = (Block.Table) blocks.getLast();
        assertThat(blocks).hasSize(2);
        assertThat(table.header()).containsExactly("Test", "Limit Min.", "Limit Max.", "Remedy");
        assertThat(table.rows().getLast().cells())
                .containsExactly("Flow at 2300 psi", "13.0", "13.9", "Adjust the yoke");
    }
}
