package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.llama.embedding.OnnxMaker;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that reads question and passage together, set up in the configuration, in a search from the command line. */
final class SecondLookTest {
    private static final String QUESTION = "discharge the brake accumulator";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("unused"), new HashingEmbedder());
    private Path model = Path.of("unused");

    @BeforeEach
    void ingest() throws IOException {
        terminal = new Terminal(folder.resolve("data"), new HashingEmbedder()).begun();
        model = folder.resolve("made-reranker");
        Path manual = folder.resolve("manual.md");
        // By words the first section wins: it says them again and again. The model counts what it was taught alone.
        Files.writeString(manual, """
                # Hydraulics

                ## Brake accumulator

                The brake accumulator is beside the brake unit. The brake accumulator holds brake pressure.

                ## Servicing

                Discharge it, discharge it again, and discharge it a third time. The unit is empty then.
                """);
        assertThat(terminal.run("ingest", manual.toString(), "--quiet").code()).isZero();
    }

    private List<String> found(String... options) {
        var line = new ArrayList<>(List.of("search", QUESTION, "--json", "--quiet"));
        line.addAll(List.of(options));
        var said = terminal.run(line.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isZero();
        var texts = new ArrayList<String>();
        double last = Double.MAX_VALUE;
        for (JsonNode hit : said.json().path("hits")) {
            texts.add(hit.path("text").asText() + " | " + hit.path("why"));
            assertThat(hit.path("score").asDouble()).isLessThanOrEqualTo(last);
            last = hit.path("score").asDouble();
        }
        return texts;
    }

    private Path configured(String sha256) throws IOException {
        return Files.writeString(
                folder.resolve("line.yaml"),
                "second-look:\n  passages: {folder: " + model + ", sha256: " + sha256 + "}\n  first: 20\n");
    }

    @Test
    void passages_areOrderedAnew_andTheReasonNamesTheModel() throws Exception {
        assertThat(found().getFirst())
                .startsWith("The brake accumulator is beside")
                .doesNotContain("read with");
        String sha256 = OnnxMaker.crossEncoder(model, List.of("discharge"));
        List<String> looked = found("--config", configured(sha256).toString());
        assertThat(looked).hasSameSizeAs(found());
        assertThat(looked.getFirst()).startsWith("Discharge it, discharge it again");
        assertThat(looked).allMatch(text -> text.contains("read with the question by made-reranker: 0."));
    }

    @Test
    void changedModel_stopsTheProgram_withTheSettingAndTheFile() throws Exception {
        String sha256 = OnnxMaker.crossEncoder(model, List.of("bleed"));
        Files.write(model.resolve("model.onnx"), new byte[] {1, 2, 3});
        var said =
                terminal.run("search", QUESTION, "--config", configured(sha256).toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).contains("second-look.passages", "model.onnx has the SHA-256", sha256);
    }

    @Test
    void niceErrorOn_wrongSettings() throws Exception {
        Path config = configured("abc");
        assertThat(terminal.run("search", QUESTION, "--config", config.toString())
                        .err())
                .contains("second-look.passages", "64 hexadecimal digits", "abc");
        Files.writeString(config, "second-look: {reranker: x}\n");
        assertThat(terminal.run("search", QUESTION, "--config", config.toString())
                        .err())
                .contains("second-look: may hold [first, passages, statements], got 'reranker'");
    }
}
