package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions of {@code questions.txt} over the sample log, each checked by a query written by hand over the log's own file. */
final class QuestionsTest {
    private static final String REMOVED =
            "(part_removed_pn<>'' or part<>'' and regexp_matches(lower(case when action='' then complaint else action end), '\\b(rpld|rplcd|repl|rpl|replaced|replacement|r&r|r/r|r/i|removed and (replaced|installed)|changed|swapped|renewed|exchanged)\\b'))";
    /** The code of the line, or the one that its text cites where it has none. */
    private static final String CODE =
            "case when ata<>'' then ata[1:5] else regexp_extract(upper(complaint||' '||action), '(?:AMM|MEL|FIM|IPC|SRM|TSM)\\s+(\\d\\d-\\d\\d)', 1) end";

    private static final String PLANNED =
            "(cond in ('scheduled','modification','time expired') or regexp_matches(regexp_replace(lower(complaint||' '||action),'\\bun-?scheduled\\b','','g'), '\\b([acd][- ]?(check|chk|ck) (due|input)|(line|weekly|daily|service) (check|chk|ck) due|scheduled|time[- ]expired|life[- ]limit(ed)?|hard[- ]time)\\b'))";

    private static @Nullable RecordTable table;
    private static @Nullable Connection byHand;

    record Case(String question, String form, List<String> columns, String sql) {
        @Override
        public String toString() {
            return question;
        }
    }

