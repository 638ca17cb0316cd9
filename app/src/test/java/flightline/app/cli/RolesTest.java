package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a role lets somebody do at the command line. */
final class RolesTest {
    @TempDir
    private Path temp;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());

    @BeforeEach
    void open() {
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
        // A folder of ours, for some verbs want one before anything else.
        terminal.run("audit", "verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest .",
                "import-records x.csv --mapping sdr",
                "library remove X",
                "library export out",
                "audit show",
                "audit retire --keep P1Y",
                "policy replay",
                "policy install .",
                "policy rollback",
                "model learn",
                "eval policy --cases cases.jsonl"
            })
    void technician_mayNot_andIsToldWhoMay(String words) throws IOException {
        Path cases = Files.writeString(
                temp.resolve("cases.jsonl"), "{\"id\":\"1\",\"text\":\"x\",\"expected\":\"allow\"}\n");
        String[] verb =
                (words.replace("cases.jsonl", cases.toString()) + " --as " + who("[\"technician\"]")).split(" ");
        Said said = terminal.run(verb);
        assertThat(said.code()).as(said.err()).isEqualTo(Exit.REFUSED);
        assertThat(said.errorLines())
                .singleElement()
                .asString()
                .startsWith("flightline: refused: 'line 3' is technician; '")
                .contains("administrator");
        assertThat(terminal.run("audit", "show", "--kind", "access").out()).contains("line 3", "refused");
    }

    @Test
    void refusalAsJson_isOneDocument() throws IOException {
        Said said = terminal.run("audit", "show", "--json", "--as", who("[\"technician\"]"));
        assertThat(said.json().path("outcome").asText()).isEqualTo("refused");
        assertThat(said.json().path("why").asText()).contains("security-officer");
    }

    @Test
    void whoHasNoRole_mayNotAsk_whoNamesNone_isATechnician() throws IOException {
        Said none = terminal.run("search", "left brake hot", "--as", who("[]"));
        assertThat(none.code()).isEqualTo(Exit.REFUSED);
        assertThat(none.err()).contains("'line 3' has no role; 'search' is for technician, engineer");
        Path silent = Files.writeString(temp.resolve("silent.json"), "{\"name\":\"line 3\"}");
        assertThat(terminal.run("search", "left brake hot", "--as", silent.toString())
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "line 3", "clearences": ["CUI"]}             | a principal has no 'clearences'; it may hold [name, organisation, roles, clearances
            {"name": "line 3", "organisation": {"nation": "US"}}  | a principal has no 'organisation.nation'; its organisation may hold [name, kind, country]
            """)
    void memberThatNobodyKnows_isRefused_withThoseThatThereAre(String who, String words) throws IOException {
        Path file = Files.writeString(temp.resolve("who.json"), who);
        Said said = terminal.run("search", "brake", "--as", file.toString());
        assertThat(said.code()).isEqualTo(Exit.USAGE);
        assertThat(said.errorLines()).singleElement().asString().contains(file + ": " + words);
        Path batch = Files.writeString(temp.resolve("batch.jsonl"), "{\"query\":\"brake\",\"as\":" + who + "}\n");
        assertThat(terminal.run("search", "--batch", batch.toString()).out()).contains(words);
    }

    @Test
    void lineOfABatch_isForItsOwnAsker() throws IOException {
        Path batch = Files.writeString(
                temp.resolve("batch.jsonl"),
                "{\"query\":\"brake\",\"as\":{\"name\":\"x\",\"roles\":[]}}\n{\"query\":\"brake\"}\n");
        Said said = terminal.run("search", "--batch", batch.toString(), "--json");
        assertThat(said.jsonLines().getFirst().path("outcome").asText()).isEqualTo("refused");
        assertThat(said.jsonLines().getLast().path("outcome").asText()).isNotEqualTo("refused");
    }

    private String who(String roles) throws IOException {
        return Files.writeString(temp.resolve("who.json"), "{\"name\":\"line 3\",\"roles\":" + roles + "}")
                .toString();
    }
}
