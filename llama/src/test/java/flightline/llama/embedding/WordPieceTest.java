package flightline.llama.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference is the tokeniser that the model was published for; it is used in this test only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WordPieceTest {
    private WordPiece pieces = new WordPiece(Map.of("[UNK]", 0, "[CLS]", 1, "[SEP]", 2));
    private HuggingFaceTokenizer reference;

    @BeforeAll
    void load(@TempDir Path cache) throws Exception {
        System.setProperty("ENGINE_CACHE_DIR", cache.resolve("reference").toString());
        pieces = new WordPiece(UnpackedModel.in(cache).readVocabulary());
        try (var in = WordPieceTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            reference = HuggingFaceTokenizer.newInstance(in, Map.of("padding", "false", "truncation", "false"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "L/H MLG door won't retract; ref AMM 32-31-00, P/N 65B-45821-3A.",
                "#2 ENG o'temp 980°C, 3,000psi ±5% — “reset” OK",
                "Ünïcödé café naïve ﬁlter ½ Ω ǅ",
                "\u0000bad\uFFFDbytes\u200B and\ttabs\nlines",
                "液压油 低 pressure 🙂 emoji",
                "supercalifragilisticexpialidociouslylongwordwithoutanyspaceatallthatgoesonandonandonbeyondonehundredcharacters12345"
            })
    void pieces_areThoseOfTheReference(String text) {
        assertThat(pieces.encode(text, 10_000))
                .containsExactly(reference.encode(text, true, false).getIds());
    }
}
