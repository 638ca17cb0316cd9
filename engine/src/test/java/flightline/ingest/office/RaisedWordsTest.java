package flightline.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.PlacedBlock;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

final class RaisedWordsTest {
    @Test
    void word_stackedTolerancesAndMixedNumbers_keepTheirValue() throws IOException {
        try (var doc = new XWPFDocument()) {
            var p = doc.createParagraph();
            p.createRun().setText("12");
            set(p, VerticalAlign.SUPERSCRIPT, "0");
            set(p, VerticalAlign.SUBSCRIPT, "-0.2");
            p.createRun().setText(" mm, 1");
            set(p, VerticalAlign.SUPERSCRIPT, "1");
            p.createRun().setText("/");
            set(p, VerticalAlign.SUBSCRIPT, "2");
            p.createRun().setText(" in, CO");
            set(p, VerticalAlign.SUBSCRIPT, "2");
            assertThat(text(doc)).isEqualTo("12 0 -0.2 mm, 1 1/2 in, CO2");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<m:f><m:num>1</m:num><m:den>4</m:den></m:f>|Turn 1/4",
                "1<m:f><m:fPr/><m:num>1</m:num><m:den>4</m:den></m:f>|Turn 1 1/4",
                "2×<m:sSup><m:e>10</m:e><m:sup>-3</m:sup></m:sSup>|Turn 2×10^-3",
                "<m:sSub><m:e>V</m:e><m:sub>max</m:sub></m:sSub>|Turn V_max",
                "<m:sSubSup><m:e>x</m:e><m:sub>1</m:sub><m:sup>2</m:sup></m:sSubSup>|Turn x_1^2",
                "2<m:d><m:e>a+b</m:e></m:d>|Turn 2(a+b)",
                "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>3</m:e></m:d>|Turn [3]",
                "<m:f><m:num>a+b</m:num><m:den>2c</m:den></m:f>|Turn (a+b)/2c",
                "<m:rad><m:deg/><m:e>2</m:e></m:rad>|Turn √2",
                "<m:rad><m:deg>3</m:deg><m:e>8</m:e></m:rad>|Turn 8^(1/3)",
                "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>i=1</m:sub><m:sup>n</m:sup><m:e>i</m:e></m:nary>|Turn ∑_(i=1)^n i",
                "<m:func><m:fName>sin</m:fName><m:e>x</m:e></m:func>|Turn sin x"
            })
    void word_formula_isSetOnTheLine_andKeepsItsValue(String formula, String line) throws Exception {
        String runs = formula.replaceAll("(?<=^|>)([^<>]+)(?=<|$)", "<m:r><m:t>$1</m:t></m:r>");
        try (var doc = new XWPFDocument()) {
            var p = doc.createParagraph();
            p.createRun().setText("Turn ");
            p.getCTP()
                    .addNewOMath()
                    .set(XmlObject.Factory.parse(
                            "<xml-fragment xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>" + runs
                                    + "</xml-fragment>"));
            assertThat(text(doc)).isEqualTo(line);
        }
    }

    @Test
    void sheetAndSlide_raisedLetters_areSetOnTheLine() throws IOException {
        try (var book = new XSSFWorkbook();
                var show = new XMLSlideShow()) {
            var text = new XSSFRichTextString("2 × 105 Pa, 12+0.1-0.2 mm");
            var up = book.createFont();
            up.setTypeOffset(Font.SS_SUPER);
            var down = book.createFont();
            down.setTypeOffset(Font.SS_SUB);
            text.applyFont(6, 7, up);
            text.applyFont(14, 18, up);
            text.applyFont(18, 22, down);
            book.createSheet("Limits").createRow(0).createCell(0).setCellValue(text);
            assertThat(text(new WorkbookParser(), "a.xlsx", FileKind.SPREADSHEET, book))
                    .contains("2 × 10^5 Pa, 12 +0.1 -0.2 mm");

            var words = show.createSlide().createTextBox().addNewTextParagraph();
            for (String part : List.of("Pressure 10", "5", " Pa")) {
                var run = words.addNewTextRun();
                run.setText(part);
                run.setSuperscript(part.equals("5"));
            }
            assertThat(text(new SlidesParser(), "a.pptx", FileKind.SLIDES, show))
                    .contains("Pressure 10^5 Pa");
        }
    }

