package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.MaintenanceRecord;
import flightline.records.RecordOutcome.Bad;
import flightline.records.RecordOutcome.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maintenance logs that are kept in Excel. */
final class WorkbookRecordsTest {
    private static final RecordMapping LOG = RecordFiles.mapping("""
            fields:
              id: WO
              date: {from: Closed, formats: [dd/MM/yyyy]}
              aircraft: Tail
              complaint: Defect
              action: Action
            keep: [Hours, Checked]
            """);
    private static final Object[] HEADER = {"WO", "Closed", "Tail", "Defect", "Action", "Hours", "Checked"};

    @TempDir
    Path folder;

    @Test
    void cells_areReadAsShown_daysAsDays() throws IOException {
        try (var made = new Workbooks()) {
            var log = made.sheet("Log");
            made.row(log, 1, "Defects of the fleet");
            log.addMergedRegion(CellRangeAddress.valueOf("A1:G1"));
            made.row(log, 3, HEADER);
            made.row(log, 4, 1001, LocalDate.of(2025, 3, 5), "QQ-KAA", "brake soft", "bled", 1234.5, true);
            made.row(log, 5, "A-2", "06/03/2025", "QQ-KAB", "pump leaks", "seal replaced", "=F4*2", false);
            made.row(
                    log,
                    6,
                    7,
                    LocalDateTime.of(2025, 3, 7, 14, 30),
                    "QQ-KAB",
                    "=\"no \"&\"light\"",
                    "lamp",
                    null,
                    null);
            made.book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            RecordFiles read = RecordFiles.read(made.write(folder.resolve("log.xlsx")), LOG);
            assertThat(read.bad()).isEmpty();
            assertThat(read.records()).extracting(r -> r.id().value()).containsExactly("1001", "A-2", "7");
            assertThat(read.records())
                    .extracting(r -> r.date().orElseThrow())
                    .containsExactly(LocalDate.of(2025, 3, 5), LocalDate.of(2025, 3, 6), LocalDate.of(2025, 3, 7));
            MaintenanceRecord first = read.records().getFirst();
            assertThat(first.other()).containsEntry("hours", "1234.5").containsEntry("checked", "TRUE");
            assertThat(first.source()).isEqualTo("log.xlsx:4");
            assertThat(read.records().get(1).other()).containsEntry("hours", "2469");
            assertThat(read.records().get(2).complaint()).isEqualTo("no light");
            assertThat(read.notes())
                    .extracting(Note::text)
                    .contains("header found on line 3; what stands above it was passed over");
        }
    }

    @Test
    void badRow_isNamed_byTheRowOfTheSheet() throws IOException {
        try (var made = new Workbooks()) {
            var log = made.sheet("Log");
            made.row(log, 1, HEADER);
            made.row(log, 2, "1", "05/03/2025", "QQ-KAA", "brake soft", "bled");
            made.row(log, 5, "2", "31/02/2025", "QQ-KAA", "pump leaks", "seal");
            made.row(log, 6, "1", "05/03/2025", "QQ-KAA", "brake soft", "bled");
            RecordFiles read = RecordFiles.read(made.write(folder.resolve("log.xlsx")), LOG);
            assertThat(read.records()).hasSize(1);
            assertThat(read.bad())
                    .extracting(Bad::message)
                    .containsExactly(
                            "log.xlsx line 5, Closed '31/02/2025': there is no such day in the calendar",
                            "log.xlsx line 6, WO '1': the same id stands on line 2 already");
        }
    }

    @Test
    void sheet_isTheOneWithMostRows_orTheOneNamed_neverAHiddenOne() throws IOException {
        try (var made = new Workbooks()) {
            rows(made, "2023", 2, "old");
            rows(made, "2024", 5, "new");
            rows(made, "draft", 9, "hidden");
            made.book.setSheetHidden(2, true);
            made.row(made.sheet("Readme"), 1, "This log is kept by line maintenance.");
            Path file = made.write(folder.resolve("log.xlsx"));
            RecordFiles read = RecordFiles.read(file, LOG);
            assertThat(read.records()).hasSize(5).allMatch(r -> r.complaint().equals("new"));
            assertThat(read.notes()).extracting(Note::text).contains("sheet '2024' was read of 4");
            RecordMapping named = RecordFiles.mapping("sheet: \"2023\"\nfields: {id: WO, complaint: Defect}");
            assertThat(RecordFiles.read(file, named).records()).hasSize(2);
            RecordMapping none = RecordFiles.mapping("sheet: \"2022\"\nfields: {id: WO, complaint: Defect}");
            assertThat(RecordFiles.read(file, none).bad())
                    .extracting(Bad::message)
                    .containsExactly("log.xlsx: has no sheet '2022'; it has '2023', '2024', 'draft', 'Readme'");
        }
    }

    private static void rows(Workbooks made, String name, int count, String text) {
        var sheet = made.sheet(name);
        made.row(sheet, 1, HEADER);
        for (int i = 1; i <= count; i++) made.row(sheet, 1 + i, name + i, "05/03/2025", "QQ-KAA", text, "done");
    }

