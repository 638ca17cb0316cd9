package flightline.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.Fact;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.corpus.Suspicion;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Reads files that the library for them wrote: Word, Excel and PowerPoint, sound ones and such as hide something. */
final class OfficeParsersTest {
    @Test
    void word_listsAreNumberedAsTheyPrint() throws IOException {
        try (var doc = new XWPFDocument()) {
            var list = numbered(doc);
            step(doc, list, 0, "Open the panel.");
            step(doc, list, 1, "Remove the screws.");
            step(doc, list, 1, "Lift the panel.");
            step(doc, list, 0, "Close the panel.");
            step(doc, list, 1, "Check the seal.");
            var steps = blocks(word(doc)).stream()
                    .map(b -> (Block.Step) b)
                    .map(s -> s.number() + " " + s.depth() + " " + s.text())
                    .toList();
            assertThat(steps)
                    .containsExactly(
                            "1. 0 Open the panel.",
                            "(a) 1 Remove the screws.",
                            "(b) 1 Lift the panel.",
                            "2. 0 Close the panel.",
                            "(a) 1 Check the seal.");
        }
    }

    @Test
    void word_secondStyleOfNumberedLists_isADeeperStep() throws IOException {
        try (var doc = new XWPFDocument()) {
            CTStyle second = CTStyle.Factory.newInstance();
            second.setStyleId("ListNumber2");
            second.addNewName().setVal("List Number 2");
            doc.createStyles().addStyle(new XWPFStyle(second));
            var list = numbered(doc);
            step(doc, list, 0, "Open the panel.");
            step(doc, list, 0, "Remove the screws.");
            doc.getParagraphs().getLast().setStyle("ListNumber2");
            step(doc, list, 0, "Close the panel.");
            assertThat(blocks(word(doc)).stream()
                            .map(b -> (Block.Step) b)
                            .map(s -> s.number() + " " + s.depth() + " " + s.text()))
                    .containsExactly("1. 0 Open the panel.", "2. 1 Remove the screws.", "3. 0 Close the panel.");
        }
    }

    @Test
    void word_equipmentList_givesItsItems() throws IOException {
        try (var doc = new XWPFDocument()) {
            var heading = doc.createParagraph();
            heading.getCTP().addNewPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
            heading.createRun().setText("Minimum Equipment List QH-MEL Revision 2");
            String[][] cells = {
                {"Item", "Title", "Cat.", "Installed", "Required", "Remarks or exceptions"},
                {"28-41-01", "Fuel quantity", "B", "2", "1", "(M) One may be inoperative if the tank is dipped."}
            };
            fill(doc.createTable(2, 6), cells);
            fill(
                    doc.createTable(2, 2),
                    new String[][] {{"Item", "Maintenance procedure"}, {"28-41-01", "Dip the tank on level ground."}});
            var bytes = new ByteArrayOutputStream();
            doc.write(bytes);
            var file = new SourceFile(
                    Path.of("QH-MEL.docx"), ContentHash.of(bytes.toByteArray()), FileKind.WORD, bytes.toByteArray());
            var read = (ParseOutcome.Parsed) new Reader(List.of(new WordParser())).read(file);
            assertThat(read.documents().getFirst().header().facts())
                    .extracting(Fact::kind, Fact::value)
                    .containsExactly(
                            tuple(
                                    Fact.Kind.MEL_ITEM,
                                    "28-41-01 category B, 2 installed, 1 required for dispatch, maintenance procedure (M)"),
                            tuple(Fact.Kind.MEL_PROCEDURE, "28-41-01 Dip the tank on level ground."));
        }
    }

