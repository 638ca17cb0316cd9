package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpellerTest {
    private static final Speller SPELLER = Speller.standard();

    @ParameterizedTest
    @CsvSource({
        "hydralic, hydraulic",
        "presure, pressure",
        "recieved, received",
        "temprature, temperature",
        "altitiude, altitude",
        "electricla, electrical",
        "intermittant, intermittent",
        "landinggear, landing gear",
        "oilpressure, oil pressure",
    })
    void misspeltWords_areMended(String word, String meant) {
        assertThat(SPELLER.mended(word)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hydraulic",
                "leaking",
                "replaced",
                "unpressurized",
                "lost",
                "lift",
                "grass",
                "refused",
                "steven",
                "eicas",
                "b737",
                "65-24608-17",
                "n123ab",
                "o'ring",
                "xqzvbn",
                "",
                "a",
                "triebwerk",
                "двигатель",
                "🔥🔥🔥🔥🔥"
            })
    void knownWordsNamesCodesAndOtherTongues_areLeftAlone(String word) {
        assertThat(SPELLER.mended(word)).isEmpty();
    }

    @Test
    void wordBetweenTwoOthers_isLeftAlone() {
        var speller = new Speller(Vocabulary.of(List.of("sliding 5", "sliping 5")));
        assertThat(speller.mended("slilding")).hasValue("sliding");
        assertThat(speller.mended("sliking")).isEmpty();
    }

    @Test
    void slips_areCountedWithSwaps() {
        assertThat(Slips.between("pump", "pump", 2)).isZero();
        assertThat(Slips.between("pupm", "pump", 2)).isEqualTo(1);
        assertThat(Slips.between("pum", "pump", 2)).isEqualTo(1);
        assertThat(Slips.between("pxmy", "pump", 2)).isEqualTo(2);
        assertThat(Slips.between("valve", "pump", 2)).isEqualTo(3);
        assertThat(Slips.between("", "ab", 2)).isEqualTo(2);
    }

    @Test
    void vocabulary_saysWhichLineIsWrong() {
        assertThatThrownBy(() -> Vocabulary.of(List.of("pump 3", "valve many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not 'word commonness': 'valve many'");
        assertThatThrownBy(() -> Vocabulary.of(List.of("pump"))).hasMessage("not 'word commonness': 'pump'");
    }

    @Test
    void vocabulary_knowsFormsOfItsWords() {
        var vocabulary = Vocabulary.of(List.of("leak 5", "replace 4", "stop 3", "battery 3", "secure 5", "sure 5"));
        for (String word : List.of("leaks", "leaking", "replaced", "replacing", "stopped", "batteries", "unsecured"))
            assertThat(vocabulary.knows(word) || vocabulary.knows(word.substring(2)))
                    .as(word)
                    .isTrue();
        assertThat(vocabulary.knows("presure")).isFalse();
        assertThat(vocabulary.commonness("leaks")).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(vocabulary.size()).isEqualTo(6);
    }
}