    @Test
    void mergedDown_countsForEachRow_andWhatIsOddIsTold() throws IOException {
        try (var made = new Workbooks()) {
            var log = made.sheet("Log");
            made.row(log, 1, HEADER);
            made.row(log, 2, "1", "05/03/2025", "QQ-KAA", "brake soft", "bled");
            made.row(log, 3, "2", "05/03/2025", null, "tyre worn", "changed").setZeroHeight(true);
            log.addMergedRegion(CellRangeAddress.valueOf("C2:C3"));
            var last = made.row(log, 4, "3", "05/03/2025", "QQ-KAB", "lamp out", "lamp");
            last.createCell(9).setCellValue("beside");
            last.createCell(5).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
            last.createCell(6).setCellFormula("F4");
            if (last.getCell(6).getCTCell().isSetV())
                last.getCell(6).getCTCell().unsetV();
            // As programs write it that do not count.
            last.createCell(7).setCellFormula("F4");
            last.getCell(7).getCTCell().setV("");
            last.createCell(8).setCellFormula("\"\"");
            last.getCell(8).setCellValue("");
            RecordFiles read = RecordFiles.read(made.write(folder.resolve("log.xlsx")), LOG);
            assertThat(read.records())
                    .extracting(MaintenanceRecord::aircraft)
                    .containsExactly("QQ-KAA", "QQ-KAA", "QQ-KAB");
            assertThat(read.notes())
                    .extracting(Note::text)
                    .contains(
                            "1 row is hidden, by a filter for example, and was read",
                            "what stands in columns without a heading was passed over, first in column J",
                            "1 cell holds an error such as #N/A and counts as empty",
                            "2 formulas have no stored value and count as empty");
        }
    }

    @Test
    void unknownWorkbook_getsAMapping_byWhichItIsRead() throws IOException {
        try (var made = new Workbooks()) {
            made.row(made.sheet("Cover"), 1, "Log");
            var log = made.sheet("Log");
            made.row(log, 2, HEADER);
            for (int i = 0; i < 30; i++)
                made.row(
                        log,
                        3 + i,
                        "W" + i,
                        LocalDate.of(2025, 1, 1).plusDays(i),
                        "QQ-KAA",
                        "pump leaks again " + i,
                        "seal replaced");
            Path file = made.write(folder.resolve("export.xlsx"));
            var guess = new MappingGuess(new RecordReader(new flightline.terms.TermReader(), new NarrativeCutter()));
            assertThat(guess.of(file, RecordFiles.TODAY))
                    .isInstanceOfSatisfying(MappingGuess.Outcome.Proposed.class, proposed -> {
                        assertThat(proposed.proposal().fits()).isTrue();
                        assertThat(proposed.proposal().yaml()).contains("complaint: \"defect\"", "date: \"closed\"");
                    });
        }
    }

    @Test
    void workbookThatIsNone_orBroken_isOneClearLine() throws IOException {
        assertOneLine(
                "not.xlsx",
                "plain text".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "is named like a workbook and is none");
        assertOneLine(
                "old.xls",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 1},
                "Excel 2003 or older");
        Path zip = folder.resolve("zip.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write(1);
        }
        assertOneLine("archive.xlsx", Files.readAllBytes(zip), "is not a sound Excel workbook");
        byte[] sound;
        try (var made = new Workbooks()) {
            rows(made, "Log", 200, "brake soft");
            sound = Files.readAllBytes(made.write(folder.resolve("sound.xlsx")));
        }
        for (int at = 100; at < sound.length; at += sound.length / 12)
            RecordFiles.read(Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(sound, at)), LOG);
    }

    @Test
    void bomb_isRefused_beforeItUnpacks() throws IOException {
        Path sound;
        try (var made = new Workbooks()) {
            rows(made, "Log", 1, "brake soft");
            sound = made.write(folder.resolve("sound.xlsx"));
        }
        Path bomb = folder.resolve("bomb.xlsx");
        try (var in = new java.util.zip.ZipFile(sound.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (var entry : java.util.Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (!entry.getName().endsWith("sheet1.xml")) {
                    out.write(bytes);
                    continue;
                }
                String xml = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
                out.write(xml.substring(0, xml.indexOf("<sheetData>") + 11)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                byte[] blanks = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                for (int i = 0; i < 300; i++) out.write(blanks);
                out.write(xml.substring(xml.indexOf("<sheetData>") + 11)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        RecordFiles read = RecordFiles.read(bomb, LOG);
        assertThat(read.records()).isEmpty();
        assertThat(read.bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.message()).startsWith("bomb.xlsx: is not a sound Excel workbook"));
    }

    private void assertOneLine(String name, byte[] bytes, String reason) throws IOException {
        List<Bad> bad =
                RecordFiles.read(Files.write(folder.resolve(name), bytes), LOG).bad();
        assertThat(bad)
                .singleElement()
                .satisfies(one -> assertThat(one.message())
                        .startsWith(name + ": ")
                        .contains(reason)
                        .doesNotContain("\n", "Exception"));
    }
}
