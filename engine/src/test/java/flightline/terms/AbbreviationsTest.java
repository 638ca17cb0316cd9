package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AbbreviationsTest {
    private final Abbreviations abbreviations = Abbreviations.standard();

    @Test
    void standard_holdsAtLeastFiveHundred() {
        assertThat(abbreviations.all()).hasSizeGreaterThan(500);
    }

    @Test
    void marksAndCase_doNotMatter() {
        for (String form : List.of("L/H", "LH", "l/h", "L.H."))
            assertThat(abbreviations.expansion(form)).hasValue("left");
        assertThat(abbreviations.expansion("i.a.w.")).hasValue("in accordance with");
        assertThat(abbreviations.expansion("R&R")).hasValue("removed and replaced");
    }

    @Test
    void wordsOfTheLanguage_areNotShortForms() {
        for (String word : List.of("to", "so", "if", "as", "at", "no", "in", "on", "off", "gas", "us", "we"))
            assertThat(abbreviations.expansion(word)).as(word).isEmpty();
        assertThat(abbreviations.expansion("T/O")).hasValue("takeoff");
    }

    @Test
    void ambiguous_givesTheLikelyMeaningAndSaysSo() {
        assertThat(abbreviations.isAmbiguous("CB")).isTrue();
        assertThat(abbreviations.expansion("CB")).hasValue("circuit breaker");
        assertThat(abbreviations.isAmbiguous("L/H")).isFalse();
    }

    @Test
    void names_areKnownAsNames() {
        assertThat(abbreviations.isName("EICAS")).isTrue();
        assertThat(abbreviations.expansion("EICAS")).hasValue("engine indicating and crew alerting system");
        assertThat(abbreviations.isName("INOP")).isFalse();
    }

    @Test
    void brokenLine_isNamed() {
        assertThatThrownBy(() -> Abbreviations.of(List.of("qty: quantity"))).hasMessageContaining("qty: quantity");
        assertThatThrownBy(() -> Abbreviations.of(List.of("a = b", "a = c"))).hasMessageContaining("a = c");
    }
}