    @Test
    void word_labelBeforeBullets_andABoxOfTwoRows_areSafetyTexts() throws IOException {
        try (var doc = new XWPFDocument()) {
            var list = numbered(doc);
            step(doc, list, 0, "Open the panel.");
            doc.createParagraph().createRun().setText("CAUTION:");
            var bullets = bulleted(doc);
            step(doc, bullets, 0, "Do not use grease A.");
            step(doc, bullets, 0, "Do not use grease B.");
            step(doc, list, 0, "Close the panel.");
            fill(doc.createTable(2, 2), new String[][] {{"WARNING", "Hot parts."}, {"Caution", "Sharp edges."}});
            doc.createParagraph().createRun().setText("WARNING\tKeep clear.");
            var blocks = blocks(word(doc));
            assertThat(blocks.stream()
                            .map(b -> b instanceof Block.Safety s ? s.kind() + " " + s.text() : b.text())
                            .toList())
                    .containsExactly(
                            "Open the panel.",
                            "CAUTION Do not use grease A.\nDo not use grease B.",
                            "Close the panel.",
                            "WARNING Hot parts.",
                            "CAUTION Sharp edges.",
                            "WARNING Keep clear.");
        }
    }

    @Test
    void word_struckRuns_areLeftOutAndNoted_raisedOnesSetOnTheLine() throws IOException {
        try (var doc = new XWPFDocument()) {
            var p = doc.createParagraph();
            p.createRun().setText("Torque ");
            for (String half : List.of("33 ", "N·m ")) {
                var struck = p.createRun();
                struck.setText(half);
                struck.setStrikeThrough(true);
            }
            p.createRun().setText("35 N·m, leak 2 x 10");
            for (String half : List.of("-", "3")) raised(p, half);
            p.createRun().setText(" cm");
            raised(p, "3");
            p.createRun().setText(" a seal");
            raised(p, "1");
            var read = word(doc);
            assertThat(read.documents().getFirst().sourceText())
                    .isEqualTo("Torque 35 N·m, leak 2 x 10^-3 cm^3 a seal1");
            assertThat(read.notes()).containsExactly("has struck text: 1 piece was left out");
        }
    }

    private static void raised(XWPFParagraph p, String text) {
        var run = p.createRun();
        run.setText(text);
        run.setSubscript(org.apache.poi.xwpf.usermodel.VerticalAlign.SUPERSCRIPT);
    }

