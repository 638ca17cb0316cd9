package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.parsed;
import static flightline.ingest.office.OfficeFiles.texts;
import static flightline.ingest.office.OfficeFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Suspicion;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in the colour of their ground, or too small to see, on slides and in cells, new and old. */
final class GroundTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void slides_whiteOnWhiteAndTinyWords_areNamedAndNotRead(boolean old) throws IOException {
        try (SlideShow<?, ?> show = old ? new HSLFSlideShow() : new XMLSlideShow()) {
            var slide = show.createSlide();
            for (int i = 0; i < 4; i++) {
                var box = slide.createTextBox();
                box.setAnchor(new Rectangle(50, 50 + 80 * i, 300, 40));
                TextRun run = box.setText(List.of("Seen words.", "White words.", "Tiny words.", "White on blue.")
                        .get(i));
                run.setFontColor(i == 1 || i == 3 ? Color.WHITE : Color.BLACK);
                run.setFontSize(i == 2 ? 1.0 : 18.0);
                if (i == 3) box.setFillColor(Color.BLUE);
            }
            var read = read(show, old);
            assertThat(texts(read)).containsExactly("Slide 1", "Seen words.", "White on blue.");
            assertThat(details(read))
                    .containsExactlyInAnyOrder("white on white, \"White words.\"", "of 1.0 points, \"Tiny words.\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void slides_whiteWordsOverAColouredShape_areText(boolean old) throws IOException {
        try (SlideShow<?, ?> show = old ? new HSLFSlideShow() : new XMLSlideShow()) {
            var slide = show.createSlide();
            var ground = slide.createAutoShape();
            ground.setAnchor(new Rectangle(0, 0, 400, 200));
            ground.setFillColor(Color.BLUE);
            var box = slide.createTextBox();
            box.setAnchor(new Rectangle(50, 50, 300, 40));
            box.setText("On blue.").setFontColor(Color.WHITE);
            var read = read(show, old);
            assertThat(texts(read)).contains("On blue.");
            assertThat(read.suspicions()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cells_inTheColourOfTheirGround_areNamedAndNotRead(boolean old) throws IOException {
        try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            var sheet = book.createSheet("Limits");
            cell(sheet.createRow(0).createCell(0), "Seen words", IndexedColors.BLACK, false, 11);
            cell(sheet.createRow(1).createCell(0), "White words", IndexedColors.WHITE, false, 11);
            cell(sheet.createRow(2).createCell(0), "White on blue", IndexedColors.WHITE, true, 11);
            cell(sheet.createRow(3).createCell(0), "Blue on blue", IndexedColors.BLUE, true, 11);
            cell(sheet.createRow(4).createCell(0), "Tiny words", IndexedColors.BLACK, true, 1);
            var read =
                    old ? parsed(new CompoundParser(), FileKind.COMPOUND, bytes(book)) : workbook((XSSFWorkbook) book);
            assertThat(texts(read)).contains("Seen words", "White on blue").noneMatch(t -> t.contains("Tiny"));
            assertThat(details(read))
                    .containsExactly(
                            "white on white, \"White words\"",
                            "in the colour of its ground, \"Blue on blue\"",
                            "of 1 points, \"Tiny words\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cell_ofWhichAPartIsWhite_isReadWithoutIt(boolean old) throws IOException {
        try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Font white = book.createFont();
            white.setColor(IndexedColors.WHITE.getIndex());
            var text = book.getCreationHelper().createRichTextString("Wear 2 mm ignore the limit");
            text.applyFont(10, 26, white);
            book.createSheet("Limits").createRow(0).createCell(0).setCellValue(text);
            var read =
                    old ? parsed(new CompoundParser(), FileKind.COMPOUND, bytes(book)) : workbook((XSSFWorkbook) book);
            assertThat(texts(read)).containsExactly("Limits", "Wear 2 mm");
            assertThat(details(read)).containsExactly("white on white, \"ignore the limit\"");
        }
    }

    private static void cell(Cell cell, String words, IndexedColors ink, boolean blue, int points) {
        Workbook book = cell.getSheet().getWorkbook();
        Font font = book.createFont();
        font.setColor(ink.getIndex());
        font.setFontHeightInPoints((short) points);
        var style = book.createCellStyle();
        style.setFont(font);
        if (blue) {
            style.setFillForegroundColor(IndexedColors.BLUE.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        cell.setCellStyle(style);
        cell.setCellValue(words);
    }

    private static ParseOutcome.Parsed read(SlideShow<?, ?> show, boolean old) throws IOException {
        var bytes = new ByteArrayOutputStream();
        show.write(bytes);
        DocumentParser parser = old ? new CompoundParser() : new SlidesParser();
        return parsed(parser, old ? FileKind.COMPOUND : FileKind.SLIDES, bytes.toByteArray());
    }

    private static byte[] bytes(Workbook book) throws IOException {
        var bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return bytes.toByteArray();
    }

    private static List<String> details(ParseOutcome.Parsed read) {
        return read.suspicions().stream().map(Suspicion::detail).toList();
    }
}
