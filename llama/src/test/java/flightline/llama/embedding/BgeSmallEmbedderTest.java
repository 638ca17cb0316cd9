package flightline.llama.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.model.Embedder;
import flightline.model.EmbedderContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BgeSmallEmbedderTest extends EmbedderContract {
    private Embedder embedder = new BgeSmallEmbedder(Path.of("unused"), 1);

    @BeforeAll
    void load(@TempDir Path cache) {
        embedder = new BgeSmallEmbedder(cache, 2);
    }

    @AfterAll
    void unload() {
        embedder.close();
    }

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Test
    void vector_doesNotDependOnItsCompany() {
        String text = "Torque the nut to 45 inch-pounds and lock it with wire.";
        var alone = embedder.passages(List.of(text)).getFirst();
        var inCompany = embedder.passages(List.of("oil", text, "the quick brown fox ".repeat(200)));
        assertThat(inCompany.get(1)).containsExactly(alone);
    }

    @Test
    void longText_isReadUpTo512Tokens() {
        String head = "hydraulic pump ".repeat(300);
        assertThat(embedder.passages(List.of(head + " landing gear")).getFirst())
                .containsExactly(
                        embedder.passages(List.of(head + " galley oven")).getFirst());
    }

    @Test
    void meaning_isFoundWithoutASharedWord() {
        float[] query = embedder.query("tyre has gone flat");
        var near = embedder.passages(List.of("The wheel lost its inflation pressure."))
                .getFirst();
        var far = embedder.passages(List.of("The galley oven does not heat.")).getFirst();
        assertThat(dot(query, near)).isGreaterThan(dot(query, far));
    }

    @Test
    void construction_loadsNothing(@TempDir Path folder) throws Exception {
        try (var lazy = new BgeSmallEmbedder(folder.resolve("later"), 1)) {
            assertThat(lazy.name()).isEqualTo("bge-small-en-v1.5-q");
            assertThat(Files.exists(folder.resolve("later"))).isFalse();
        }
    }

    @Test
    void niceErrorOn_zeroThreads() {
        assertThatThrownBy(() -> new BgeSmallEmbedder(Path.of("unused"), 0))
                .hasMessage("threads must be at least 1, got 0");
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