    @BeforeAll
    static void open() throws IOException, SQLException {
        table = Fleets.table(Fleets.sample());
        byHand = DriverManager.getConnection("jdbc:duckdb:");
        Path log = Fleets.root().resolve("library/records/records.csv");
        try (Statement statement = byHand.createStatement()) {
            statement.execute("create table raw as select * from read_csv('" + log
                    + "', all_varchar=true, nullstr='\\N', header=true)");
            statement.execute(
                    "create view v as select record_id id, date::date as day, registration tail, upper(model) as model, station, try_cast(flight_hours as double) as hours, "
                            + CODE + " as ata, (" + CODE
                            + ")[1:2] as ch, complaint, action, part_removed_pn, lower(trim(part_removed_name)) part, lower(trim(part_condition)) cond, deferred, coalesce(closed_date,'') closed_date from raw");
            statement.execute("create view l as select *, " + REMOVED + " removed, " + PLANNED + " planned from v");
            statement.execute("create view d as select * from l where not planned");
            statement.execute("create view r as select * from l where removed");
            statement.execute("create view u as select * from l where removed and not planned");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        if (table != null) table.close();
        if (byHand != null) byHand.close();
    }

    static Stream<Case> cases() throws IOException {
        try (var in = Objects.requireNonNull(QuestionsTest.class.getResourceAsStream("questions.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .filter(block -> block.startsWith("? "))
                    .map(block -> {
                        String[] lines = block.strip().split("\n", 3);
                        String[] head = lines[1].split(" ");
                        return new Case(
                                lines[0].substring(2), head[0], List.of(head).subList(1, head.length), lines[2]);
                    });
        }
    }

    @Test
    void questions_areSixtyAtLeast() throws IOException {
        assertThat(cases().map(Case::question).distinct().count()).isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void question_givesWhatAQueryByHandGives(Case one) throws SQLException {
        Finding found = Fleets.found(Objects.requireNonNull(table), one.question());
        assertThat(found.form()).isEqualTo(one.form());
        List<List<String>> expected = byHand(one.sql());
        if (one.columns().equals(List.of("#"))) {
            assertThat(List.of(List.of(found.figures().getFirst().shown()))).isEqualTo(expected);
            return;
        }
        assertThat(rows(found, one.columns())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sentence_hasNoNumberThatIsNotAFigure(Case one) {
        Finding found = Fleets.found(Objects.requireNonNull(table), one.question());
        var allowed = new ArrayList<String>();
        for (Figure figure : found.figures()) {
            allowed.add(figure.shown());
            figure.interval().ifPresent(i -> {
                allowed.add(Figure.shown(i.low()));
                allowed.add(Figure.shown(i.high()));
            });
            if (figure.row() >= 0)
                assertThat(found.table().number(figure.row(), figure.column()))
                        .as("%s stands in its cell", figure.name())
                        .isEqualTo(figure.value());
        }
        // What is quoted from the question or names something: days, codes, registrations, part numbers, the units.
        String said = found.sentence()
                .replaceAll("\\d{4}-\\d{2}-\\d{2}|\\d{4}-Q\\d|\\d{4}-\\d{2}", " ")
                .replaceAll(
                        "per 1000 FH|per 100 (?:records|removals)|95 % interval|month of 30.4375 days|ATA [\\d, -]+",
                        " ")
                .replaceAll("[A-Z]+[\\w/]*-[\\w-]*|\\d{2}-\\d{2}|\\b\\d{2} (?=[A-Z])", " ");
        if (found.form().equals("season")) said = said.replaceAll("are in \\d\\d,|fewest in \\d\\d,", " ");
        var numbers = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?").matcher(said);
        while (numbers.find()) assertThat(allowed).as(found.sentence()).contains(numbers.group());
    }

    // What is read from tables that were worked out beforehand is shown as SQL over the records; a person who runs it
    // must
    // get the same.
    @ParameterizedTest
    @MethodSource("cases")
    void sqlThatIsShown_passesTheGuard_andGivesTheTable(Case one) {
        try (var seen = Objects.requireNonNull(table).seenBy(marking -> true)) {
            Finding found = Fleets.found(table, one.question());
            OwnSql.Outcome outcome = OwnSql.run(found.sql().whole(), seen);
            assertThat(outcome).isInstanceOf(OwnSql.Outcome.Ran.class);
            Grid ran = ((OwnSql.Outcome.Ran) outcome).table();
            var both = new ArrayList<>(found.table().columns());
            both.retainAll(ran.columns());
            assertThat(both).isNotEmpty();
            List<List<String>> told = shown(found.table(), both);
            List<List<String>> given = shown(ran, both);
            switch (found.form()) {
                // Only what recurs or rises is told, in the order of what stands out.
                case "recurring", "emerging" -> assertThat(given).containsAll(told);
                // Months of which nothing is held are told with none.
                case "trend" ->
                    assertThat(told.stream()
                                    .filter(row -> !row.getLast().equals("0"))
                                    .toList())
                            .isEqualTo(given);
                // The months are put together to seasons or months of the year.
                case "season" -> assertThat(sum(found.table())).isEqualTo(sum(ran));
                default -> assertThat(told).isEqualTo(given);
            }
        }
    }

    private static long sum(Grid grid) {
        return Stream.iterate(0, i -> i + 1)
                .limit(grid.rows().size())
                .mapToLong(i -> grid.whole(i, "records"))
                .sum();
    }

    private static List<List<String>> shown(Grid grid, List<String> columns) {
        return Stream.iterate(0, i -> i + 1)
                .limit(grid.rows().size())
                .map(i -> columns.stream()
                        .map(column -> shown(grid.cell(i, column)))
                        .toList())
                .toList();
    }

    private static List<List<String>> rows(Finding found, List<String> columns) {
        Stream<List<String>> rows = Stream.iterate(0, i -> i + 1)
                .limit(found.table().rows().size())
                .map(i -> columns.stream()
                        .map(column -> shown(found.table().cell(i, column.replace(":sorted", ""))))
                        .toList());
        if (columns.getFirst().endsWith(":sorted"))
            rows = rows.sorted((a, b) -> String.join("|", a).compareTo(String.join("|", b)));
        return rows.toList();
    }

    private static List<List<String>> byHand(String sql) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (Statement statement = Objects.requireNonNull(byHand).createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) row.add(shown(found.getObject(i)));
                rows.add(row);
            }
        }
        return rows;
    }

    private static String shown(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Number number -> Figure.shown(Math.round(number.doubleValue() * 1e4) / 1e4);
            default -> cell.toString();
        };
    }
}
