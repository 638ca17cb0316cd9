package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that are wrong, short or odd, taken in and asked of: each has one clear outcome. */
final class BadFleetRecordsTest {
    private static final String HEAD = "wo,closed,tail,msn,type,text,hours,part\n";

    @TempDir
    private Path temp;

    private Terminal terminal;

    @BeforeEach
    void folder() throws IOException {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Files.writeString(temp.resolve("map.yaml"), """
                name: line-log
                fields: {id: wo, date: closed, aircraft: tail, serial: msn, model: type, narrative: text, part: part, ata: {constant: 32-42}}
                keep: [hours]
                """);
    }

    private Said imported(String rows, String... more) throws IOException {
        Path log = Files.writeString(temp.resolve("log.csv"), HEAD + rows);
        var words = new ArrayList<>(List.of(
                "import-records",
                log.toString(),
                "--mapping",
                temp.resolve("map.yaml").toString(),
                "--no-learning",
                "--quiet",
                "--json"));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(String[]::new));
    }

    private String asked(String question) {
        Said said = terminal.run("fleet", question, "--json");
        assertThat(said.code()).as(question).isIn(0, 4);
        assertThat(said.err()).doesNotContain("Exception");
        var json = said.json();
        return json.path("sentence").asText() + json.path("why").asText() + " " + json.path("caveats");
    }

    private static String row(String id, String day, String tail, String hours) {
        return id + "," + day + "," + tail + ",1012,LT-46-200,brake dragging; replaced brake unit," + hours
                + ",brake unit\n";
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void impossibleDates_areNamed_andTheRestCounts(boolean counted) throws IOException {
        Said said = imported(
                row("1", "2025-02-30", "QQ-KAA", "")
                        + row("2", "1899-01-01", "QQ-KAA", "")
                        + row("3", "2031-01-01", "QQ-KAA", "")
                        + row("4", "2025-03-01", "QQ-KAA", ""),
                counted ? new String[] {"--analysis-only"} : new String[0]);
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.json().at("/files/0/bad").toString())
                .contains(
                        "log.csv line 2, closed '2025-02-30': there is no such day in the calendar",
                        "line 3, closed '1899-01-01': the year 1899 is before 1903",
                        "line 4, closed '2031-01-01': lies after today, 2026-07-01");
        assertThat(asked("how many records")).startsWith("1 record.");
    }

    @Test
    void hoursThatRunBackwards_andUnitsMixed_areToldAndRead() throws IOException {
        imported(row("1", "2025-01-01", "QQ-KAA", "1000")
                + row("2", "2025-02-01", "QQ-KAA", "1100:30")
                + row("3", "2025-03-01", "QQ-KAA", "\"1,200.5 h\"")
                + row("4", "2025-04-01", "QQ-KAA", "300 FH")
                + row("5", "2025-05-01", "QQ-KAA", "lots"));
        assertThat(asked("removal rate by aircraft")).contains("1 reading runs backwards or too fast");
        assertThat(terminal.run("fleet", "--sql", "SELECT id, hours FROM records ORDER BY id", "--json")
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"1\",1000.0],[\"2\",1100.5],[\"3\",1200.5],[\"4\",300.0],[\"5\",null]]");
    }

    @Test
    void duplicates_areRefusedById_andToldByContent() throws IOException {
        Said said = imported(row("1", "2025-01-01", "QQ-KAA", "")
                + row("1", "2025-01-02", "QQ-KAA", "")
                + row("2", "2025-01-01", "QQ-KAA", ""));
        assertThat(said.json().at("/files/0/bad/0").asText())
                .contains("line 3, wo '1': the same id stands on line 2 already");
        assertThat(asked("how many defects"))
                .startsWith("2 defects")
                .contains("1 record has the same aircraft, day and complaint as another");
    }

    @Test
    void tailThatChangesItsRegistration_isTold() throws IOException {
        imported(row("1", "2025-01-01", "QQ-KAA", "") + row("2", "2025-06-01", "QQ-KAZ", ""));
        assertThat(asked("compare aircraft for brake removals"))
                .contains(
                        "one airframe stands under several registrations, each counted by itself: LT-46-200 serial 1012 under QQ-KAA and QQ-KAZ");
        assertThat(asked("how many defects in 2025")).doesNotContain("registrations");
    }

    @Test
    void nothingFlown_oneRecord_noRecords_haveTheirAnswers() throws IOException {
        Said nowhere = terminal.run("fleet", "top parts removed", "--json");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("does not exist", "nothing was made there");
        imported(row("0", "2025-02-30", "QQ-KAA", "0")); // no such day: a folder of ours with nothing in it
        assertThat(asked("top parts removed")).startsWith("no records are held");
        imported(row("1", "2025-01-01", "QQ-KAA", "0"));
        assertThat(asked("removal rate by aircraft")).contains("hours flown are not known", "too few to compare");
        assertThat(asked("compare aircraft")).startsWith("there is only one aircraft");
        assertThat(asked("recurring defects")).startsWith("no system of an aircraft was written up 3 times");
        imported(row("2", "2025-02-01", "QQ-KAA", "0"));
        assertThat(asked("removal rate by aircraft")).contains("hours flown are not known");
    }

    @Test
    void questionThatNoDataAnswers_isToldSo() throws IOException {
        imported(row("1", "2025-01-01", "QQ-KAA", ""));
        assertThat(terminal.run("fleet", "delays by system").code()).isEqualTo(4);
        assertThat(asked("delays by system")).contains("no record carries minutes of delay");
        assertThat(asked("defects by station")).contains("the 1 defect that is held names no station");
        assertThat(asked("how many flux capacitors")).contains("not understood: flux, capacitors");
    }

    @Test
    void mappingThatFitsHalfTheRows_isDoubted() throws IOException {
        var rows = new StringBuilder();
        for (int i = 0; i < 12; i++) rows.append(row("W" + i, i % 2 == 0 ? "2025-01-01" : "01.02.2025", "QQ-KAA", ""));
        Said said = imported(rows.toString());
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.json().at("/files/0/taken").asInt()).isEqualTo(6);
        assertThat(said.json().at("/files/0/notes/0").asText())
                .isEqualTo(
                        "6 of 12 rows were not read; does the mapping fit this file? (import-records --guess proposes one)");
    }
}
