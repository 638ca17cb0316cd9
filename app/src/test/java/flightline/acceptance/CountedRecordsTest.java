package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are taken in to be counted alone, and records written out and taken in again. */
final class CountedRecordsTest {
    private static final String HEAD = "record_id,date,registration,complaint,action,part,marking\n";
    private static final String MAPPING = """
            name: own
            fields: {id: record_id, date: date, aircraft: registration, complaint: complaint, action: action, part: part, marking: marking}
            """;
    private static final String LOG = HEAD
            + "R-1,2026-05-01,QQ-AAA,brake dragging,brake unit replaced,brake unit,\n"
            + "R-2,2026-05-02,QQ-AAB,brake dragging,brake unit replaced,brake unit,PROPRIETARY\n"
            + "R-3,2026-05-03,QQ-AAB,pump leaks,seal replaced,seal,\n";

    @TempDir
    private Path temp;

    private Terminal terminal;

    @BeforeEach
    void folder() throws IOException {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Files.writeString(temp.resolve("own.yaml"), MAPPING);
        Files.writeString(
                temp.resolve("cleared.json"),
                "{\"name\": \"cleared\", \"roles\": [\"technician\", \"librarian\"], \"clearances\": [\"PROPRIETARY\", \"CUI\"]}");
    }

    private Said imported(String file, String text, String... more) throws IOException {
        Path log = Files.writeString(temp.resolve(file), text);
        return taken(log, temp.resolve("own.yaml").toString(), more);
    }

    private Said taken(Path log, String mapping, String... more) {
        var words = new ArrayList<>(
                List.of("import-records", log.toString(), "--mapping", mapping, "--no-learning", "--quiet", "--json"));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(String[]::new));
    }

    private JsonNode asked(String... words) {
        return terminal.run(Stream.concat(Stream.of("fleet", "--json"), Stream.of(words))
                        .toArray(String[]::new))
                .json();
    }

    @Test
    void analysisOnly_isCounted_byWhoMaySee_andNotFound() throws IOException {
        Said first = imported("log.csv", LOG + "R-3,2026-05-04,QQ-AAB,same id,again,seal,\n", "--analysis-only");
        assertThat(first.code()).isEqualTo(5);
        assertThat(first.json().at("/files/0/taken").asInt()).isEqualTo(3);
        assertThat(first.json().at("/files/0/bad/0").asText())
                .isEqualTo("log.csv line 5, record_id 'R-3': the same id stands further up already");
        JsonNode seen = asked("how many records");
        assertThat(seen.path("sentence").asText()).startsWith("2 records");
        assertThat(seen.path("caveats").toString())
                .contains(
                        "2 records are held for analysis alone: counted here, not known to diagnose, search and show");
        String cleared = temp.resolve("cleared.json").toString();
        assertThat(asked("how many records", "--as", cleared).path("sentence").asText())
                .startsWith("3 records");
        assertThat(asked("how many brake units were replaced on QQ-AAB")
                        .path("outcome")
                        .asText())
                .isNotEqualTo("answered");
        assertThat(terminal.run("diagnose", "brake dragging", "--json").out()).doesNotContain("R-1");
        assertThat(terminal.run("fleet", "how many records", "--records").out())
                .contains("R-1", "brake dragging", "R-3");

        Said again = imported("log.csv", LOG + "R-3,2026-05-04,QQ-AAB,same id,again,seal,\n", "--analysis-only");
        assertThat(again.json().at("/files/0/taken").asInt()).isZero();
        assertThat(again.json().at("/files/0/unchanged").asInt()).isEqualTo(3);
    }

    @Test
    void recordThatComesAgain_countsOnce_andKeepsItsMarking() throws IOException {
        imported("log.csv", LOG, "--analysis-only");
        // Without its marking, and later: the new text counts, what it was marked with stays.
        imported(
                "later.csv",
                HEAD + "R-2,2026-06-02,QQ-AAB,brake hot,brake unit replaced,brake unit,\n",
                "--analysis-only");
        String cleared = temp.resolve("cleared.json").toString();
        assertThat(asked("how many records", "--as", cleared).path("sentence").asText())
                .startsWith("3 records");
        assertThat(asked("how many records").path("sentence").asText()).startsWith("2 records");
        assertThat(asked("how many records mention \"brake hot\"", "--as", cleared)
                        .path("sentence")
                        .asText())
                .startsWith("1 record");
        // In the index too: it counts as it stands there, and is not seen by more people than before.
        imported("index.csv", HEAD + "R-2,2026-06-03,QQ-AAB,brake smokes,brake unit replaced,brake unit,\n");
        assertThat(asked("how many records", "--as", cleared).path("sentence").asText())
                .startsWith("3 records");
        assertThat(terminal.run("diagnose", "brake smokes", "--json").out()).doesNotContain("R-2");
        assertThat(terminal.run("diagnose", "brake smokes", "--json", "--as", cleared)
                        .out())
                .contains("R-2");
        // A marking that comes with the file reaches the record in the index.
        imported("index.csv", HEAD + "R-9,2026-06-04,QQ-AAC,oil smell,oil changed,,\n");
        assertThat(terminal.run("diagnose", "oil smell", "--json").out()).contains("R-9");
        imported("marked.csv", HEAD + "R-9,2026-06-04,QQ-AAC,oil smell,oil changed,,CUI\n", "--analysis-only");
        assertThat(terminal.run("diagnose", "oil smell", "--json").out()).doesNotContain("R-9");
    }

    @Test
    void analysisOnly_isTakenAway_byTheNameOfItsFile() throws IOException {
        imported("log.csv", LOG, "--analysis-only");
        assertThat(terminal.run("import-records", "--analysis-only", "--remove", "other.csv")
                        .code())
                .isEqualTo(5);
        assertThat(terminal.run("import-records", "--analysis-only", "--remove", "log.csv")
                        .code())
                .isZero();
        assertThat(terminal.run("fleet", "how many records").code()).isEqualTo(4);
        assertThat(terminal.run("import-records", "--remove", "log.csv").code()).isEqualTo(2);
        assertThat(terminal.run("audit", "show", "--json").out()).contains("removed");
    }

    @Test
    void export_holdsWhatMayBeSeen_andComesBackUnchanged() throws IOException {
        String sample = Files.readString(Papers.LIBRARY.resolve("records/records.csv"));
        Path log = Files.writeString(
                temp.resolve("records.csv"),
                String.join("\n", sample.lines().limit(120).toList()));
        taken(log, "sample");
        imported(
                "marked.csv",
                HEAD + "R-2,2026-05-02,QQ-AAB,\"brake; \"\"dragging\"\"\",unit replaced,brake unit,PROPRIETARY\n");
        Path out = temp.resolve("out.parquet");
        assertThat(terminal.run("fleet", "--export", out.toString()).out()).startsWith("119 records written");
        String cleared = temp.resolve("cleared.json").toString();
        assertThat(terminal.run("fleet", "--export", out.toString(), "--as", cleared)
                        .out())
                .startsWith("120 records written");
        Said back = taken(out, "flightline");
        assertThat(back.json().at("/files/0/unchanged").asInt()).as(back.out()).isEqualTo(120);
        assertThat(back.json().at("/files/0/taken").asInt()).isZero();
        assertThat(back.json().at("/files/0/badRows").asInt()).isZero();
        assertThat(terminal.run("fleet", "--export", temp.resolve("out.csv").toString())
                        .code())
                .isEqualTo(2);
        assertThat(terminal.run(
                                "fleet",
                                "--export",
                                temp.resolve("none/out.parquet").toString())
                        .errorLines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("out.parquet cannot be written"));
    }
}
