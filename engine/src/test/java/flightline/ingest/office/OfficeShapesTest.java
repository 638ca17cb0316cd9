package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.blocks;
import static flightline.ingest.office.OfficeFiles.parsed;
import static flightline.ingest.office.OfficeFiles.texts;
import static flightline.ingest.office.OfficeFiles.word;
import static flightline.ingest.office.OfficeFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.ingest.FileKind;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** What stands beside the running text of office files: boxes, captions, notes, comments; and lists that begin anew. */
final class OfficeShapesTest {
    private static final String BOX = "<w:r xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>"
            + "<w:t>Boxed words.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>";

    @Test
    void word_textBox_standsBehindItsParagraph() throws IOException, XmlException {
        try (var doc = new XWPFDocument()) {
            var p = doc.createParagraph();
            p.createRun().setText("See the box.");
            p.getCTP().addNewR().set(CTR.Factory.parse(BOX).selectPath("./*")[0]);
            doc.createParagraph().createRun().setText("Go on.");
            assertThat(texts(word(doc))).containsExactly("See the box.", "Boxed words.", "Go on.");
        }
    }

    @Test
    void word_captions_nameTheirTableAndTheirFigure() throws IOException {
        try (var doc = new XWPFDocument()) {
            doc.createStyles().addStyle(caption());
            for (String words : List.of("Figure 1 The wear pin", "Table 1 Limits")) {
                var p = doc.createParagraph();
                p.setStyle("Caption");
                p.createRun().setText(words);
            }
            var table = doc.createTable(2, 2);
            for (int r = 0; r < 2; r++)
                for (int c = 0; c < 2; c++) table.getRow(r).getCell(c).setText("r" + r + "c" + c);
            var blocks = blocks(word(doc));
            assertThat(blocks.get(0))
                    .isInstanceOfSatisfying(
                            Block.Figure.class, f -> assertThat(f.text()).isEqualTo("Figure 1 The wear pin"));
            assertThat(blocks.get(1))
                    .isInstanceOfSatisfying(
                            Block.Table.class, t -> assertThat(t.caption()).isEqualTo("Table 1 Limits"));
        }
    }

    private static org.apache.poi.xwpf.usermodel.XWPFStyle caption() {
        var style = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
        style.setStyleId("Caption");
        style.addNewName().setVal("caption");
        return new org.apache.poi.xwpf.usermodel.XWPFStyle(style);
    }

    @Test
    void word_listOfTheSameKind_beginsAnewWhereAnOverrideSaysSo_andAtZeroWhereNothingDoes() throws IOException {
        try (var doc = new XWPFDocument()) {
            var definition = CTAbstractNum.Factory.newInstance();
            definition.setAbstractNumId(BigInteger.ZERO);
            var level = definition.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
            level.addNewLvlText().setVal("%1.");
            var numbering = doc.createNumbering();
            var kind = numbering.addAbstractNum(new XWPFAbstractNum(definition));
            var first = numbering.addNum(kind);
            var second = numbering.addNum(kind);
            var override = numbering.getNum(second).getCTNum().addNewLvlOverride();
            override.setIlvl(BigInteger.ZERO);
            override.addNewStartOverride().setVal(BigInteger.ONE);
            for (var list : List.of(first, first, second, second, first)) {
                var p = doc.createParagraph();
                p.setNumID(list);
                p.createRun().setText("Do it.");
            }
            assertThat(blocks(word(doc)).stream()
                            .map(b -> ((Block.Step) b).number())
                            .toList())
                    .containsExactly("0.", "1.", "1.", "2.", "3.");
        }
    }

    @Test
    void word_comment_isLeftOut_andSaidToBe() throws IOException {
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().setText("Grease the pin.");
            var comment = doc.createComments().createComment(BigInteger.ONE);
            comment.createParagraph().createRun().setText("Really?");
            var read = word(doc);
            assertThat(texts(read)).containsExactly("Grease the pin.");
            assertThat(read.notes()).containsExactly("has comments in its margin, which were left out");
        }
    }

    @Test
    void slides_speakersNotes_standBehindTheSlide() throws IOException {
        try (var show = new XMLSlideShow()) {
            var slide = show.createSlide();
            var box = slide.createTextBox();
            box.setAnchor(new Rectangle(50, 50, 300, 100));
            box.setText("Measure the pin.");
            var notes = show.getNotesSlide(slide);
            for (var place : notes.getPlaceholders())
                if (place.getPlaceholder() == Placeholder.BODY) place.setText("Show a worn one.");
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            assertThat(texts(parsed(new SlidesParser(), FileKind.SLIDES, bytes.toByteArray())))
                    .containsExactly("Slide 1", "Measure the pin.", "Show a worn one.");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void workbook_formulasDatesAndMergedHeads_areReadAsDisplayed(boolean old) throws IOException {
        try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            var sheet = book.createSheet("Checks");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Part");
            head.createCell(1).setCellValue("Wear");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("Disc");
            row.createCell(1).setCellFormula("1+1");
            row.getCell(1).setCellValue(2);
            var dated = book.createCellStyle();
            dated.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            row.createCell(2).setCellValue(LocalDate.of(2026, 3, 1));
            row.getCell(2).setCellStyle(dated);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            var read = parsed(
                    old ? new CompoundParser() : new WorkbookParser(),
                    old ? FileKind.COMPOUND : FileKind.SPREADSHEET,
                    bytes.toByteArray());
            assertThat(blocks(read).getLast()).isInstanceOfSatisfying(Block.Table.class, t -> {
                assertThat(t.header()).containsExactly("Part", "Wear", "Wear");
                assertThat(t.rows().getFirst().cells()).containsExactly("Disc", "2", "2026-03-01");
            });
        }
    }

    @Test
    void workbook_textBox_standsBehindTheTables() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Limits");
            sheet.createRow(0).createCell(0).setCellValue("2 mm at most");
            sheet.createDrawingPatriarch()
                    .createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 2, 2, 4, 4))
                    .setText("Measured cold.");
            assertThat(texts(workbook(book))).containsExactly("Limits", "2 mm at most", "Measured cold.");
        }
    }
}
