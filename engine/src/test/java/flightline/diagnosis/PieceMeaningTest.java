package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flightline.corpus.PassageKind;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PieceMeaningTest {
    private static final String QUESTION = "when is the oil filter changed";

    @Test
    void pieces_areComparedWithTheOneBefore_andTheBestByThemselves() {
        var embedder = new Scripted("bge-small-en-v1.5-q");
        PieceLikeness likeness = of(embedder, "The filter is red. It is changed often.");
        assertThat(embedder.read).contains("The filter is red. It is changed often.", "It is changed often.");
        assertThat(likeness.isKnown()).isTrue();
        assertThat(likeness.near()).isEqualTo(0.8, within(1e-6));
        assertThat(likeness.alone()).isEqualTo(0.6, within(1e-6));
    }

    @Test
    void manyPieces_fewAreCompared() {
        var embedder = new Scripted("bge-small-en-v1.5-q");
        of(embedder, "The oil filter is changed every 400 hours. ".repeat(60));
        assertThat(embedder.read).hasSizeBetween(7, 16 + 6);
    }

    @Test
    void longPiece_isCut() {
        var embedder = new Scripted("bge-small-en-v1.5-q");
        of(embedder, "oil filter changed ".repeat(200));
        assertThat(embedder.read).isNotEmpty().allMatch(text -> text.length() <= 800);
    }

    @Test
    void anotherModel_saysNothing() {
        assertThat(of(new HashingEmbedder(), "The oil filter is changed every 400 hours."))
                .isEqualTo(PieceLikeness.NONE);
        assertThat(PieceLikeness.NONE.isKnown()).isFalse();
    }

    @Test
    void nothingFound_saysNothing() {
        var meaning = new PieceMeaning(new Scripted("bge-small-en-v1.5-q"));
        assertThat(meaning.of(QUESTION, EvidenceCheck.wanted(QUESTION), List.of()))
                .isEqualTo(PieceLikeness.NONE);
    }

    private static PieceLikeness of(Embedder embedder, String text) {
        return new PieceMeaning(embedder)
                .of(
                        QUESTION,
                        EvidenceCheck.wanted(QUESTION),
                        new Bench()
                                .passage("AMM", PassageKind.PARAGRAPH, text)
                                .exhibits()
                                .documents());
    }

    /** Two sentences are 0.8 like every question, one is 0.6. */
    private static final class Scripted implements Embedder {
        final List<String> read = new ArrayList<>();
        private final String name;

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            read.addAll(texts);
            return texts.stream()
                    .map(text ->
                            text.indexOf('.') < text.length() - 1 ? new float[] {0.8f, 0.6f} : new float[] {0.6f, 0.8f})
                    .toList();
        }

        @Override
        public float[] query(String text) {
            return new float[] {1, 0};
        }

        @Override
        public void close() {}
    }
}
