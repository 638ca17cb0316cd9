package flightline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PassageTextsTest {
    private static final String TEN_WORDS = "Drain the fluid of the reservoir into a clean can.";

    @Test
    void shortPassage_isOnePiece() {
        assertThat(of((TEN_WORDS + " ").repeat(4).strip())).isEmpty();
    }

    @Test
    void longPassage_isCutBetweenSentences_eachPieceUnderItsHeading() {
        List<String> pieces = of((TEN_WORDS + " ").repeat(10).strip());
        assertThat(pieces).hasSize(3).allMatch(piece -> piece.startsWith("Removal\nDrain"));
        assertThat(pieces.get(0).split("Drain")).hasSize(5);
        assertThat(pieces.get(2).split("Drain")).hasSize(3);
    }

    @Test
    void noEndOfASentence_isOnePiece() {
        assertThat(of("drain fluid ".repeat(100).strip())).isEmpty();
    }

    @Test
    void longSentence_isAPieceByItself() {
        assertThat(of(TEN_WORDS + " " + "Drain fluid ".repeat(50).strip() + ". " + TEN_WORDS))
                .hasSize(3);
    }

    @Test
    void whatNoEmbedderReads_isNotCut() {
        assertThat(of((TEN_WORDS + " ").repeat(400).strip())).hasSize(10);
    }

    @Test
    void whole_hasTheTwoNearestHeadings() {
        assertThat(PassageTexts.of("Hydraulic power", Shelves.passage(0, TEN_WORDS))
                        .whole())
                .isEqualTo("29-11-00 Engine driven pump / Removal\n" + TEN_WORDS);
    }

    private static List<String> of(String text) {
        return PassageTexts.of("Hydraulic power", Shelves.passage(0, text)).pieces();
    }
}
