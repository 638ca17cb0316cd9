package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.model.HashingEmbedder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed wrongly gets a line that says what is right, and exit code 2. */
final class BadRequestsTest {
    @TempDir
    private Path temp;

    private Papers papers;
    private Terminal terminal;

    @BeforeEach
    void folder() throws IOException {
        papers = new Papers(Files.createDirectory(temp.resolve("in")));
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder()).begun();
    }

    @Test
    void noVerb_printsHelp() {
        Said said = terminal.bare();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Verbs:", "ingest", "diagnose");
    }

    @Test
    void listOfVerbs_saysOneWholeSentenceOfEach() {
        String verbs = terminal.bare().out().replaceFirst("(?s).*Verbs:\n", "").replaceFirst("(?s)\n\n.*", "");
        for (String verb : verbs.split("\n(?= {2}\\S)")) assertThat(verb).endsWith(".");
    }

    @Test
    void unknownVerb() {
        Said said = terminal.bare("digest", "x");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines().getFirst()).startsWith("flightline: ").contains("digest");
        assertThat(said.errorLines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void unknownVerb_isToldAsSuch_withTheOneThatLooksLikeIt() {
        assertThat(terminal.bare("diagnoze", "x").errorLines())
                .containsExactly(
                        "flightline: there is no verb 'diagnoze'; did you mean diagnose?", "See: flightline --help");
        assertThat(terminal.bare("generate", "poem").errorLines())
                .containsExactly("flightline: there is no verb 'generate poem'", "See: flightline generate --help");
        assertThat(terminal.bare("generate", "training").errorLines())
                .last()
                .isEqualTo("See: flightline generate training --help");
    }

    @Test
    void folderThatIsNotThere_isNamed_whereverSomethingIsWritten() {
        Path folder = temp.resolve("absent");
        String file = folder.resolve("x.pdf").toString();
        assertThat(terminal.run("ingest", papers.sound().toString()).code()).isZero();

        for (Said said : List.of(
                terminal.run("backup", file),
                terminal.run("draft", "handover", "--out", file),
                terminal.run("audit", "export", "--out", file))) {
            assertThat(said.code()).as(said.err()).isEqualTo(5);
            assertThat(said.errorLines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("there is no folder " + folder)
                            .doesNotContain("Exception", "a fault of ours"));
        }
        Path cases = papers.text("cases.jsonl", "{\"id\": \"1\", \"text\": \"torque\", \"expected\": \"allow\"}\n");
        assertUsage(
                terminal.run("eval", "policy", "--cases", cases.toString(), "--details", file),
                "--details",
                "there is no folder " + folder);
    }

    @Test
    void casesThatCannotBeMeasuredBy_areNotCounted_andThatIsSaid() {
        Path cases = papers.text("cases.jsonl", """
                {"id": "1", "text": "torque of the wheel nut", "expected": "allow"}
                {"id": "2", "text": "torque of the wheel nut", "expected": "perhaps"}
                {"id": "3", "expected": "allow"}
                """);
        Said said = terminal.run("eval", "policy", "--cases", cases.toString(), "--json", "--quiet");

        assertThat(said.json().path("cases").asInt()).isEqualTo(1);
        assertThat(said.errorLines())
                .containsExactly("flightline: 2 cases are not counted; policy measures by 'text' and 'expected'");
    }

    @Test
    void revisionThatIsNotHeld_ofADocumentThatIs() {
        assertThat(terminal.run("ingest", papers.sound().toString()).code()).isZero();
        String held = terminal.run("library", "--json")
                .json()
                .path("documents")
                .path(0)
                .path("document")
                .asText();

        assertUsage(terminal.run("show", held + "@99"), "no revision '99' is held", "in force is '");
        assertUsage(terminal.run("show", "absent@99"), "no document of that name");
    }

    @Test
    void noModel_isSaid_andARefusalIsADocument() throws IOException {
        assertThat(terminal.run("model", "verify").out()).startsWith("No model is held");
        Path technician = papers.text("who.json", "{\"name\": \"t\", \"roles\": [\"technician\"]}");
        Said said = terminal.run("model", "rollback", "--json", "--as", technician.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.json().path("outcome").asText()).isEqualTo("refused");
    }

    @Test
    void unknownOption() {
        Said said = terminal.run("search", "pump", "--speed", "9");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines().getFirst()).contains("--speed");
        assertThat(said.errorLines().getLast()).isEqualTo("See: flightline search --help");
    }

    @Test
    void impossibleDay() {
        assertUsage(terminal.run("diagnose", "pump leaks", "--on", "2025-02-30"), "2025-02-30");
    }

    @Test
    void batch_badLinesAreAnsweredAndTheRestGoesOn() {
        assertThat(terminal.run("ingest", papers.sound().toString()).code()).isZero();
        Path batch = papers.text("batch.jsonl", """
                {"id": "a", "query": "brake pin"}
                {"id": "b", "query": 7}
                {"id": "c"}
                [1, 2]
                {"id": "e", "query": "brake
                {"id": "f", "query": "brake", "on": "2025-02-30"}
                {"id": "g", "query": "brake", "top": 0}
                {"id": "h", "query": "brake pin"}
                """);
        Said said = terminal.run("search", "--batch", batch.toString(), "--json", "--quiet");
        assertThat(said.code()).isEqualTo(5);
        List<JsonNode> answers = said.jsonLines();
        assertThat(answers).hasSize(8);
        assertThat(answers.getFirst().path("hits")).isNotEmpty();
        assertThat(answers.getLast().path("id").asText()).isEqualTo("h");
        assertThat(answers.getLast().path("hits")).isNotEmpty();
        assertThat(answers.subList(1, 7)).allSatisfy(answer -> {
            assertThat(answer.path("outcome").asText()).isEqualTo("bad-request");
            assertThat(answer.path("message").asText()).matches("batch.jsonl line [2-7]: [^\\n]+");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose", "ask", "search"})
    void batch_absentOrNotText_isUsage(String verb) {
        assertUsage(
                terminal.run(verb, "--batch", temp.resolve("none.jsonl").toString()), "none.jsonl", "does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnose", "ask", "search"})
    void batch_lineThatIsNotUtf8_spoilsNoOther(String verb) throws IOException {
        var lines = new ByteArrayOutputStream();
        lines.writeBytes("\uFEFF{\"id\": \"a\", \"text\": \"brake pin\"}\n".getBytes(StandardCharsets.UTF_8));
        lines.writeBytes("{\"id\": \"b\", \"text\": \"Öl\"}\r\n".getBytes(StandardCharsets.ISO_8859_1));
        lines.writeBytes("{\"id\": \"c\", \"text\": \"brake pin\"}".getBytes(StandardCharsets.UTF_8));
        Path batch = papers.bytes("latin.jsonl", lines.toByteArray());
        Said said = terminal.run(verb, "--batch", batch.toString(), "--json", "--quiet");

        assertThat(said.code()).isEqualTo(5);
        List<JsonNode> answers = said.jsonLines();
        assertThat(answers).extracting(answer -> answer.path("id").asText()).containsExactly("a", "2", "c");
        assertThat(answers.get(1).path("message").asText()).isEqualTo("latin.jsonl line 2: not UTF-8");
    }

    @Test
    void batch_faultsAreToldInWords_withoutNamesOfClasses() {
        Path batch = papers.text("batch.jsonl", """
                {"id": {"x": 1}, "query": "brake"}
                {"id": "b", "query": "brake
                {"id": "c", "query": "brake"} {"id": "d"}
                {"id": "e", "query": brake}
                {"id": "f", query: "brake"}
                """ + "[".repeat(2000) + "\n");
        Said said = terminal.run("search", "--batch", batch.toString(), "--json", "--quiet");

        assertThat(said.jsonLines())
                .extracting(answer -> answer.path("message").asText())
                .containsExactly(
                        "batch.jsonl line 1: 'id' must be a string, got OBJECT",
                        "batch.jsonl line 2: not JSON: it ends in the middle, near column 28",
                        "batch.jsonl line 3: not JSON: something follows behind its end, near column 31",
                        "batch.jsonl line 4: not JSON: 'brake' cannot stand, near column 27",
                        "batch.jsonl line 5: not JSON: 'q' cannot stand, near column 13",
                        "batch.jsonl line 6: not JSON: it is nested too deep");
    }

    @Test
    void askerThatCannotBeRead() {
        assertUsage(
                terminal.run("search", "pump", "--as", temp.resolve("none.json").toString()),
                "none.json",
                "does not exist");
        Path broken = papers.text("broken.json", "{\"name\": ");
        assertUsage(terminal.run("search", "pump", "--as", broken.toString()), "broken.json", "line 1");
        Path wrong = papers.text("wrong.json", "{\"name\": \"A\", \"roles\": [\"king\"]}");
        assertUsage(terminal.run("search", "pump", "--as", wrong.toString()), "wrong.json", "'king'", "technician");
        Path empty = papers.text("empty.json", "");
        assertUsage(terminal.run("search", "pump", "--as", empty.toString()), "empty.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "A", "roles": []} {"name": "B"}            | something follows behind its end
            {"name": "A", "roles": [], "roles": ["librarian"]}  | the field 'roles' is given twice
            {"name": "A\\nA-000001 forged"}                     | 'name' must have at most 200 characters
            ``                                                  | is empty
            """)
    void askerInDoubt_isNobody(String content, String words) {
        Path who = papers.text("who.json", content);
        assertUsage(terminal.run("search", "pump", "--as", who.toString()), "who.json", words);
    }

    @Test
    void askerBehindAByteOrderMark_isRead() {
        Path who = papers.text("who.json", "\uFEFF{\"name\": \"A\", \"roles\": []}");
        assertThat(terminal.run("search", "pump", "--as", who.toString()).code())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- data", "nothing", "data: a\ndata: b\n"})
    void configurationInDoubt_isNone(String content) {
        Path config = papers.text("flightline.yaml", content);
        assertUsage(terminal.run("library", "--config", config.toString()), "flightline.yaml");
    }

    @Test
    void dataFolderThatIsAFile() {
        Path file = papers.sound();
        Said said = new Terminal(file, new HashingEmbedder()).run("library");
        assertUsage(said, file.toString(), "is a file");
    }

    @Test
    void dataFolderOfANewerVersion() throws IOException {
        assertThat(terminal.run("ingest", papers.sound().toString()).code()).isZero();
        Files.writeString(terminal.data().resolve("flightline-data.json"), "{\"format\": 99}");
        for (String verb : List.of("library", "check")) assertUsage(terminal.run(verb), "format 99", "knows up to 1");
        assertUsage(
                terminal.run("ingest", papers.sound().toString()),
                terminal.data().toString(),
                "newer Flightline");
    }

    @Test
    void dataFolderWithHalfAStamp_isRefusedInWords() throws IOException {
        Files.createDirectories(terminal.data());
        Files.writeString(terminal.data().resolve("flightline-data.json"), "{\"for");
        assertUsage(terminal.run("library"), terminal.data().toString());
    }

    @Test
    void citationThatIsNot() {
        Said said = terminal.run("show", "c1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
    }

    private static void assertUsage(Said said, String... words) {
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.errorLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("flightline: ")
                        .contains(words)
                        .doesNotContain("Exception"));
    }
}
