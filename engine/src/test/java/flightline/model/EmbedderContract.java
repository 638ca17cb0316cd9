package flightline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Embedder} promises; each implementation's test extends this. */
public abstract class EmbedderContract {
    protected abstract Embedder embedder();

    @Test
    void vectors_haveTheStatedDimensionAndUnitLength() {
        for (float[] vector : embedder().passages(List.of("hydraulic pump low pressure", ""))) {
            assertThat(vector).hasSize(embedder().dimension());
            assertThat(Math.sqrt(dot(vector, vector))).isCloseTo(1.0, within(1e-3));
        }
    }

    @Test
    void sameText_sameVector() {
        assertThat(embedder().query("left main gear"))
                .containsExactly(embedder().query("left main gear"));
    }

    @Test
    void passages_keepTheirOrder() {
        var together = embedder().passages(List.of("landing gear door", "oil temperature high"));
        var second = embedder().passages(List.of("oil temperature high")).getFirst();
        assertThat(dot(together.get(1), second)).isGreaterThan(0.999);
    }

    @Test
    void nearTexts_areNearerThanFarOnes() {
        float[] query = embedder().query("hydraulic pump has low pressure");
        var passages =
                embedder().passages(List.of("the hydraulic pump pressure is low", "clean the cabin windows with soap"));
        assertThat(dot(query, passages.get(0))).isGreaterThan(dot(query, passages.get(1)));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
