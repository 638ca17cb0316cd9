package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** An answer over records bears the strictest marking of those that it was reckoned from. */
final class MarkedFleetTest {
    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());
    private String cleared = "";

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Path log = Files.writeString(temp.resolve("log.csv"), """
                record_id,date,registration,complaint,action,part,marking
                R-1,2026-05-01,QQ-AAA,brake dragging,brake unit replaced,brake unit,
                R-2,2026-05-02,QQ-AAB,brake dragging,brake unit replaced,brake unit,PROPRIETARY
                R-3,2026-05-03,QQ-AAB,pump leaks,seal replaced,seal,
                """);
        Path mapping = Files.writeString(temp.resolve("own.yaml"), """
                name: own
                fields: {id: record_id, date: date, aircraft: registration, complaint: complaint, action: action, part: part, marking: marking}
                """);
        Said taken = terminal.run(
                "import-records", log.toString(), "--mapping", mapping.toString(), "--no-learning", "--quiet");
        assertThat(taken.code()).as(taken.err()).isZero();
        cleared = Files.writeString(
                        temp.resolve("cleared.json"),
                        "{\"name\": \"cleared\", \"roles\": [\"engineer\"], \"clearances\": [\"PROPRIETARY\"]}")
                .toString();
    }

    private JsonNode asked(String... words) {
        var all = new ArrayList<>(List.of("fleet", "--json", "--as", cleared));
        all.addAll(List.of(words));
        return terminal.run(all.toArray(String[]::new)).json();
    }

    @Test
    void answer_bearsTheStrictestMarking_ofTheAircraftThatItIsOf() {
        assertThat(asked("how many removals").path("marking").asText()).isEqualTo("PROPRIETARY");
        assertThat(asked("how many removals on QQ-AAB").path("marking").asText())
                .isEqualTo("PROPRIETARY");
        assertThat(asked("how many removals on QQ-AAA").has("marking")).isFalse();
        assertThat(asked("compare aircraft for removals").path("marking").asText())
                .isEqualTo("PROPRIETARY");
        assertThat(asked("how many removals of propeller").path("marking").asText())
                .isEqualTo("PROPRIETARY");
        assertThat(asked("--sql", "SELECT count(*) FROM records")
                        .path("marking")
                        .asText())
                .isEqualTo("PROPRIETARY");
    }

    @Test
    void page_andChart_bearIt_aboveAndBelow() throws IOException {
        Path chart = temp.resolve("removals.svg");
        Said said = terminal.run(
                "fleet", "which parts were removed most", "--plot", chart.toString(), "--records", "--as", cleared);
        List<String> lines = said.out().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines.getFirst()).isEqualTo("PROPRIETARY");
        assertThat(lines.getLast()).isEqualTo("PROPRIETARY");
        assertThat(Files.readString(chart)).containsPattern("(?s)>PROPRIETARY</text>.*>PROPRIETARY</text>");
        assertThat(asked("which parts were removed most")
                        .path("chart")
                        .path("svg")
                        .asText())
                .contains(">PROPRIETARY</text>");
    }

    @Test
    void writtenOut_isToldHowItIsMarked() {
        String officer =
                "{\"name\": \"officer\", \"roles\": [\"security-officer\"], \"clearances\": [\"PROPRIETARY\"]}";
        Path who = temp.resolve("officer.json");
        try {
            Files.writeString(who, officer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Said said =
                terminal.run("fleet", "--export", temp.resolve("out.parquet").toString(), "--as", who.toString());
        assertThat(said.out()).contains("3 records written to ", ", marked PROPRIETARY");
    }

    @Test
    void whoIsNotCleared_isNotToldThatThereIsAMarking() {
        for (String question : List.of("how many removals", "compare aircraft for removals", "list records"))
            assertThat(terminal.run("fleet", question, "--json").out()).doesNotContain("PROPRIETARY", "marking\"");
    }
}
