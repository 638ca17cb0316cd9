package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer says of the places that it quotes: how they are marked, and under which columns a row stands. */
final class MarkedAnswerTest {
    private static final String QUESTION = "What is the torque of the winch drum bolt?";

    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());
    private String cleared = "";

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        Path limits = Files.writeString(temp.resolve("limits.md"), """
                # Winch limits

                | Winch part | Torque | Next check |
                |---|---|---|
                | Winch drum bolt | 12.5 N·m | 100 h |
                """);
        Path annex = Files.writeString(
                temp.resolve("annex.md"),
                "SECRET//NOFORN\n\n# Annex\n\nThe torque of the winch drum bolt is 14 N·m with the annex kit.\n");
        assertThat(terminal.run("ingest", limits.toString(), annex.toString()).code())
                .isZero();
        cleared = Files.writeString(
                        temp.resolve("cleared.json"),
                        "{\"name\": \"line 2\", \"nationality\": \"US\", \"clearances\": [\"SECRET\"], \"roles\": [\"technician\"]}")
                .toString();
    }

    @Test
    void answerFromMarkedDocuments_bearsTheStrictestMarking_aboveAndBelow_andAtEachPlace() {
        JsonNode json = terminal.run("ask", QUESTION, "--json", "--as", cleared).json();
        assertThat(json.path("marking").asText()).isEqualTo("SECRET//NOFORN");
        assertThat(json.path("citations").findValuesAsText("marking")).containsOnly("SECRET//NOFORN");

        Said said = terminal.run("ask", QUESTION, "--as", cleared);
        List<String> lines = said.out().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines.getFirst()).isEqualTo("SECRET//NOFORN");
        assertThat(lines.stream().filter("SECRET//NOFORN"::equals)).hasSize(2);
        assertThat(said.out()).contains("annex.md unrevised — SECRET//NOFORN");

        assertThat(terminal.run("search", "winch drum bolt", "--as", cleared).out())
                .contains("\nSECRET//NOFORN\n");
        assertThat(terminal.run("show", "c1", "--as", cleared).out()).contains("SECRET//NOFORN\n");
    }

    @Test
    void whoIsNotCleared_isNotToldThatThereIsAMarking() {
        assertThat(terminal.run("ask", QUESTION, "--json").out()).doesNotContain("marking");
        assertThat(terminal.run("ask", QUESTION).out()).doesNotContain("SECRET");
    }

    @Test
    void quotedRow_tellsItsColumns() {
        JsonNode json = terminal.run("ask", QUESTION, "--json").json();
        assertThat(json.path("citations").get(0).path("columns"))
                .extracting(JsonNode::asText)
                .containsExactly("Winch part", "Torque", "Next check");
        assertThat(terminal.run("ask", QUESTION).out()).contains("columns: Winch part | Torque | Next check");
        assertThat(terminal.run("search", "winch drum bolt").out()).contains("columns: Winch part | Torque");
        assertThat(terminal.run("show", "c1").out()).contains("columns: Winch part | Torque | Next check");
    }
}
