package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.search.Hit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                "part number of the oil filter cap | a part number",
                "who makes the oil filter cap | a maker",
                "oil capacity of the engine | a quantity of liquid",
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
    void question_inOtherWordsThanAVeryLikePassage_isAnswerable() {
        var question = "magneto breaker timing, oil filter";
        assertThat(new EvidenceCheck().lacksAnswer(question, Words.of(question), Set.of(), hits(OIL, 0.65)))
                .isPresent();
        assertThat(new EvidenceCheck().lacksAnswer(question, Words.of(question), Set.of(), hits(OIL, 0.8)))
                .isEmpty();
    }

    @Test
    void question_piecesLittleLikeIt_isNotAnswerable() {
        var question = "when is the oil filter changed";
        assertThat(lacks(question, new PieceLikeness(0.8, 0.75))).isEmpty();
        assertThat(lacks(question, new PieceLikeness(0.6, 0.6))).isPresent();
    }

    private static Optional<String> lacks(String question, PieceLikeness likeness) {
        return new EvidenceCheck()
                .lacksAnswer(
                        question,
                        EvidenceCheck.wanted(question),
                        Set.of(),
                        hits(OIL),
                        hit -> List.of(),
                        () -> likeness);
    }

    @Test
    void question_thatNothingCanAnswer_isNotCompared() {
        var question = "when is the oil filter of the PW127 changed";
        assertThat(new EvidenceCheck()
                        .lacksAnswer(
                                question, EvidenceCheck.wanted(question), Set.of(), hits(OIL), hit -> List.of(), () -> {
                                    throw new AssertionError("compared");
                                }))
                .isPresent();
    }

    @Test
    void question_nothingFound_isNotAnswerable() {
        assertThat(new EvidenceCheck()
                        .lacksAnswer("oil filter", EvidenceCheck.wanted("oil filter"), Set.of(), List.of()))
                .isPresent();
    }

    @Test
    void question_namesWhatTheLibraryHasNoWordFor_isNotAnswerable() {
        var hits = hits(OIL);
        assertThat(new EvidenceCheck()
                        .lacksAnswer("dilithium oil filter", Words.of("dilithium oil filter"), Set.of(), hits))
                .isEmpty();
        assertThat(new EvidenceCheck()
                        .lacksAnswer(
                                "dilithium oil filter", Words.of("dilithium oil filter"), Set.of("dilithium"), hits))
                .get()
                .asString()
                .contains("“dilithium”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the dilithium filter is bigger | dilithium",
                "lumpy tickover of a PW127, 24 psi | ''",
                "extinguishants | extinguishants",
            })
    void rareWord_neitherOfTheTradeNorSpoken_isNamed(String question, String rare) {
        var known = Set.of("filter", "big", "psi");
        assertThat(new EvidenceCheck(known::contains).rareWords(question).values())
                .containsExactlyElementsOf(rare.isEmpty() ? List.of() : List.of(rare));
    }

    @Test
    void rareWord_isSoughtByTheBeginningOfItsFamily() {
        assertThat(new EvidenceCheck(word -> false).rareWords("extinguishant").keySet())
                .allSatisfy(beginning -> assertThat("extinguisher").startsWith(beginning));
    }

    @ParameterizedTest
    @CsvSource({
        "O-360, overhaul of the O360 engine, true",
        "O-360, turn it up to 360 degrees, false",
        "O-200, the 0-200-A engine, true",
        "IO-540, the I0540 engine, true",
        "V2500, the V25001 seal, false"
    })
    void type_writtenInAnotherWay_isTheSame(String named, String text, boolean there) {
        assertThat(NamedType.in("limits of the " + named).getFirst().standsIn(text))
                .isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bolt torque on a Rotax 912",
                "weight of the rotax 912 in pounds",
                "what does the ATR 72 controller do",
                "duty time under part 145"
            })
    void type_numberApartFromItsName_isOne(String question) {
        assertThat(NamedType.in(question)).hasSize(1);
        assertThat(NamedType.in(question).getFirst().standsIn("The Rotax 912, the ATR-72 and Part 145."))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N1 at idle",
                "28v on the bus",
                "10mm gap",
                "100ll fuel",
                "6-inch clearance",
                "shake between 2200 and 2350",
                "egt 650 after start",
                "the gauge shows 45, why",
                "the 40 psi limit",
                "running 20 hours"
            })
    void type_numberWithUnitOrRotorSpeed_isNone(String question) {
        assertThat(NamedType.in(question)).isEmpty();
    }

    /** A chapter names the engine and goes on about it for pages; what stands behind another name is of the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Rotax has two carburetors. ; Both are set in turn.                 | true",
                "The Rotax has two carburetors. ; The Jabiru has one, set at the works. | false",
                "Both are set in turn.          ; The chokes open first.                | false"
            })
    void makeAlone_isWhatTheTextNamedLast(String before, boolean spokenOf) {
        String question = "which idle stop screw of the rotax is turned";
        List<Hit> hits = hits("The idle stop screw is turned until it touches the feeler gauge.");
        List<Passage> earlier = Arrays.stream(before.split(";"))
                .map(text -> hits(text.strip()).getFirst().passage())
                .toList();
        Optional<String> lacks = new EvidenceCheck()
                .lacksAnswer(
                        question,
                        EvidenceCheck.wanted(question),
                        Set.of(),
                        hits,
                        hit -> earlier,
                        () -> PieceLikeness.NONE);
        assertThat(lacks.isEmpty()).isEqualTo(spokenOf);
        if (!spokenOf) assertThat(lacks).get().asString().contains("rotax, which you name");
    }

    private static Optional<String> lacks(String question) {
        return lacks(question, OIL);
    }

    private static Optional<String> lacks(String question, String text) {
        var hits = hits(text);
        return new EvidenceCheck().lacksAnswer(question, EvidenceCheck.wanted(question), Set.of(), hits);
    }

    private static List<Hit> hits(String text) {
        return hits(text, 0.72);
    }

    private static List<Hit> hits(String text, double score) {
        return new Bench()
                .passage("AMM", PassageKind.PARAGRAPH, text).exhibits().documents().stream()
                        .map(Exhibits.Document::hit)
                        .map(hit -> new Hit(hit.passage(), hit.document(), score, List.of()))
                        .toList();
    }
}