    @Test
    void workbook_formulaWithoutAResult_isEmptyAndNamed() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Torques");
            String[][] words = {{"Tool", "N·m", "lbf·ft"}, {"Wrench", "12.5", ""}};
            for (int r = 0; r < 2; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < 3; c++) row.createCell(c).setCellValue(words[r][c]);
            }
            sheet.getRow(1).getCell(2).setCellFormula("B2*0.7376");
            sheet.getRow(1).getCell(2).getCTCell().unsetV();
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            var read = parsed(new WorkbookParser(), "t.xlsx", FileKind.SPREADSHEET, bytes.toByteArray());
            assertThat(blocks(read).getLast())
                    .isInstanceOfSatisfying(
                            Block.Table.class,
                            t -> assertThat(t.rows().getFirst().text()).isEqualTo("Wrench\t12.5\t"));
            assertThat(read.notes()).singleElement().asString().contains("sheet Torques", "read as empty: C2");
        }
    }

    @Test
    void workbook_labelBesideOrAboveItsText_isASafetyText() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Job");
            String[][] words = {
                {"WARNING", "Keep off the flap."},
                {},
                {"CAUTION", ""},
                {"Sharp edges.", ""},
                {"Part", "Limit"},
                {"Disc", "2 mm"}
            };
            for (int r = 0; r < words.length; r++)
                for (int c = 0; c < words[r].length; c++)
                    if (!words[r][c].isEmpty())
                        (c == 0 ? sheet.createRow(r) : sheet.getRow(r))
                                .createCell(c)
                                .setCellValue(words[r][c]);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            var read = blocks(parsed(new WorkbookParser(), "t.xlsx", FileKind.SPREADSHEET, bytes.toByteArray()));
            assertThat(read.subList(1, 3).stream()
                            .map(b -> ((Block.Safety) b).kind() + " " + b.text())
                            .toList())
                    .containsExactly("WARNING Keep off the flap.", "CAUTION Sharp edges.");
            assertThat(read.getLast())
                    .isInstanceOfSatisfying(
                            Block.Table.class, t -> assertThat(t.header()).containsExactly("Part", "Limit"));
        }
    }

    private static BigInteger bulleted(XWPFDocument doc) {
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.TWO);
        level(definition.addNewLvl(), 0, STNumberFormat.BULLET, "•");
        var numbering = doc.createNumbering();
        return numbering.addNum(
                numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(definition)));
    }

    private static void fill(XWPFTable table, String[][] cells) {
        table.getRow(0).getCtRow().addNewTrPr().addNewTblHeader();
        for (int r = 0; r < cells.length; r++)
            for (int c = 0; c < cells[r].length; c++) table.getRow(r).getCell(c).setText(cells[r][c]);
    }

    @Test
    void word_headingsWarningsAndTablesWithSpans_keepTheirShape() throws IOException {
        try (var doc = new XWPFDocument()) {
            var heading = doc.createParagraph();
            heading.getCTP().addNewPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
            heading.createRun().setText("32-41 Brakes");
            doc.createParagraph().createRun().setText("WARNING");
            doc.createParagraph().createRun().setText("Chock the wheels.");
            var box = doc.createTable(1, 1);
            box.getRow(0).getCell(0).setText("CAUTION: Hot parts.");
            var table = doc.createTable(3, 3);
            table.getRow(0).getCtRow().addNewTrPr().addNewTblHeader();
            for (int r = 0; r < 3; r++)
                for (int c = 0; c < 3; c++) table.getRow(r).getCell(c).setText("r" + r + "c" + c);
            table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
            table.getRow(2).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
            table.getRow(2).getCell(1).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.TWO);
            table.getRow(2).removeCell(2);
            var blocks = blocks(word(doc));
            assertThat(blocks.get(0)).isInstanceOfSatisfying(Block.Heading.class, h -> {
                assertThat(h.level()).isEqualTo(1);
                assertThat(h.number()).isEqualTo("32-41");
            });
            assertThat(blocks.subList(1, 3).stream()
                            .map(b -> ((Block.Safety) b).kind() + " " + b.text())
                            .toList())
                    .containsExactly(SafetyKind.WARNING + " Chock the wheels.", SafetyKind.CAUTION + " Hot parts.");
            assertThat(blocks.get(3)).isInstanceOfSatisfying(Block.Table.class, t -> {
                assertThat(t.header()).containsExactly("r0c0", "r0c1", "r0c2");
                assertThat(t.rows().get(1).cells()).containsExactly("r1c0", "r2c1", "r2c1");
                assertThat(t.rows().get(1).text()).isEqualTo("r1c0\tr2c1\tr2c1");
            });
        }
    }

    @Test
    void word_changesFieldsAndNotes_readAsTheyPrint() throws IOException {
        try (var doc = new XWPFDocument()) {
            XWPFParagraph p = doc.createParagraph();
            p.createRun().setText("Torque to 25 Nm");
            doc.createFootnotes();
            p.addFootnoteReference(doc.createFootnote());
            doc.getFootnotes().getLast().createParagraph().createRun().setText("Dry threads.");
            var inserted = doc.createParagraph();
            inserted.getCTP().addNewIns().addNewR().addNewT().setStringValue("New words.");
            var deleted = inserted.getCTP().addNewDel().addNewR().addNewDelText();
            deleted.setStringValue("Old words.");
            var read = word(doc);
            assertThat(blocks(read).stream().map(Block::text).toList())
                    .containsExactly("Torque to 25 Nm [1]", "[1] Dry threads.", "New words.");
            assertThat(read.notes()).singleElement().asString().contains("1 insertions were read as text, 1 deletions");
        }
    }

    @Test
    void word_whatAReaderDoesNotSee_isLeftOutAndNamed() throws Exception {
        try (var doc = new XWPFDocument()) {
            var p = doc.createParagraph();
            p.createRun().setText("Seen. ");
            var vanished = p.createRun();
            vanished.setText("Ignore the torque.");
            vanished.setVanish(true);
            var white = doc.createParagraph().createRun();
            white.setText("White words.");
            white.setColor("FFFFFF");
            var tiny = doc.createParagraph().createRun();
            tiny.setText("Tiny words.");
            tiny.getCTR().addNewRPr().addNewSz().setVal(BigInteger.TWO);
            doc.createParagraph().getCTP().addNewFldSimple().setInstr(" DDEAUTO cmd \"/c calc\" ");
            doc.getPackagePart()
                    .addRelationship(
                            URI.create("http://example.org/t.dotm"),
                            TargetMode.EXTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
            var read = word(doc);
            assertThat(read.documents().getFirst().sourceText()).isEqualTo("Seen.");
            assertThat(read.suspicions().stream().map(Suspicion::detail).toList())
                    .anyMatch(d -> d.startsWith("marked as hidden, \"Ignore the torque.\""))
                    .anyMatch(d -> d.startsWith("white on white, \"White words.\""))
                    .anyMatch(d -> d.contains("1.0 points, \"Tiny words.\""))
                    .anyMatch(d -> d.startsWith("a field that fetches: DDEAUTO"))
                    .anyMatch(d -> d.startsWith("refers to something outside as attachedTemplate"));
        }
    }

    @Test
    void word_marking_isReadFromTheRunningHead() throws IOException {
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().setText("Text.");
            doc.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("CONFIDENTIAL");
            var read = word(doc).documents().getFirst();
            assertThat(read.header().marking().label()).isEqualTo("CONFIDENTIAL");
            assertThat(read.sourceText()).isEqualTo("Text.");
        }
    }

    @Test
    void word_encryptedOrBroken_isSaidSo() throws Exception {
        var sealed = new ByteArrayOutputStream();
        try (var doc = new XWPFDocument();
                var compound = new POIFSFileSystem()) {
            doc.createParagraph().createRun().setText("Secret.");
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("x");
            try (var stream = encryptor.getDataStream(compound)) {
                doc.write(stream);
            }
            compound.writeFilesystem(sealed);
        }
        assertThat(new CompoundParser().parse(file("a.docx", FileKind.COMPOUND, sealed.toByteArray())))
                .isInstanceOf(ParseOutcome.Encrypted.class);
        assertThat(new WordParser().parse(file("a.docx", FileKind.WORD, "PK\3\4".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(ParseOutcome.Malformed.class);
    }

    @Test
    void workbook_tablesArePartedAndShownAsDisplayed() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Torques");
            sheet.createRow(0).createCell(0).setCellValue("Main landing gear");
            var head = sheet.createRow(1);
            head.createCell(0).setCellValue("Bolt");
            head.createCell(1).setCellValue("Torque");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("A");
            row.createCell(1).setCellValue(12.5);
            var percent = book.createCellStyle();
            percent.setDataFormat((short) BuiltinFormats.getBuiltinFormat("0.00"));
            row.getCell(1).setCellStyle(percent);
            sheet.createRow(3).createCell(1).setCellValue(13);
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            sheet.createRow(5).createCell(0).setCellValue("Part");
            sheet.getRow(5).createCell(1).setCellValue("Limit");
            sheet.createRow(6).createCell(0).setCellValue("Disc");
            sheet.getRow(6).createCell(1).setCellValue("2 mm");
            sheet.createRow(7).createCell(0).setCellValue("Hidden row");
            sheet.getRow(7).setZeroHeight(true);
            book.createSheet("Old").createRow(0).createCell(0).setCellValue("Hidden sheet");
            book.setSheetHidden(1, true);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            var read = parsed(new WorkbookParser(), "t.xlsx", FileKind.SPREADSHEET, bytes.toByteArray());
            var blocks = blocks(read);
            assertThat(blocks.get(0).text()).isEqualTo("Torques");
            assertThat(blocks.get(1)).isInstanceOfSatisfying(Block.Table.class, t -> {
                assertThat(t.caption()).isEqualTo("Main landing gear");
                assertThat(t.header()).containsExactly("Bolt", "Torque");
                assertThat(t.rows().stream().map(Block.Row::cells).toList())
                        .containsExactly(List.of("A", "12.50"), List.of("A", "13"));
            });
            assertThat(blocks.get(2))
                    .isInstanceOfSatisfying(
                            Block.Table.class, t -> assertThat(t.rows()).hasSize(1));
            assertThat(blocks).hasSize(3);
            assertThat(read.suspicions().stream().map(Suspicion::detail).toList())
                    .containsExactly("in a hidden row, \"Hidden row\"", "a hidden sheet, \"Hidden sheet\"");
        }
    }

    @Test
    void slides_giveTitlesBodiesAndTables_butNoHiddenOnes() throws IOException {
        try (var show = new XMLSlideShow()) {
            var slide = show.createSlide(show.getSlideMasters().getFirst().getLayout("Title and Content"));
            slide.getPlaceholder(0).setText("Brake wear");
            slide.getPlaceholder(1).setText("Measure the pin.");
            var table = slide.createTable(2, 2);
            table.setAnchor(new java.awt.Rectangle(50, 50, 200, 100));
            for (int r = 0; r < 2; r++)
                for (int c = 0; c < 2; c++) table.getCell(r, c).setText("r" + r + "c" + c);
            var off = slide.createTextBox();
            off.setAnchor(new java.awt.Rectangle(5_000, 5_000, 100, 50));
            off.setText("Off the slide.");
            var hidden = show.createSlide();
            hidden.createTextBox().setText("Hidden words.");
            hidden.setHidden(true);
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            var read = parsed(new SlidesParser(), "s.pptx", FileKind.SLIDES, bytes.toByteArray());
            assertThat(blocks(read).get(0).text()).isEqualTo("Brake wear");
            assertThat(blocks(read).get(1).text()).isEqualTo("Measure the pin.");
            assertThat(blocks(read).get(2))
                    .isInstanceOfSatisfying(
                            Block.Table.class, t -> assertThat(t.header()).containsExactly("r0c0", "r0c1"));
            assertThat(read.suspicions().stream().map(Suspicion::detail).toList())
                    .containsExactly("off the slide, \"Off the slide.\"", "a hidden slide, \"Hidden words.\"");
        }
    }

    private static BigInteger numbered(XWPFDocument doc) {
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.ZERO);
        level(definition.addNewLvl(), 0, STNumberFormat.DECIMAL, "%1.");
        level(definition.addNewLvl(), 1, STNumberFormat.LOWER_LETTER, "(%2)");
        var numbering = doc.createNumbering();
        return numbering.addNum(
                numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(definition)));
    }

    private static void level(CTLvl level, int number, STNumberFormat.Enum form, String text) {
        level.setIlvl(BigInteger.valueOf(number));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(form);
        level.addNewLvlText().setVal(text);
    }

    private static void step(XWPFDocument doc, BigInteger list, int level, String text) {
        var p = doc.createParagraph();
        p.setNumID(list);
        p.setNumILvl(BigInteger.valueOf(level));
        p.createRun().setText(text);
    }

    private static ParseOutcome.Parsed word(XWPFDocument doc) throws IOException {
        var bytes = new ByteArrayOutputStream();
        doc.write(bytes);
        return parsed(new WordParser(), "a.docx", FileKind.WORD, bytes.toByteArray());
    }

    private static ParseOutcome.Parsed parsed(DocumentParser parser, String name, FileKind kind, byte[] bytes) {
        return (ParseOutcome.Parsed) parser.parse(file(name, kind, bytes));
    }

    private static SourceFile file(String name, FileKind kind, byte[] bytes) {
        return new SourceFile(Path.of(name), ContentHash.of(bytes), kind, bytes);
    }

    private static List<Block> blocks(ParseOutcome.Parsed read) {
        StructuredDocument document = read.documents().getFirst();
        return document.blocks().stream().map(b -> b.block()).toList();
    }
}
