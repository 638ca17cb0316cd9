package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.LlamaStand;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Wiring;
import flightline.corpus.ContentHash;
import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.Shape;
import flightline.model.HashingEmbedder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Code over OpenAI's dialect by a model of seeded chance that runs in the server's process; what it writes is nonsense, so what stands around it counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CodeChatTest {
    private static final String ASKED = """
            {"model": "flightline-code", "max_tokens": 12, %s "messages": [
              {"role": "system", "content": "FILE Log.java\\nfinal class Log { }"},
              {"role": "user", "content": "Write a Java method that counts the removals of a part in the log."}]}""";

    @TempDir
    static Path temp;

    private ApiStand stand;
    private Path model;

    @BeforeAll
    void open() throws Exception {
        model = GgufMaker.make(temp.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        terminal.run("model", "add", model.toString(), "--accept-licence");
        terminal.run("model", "promote", "tiny", "--despite", "it shall write code");
        stand = new ApiStand(terminal, Bounds.STANDARD);
    }

    @AfterAll
    void close() throws Exception {
        stand.close();
    }

    @Test
    void code_isWritten_withLicence_model_andAuditLine() throws Exception {
        HttpResponse<String> response = stand.post("/v1/chat/completions", ASKED.formatted(""));
        JsonNode answer = ApiStand.json(response);
        JsonNode code = answer.path("code");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(code.path("outcome").asText()).isEqualTo("written");
        assertThat(code.at("/engine/model").asText()).isEqualTo("tiny");
        assertThat(code.at("/engine/modelSha256").asText())
                .isEqualTo(ContentHash.of(Files.readAllBytes(model)).hex());
        assertThat(code.at("/licence/acceptedBy").asText()).isNotEmpty();
        assertThat(code.at("/licence/training").asText()).contains("trained on", "model's card");
        assertThat(code.path("tokens").path("written").asInt()).isPositive();
        assertThat(answer.at("/usage/total_tokens").asInt()).isPositive();
        assertThat(answer.at("/choices/0/message/content").asText()).contains("Written by tiny", "never run");
        assertThat(stand.terminal().run("audit", "show", "--json").out())
                .contains(code.path("audit").asText(), "sentSha256")
                .doesNotContain("final class Log");
    }

    @Test
    void stream_saysTheSame_andEnds() throws Exception {
        String whole = ApiStand.json(stand.post("/v1/chat/completions", ASKED.formatted("")))
                .at("/choices/0/message/content")
                .asText();
        var said = new StringBuilder();
        String stream = stand.post("/v1/chat/completions", ASKED.formatted("\"stream\": true,"))
                .body();
        for (String line : stream.lines().filter(l -> l.startsWith("data: {")).toList())
            said.append(ApiStand.JSON
                    .readTree(line.substring(6))
                    .at("/choices/0/delta/content")
                    .asText());

        assertThat(said.toString()).isEqualTo(whole);
        assertThat(stream).contains("[DONE]");
    }

    @Test
    void badInput_isNamed() throws Exception {
        String head = "{\"model\": \"flightline-code\", ";
        assertThat(stand.post(
                                "/v1/chat/completions",
                                head + "\"messages\": [{\"role\": \"tool\", \"content\": \"x\"}]}")
                        .body())
                .contains("role must be system, developer, user or assistant, got 'tool'");
        assertThat(stand.post(
                                "/v1/chat/completions",
                                head + "\"max_tokens\": 0, \"messages\": [{\"role\": \"user\", \"content\": \"x\"}]}")
                        .body())
                .contains("'max_tokens' must be 1 to 8192, got 0");
        assertThat(stand.post(
                                "/v1/chat/completions",
                                head + "\"messages\": [{\"role\": \"assistant\", \"content\": \"x\"}]}")
                        .body())
                .contains("must end in one of the user's");
    }

    @Test
    void adapter_isLaidOverItsModel_andOneThatChangedIsNotLoaded() throws Exception {
        Path adapter = GgufMaker.adapter(temp.resolve("taught.gguf"), Shape.tiny());
        String hash = ContentHash.of(Files.readAllBytes(adapter)).hex();

        assertThat(opened(adapter, "tiny", hash)).contains("tiny+taught.gguf");
        assertThat(opened(adapter, "other", hash)).contains("name=tiny,");
        assertThat(opened(adapter, "tiny", "0".repeat(64)))
                .contains("Unready", "the configuration names " + "0".repeat(64), hash);
    }

    private String opened(Path adapter, String name, String hash) throws Exception {
        LlamaSettings usual = LlamaSettings.STANDARD;
        var settings = new LlamaSettings(
                false,
                List.of(),
                Set.of(),
                Optional.empty(),
                1,
                0,
                Optional.empty(),
                usual.deadline(),
                List.of(new LlamaSettings.Adapter(adapter, name, hash, 1, "Apache-2.0", "")),
                List.of());
        try (var wiring = new Wiring(Noon.over(stand.terminal().data(), settings))) {
            return switch (wiring.llama().state()) {
                case LlamaStand.State.Ready(var ready) -> ready.identity().toString();
                case LlamaStand.State.Unready(var why) -> "Unready " + why;
                case LlamaStand.State.None() -> "None";
            };
        }
    }
}
