package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.records.RecordOutcome.Bad;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordReaderTest {
    private static final RecordMapping SIMPLE = RecordFiles.mapping("""
            fields: {id: id, date: date, complaint: complaint, action: action, ata: ata}
            keep: all
            """);
    private static final String HEADER = "id,date,complaint,action,ata\n";

    @TempDir
    Path folder;

    @Test
    void sample_fillsTheWholeRecord() throws IOException {
        MaintenanceRecord record = only(read(
                "log.csv",
                "record_id,date,registration,msn,model,station,flight_hours,cycles,ata,complaint,action,part_removed_pn,"
                        + "part_removed_name,part_condition,part_installed_pn,mel_ref,deferred,closed_date,reported_by_role\n"
                        + "R-7,2024-03-05,XX-ABC,0042,FT-50,BASE,8123.4,6120,32-42,\"L/H BRK SOFT, PEDAL SINKS\","
                        + "\"R/R BRK ASSY IAW AMM 32-42-01. OPS CK GOOD\",BR-4410-3,brake assembly,leaking,BR-4410-3,,N,2024-03-06,pilot\n",
                new RecordMappings().named("sample").orElseThrow()));
        assertThat(record.id()).isEqualTo(new RecordId("R-7"));
        assertThat(record.date()).hasValue(LocalDate.of(2024, 3, 5));
        assertThat(record.aircraft()).isEqualTo("XX-ABC");
        assertThat(record.serial()).isEqualTo("0042");
        assertThat(record.complaint()).isEqualTo("L/H BRK SOFT, PEDAL SINKS");
        assertThat(record.action()).startsWith("R/R BRK ASSY");
        assertThat(record.narrative()).isEqualTo(record.complaint() + "\n" + record.action());
        assertThat(record.part()).isEqualTo("brake assembly");
        assertThat(record.partNumber()).isEqualTo("BR-4410-3");
        assertThat(record.ata()).containsExactly("32-42");
        assertThat(record.references()).containsExactly("amm 32-42-01");
        assertThat(record.source()).isEqualTo("log.csv:2");
        assertThat(record.other())
                .containsEntry("station", "BASE")
                .containsEntry("reported_by_role", "pilot")
                .doesNotContainKey("msn");
    }

    @Test
    void delimiterAndHeader_areFound() throws IOException {
        RecordFiles read = read(
                "log.csv", "Log of March\n\nID;Date;COMPLAINT;Action;ata\n1;2024-01-02;nose; none yet;32\n", SIMPLE);
        assertThat(only(read).complaint()).isEqualTo("nose");
        assertThat(read.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("line 3"));
        assertThat(only(read("log.tsv", HEADER.replace(',', '\t') + "1\t2024-01-02\tnose, left\tx\t32\n", SIMPLE))
                        .complaint())
                .isEqualTo("nose, left");
    }

    @Test
    void linesThatEndWithACarriageReturn_areRows() throws IOException {
        RecordFiles read = read("mac.csv", (HEADER + "1,,nose,x,\n2,,\"main\nleft\",x,\n").replace('\n', '\r'), SIMPLE);
        assertThat(read.bad()).isEmpty();
        assertThat(read.records()).extracting(MaintenanceRecord::complaint).containsExactly("nose", "main\nleft");
        assertThat(only(read("lf.csv", HEADER + "1,,nose\rleft,x,\n", SIMPLE)).complaint())
                .isEqualTo("nose\rleft");
    }

    @Test
    void rowsOfEmptyFields_arePassedOver() throws IOException {
        RecordFiles read = read("log.csv", HEADER + "1,,nose,x,\n,,,,\n , ,,,\n\n2,,main,x,\n,,,,\n", SIMPLE);
        assertThat(read.bad()).isEmpty();
        assertThat(read.records()).extracting(MaintenanceRecord::source).containsExactly("log.csv:2", "log.csv:6");
    }

    @Test
    void columnThatStandsTwice_isNoFault_whereTheMappingDoesNotNameIt() throws IOException {
        RecordFiles read = read("log.csv", "id,complaint,Remarks,remarks,Remarks\n1,nose,a,b,c\n", SIMPLE);
        assertThat(read.bad()).isEmpty();
        assertThat(only(read).other())
                .containsEntry("remarks", "a")
                .containsEntry("remarks (2)", "b")
                .containsEntry("remarks (3)", "c");
        assertThat(read.notes())
                .anySatisfy(note -> assertThat(note.text()).contains("Remarks").contains("more than once"));
    }

    @Test
    void quotedField_mayRunOverLines() throws IOException {
        RecordFiles read = read("log.csv", HEADER + "1,,\"wheel \"\"A\"\"\nworn\",x,\n2,,5\" bolt loose,x,\n", SIMPLE);
        assertThat(read.bad()).isEmpty();
        assertThat(read.records())
                .extracting(MaintenanceRecord::complaint)
                .containsExactly("wheel \"A\"\nworn", "5\" bolt loose");
        assertThat(read.records().get(1).source()).isEqualTo("log.csv:4");
    }

    @Test
    void raggedRow_isNamedAndTheRestRead() throws IOException {
        RecordFiles read = read("log.csv", HEADER + "1,,a worn,x,\n2,,b worn,x\n3,,c, worn,x,\n4,,d worn,x,\n", SIMPLE);
        assertThat(read.records()).hasSize(2);
        assertThat(read.bad()).extracting(Bad::line).containsExactly(3L, 4L);
        assertThat(read.bad().getFirst().reason()).isEqualTo("expected 5 columns, found 4");
        assertThat(read.bad().getLast().message())
                .isEqualTo("log.csv line 4 '3,,c, worn,x,': expected 5 columns, found 6");
    }

    @Test
    void quoteNeverClosed_costsOneRowOnly() throws IOException {
        RecordFiles read =
                read("log.csv", HEADER + "1,,\"a worn,x,\n" + "2,,b worn,x,\n".repeat(1) + "3,,c worn,x,\n", SIMPLE);
        assertThat(read.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.line()).isEqualTo(2);
            assertThat(bad.reason()).contains("never closed");
        });
        assertThat(read.records()).extracting(MaintenanceRecord::complaint).containsExactly("b worn", "c worn");
    }

    @Test
    void otherEncoding_isReadAndNoted() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.write(file, (HEADER + "1,,hot 90°,x,\n").getBytes(Charset.forName("windows-1252")));
        RecordFiles read = RecordFiles.read(file, SIMPLE);
        assertThat(only(read).complaint()).isEqualTo("hot 90°");
        assertThat(read.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("0xB0", "line 2", "windows-1252"));
    }

    @Test
    void utf8BeyondTheFirstBlock_isStillUtf8() throws IOException {
        RecordFiles read = read("log.csv", HEADER + "1,," + "°".repeat(70_000) + ",x,\n", SIMPLE);
        assertThat(read.notes()).isEmpty();
        assertThat(only(read).complaint()).hasSize(70_000);
    }

    @Test
    void byteOrderMarkAndUtf16_areTaken() throws IOException {
        assertThat(only(read("log.csv", "\uFEFF" + HEADER + "1,,a worn,x,\n", SIMPLE))
                        .id())
                .hasToString("1");
        Path file = folder.resolve("wide.csv");
        Files.write(file, (HEADER + "1,,a worn,x,\n").getBytes(StandardCharsets.UTF_16));
        assertThat(only(RecordFiles.read(file, SIMPLE)).complaint()).isEqualTo("a worn");
    }

    @Test
    void impossibleDate_isNamed() throws IOException {
        RecordFiles read =
                read("log.csv", HEADER + "1,2023-02-30,a,x,\n2,0203-01-01,b,x,\n3,2031-01-01,c,x,\n", SIMPLE);
        assertThat(read.records()).isEmpty();
        assertThat(read.bad()).extracting(Bad::field).containsOnly("date");
        assertThat(read.bad().getFirst().message())
                .isEqualTo("log.csv line 2, date '2023-02-30': there is no such day in the calendar");
    }

    @Test
    void idTwice_isRefusedWithTheFirstLine() throws IOException {
        RecordFiles read = read("log.csv", HEADER + "1,,a,x,\n1,,b,x,\n", SIMPLE);
        assertThat(read.records()).hasSize(1);
        assertThat(read.bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("line 2"));
    }

    @Test
    void missingId_isDerivedAndTheSameNextTime() throws IOException {
        String text = HEADER + ",,a worn,x,\n,,a worn,x,\n";
        RecordFiles first = read("log.csv", text, SIMPLE);
        RecordFiles second = read("log.csv", text, SIMPLE);
        assertThat(first.records())
                .extracting(MaintenanceRecord::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(second.records()).isEqualTo(first.records());
    }

    @Test
    void emptyTextAndNul_areBad() throws IOException {
        RecordFiles read = read("log.csv", HEADER + "1,,,,\n2,,a\0b,x,\n", SIMPLE);
        assertThat(read.bad()).extracting(Bad::reason).containsExactly("the record has no text", "contains a NUL byte");
        assertThat(read.bad().getLast().value()).doesNotContain("\0");
    }

    @Test
    void wholeFileThatCannotBeRead_saysSoOnce() throws IOException {
        assertThat(read("empty.csv", "", SIMPLE).bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.message()).isEqualTo("empty.csv: is empty"));
        assertThat(read("other.csv", "a,b\n1,2\n", SIMPLE).bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("complaint or action", "a, b"));
        assertThat(read("book.xlsx", "PK\u0003\u0004xxxx", SIMPLE).bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("not a sound Excel workbook", "CSV"));
        assertThat(read("rows.parquet", "PAR1xxxx", SIMPLE).bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("Parquet"));
        assertThat(read("twice.csv", "complaint,id,ID\nx,1,2\n", SIMPLE).bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).contains("twice"));
        assertThatThrownBy(() -> RecordFiles.read(folder.resolve("none.csv"), SIMPLE))
                .isInstanceOf(NoSuchFileException.class);
    }

    /** "04/03/2024" was kept as it stands, and nothing that reads days could tell what is closed. */
    @Test
    void dayOfClosing_thatIsKept_isReadAsTheDateIs() throws IOException {
        RecordMapping mapping = RecordFiles.mapping("""
                fields: {id: id, complaint: complaint, date: {from: date, formats: [dd/MM/yyyy]}}
                keep: all
                """);
        RecordFiles read = read(
                "log.csv",
                "id,date,complaint,Closed Date,note\n1,01/03/2024,light out,04/03/2024,04/03/2024\n"
                        + "2,01/03/2024,light out,2024-03-05,\n3,01/03/2024,light out,with the next check,\n4,01/03/2024,light out,,\n",
                mapping);
        assertThat(read.records())
                .extracting(record -> record.other().getOrDefault("closed date", "none"))
                .containsExactly("2024-03-04", "2024-03-05", "with the next check", "none");
        assertThat(read.records().getFirst().other()).containsEntry("note", "04/03/2024");
    }

    /** A sheet made numbers of the chapters. */
    @Test
    void chapterOfOneDigit_isReadWithANought_andTold() throws IOException {
        RecordFiles read = read(
                "log.csv", HEADER + "1,,c-check due,done,5\n2,,gear light on,done,32\n3,,smell,none,5 21\n", SIMPLE);
        assertThat(read.records())
                .extracting(MaintenanceRecord::ata)
                .containsExactly(List.of("05"), List.of("32"), List.of("21"));
        assertThat(read.notes())
                .singleElement()
                .satisfies(
                        note -> assertThat(note.text())
                                .isEqualTo(
                                        "1 row gives an ATA chapter of one digit, first on line 2: read with a nought before it, 5 as 05"));
    }

    @Test
    void columnThatIsMissing_isNoted() throws IOException {
        RecordFiles read = read("log.csv", "id,complaint\n1,a worn\n", SIMPLE);
        assertThat(read.records()).hasSize(1);
        assertThat(read.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("action, ata, date"));
    }

    @Test
    void jsonLines_areReadAndBadOnesNamed() throws IOException {
        RecordMapping mapping = RecordFiles.mapping("""
                fields: {id: id, narrative: event.text, ata: codes}
                keep: [station, missing]
                """);
        RecordFiles read = read(
                "log.jsonl",
                "{\"id\": 7, \"event\": {\"text\": \"gear light stays on. replaced sensor iaw amm 32-61-01.\"}, \"codes\": [\"32\", \"3260\"], \"station\": null}\n"
                        + "\n{\"id\": \n[1]\n{\"id\": 8, \"event\": {\"text\": null}}\n",
                mapping);
        MaintenanceRecord record = read.records().getFirst();
        assertThat(record.complaint()).isEqualTo("gear light stays on");
        assertThat(record.action()).isEqualTo("replaced sensor iaw amm 32-61-01.");
        assertThat(record.ata()).containsExactly("32-60", "32-61");
        assertThat(record.other()).isEmpty();
        assertThat(read.bad()).extracting(Bad::line).containsExactly(3L, 4L, 5L);
        assertThat(read.bad().getFirst().reason()).startsWith("is not JSON");
        assertThat(read.bad().get(1).reason()).isEqualTo("is not a JSON object");
        assertThat(read.bad().getLast().field()).isEqualTo("event.text");
    }

    @Test
    void absentValuesAndConstants_followTheMapping() throws IOException {
        RecordMapping mapping = RecordFiles.mapping("""
                columns: [id, text, part]
                delimiter: bar
                fields: {id: id, narrative: text, part: part, aircraft: {constant: XX-ABC}}
                absent: [unknown]
                """);
        MaintenanceRecord record = only(read("log.txt", "1|lamp dark|UNKNOWN\n", mapping));
        assertThat(record.part()).isEmpty();
        assertThat(record.aircraft()).isEqualTo("XX-ABC");
        assertThat(record.ata()).isEmpty();
    }

    @Test
    void lineBeyondAllMeasure_isBadAndMemoryHolds() throws IOException {
        RecordFiles read =
                read("log.csv", HEADER + "1,," + "a".repeat(LineReader.LONGEST + 10) + ",x,\n2,,b worn,x,\n", SIMPLE);
        assertThat(read.bad()).singleElement().satisfies(bad -> {
            assertThat(bad.reason()).contains("longer than");
            assertThat(bad.value()).hasSizeLessThan(100);
        });
        assertThat(read.records()).hasSize(1);
    }

    private RecordFiles read(String name, String text, RecordMapping mapping) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return RecordFiles.read(file, mapping);
    }

    private static MaintenanceRecord only(RecordFiles read) {
        assertThat(read.bad()).isEmpty();
        assertThat(read.records()).hasSize(1);
        return read.records().getFirst();
    }
}
