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
}
