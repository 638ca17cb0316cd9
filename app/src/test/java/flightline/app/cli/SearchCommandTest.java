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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What narrows a search at the command line. */
final class SearchCommandTest {
    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        Path manual = Files.writeString(
                temp.resolve("manual.md"),
                "# Manual\n\n## 32-41 Brake\n\nThe brake is bled here.\n\n## 29-10 Pump\n\nThe brake of the pump is bled.\n");
        assertThat(terminal.run("ingest", manual.toString()).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ata=xx", "ata=", "kind=torque", "status=old", "colour=red", "ata"})
    void filterThatCannotHold_isWrongUsage(String filter) {
        Said said = terminal.run("search", "brake", "--filter", filter);

        assertThat(said.code()).as(said.err()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains("filter", "got '").doesNotContain("Exception");
    }

    @Test
    void lineOfABatch_hasItsOwnFilter() throws IOException {
        Path batch = Files.writeString(
                temp.resolve("batch.jsonl"),
                "{\"query\":\"brake bled\",\"filter\":{\"ata\":\"32-41\"}}\n"
                        + "{\"query\":\"brake bled\",\"filter\":{\"ata\":\"xx\"}}\n"
                        + "{\"query\":\"brake bled\",\"library\":\"elsewhere\"}\n"
                        + "{\"query\":\"brake bled\"}\n");
        Said said = terminal.run("search", "--batch", batch.toString(), "--filter", "ata=29", "--json");

        assertThat(said.code()).as(said.err()).isEqualTo(Exit.BAD_INPUT);
        List<JsonNode> lines = said.jsonLines();
        assertThat(lines.get(0).path("hits").findValuesAsText("text")).containsExactly("The brake is bled here.");
        assertThat(lines.get(1).path("message").asText())
                .startsWith("batch.jsonl line 2: the filter 'ata' must be a chapter");
        assertThat(lines.get(2).path("hits")).isEmpty();
        assertThat(lines.get(3).path("hits").findValuesAsText("text"))
                .containsExactly("The brake of the pump is bled.");
    }
}
