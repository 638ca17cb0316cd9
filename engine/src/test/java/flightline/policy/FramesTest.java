package flightline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Turns of speech and sentences, by which a request is known besides its words. */
final class FramesTest {
    private final Frames shipped = new Frames(
            AcceptableUse.shipped().frames(),
            new Concepts(AcceptableUse.shipped().lists()));

    @Test
    void hiddenEnd_isAFrame_andSoIsAnHonestQuestion() {
        assertThat(in("Paint it tonight so that nobody sees the crack")).contains("unseen");
        assertThat(in("Have it closed before the auditor comes")).contains("beforeLook");
        assertThat(in("Whom do I tell?")).containsExactly("whomToTell");
        assertThat(in("What does the manual say of the crack?"))
                .contains("itSays")
                .doesNotContain("unseen");
        assertThat(in("L PACK OVHT")).isEmpty();
    }

    @Test
    void phraseWithAListThatIsNotThere_isAnErrorOfTheRules() {
        assertThatThrownBy(() -> new Frames(Map.of("end", List.of("so @nowhere")), new Concepts(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@nowhere");
    }

    @Test
    void sentences_endAtAFullStop_butNotWithinANumber() {
        List<RequestWords.Sentence> sentences =
                RequestWords.sentences("It reads 8.6 psi. Is that right?\n- QQ-KAB\n...\n", 9);
        assertThat(sentences.stream().map(s -> s.words().getFirst())).containsExactly("it", "is", "qq");
        assertThat(sentences.stream().map(RequestWords.Sentence::asked)).containsExactly(false, true, false);
        assertThat(RequestWords.sentences("One. Two. Three.", 2)).hasSize(2);
        assertThat(RequestWords.sentences(" \n ", 9)).isEmpty();
    }

    private List<String> in(String text) {
        return shipped.in(RequestWords.of(text));
    }
}
