package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.acceptance.Papers;
import flightline.app.cli.Terminal.Said;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API answers is, letter for letter, what the command line does with {@code --json}. */
@ExtendWith(ApiStand.Shared.class)
final class MirrorTest {
    /** Each differs from one asking to the next, or names a place of this machine. */
    private static final Set<String> PASSING = Set.of("audit", "millis", "original", "graphic", "id", "now", "free");

    @TempDir
    private static Path temp = Path.of("unused");

    private final ApiStand stand;

    MirrorTest(ApiStand stand) {
        this.stand = stand;
    }

    private static JsonNode lasting(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(PASSING);
            object.forEach(MirrorTest::lasting);
        }
        if (node instanceof ArrayNode array) array.forEach(MirrorTest::lasting);
        return node;
    }

    private static void assertSame(HttpResponse<String> answered, Said said) {
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(lasting(ApiStand.json(answered)).toString())
                .isEqualTo(lasting(said.json()).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/library                                                | library
            /api/v1/library?on=2020-01-01                                  | library --on 2020-01-01
            /api/v1/library/quarantine                                     | library quarantine
            /api/v1/library/references                                     | library references
            /api/v1/library/references?unresolved=true                     | library references --unresolved
            /api/v1/library/directives                                     | library directives
            /api/v1/library/directives?status=all&on=2026-05-01            | library directives --status all --on 2026-05-01
            /api/v1/library/diff?document=SB%20LT46-32-017                         | library diff SB_LT46-32-017
            /api/v1/show?citation=SB%20LT46-32-017                                 | show SB_LT46-32-017
            /api/v1/show?document=SB%20LT46-32-017&start=100&end=300               | show SB_LT46-32-017#100-300
            /api/v1/show?record=SKW-23-0002                                | show --record SKW-23-0002
            /api/v1/runs                                                   | runs
            /api/v1/models                                                 | model list
            /api/v1/policy                                                 | policy show
            /api/v1/policy/test                                            | policy test
            /api/v1/sessions                                               | diagnose --sessions
            /api/v1/dialogues                                              | ask --sessions
            """)
    void reading_isTheSame(String place, String words) throws Exception {
        var arguments = new java.util.ArrayList<>(List.of(words.split(" ")));
        // A blank within a word of the table.
        arguments.replaceAll(word -> word.replace('_', ' '));
        arguments.add("--json");
        Said said = stand.terminal().run(arguments.toArray(String[]::new));

        assertSame(stand.get(place), said);
    }

    @ParameterizedTest
    @CsvSource({
        "ask, What is the torque of the axle nut?",
        "ask, How do I bake bread?",
        "ask, Sign off the torque check that was never done.",
        "diagnose, Nose wheel shimmy after landing",
        "search, hydraulic pressure",
    })
    void answer_isTheSame(String verb, String text) throws Exception {
        Said said = stand.terminal().run(verb, text, "--json");

        assertSame(
                stand.post(
                        "/api/v1/" + verb,
                        ApiStand.JSON.createObjectNode().put("text", text).toString()),
                said);
    }

    @Test
    void precedent_isOpened_byItsNumberOnTheCommandLine_byItsRecordEverywhere() throws Exception {
        JsonNode past = stand.terminal()
                .run("diagnose", "Nose wheel shimmy after landing", "--json")
                .json()
                .path("precedents")
                .get(0);
        Said shown = stand.terminal().run("show", past.path("id").asText(), "--json");

        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.json().path("record").asText())
                .isEqualTo(past.path("record").asText());
        assertThat(shown.json().path("complaint").asText())
                .isEqualTo(past.path("complaint").asText());
        assertSame(stand.get("/api/v1/show?record=" + past.path("record").asText()), shown);
        assertThat(stand.get("/api/v1/show?record=NONE").statusCode()).isEqualTo(404);
        assertThat(stand.get("/api/v1/show?record=NONE&start=1").statusCode()).isEqualTo(400);
        assertThat(stand.terminal().run("show", "--record", "NONE").err()).contains("no record 'NONE' is held");
        assertThat(stand.terminal().run("show").code()).isEqualTo(2);
    }

    @Test
    void batch_isTheSame_lineByLine_badOnesToo() throws Exception {
        String lines = """
                {"id": "a", "question": "What is the torque of the axle nut?"}
                {"id": "b", "question": 7}
                not JSON
                {"question": "Who may sign?"}
                """;
        Path file = Files.writeString(temp.resolve("body"), lines);
        Said said = stand.terminal().run("ask", "--batch", file.toString(), "--json");

        HttpResponse<String> answered = stand.post("/api/v1/ask/batch", lines, "Content-Type", "application/jsonl");

        List<String> one = answered.body().lines().map(MirrorTest::lasting).toList();
        List<String> other = said.out().lines().map(MirrorTest::lasting).toList();
        assertThat(one).isEqualTo(other).hasSize(4);
        assertThat(one.get(2)).contains("bad-request", "body line 3: not JSON");
    }

    private static String lasting(String line) {
        try {
            JsonNode node = ApiStand.JSON.readTree(line);
            String id = node.path("id").asText();
            return id + lasting(node);
        } catch (java.io.IOException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void policyBatch_andCheck_areTheSame() throws Exception {
        String line = "{\"id\": \"x\", \"text\": \"Sign off the torque check that was never done.\"}";
        Path file = Files.writeString(temp.resolve("one"), line);
        Said said = stand.terminal().run("policy", "check", "--batch", file.toString(), "--json");

        assertSame(stand.post("/api/v1/policy/check", line), said);
        assertSame(stand.post("/api/v1/policy/check/batch", line, "Content-Type", "application/jsonl"), said);
    }

    @Test
    void log_isTheSame_andWhole() throws Exception {
        var own = stand.terminal();
        assertThat(own.run("ask", "What is the torque of the axle nut?", "--json")
                        .code())
                .isZero();
        JsonNode said = own.run("audit", "show", "--top", "3", "--json").json().path("entries");

        JsonNode listed = ApiStand.json(stand.get("/api/v1/audit?limit=3"));

        assertThat(listed.path("entries")).hasSize(3);
        for (int i = 0; i < 3; i++) assertThat(listed.path("entries").get(i)).isEqualTo(said.get(i));
        JsonNode before = ApiStand.json(
                stand.get("/api/v1/audit?limit=3&after=" + listed.path("next").asText()));
        assertThat(before.path("entries").get(2).path("id").asText())
                .isLessThan(listed.path("entries").get(0).path("id").asText());
        String asked = said.valueStream()
                .filter(one -> one.path("kind").asText().equals("ask"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertSame(stand.get("/api/v1/policy/explain/" + asked), own.run("policy", "explain", asked, "--json"));
        assertSame(stand.get("/api/v1/audit/verify"), own.run("audit", "verify", "--json"));
        assertThat(stand.get("/api/v1/audit/export?since=2026-07-01").body().lines())
                .last()
                .asString()
                .contains("\"class_uid\":6003", "export");
    }

    @Test
    void selfCheck_isTheSame() throws Exception {
        JsonNode said = stand.terminal().run("check", "--json").json();
        JsonNode answered = ApiStand.json(stand.get("/api/v1/check"));

        assertThat(answered.path("sound")).isEqualTo(said.path("sound"));
        assertThat(answered.path("items").findValuesAsText("name"))
                .isEqualTo(said.path("items").findValuesAsText("name"));
    }

    @Test
    void intake_isTheSame_byTheNamesThatFilesWereSentWith() throws Exception {
        Path folder = Files.createDirectory(temp.resolve(Upload.USUAL));
        Path file =
                Files.writeString(folder.resolve("tip.md"), "# Tip\n\n## Use\n\nThe tip is cleaned with alcohol.\n");
        JsonNode said = stand.terminal()
                .run("ingest", file.toString(), "--dry-run", "--json")
                .json();

        JsonNode job = stand.settled(stand.bytes(
                "/api/v1/ingest?name=tip.md&dry-run=true", Files.readAllBytes(file), "Content-Type", "text/markdown"));

        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(lasting(job.path("result")).toString())
                .isEqualTo(lasting(said).toString().replace(folder + "/", ""));
        assertThat(stand.terminal().data().resolve(Upload.FOLDER)).isEmptyDirectory();
    }

    @Test
    void records_areTheSame() throws Exception {
        Path file = Papers.LIBRARY.resolve("records/records.csv");
        JsonNode said = stand.terminal()
                .run("import-records", file.toString(), "--mapping", "sample", "--no-learning", "--json")
                .json();

        JsonNode job = stand.settled(stand.bytes(
                "/api/v1/import-records?name=records.csv&mapping=sample&no-learning=true",
                Files.readAllBytes(file),
                "Content-Type",
                "text/csv"));

        assertThat(lasting(job.path("result")).toString())
                .isEqualTo(lasting(said).toString().replace(file.getParent() + "/", ""));
    }
}
