package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in the library's own ways of storing weights: checked, loaded, and near to the weights they were made of. */
final class QuantisedFilesTest {
    @ParameterizedTest
    @CsvSource({"Q4_K_M, 0.94", "Q5_K_M, 0.98", "Q6_K, 0.99"})
    void likelihoods_areNearThoseOfTheWholeWeights(QuantisedCopy.Way way, double alike, @TempDir Path folder)
            throws IOException {
        var library = Workbench.in(folder).library();
        Path whole = GgufMaker.make(folder.resolve("whole.gguf"), Shape.tiny(), "F16");
        Path stored = QuantisedCopy.make(library, whole, folder.resolve("stored.gguf"), way);
        assertThat(((LlamaFile.Check.Fit) LlamaFile.check(stored)).file().quantisation())
                .isEqualTo(way.name().substring(0, 4));
        assertThat(correlation(likelihoods(library, whole), likelihoods(library, stored)))
                .isGreaterThan(alike);
    }

    private static float[] likelihoods(LlamaLibrary library, Path file) {
        try (var model = LoadedModel.load(library.calls(), file).orElseThrow();
                var context = LoadedContext.load(
                                library.calls(), model, new LoadedContext.Shape(256, 1, 1, false), () -> false)
                        .orElseThrow();
                Arena arena = Arena.ofConfined()) {
            var batch = new TokenBatch(arena, 20);
            for (int i = 0; i < 20; i++) batch.add(65 + i, i, 0, i == 19);
            assertThat(context.read(batch)).isZero();
            return context.likelihoods(19, model.vocabularySize()).toArray(JAVA_FLOAT);
        }
    }

    /** Of likelihoods whose mean is about 0. */
    private static double correlation(float[] a, float[] b) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.length; i++) {
            both += a[i] * b[i];
            first += a[i] * a[i];
            second += b[i] * b[i];
        }
        return both / Math.sqrt(first * second);
    }
}
