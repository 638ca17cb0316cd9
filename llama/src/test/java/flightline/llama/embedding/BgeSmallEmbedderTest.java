package flightline.llama.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.model.Embedder;
import flightline.model.EmbedderContract;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
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
    void damagedFiles_areUnpackedAnew(@TempDir Path cache) throws Exception {
        UnpackedModel unpacked = UnpackedModel.in(cache);
        Path library = unpacked.natives().resolve(System.mapLibraryName("onnxruntime"));
        long whole = Files.size(library);
        Files.write(library, Arrays.copyOf(Files.readAllBytes(library), 1_000_000));
        assertThat(UnpackedModel.in(cache)).isEqualTo(unpacked);
        assertThat(Files.size(library)).isEqualTo(whole);
        // Behind the back of whoever looks at size and time alone.
        FileTime before = Files.getLastModifiedTime(unpacked.weights());
        byte[] model = Files.readAllBytes(unpacked.weights());
        Arrays.fill(model, 0, 4096, (byte) 0);
        Files.write(unpacked.weights(), model);
        Files.setLastModifiedTime(unpacked.weights(), before);
        try (var mended = new BgeSmallEmbedder(cache, 1)) {
            assertThat(mended.query("tyre has gone flat")).containsExactly(embedder.query("tyre has gone flat"));
        }
        try (var files = Files.list(cache)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void niceErrorOn_folderThatCannotBe(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("native"), "");
        try (var lost = new BgeSmallEmbedder(file, 1)) {
            assertThatThrownBy(() -> lost.query("tyre"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("the embedding model could not be unpacked into " + file);
        }
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