    @Test
    void sheet_headOfSeveralRows_namesEachColumn() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Limits");
            String[][] lines = {{"Part", "Diameter", "", "Note"}, {"", "New", "Worn", ""}, {"Pin", "10.0", "9.5", "-"}};
            for (int r = 0; r < lines.length; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < lines[r].length; c++)
                    if (lines[r][c].matches("[\\d.]+")) row.createCell(c).setCellValue(Double.parseDouble(lines[r][c]));
                    else if (!lines[r][c].isEmpty()) row.createCell(c).setCellValue(lines[r][c]);
            }
            sheet.addMergedRegion(CellRangeAddress.valueOf("B1:C1"));
            assertThat(heads(book)).containsExactly(List.of("Part", "Diameter New", "Diameter Worn", "Note"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:A2"));
            assertThat(heads(book)).containsExactly(List.of("Part", "Diameter New", "Diameter Worn", "Note"));
            // A row of values under a merged title names nothing.
            sheet.getRow(1).getCell(1).setCellValue(12.0);
            assertThat(heads(book)).containsExactly(List.of("Part", "Diameter", "Diameter", "Note"));
        }
    }

    private static List<List<String>> heads(XSSFWorkbook book) throws IOException {
        var bytes = new ByteArrayOutputStream();
        book.write(bytes);
        var file = new SourceFile(
                Path.of("a.xlsx"), ContentHash.of(bytes.toByteArray()), FileKind.SPREADSHEET, bytes.toByteArray());
        return ((ParseOutcome.Parsed) new WorkbookParser().parse(file))
                .documents().getFirst().blocks().stream()
                        .map(PlacedBlock::block)
                        .filter(Block.Table.class::isInstance)
                        .map(block -> ((Block.Table) block).header())
                        .toList();
    }

    @Test
    void word_stepThatATrackedChangeTakesOut_hasNoNumber() throws IOException {
        try (var doc = new XWPFDocument()) {
            var numbering = doc.createNumbering();
            var list = CTAbstractNum.Factory.newInstance();
            var level = list.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
            level.addNewLvlText().setVal("%1.");
            var number = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
            for (String words : List.of("Open it.", "Cut it.", "Close it.")) {
                var paragraph = doc.createParagraph();
                paragraph.setNumID(number);
                if (words.startsWith("Cut")) {
                    paragraph.getCTP().getPPr().addNewRPr().addNewDel();
                    paragraph.getCTP().addNewDel().addNewR().addNewDelText().setStringValue(words);
                } else paragraph.createRun().setText(words);
            }
            var bytes = new ByteArrayOutputStream();
            doc.write(bytes);
            var file = new SourceFile(
                    Path.of("a.docx"), ContentHash.of(bytes.toByteArray()), FileKind.WORD, bytes.toByteArray());
            assertThat(((ParseOutcome.Parsed) new WordParser().parse(file))
                            .documents().getFirst().blocks().stream()
                                    .map(PlacedBlock::block)
                                    .map(block -> ((Block.Step) block).number() + " " + block.text()))
                    .containsExactly("1. Open it.", "2. Close it.");
        }
    }

    @Test
    void sheetAndSlide_struckWords_areNoTextOfTheDocument() throws IOException {
        try (var book = new XSSFWorkbook();
                var show = new XMLSlideShow()) {
            var line = book.createFont();
            line.setStrikeout(true);
            var struck = book.createCellStyle();
            struck.setFont(line);
            var plain = book.createFont();
            var sheet = book.createSheet("Limits");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Bolt");
            head.createCell(1).setCellValue("Torque");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("M6");
            var text = new XSSFRichTextString("10 Nm 12 Nm");
            text.applyFont(0, 6, line);
            text.applyFont(6, 11, plain);
            row.createCell(1).setCellValue(text);
            var old = sheet.createRow(2);
            old.createCell(0).setCellValue("M8");
            old.createCell(1).setCellValue(24.5);
            old.getCell(1).setCellStyle(struck);
            var parted = new XSSFRichTextString("25.5 26.5");
            parted.applyFont(5, 9, plain);
            var kept = sheet.createRow(3);
            kept.createCell(0).setCellValue("M10");
            kept.createCell(1).setCellValue(parted);
            kept.getCell(1).setCellStyle(struck);
            String words = text(new WorkbookParser(), "a.xlsx", FileKind.SPREADSHEET, book);
            assertThat(words).contains("12 Nm", "M8", "26.5").doesNotContain("10 Nm", "24.5", "25.5");

            var slide = show.createSlide();
            var paragraph = slide.createTextBox().addNewTextParagraph();
            for (String part : List.of("Pressure ", "300", "280", " kPa")) {
                var run = paragraph.addNewTextRun();
                run.setText(part);
                run.setStrikethrough(part.equals("300"));
            }
            var cell =
                    slide.createTable(1, 1).getCell(0, 0).addNewTextParagraph().addNewTextRun();
            cell.setText("Load 450 kg");
            cell.setStrikethrough(true);
            assertThat(text(new SlidesParser(), "a.pptx", FileKind.SLIDES, show))
                    .contains("Pressure 280 kPa")
                    .doesNotContain("300", "450");
        }
    }

    @Test
    void slides_thatDoNotSayTheirSize_areRead() throws IOException {
        try (var show = new XMLSlideShow()) {
            var slide = show.createSlide();
            slide.createTextBox().addNewTextParagraph().addNewTextRun().setText("Pull the pin.");
            var frame = slide.createTable(1, 1);
            frame.getCell(0, 0).setText("Load 450 kg");
            show.getCTPresentation().unsetSldSz();
            assertThat(text(new SlidesParser(), "a.pptx", FileKind.SLIDES, show))
                    .contains("Pull the pin.", "Load 450 kg");
        }
    }

    @Test
    void word_signsOfTheFontSymbol_areRead() throws IOException {
        try (var doc = new XWPFDocument()) {
            var p = doc.createParagraph();
            p.createRun().setText("Gap ");
            var signs = p.createRun();
            signs.setFontFamily("Symbol");
            signs.setText("\uF0A3\uF020\uF035\uF0B1\uF031");
            p.createRun().setText(" mm");
            assertThat(text(doc)).isEqualTo("Gap ≤ 5±1 mm");
        }
        assertThat(SymbolFont.sign("Symbol", 0xF0B9)).isEqualTo("≠");
        assertThat(SymbolFont.sign("Symbol", 0xF000)).isEqualTo("\uFFFD");
        assertThat(SymbolFont.sign("Wingdings", 0xF0FC)).isEqualTo("\uFFFD");
        assertThat(SymbolFont.words("Arial", "\uF0B1 5")).isEqualTo("\uF0B1 5");
    }

    @Test
    void missingPart_isToldInWords_andNotInNamesOfClasses() {
        assertThat(Unsound.reason(new NullPointerException("Cannot invoke \"org.x.CTXf.getFontId()\"")))
                .isEqualTo("a part that the format asks for is missing");
        assertThat(Unsound.reason(new IllegalStateException())).isNotBlank();
        assertThat(Unsound.reason(new IOException("it is cut off"))).isEqualTo("it is cut off");
    }

    private static void set(XWPFParagraph p, VerticalAlign level, String text) {
        var run = p.createRun();
        run.setText(text);
        run.setSubscript(level);
    }

    private static String text(XWPFDocument doc) throws IOException {
        return text(new WordParser(), "a.docx", FileKind.WORD, doc);
    }

    private static String text(DocumentParser parser, String name, FileKind kind, POIXMLDocument document)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.write(bytes);
        var file = new SourceFile(Path.of(name), ContentHash.of(bytes.toByteArray()), kind, bytes.toByteArray());
        return ((ParseOutcome.Parsed) parser.parse(file)).documents().getFirst().sourceText();
    }
}
