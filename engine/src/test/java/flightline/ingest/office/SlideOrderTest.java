package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.blocks;
import static flightline.ingest.office.OfficeFiles.parsed;
import static flightline.ingest.office.OfficeFiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.sl.usermodel.AutoNumberingScheme;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.junit.jupiter.api.Test;

/** Slides are read as one reads them, in whatever order their shapes were drawn. */
class SlideOrderTest {
    private static ParseOutcome.Parsed read(Consumer<XSLFSlide> drawing) throws IOException {
        try (var show = new XMLSlideShow()) {
            drawing.accept(show.createSlide());
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return parsed(new SlidesParser(), FileKind.SLIDES, bytes.toByteArray());
        }
    }

    private static void box(XSLFSlide slide, int left, int top, int width, int height, String... lines) {
        var box = slide.createTextBox();
        box.setAnchor(new Rectangle(left, top, width, height));
        box.clearText();
        for (String line : lines) box.addNewTextParagraph().addNewTextRun().setText(line);
    }

    private static List<String> order(Consumer<XSLFSlide> drawing) throws IOException {
        return texts(read(drawing)).stream()
                .filter(t -> !t.startsWith("Slide "))
                .toList();
    }

    @Test
    void warningDrawnLastAboveTheSteps_standsBeforeThem() throws IOException {
        assertThat(order(slide -> {
                    box(slide, 50, 150, 600, 200, "1. Loosen the tie bolts.", "2. Part the halves.");
                    box(slide, 50, 80, 600, 40, "WARNING", "Deflate the tyre first.");
                }))
                .containsExactly("Deflate the tyre first.", "Loosen the tie bolts.", "Part the halves.");
    }

    @Test
    void warningBesideTheSteps_standsBeforeThem() throws IOException {
        assertThat(order(slide -> {
                    box(slide, 50, 100, 300, 200, "1. Pull the pin.");
                    box(slide, 400, 120, 250, 60, "CAUTION: The spring is under load.");
                }))
                .containsExactly("The spring is under load.", "Pull the pin.");
    }

    @Test
    void twoColumnsDrawnColumnByColumn_stayAsTheyAre() throws IOException {
        assertThat(order(slide -> {
                    box(slide, 50, 100, 280, 40, "Left head");
                    box(slide, 50, 150, 280, 200, "Left text");
                    box(slide, 370, 100, 280, 40, "Right head");
                    box(slide, 370, 150, 280, 200, "Right text");
                }))
                .containsExactly("Left head", "Left text", "Right head", "Right text");
    }

    @Test
    void rightDrawnBeforeLeft_isReadAfterIt() throws IOException {
        assertThat(order(slide -> {
                    box(slide, 400, 100, 250, 100, "Then torque to 12 Nm");
                    box(slide, 50, 100, 250, 100, "First remove the bolt");
                }))
                .containsExactly("First remove the bolt", "Then torque to 12 Nm");
    }

    @Test
    void numbersTypedOrCountedWithoutATypeface_areSteps() throws IOException {
        var read = read(slide -> {
            box(slide, 50, 50, 600, 60, "1. Open the panel.", "3.5 mm is the limit.");
            var counted = slide.createTextBox();
            counted.setAnchor(new Rectangle(50, 200, 600, 100));
            counted.clearText();
            for (String words : List.of("Close the panel.", "Do a test.")) {
                var paragraph = counted.addNewTextParagraph();
                paragraph.setBulletAutoNumber(AutoNumberingScheme.arabicPeriod, 4);
                paragraph.addNewTextRun().setText(words);
            }
        });
        assertThat(blocks(read))
                .filteredOn(Block.Step.class::isInstance)
                .extracting(b -> ((Block.Step) b).number() + " " + b.text())
                .containsExactly("1. Open the panel.", "4. Close the panel.", "5. Do a test.");
        assertThat(texts(read)).contains("3.5 mm is the limit.");
    }

    @Test
    void mergedHeadOverTwoRows_namesEachColumn() throws IOException {
        String[][] cells = {{"Part", "Torque", ""}, {"", "Nm", "lbf.in"}, {"Bolt", "90", "797"}};
        var read = read(slide -> {
            var table = slide.createTable(3, 3);
            table.setAnchor(new Rectangle(50, 50, 500, 200));
            for (int r = 0; r < 3; r++)
                for (int c = 0; c < 3; c++) table.getCell(r, c).setText(cells[r][c]);
            table.mergeCells(0, 0, 1, 2);
            table.mergeCells(0, 1, 0, 0);
        });
        assertThat(blocks(read)).last().isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.header()).containsExactly("Part", "Torque Nm", "Torque lbf.in");
            assertThat(table.rows()).extracting(Block.Row::cells).containsExactly(List.of("Bolt", "90", "797"));
        });
    }

    @Test
    void mergedCellOverRowsOfValues_isNoHeadOfTwoRows() throws IOException {
        String[][] cells = {{"Bolt", "Class A"}, {"", "90 Nm"}, {"Nut", "12 Nm"}};
        var read = read(slide -> {
            var table = slide.createTable(3, 2);
            table.setAnchor(new Rectangle(50, 50, 500, 200));
            for (int r = 0; r < 3; r++)
                for (int c = 0; c < 2; c++) table.getCell(r, c).setText(cells[r][c]);
            table.mergeCells(0, 1, 0, 0);
        });
        assertThat(blocks(read))
                .last()
                .isInstanceOfSatisfying(
                        Block.Table.class, table -> assertThat(table.rows()).hasSize(2));
    }
}
