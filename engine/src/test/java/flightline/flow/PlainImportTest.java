package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Marking;
import flightline.fleet.RecordPart;
import flightline.fleet.RecordRow;
import flightline.fleet.RowMaker;
import flightline.records.MappingOutcome;
import flightline.records.NarrativeCutter;
import flightline.records.RecordFile;
import flightline.records.RecordFile.Done;
import flightline.records.RecordMapping;
import flightline.records.RecordMappings;
import flightline.records.RecordReader;
import flightline.terms.TermReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a database reads by itself comes to the same rows and the same faults, letter for letter, as one that is read row by row. */
final class PlainImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final List<String> COLUMNS = List.of(
            "wo",
            "day",
            "tail",
            "type",
            "station",
            "flight_hours",
            "delay",
            "deferred",
            "closed",
            "ata",
            "complaint",
            "action",
            "part",
            "pn",
            "condition");
    private static final String FIELDS = """
            fields:
              id: wo
              date: WHEN
              aircraft: tail
              model: type
              complaint: complaint
              action: action
              part: part
              partNumber: pn
              condition: condition
              ata: ata
            absent: ["-", n/a, nil, tba, unk, "?"]
            keep: [station, flight_hours, delay, deferred, closed]
            """;

    /** Of each column what is usual, then what is not. */
    private static final String[][] USUAL = {
        {},
        {"2024-03-05", "2025-12-31", "2026-07-01", "1999-01-01"},
        {"QQ-AAA", "qq-aab", " QQ-AAC ", "QQ-AAD"},
        {"LT-46-200", "lt-46-300", ""},
        {"XTRA", "xtrb", ""},
        {"1234", "1234.5", "0", ""},
        {"", "15", "120"},
        {"", "Y", "no"},
        {"", "2025-01-05", "2026-02-28 10:00", "2027-03-01"},
        {"3241", "32-41", "29-11-00", "324100"},
        {
            "brake dragging",
            "HYD leak at joint",
            "A-check due",
            "unscheduled, rescheduled later",
            "un-scheduled stop",
            "Noise, \"loud\""
        },
        {"rpld brake", "R&R pump", "changed  it", "", "no fault found", "Unchanged"},
        {"Brake  Unit", "pump", "", "-"},
        {"", "AB-12", "n/a", "UNK"},
        {"worn", " Scheduled", "", "time  expired"}
    };

    private static final String[][] ODD = {
        {"", "W-7", "W-9"},
        {
            "2024-02-30",
            "2026-07-02",
            "1902-12-31",
            "5 May 2024",
            "2024-03-05 07:30:00",
            "2024-03-05 27:30:00",
            "20240305",
            "",
            "0000-01-01"
        },
        {"QQ-ÄÄÄ", "", "qq\u00A0x", "-"},
        {"ﬁ-1", "LT\t46"},
        {"ß"},
        {"1234:30", "12,5", "-3", "9999999", "12 h", "1e5", "1,234", "00012", "1000000", "1000000.5"},
        {"2 h", "x", "30 min"},
        {"x", "maybe", "TRUE", "0"},
        {"2025-02-30", "2025-1-5", "5 May 2025", "+12025-01-01", "N", "yes", "00/00/0000", "05/01/2025"},
        {"32", "", "ATA 32", "x", "32-41 27-10", "32-41-00-400-801", "321", "3 2", "5", "LT46-A-32-41-00-00A-520A-A"},
        {
            "",
            "see AMM 27-11-00",
            "cf. 34-21-05 page",
            "ref MM 3241",
            "tür klemmt",
            "two\nlines",
            "tab\there",
            "c\u0000d",
            "  ",
            "-",
            "mmm 12"
        },
        {"see AMM 27-11-00", "ersetzt: Tür", "n/a"},
        {"Türe", "a\u2003b"},
        {"ж"},
        {"Ünique"}
    };

    @TempDir
    private Path temp = Path.of("unused");

    private static final RecordReader READER = new RecordReader(new TermReader(), new NarrativeCutter());

    private RecordMapping mapping(String date) throws Exception {
        Path file = Files.writeString(temp.resolve("own.yaml"), "name: own\n" + FIELDS.replace("WHEN", date));
        return ((MappingOutcome.Loaded) new RecordMappings().read(file)).mapping();
    }

    private Path log(long seed, int rows, int odd) throws Exception {
        var random = new Random(seed);
        var text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (int i = 0; i < rows; i++) {
            var cells = new ArrayList<String>();
            for (int c = 0; c < COLUMNS.size(); c++) {
                boolean strange = random.nextInt(1000) < odd;
                if (c == 0 && !strange) cells.add("W-" + i);
                else {
                    String[] from = strange ? ODD[c] : USUAL[c];
                    cells.add(from[random.nextInt(from.length)]);
                }
            }
            text.append(cells.stream()
                            .map(cell ->
                                    cell.matches("(?s).*[,\"\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return Files.writeString(temp.resolve("log.csv"), text);
    }

    private Path parquet(Path csv, String types) throws Exception {
        Path file = temp.resolve("log.parquet");
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement()) {
            statement.execute("COPY (SELECT * " + types + " FROM read_csv('" + csv
                    + "', all_varchar = true, header = true, delim = ',', quote = '\"'))" + " TO '" + file
                    + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
        }
        return file;
    }

    /** Everything of a part, and what was told of the file. */
    private record Came(List<String> rows, List<String> told) {}

    private Came byItself(Path file, RecordMapping mapping, Marking marking) throws Exception {
        var shelf = new AnalysisShelf(temp.resolve("fast"), 2);
        var plain = new PlainImport(READER, file, mapping, marking, TODAY);
        var rows = plain.rows();
        assertThat(rows).as("the file is plain").isPresent();
        try (RecordPart part = shelf.load("log", rows.get(), plain).orElseThrow()) {
            shelf.put(part, "fast");
        }
        return new Came(
                held(shelf.parts().getFirst()),
                plain.told().stream().map(Object::toString).toList());
    }

    private Came rowByRow(Path file, RecordMapping mapping, Marking marking) throws Exception {
        var shelf = new AnalysisShelf(temp.resolve("slow"), 2);
        var told = new ArrayList<String>();
        var maker = new RowMaker();
        try (RecordFile open = READER.open(file, mapping, TODAY);
                RecordPart part = shelf.begin("log")) {
            open.<RecordRow>inOrder(
                    1,
                    record -> maker.of(record.marked(marking)),
                    batch -> {
                        for (Done<RecordRow> one : batch)
                            switch (one) {
                                case Done.Made<RecordRow>(long line, RecordRow row) -> {
                                    if (!part.add(row))
                                        told.add(open.sameId(line, new flightline.corpus.RecordId(row.id()))
                                                .toString());
                                }
                                case Done.Not<RecordRow>(var outcome) -> told.add(outcome.toString());
                            }
                    },
                    () -> false);
            shelf.put(part, "slow");
        }
        return new Came(held(shelf.parts().getFirst()), told);
    }

    private static List<String> held(Path part) throws Exception {
        var rows = new ArrayList<String>();
        try (var database = DriverManager.getConnection("jdbc:duckdb:" + part);
                var statement = database.createStatement();
                var found =
                        statement.executeQuery("SELECT CAST(to_json(h) AS VARCHAR) FROM store.held h ORDER BY id")) {
            while (found.next()) rows.add(found.getString(1));
        }
        return rows;
    }

    private void same(Path file, RecordMapping mapping, Marking marking) throws Exception {
        Came slow = rowByRow(file, mapping, marking);
        Came fast = byItself(file, mapping, marking);

        assertThat(apart(fast.rows(), slow.rows())).isEmpty();
        assertThat(fast.rows()).hasSameSizeAs(slow.rows());
        assertThat(apart(fast.told(), slow.told())).isEmpty();
        assertThat(fast.told()).hasSameSizeAs(slow.told());
        assertThat(slow.rows()).isNotEmpty();
    }

    /** What stands in one of them, with a sign for which. */
    private static List<String> apart(List<String> fast, List<String> slow) {
        var apart = new ArrayList<String>();
        for (String one : fast) if (!slow.contains(one)) apart.add("by itself: " + one);
        for (String one : slow) if (!fast.contains(one)) apart.add("row by row: " + one);
        return apart.subList(0, Math.min(12, apart.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rows_ofCsv_areTheSame_whateverStandsInThem(long seed) throws Exception {
        same(log(seed, 1400, 40), mapping("day"), Marking.UNMARKED);
    }

    @Test
    void rows_ofParquet_asTexts_areTheSame() throws Exception {
        same(parquet(log(4, 1400, 40), ""), mapping("day"), new Marking("CUI"));
    }

    @Test
    void rows_ofParquet_inManyGroups_areTheSame_thoughTheyAreTakenInAnyOrder() throws Exception {
        same(parquet(log(8, 9000, 3), ""), mapping("day"), Marking.UNMARKED);
    }

    @Test
    void rows_ofParquet_withTypes_areTheSame() throws Exception {
        String types =
                "REPLACE (TRY_CAST(day AS DATE) AS day, TRY_CAST(flight_hours AS DOUBLE) AS flight_hours, TRY_CAST(delay AS INTEGER) AS delay)";
        same(parquet(log(5, 1400, 20), types), mapping("day"), Marking.UNMARKED);
    }

    @Test
    void dates_ofAnotherForm_areTheSame() throws Exception {
        Path log = log(6, 300, 0);
        Files.writeString(log, Files.readString(log).replaceAll("(\\d{4})-(\\d{2})-(\\d{2}),", "$3/$2/$1,"));
        same(log, mapping("{from: day, formats: [dd/MM/yyyy]}"), Marking.UNMARKED);
    }

    @Test
    void file_thatADatabaseReadsOtherwise_isLeftToUs() throws Exception {
        Path titled = Files.writeString(temp.resolve("titled.csv"), "Log of May\n" + Files.readString(log(7, 5, 0)));
        Path ragged =
                Files.writeString(temp.resolve("ragged.csv"), Files.readString(log(7, 5, 0)) + "W-99,2024-01-01\n");
        var shelf = new AnalysisShelf(temp.resolve("other"), 2);
        var plain = new PlainImport(READER, ragged, mapping("day"), Marking.UNMARKED, TODAY);

        assertThat(new PlainImport(READER, titled, mapping("day"), Marking.UNMARKED, TODAY).rows())
                .isEmpty();
        assertThat(shelf.load("log", plain.rows().orElseThrow(), plain)).isEmpty();
        assertThat(temp.resolve("other/analysis")).isEmptyDirectory();
    }
}
