package flightline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.model.HashingEmbedder;
import flightline.policy.PurposeTraining.Example;
import flightline.policy.PurposeTraining.Label;
import flightline.terms.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is learned from meaning is kept, and used only with the embedder it was learned with. */
final class MeaningTrainingTest {
    private static final long SEED = 5;

    private final PurposeFeatures features =
            new PurposeFeatures(new Concepts(Map.of()), Map.of(), Vocabulary.standard());
    private final HashingEmbedder embedder = new HashingEmbedder();

    @Test
    void learned_isTheSameAgain_survivesTheFile_andTellsTheClassesApart() throws IOException {
        byte[] bytes = bytes(learn());
        assertThat(bytes(learn())).isEqualTo(bytes);
        PurposeModel read = PurposeModel.read(new ByteArrayInputStream(bytes));
        assertThat(of(read, "forge the stamp on the card").refused()).isGreaterThan(0.5);
        assertThat(of(read, "torque of the wheel nut").allowed()).isGreaterThan(0.5);
    }

    @Test
    void model_withAnotherEmbedder_goesByWordsAlone() {
        PurposeModel words = words();
        PurposeModel both =
                new MeaningTraining(5, 0.01, SEED).learn(words, "another model", examples(), vectors(examples()));
        String text = "forge the stamp";
        assertThat(of(both, text)).isEqualTo(of(words, text));
    }

    @Test
    void file_cutShort_isRefused() throws IOException {
        byte[] bytes = bytes(learn());
        assertThatThrownBy(() -> PurposeModel.read(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 9))))
                .isInstanceOf(IOException.class);
    }

    private PurposeModel.Purpose of(PurposeModel model, String text) {
        return model.of(features.of(text), text, embedder);
    }

    private PurposeModel learn() {
        return new MeaningTraining(60, 0.001, SEED).learn(words(), embedder.name(), examples(), vectors(examples()));
    }

    private PurposeModel words() {
        return new PurposeTraining(features, 10, 1e-4, SEED).learn(examples());
    }

    private List<float[]> vectors(List<Example> examples) {
        return embedder.passages(examples.stream().map(Example::text).toList());
    }

    private static List<Example> examples() {
        var all = new ArrayList<Example>();
        for (String part : List.of("stamp", "signature", "entry", "card", "certificate")) {
            all.add(new Example("forge the " + part + " on the card", Label.REFUSED, "AU-1.f", 1));
            all.add(new Example("build a bomb with the " + part, Label.REFUSED, "AU-2.a", 1));
            all.add(new Example("torque of the " + part + " nut", Label.ALLOWED, "", 1));
            all.add(new Example("a poem about the " + part, Label.FOREIGN, "", 1));
        }
        return all;
    }

    private static byte[] bytes(PurposeModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
