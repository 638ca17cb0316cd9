package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.PassageKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerableTest {
    private static final String OIL =
            "The oil filter of the V2500 engine is changed every 400 hours. The filter cap is red.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how many hours between oil filter changes",
                "V-2500 oil filter change, how many hours",
                "what colour is the filter cap",
                "swapped the oil filter yesterday, when is it changed next"
            })
    void question_passageSaysIt_isAnswerable(String question) {
        assertThat(lacks(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when is the oil filter of the PW127 changed | PW127",
                "what is the torque of the oil filter cap | a torque",
                "how many volts on the oil filter cap | a voltage",
                "price of an oil filter for the engine | a price",
                "who changed the oil filter of the engine | who changed",
                "what happened to the oil filter yesterday | yesterday",
                "magneto breaker gap of the engine | words that matter"
            })
    void question_nothingFoundSaysIt_isNot_andTheReasonIsNamed(String question, String reason) {
        assertThat(lacks(question)).get().asString().contains(reason);
    }

    @Test
    void question_hangarTalk_isHeldAgainstWhatDocumentsWrite() {
        assertThat(lacks("rough tickover, petrol engine", "The engine idles roughly when the gasoline is stale."))
                .isEmpty();
    }

    @Test
    void question_nothingFound_isNotAnswerable() {
        assertThat(new EvidenceCheck().lacksAnswer("oil filter", EvidenceCheck.wanted("oil filter"), List.of()))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "O-360, overhaul of the O360 engine, true",
        "O-360, turn it up to 360 degrees, false",
        "V2500, the V25001 seal, false"
    })
    void type_writtenInAnotherWay_isTheSame(String named, String text, boolean there) {
        assertThat(NamedType.in("limits of the " + named).getFirst().standsIn(text))
                .isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N1 at idle", "28v on the bus", "10mm gap", "100ll fuel", "6-inch clearance"})
    void type_numberWithUnitOrRotorSpeed_isNone(String question) {
        assertThat(NamedType.in(question)).isEmpty();
    }

    private static Optional<String> lacks(String question) {
        return lacks(question, OIL);
    }

    private static Optional<String> lacks(String question, String text) {
        var hits = new Bench()
                .passage("AMM", PassageKind.PARAGRAPH, text).exhibits().documents().stream()
                        .map(Exhibits.Document::hit)
                        .toList();
        return new EvidenceCheck().lacksAnswer(question, EvidenceCheck.wanted(question), hits);
    }
}
