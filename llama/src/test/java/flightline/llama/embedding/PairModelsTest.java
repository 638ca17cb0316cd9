package flightline.llama.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import flightline.model.EntailmentModel.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of two texts, through the real runtime; made here, since no weights can be fetched. */
final class PairModelsTest {
    private static final List<String> WORDS =
            List.of("bleed", "the", "brake", "accumulator", "pump", "pressure", "is", "not", "low", "filter", "clean");

    @TempDir
    private Path work;

    private Path cache() {
        return work.resolve("native");
    }

    @Test
    void crossEncoder_theMoreWordsAreShared_theGreater() throws Exception {
        Path folder = work.resolve("made-reranker");
        String sha256 = OnnxMaker.crossEncoder(folder, WORDS);
        try (var model = CrossEncoder.open(folder, sha256, cache(), 1)) {
            double apart = model.relevance("bleed the brake accumulator", "clean filter");
            double alike = model.relevance("bleed the brake accumulator", "Bleed the brake accumulator pump.");
            assertThat(apart).isLessThan(0.1);
            assertThat(alike).isBetween(0.8, 1.0);
            assertThat(model.relevance("bleed the brake accumulator", "Bleed the brake accumulator pump."))
                    .isEqualTo(alike);
            assertThat(model.name()).isEqualTo("made-reranker");
        }
    }

    @Test
    void crossEncoder_passageBeyondWhatItReads_isCut() throws Exception {
        Path folder = work.resolve("made");
        String sha256 = OnnxMaker.crossEncoder(folder, WORDS);
        String blanks = String.join(" ", Collections.nCopies(600, "clean"));
        try (var model = CrossEncoder.open(folder, sha256, cache(), 1)) {
            assertThat(model.relevance("brake accumulator pump", blanks + " brake accumulator pump"))
                    .isEqualTo(model.relevance("brake accumulator pump", blanks));
        }
    }

    @Test
    void inference_tellsWhatFollows_fromWhatIsDenied_andWhatIsNew() throws Exception {
        Path folder = work.resolve("made-nli");
        String sha256 = OnnxMaker.inference(folder, WORDS);
        try (var model = InferenceModel.open(folder, sha256, cache(), 1)) {
            List<String> passages = List.of("The pump pressure is low.");
            assertThat(model.stance(passages, "pressure is low").entailed()).isGreaterThan(0.9);
            Stance denied = model.stance(passages, "pressure is not low");
            assertThat(denied.contradicted()).isGreaterThan(0.9);
            Stance fresh = model.stance(passages, "the filter is low");
            assertThat(fresh.entailed()).isBetween(0.3, 0.7);
            assertThat(model.stance(passages, "clean the filter brake").entailed())
                    .isLessThan(0.1);
        }
    }

    @Test
    void inference_longPassages_areReadInPieces_toTheirEnd() throws Exception {
        Path folder = work.resolve("made-nli");
        String sha256 = OnnxMaker.inference(folder, WORDS);
        String blanks = String.join(" ", Collections.nCopies(1500, "clean"));
        try (var model = InferenceModel.open(folder, sha256, cache(), 1)) {
            assertThat(model.stance(List.of(blanks, "The pump pressure is low."), "pressure is low")
                            .entailed())
                    .isGreaterThan(0.9);
        }
    }

    @Test
    void changedByte_isFoundBeforeLoading() throws Exception {
        Path folder = work.resolve("made");
        String sha256 = OnnxMaker.crossEncoder(folder, WORDS);
        byte[] bytes = Files.readAllBytes(folder.resolve("model.onnx"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("model.onnx"), bytes);
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> CrossEncoder.open(folder, sha256, cache(), 1))
                .withMessageContaining("model.onnx has the SHA-256")
                .withMessageContaining("the settings pin " + sha256);
    }

    @Test
    void otherVocabulary_orFiles_areNamed() throws Exception {
        Path folder = work.resolve("made");
        String sha256 = OnnxMaker.crossEncoder(folder, WORDS);
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> InferenceModel.open(folder, sha256, cache(), 1))
                .withMessageContaining("id2label names no entailment");
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {\"type\": \"Unigram\"}}");
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> CrossEncoder.open(folder, sha256, cache(), 1))
                .withMessageContaining("of the kind Unigram; only WordPiece");
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> CrossEncoder.open(work.resolve("nowhere"), sha256, cache(), 1))
                .withMessageContaining("has no model.onnx");
    }

    @Test
    void threeFigures_areNoCrossEncoder_andRubbishIsNoModel() throws Exception {
        Path folder = work.resolve("made");
        String three = OnnxMaker.inference(folder, WORDS);
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> CrossEncoder.open(folder, three, cache(), 1))
                .withMessageContaining("this model gives 3");
        Path rubbish = rubbish(folder);
        String sha256 = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(rubbish)));
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> CrossEncoder.open(folder, sha256, cache(), 1))
                .withMessageContaining("cannot be loaded");
    }

    private static Path rubbish(Path folder) throws IOException {
        return Files.writeString(folder.resolve("model.onnx"), "no model at all");
    }
}
