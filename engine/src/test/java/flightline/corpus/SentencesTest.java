package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SentencesTest {
    @Test
    void numberOfAnItem_standsWithItsItem() {
        assertThat(Sentences.of(
                        "Check for three things: 1. Proper operation; 2. Leaks at the fittings; and 3. Security."))
                .containsExactly(
                        "Check for three things:",
                        "1. Proper operation;",
                        "2. Leaks at the fittings; and",
                        "3. Security.");
    }

    @Test
    void numberBehindASentence_standsWithTheNext() {
        assertThat(Sentences.of("Inspect the chamber for water. 5. Clean the sediment bowl. 6. Verify the cable."))
                .containsExactly(
                        "Inspect the chamber for water.", "5. Clean the sediment bowl.", "6. Verify the cable.");
    }

    @Test
    void numberOfAThing_staysWithIt() {
        assertThat(Sentences.of("The left rear is No. 2. The right rear is No. 1."))
                .containsExactly("The left rear is No. 2.", "The right rear is No. 1.");
        assertThat(Sentences.of("Look at steps 2 and 3. Then go on."))
                .containsExactly("Look at steps 2 and 3.", "Then go on.");
    }

    @Test
    void everySentence_isAPieceOfTheText() {
        String text = "There are two: 1. Impact. 2. Throttle. 3.";
        String rest = text;
        for (String sentence : Sentences.of(text)) {
            assertThat(rest).contains(sentence);
            rest = rest.substring(rest.indexOf(sentence) + sentence.length());
        }
        assertThat(rest).isBlank();
    }
}
