package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LanguageGuessTest {
    private final LanguageGuess guess = new LanguageGuess(Set.of("hyd", "press", "low", "pump")::contains);

    @Test
    void sentences_areToldByTheirSmallWords() {
        assertThat(of("What is the torque of the axle nut")).isEqualTo("English");
        assertThat(of("Die Pumpe ist undicht und der Druck fällt")).isEqualTo("German");
        assertThat(of("La pompe est en panne et le niveau est bas dans le réservoir"))
                .isEqualTo("French");
        assertThat(of("La bomba no funciona y el nivel es bajo en el depósito")).isEqualTo("Spanish");
        assertThat(of("Насос не работает")).isEqualTo("Cyrillic script");
    }

    @Test
    void shorthandOfTheTrade_isEnglish_andWhatIsNeitherIsNotTold() {
        assertThat(of("hyd press low")).isEqualTo("English");
        assertThat(of("hyd 1 pump inop")).isEqualTo("English");
        assertThat(of("xqzt wvu")).isEqualTo(LanguageGuess.UNTOLD);
        assertThat(of("")).isEqualTo(LanguageGuess.UNTOLD);
    }

    private String of(String text) {
        return guess.of(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
