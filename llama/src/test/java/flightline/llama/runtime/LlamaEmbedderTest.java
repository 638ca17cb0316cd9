package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.model.Embedder;
import flightline.model.EmbedderContract;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LlamaEmbedderTest extends EmbedderContract {
    private Embedder embedder = new HashingEmbedder();

    @BeforeAll
    void load(@TempDir Path folder) throws IOException {
        Path file = GgufMaker.make(folder.resolve("tiny.gguf"), Shape.tiny(), "F16");
        var fit = (LlamaFile.Check.Fit) LlamaFile.check(file);
        var library = Workbench.in(folder).library();
        embedder = ((LlamaEmbedder.Opening.Opened) LlamaEmbedder.open(library, fit.file(), "made", 1)).embedder();
    }

    @AfterAll
    void unload() {
        embedder.close();
        embedder.close();
    }

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Test
    void vector_doesNotDependOnItsCompany() {
        String text = "Torque the nut to 45 inch-pounds.";
        var alone = embedder.passages(List.of(text)).getFirst();
        assertThat(embedder.passages(List.of("oil", text)).get(1)).containsExactly(alone);
    }

    @Test
    void longText_isReadUpToItsBeginning() {
        String head = "hydraulic pump ".repeat(300);
        assertThat(embedder.query(head + " landing gear")).containsExactly(embedder.query(head + " galley oven"));
    }
}
