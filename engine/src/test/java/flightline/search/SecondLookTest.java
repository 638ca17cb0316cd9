package flightline.search;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.search.SecondLook.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondLookTest {
    @Test
    void page_withTwoNearPassages_isPreferredToOneThatStandsAlone() {
        double[] gains = SecondLook.gains(
                "why does it smoke",
                List.of(
                        new Seen(0.80, "alone", false),
                        new Seen(0.79, "both", false),
                        new Seen(0.78, "both", false),
                        new Seen(0.40, "far", false)));
        assertThat(0.79 + gains[1]).isGreaterThan(0.80 + gains[0]);
    }

    @Test
    void passage_withFigures_gainsOnlyWhereAFigureIsAsked() {
        var first = List.of(new Seen(0.80, "one", false), new Seen(0.79, "two", true));
        double[] asked = SecondLook.gains("how many quarts", first);
        double[] notAsked = SecondLook.gains("why quarts", first);
        assertThat(0.79 + asked[1]).isGreaterThan(0.80 + asked[0]);
        assertThat(0.79 + notAsked[1]).isLessThan(0.80 + notAsked[0]);
    }

    @Test
    void nothing_gainsNothing() {
        assertThat(SecondLook.gains("how many", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "how tight is the plug, true",
        "what torque for the plug, true",
        "oil pressure limit at idle, true",
        "why is the plug black, false",
        "how is the plug cleaned, false"
    })
    void figure_isAskedByItsWords(String question, boolean asked) {
        assertThat(SecondLook.asksFigure(question)).isEqualTo(asked);
    }
}
