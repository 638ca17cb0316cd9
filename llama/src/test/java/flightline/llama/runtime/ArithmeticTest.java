package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's numbers against a forward pass written out plainly. */
final class ArithmeticTest {
    private static final int TOKENS = 20;

    /**
     * What is remembered of a token is kept in 16 bits, and the library multiplies quantised weights with activations of 8
     * bits, so likelihoods differ in their third or second digit; they reach to about 10.
     */
    @ParameterizedTest
    @CsvSource({"F32, 0.05, true", "F16, 0.05, true", "BF16, 0.15, true", "Q8_0, 0.4, false", "Q4_0, 0.4, false"})
    void likelihoods_areThoseOfTheReference(String type, float tolerance, boolean sameTokens, @TempDir Path folder)
            throws IOException {
        Shape shape = Shape.tiny();
        Path file = GgufMaker.make(folder.resolve("made.gguf"), shape, type);
        var reference = new ReferenceLlama(GgufMaker.of(shape, type), shape);
        Native calls = Workbench.in(folder).library().calls();
        try (var model = LoadedModel.load(calls, file).orElseThrow();
                var context = LoadedContext.load(calls, model, new LoadedContext.Shape(256, 1, 1, false), () -> false)
                        .orElseThrow();
                Arena arena = Arena.ofConfined()) {
            var batch = new TokenBatch(arena, 1);
            int token = 65;
            for (int position = 0; position < TOKENS; position++) {
                batch.clear();
                batch.add(token, position, 0, true);
                assertThat(context.read(batch)).isZero();
                float[] found = context.likelihoods(0, shape.tokens()).toArray(JAVA_FLOAT);
                float[] expected = reference.next(token);
                for (int i = 0; i < found.length; i++)
                    assertThat(Math.abs(found[i] - expected[i]))
                            .as("token %d at %d: %f and %f", i, position, found[i], expected[i])
                            .isLessThan(tolerance);
                if (sameTokens) assertThat(likeliest(found)).isEqualTo(likeliest(expected));
                token = likeliest(expected);
            }
        }
    }

    private static int likeliest(float[] likelihoods) {
        int best = 0;
        for (int i = 0; i < likelihoods.length; i++) if (likelihoods[i] > likelihoods[best]) best = i;
        return best;
    }
}
