package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.diagnosis.Attempt.Outcome;
import flightline.terms.Abbreviations;
import flightline.terms.Mention;
import flightline.terms.Mention.Phase;
import flightline.terms.Phrase;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ComplaintReaderTest {
    private final ComplaintReader reader =
            new ComplaintReader(new TextNormaliser(Abbreviations.standard()), new TermReader());

    @Test
    void shorthand_isReadAsWordsSidesAndPhase() {
        Complaint complaint = reader.read("ENG #2 OIL PX LO ON T/O");
        assertThat(complaint.text()).isEqualTo("ENG #2 OIL PX LO ON T/O");
        assertThat(complaint.normalised()).isEqualTo("engine number 2 oil pressure low on takeoff");
        assertThat(complaint.positions()).containsExactly("number 2");
        assertThat(complaint.phases()).containsExactly(Phase.TAKEOFF);
    }

    @Test
    void joinedLetters_areReadAsTheLettersThatTheyJoin() {
        Complaint complaint = reader.read("fuel \uFB01lter clogged, over\uFB02ow, o\uFB00 valve");
        assertThat(complaint.normalised()).isEqualTo("fuel filter clogged, overflow, off valve");
        assertThat(complaint.text()).contains("\uFB01lter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi team, could you please tell me why the left main wheel brake is grabbing? Thanks! | left main wheel brake grabbing
            Good morning all, please help: engine 2 surges. Kind regards                          | engine 2 surges.
            I would like to know why the gear horn sounds, thank you very much                     | gear horn sounds,
            Sorry to bother you. APU will not start, any ideas?                                   | apu will not start,
            cabin call button for help light inop                                                 | cabin call button for help light inoperative
            check valve leaks, pls advise                                                         | check valve leaks,
            """)
    void courtesy_isNotOfTheMatter(String text, String matter) {
        Complaint complaint = reader.read(text);
        assertThat(complaint.normalised()).isEqualTo(matter);
        assertThat(complaint.asked().toLowerCase(java.util.Locale.ROOT)).doesNotContain("thank", "please", "team");
        assertThat(complaint.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "N/A",
                "see attached",
                "as per log",
                "Defect",
                "issue",
                "test",
                "TBD",
                "please help thanks",
                "Hello, could you please help me? Thanks",
                "Pilot reported a problem, see attached report",
                "something is wrong with the aircraft",
                "it is not working",
                "!!!"
            })
    void complaintThatOnlySaysThatThereIsSomething_saysNothing(String text) {
        assertThat(reader.read(text).saysNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brake",
                "test light stays on",
                "smoke",
                "engine failed",
                "see attached, oil leak",
                "fault code 324-012",
                "strange noise",
                "APU"
            })
    void complaintThatNamesAnything_saysSomething(String text) {
        assertThat(reader.read(text).saysNothing()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3242            | 3242
            32-42           | 3242
            32-42-11        | 3242
            ATA 32-42       | 3242
            jasc code: 3242 | 3242
            ATA chapter 32  | 32
            """)
    void codeAlone_isTheSystem(String text, String code) {
        Complaint complaint = reader.read(text);
        assertThat(complaint.system())
                .hasValueSatisfying(system -> assertThat(system.code()).isEqualTo(code));
        assertThat(complaint.saysNothing()).isFalse();
        assertThat(complaint.asked()).isEqualTo(complaint.system().orElseThrow().title());
        assertThat(complaint.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"32", "12345", "9999", "3242 brake drags", "brake 32-42", "2024-05-01", "N3242"})
    void numberThatIsNoCode_orACodeWithMore_isNot(String text) {
        assertThat(reader.read(text).system()).isEmpty();
    }

    @Test
    void positions_areReadOfWrittenOutWordsToo() {
        assertThat(reader.read("L ENG VIB, fwd cargo door, pack 1 off").positions())
                .containsExactly("left", "forward", "number 1");
    }

    @Test
    void quantitiesCodesAndNumbers_areNamed() {
        Complaint complaint =
                reader.read("hyd px 2,300 psi at idle, fault code 324-012, P/N 65-24608-17 iaw AMM 29-11-01");
        assertThat(complaint.quantities()).extracting(Mention.Quantity::value).containsExactly(2300.0);
        assertThat(complaint.faultCodes()).containsExactly("324-012");
        assertThat(complaint.partNumbers()).containsExactly("65-24608-17");
        assertThat(complaint.ata()).containsExactly("29-11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hyd qty low, no leaks found | no leaks found | hydraulic quantity low",
                "odor in cabin, smoke was not observed | smoke was not observed | odor in cabin",
                "no smoke or fire noted and fan seized | no smoke or fire noted | and fan seized",
                "qty low. did not find any fuel leaks. topped up | did not find any fuel leaks | quantity low.. topped up",
                "quantity drops, leak check good | leak check good | quantity drops",
                "No unusual noise or vibration, EGT high | No unusual noise or vibration | egt high",
            })
    void whatIsNotThere_isNoSymptom(String text, String absent, String observed) {
        Complaint complaint = reader.read(text);
        assertThat(complaint.absent()).extracting(Phrase::text).containsExactly(absent);
        assertThat(complaint.observed()).isEqualTo(observed);
        assertThat(complaint.asked()).doesNotContain(absent);
        Phrase phrase = complaint.absent().getFirst();
        assertThat(text.substring(phrase.start(), phrase.end())).isEqualTo(absent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gear did not extend",
                "no hydraulic pressure",
                "no indication on left gauge",
                "apu will not start",
                "no 2 engine leaks",
                "no longer illuminated, leak at pump",
                "cannot select reverse",
                "leak not repaired"
            })
    void whatDoesNotWork_staysASymptom(String text) {
        Complaint complaint = reader.read(text);
        assertThat(complaint.absent()).isEmpty();
        assertThat(complaint.observed()).isEqualTo(complaint.normalised());
    }

    @Test
    void complaintThatOnlyDenies_isStillAskedWith() {
        Complaint complaint = reader.read("no leaks found");
        assertThat(complaint.observed()).isEqualTo("no leaks found");
        assertThat(complaint.asked()).isEqualTo("no leaks found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R&R'd the valve, no change | removed and replaced | valve | NO_CHANGE",
                "swapped LRUs, fault followed | swapped | lrus | FOLLOWED",
                "swapped qty xmtr with R/H, fault stayed on left | swapped | quantity transmitter | STAYED",
                "reset CB, ok for 2 flights then tripped again | reset | circuit breaker | RETURNED",
                "the pump was replaced last night, problem persists | replaced | pump | NO_CHANGE",
                "R/R indicator and ops ck good | removed and replaced | indicator | CURED",
                "changed the sensor -> no help | changed | sensor | NO_CHANGE",
                "brake has been replaced twice | replaced | brake | NOT_SAID",
            })
    void whatWasTried_isReadWithItsResult(String text, String action, String part, Outcome outcome) {
        Complaint complaint = reader.read("L/H hyd qty low. " + text);
        assertThat(complaint.tried()).hasSize(1);
        Attempt tried = complaint.tried().getFirst();
        assertThat(tried.action()).isEqualTo(action);
        assertThat(tried.part()).isEqualTo(part);
        assertThat(tried.outcome()).isEqualTo(outcome);
        assertThat(complaint.text().substring(tried.start(), tried.end())).isEqualTo(tried.text());
    }

    @Test
    void faultThatIsStillThere_isTheResultOfAllThatWasDone() {
        assertThat(reader.read("changed the fuel pump and cleaned the filters but the engine still surges")
                        .tried())
                .extracting(Attempt::outcome)
                .containsExactly(Outcome.NO_CHANGE, Outcome.NO_CHANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valve needs to be replaced",
                "have not replaced it yet",
                "please have the filter changed",
                "if reset does not help call maintenance"
            })
    void whatShouldBeDone_wasNotTried(String text) {
        assertThat(reader.read(text).tried()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000\u0001",
                "7",
                "12 44 9",
                "leak",
                "🔥🛬",
                "Ölleck am linken Triebwerk",
                "تسرب زيت المحرك"
            })
    void oddText_isReadAsItStands(String text) {
        Complaint complaint = reader.read(text);
        assertThat(complaint.text()).isEqualTo(text);
        assertThat(complaint.tried()).isEmpty();
        assertThat(complaint.absent()).isEmpty();
    }

    @Test
    void misspeltWords_areMendedAndKeptAsWritten() {
        Complaint complaint = reader.read("hydralic presure fluctuates");
        assertThat(complaint.text()).isEqualTo("hydralic presure fluctuates");
        assertThat(complaint.normalised()).isEqualTo("hydraulic pressure fluctuates");
    }

    @Test
    void namesInMixedCase_areNotMended() {
        assertThat(reader.read("Crew of Captain Enigne saw smoke").normalised()).contains("enigne");
        assertThat(reader.read("CREW SAW ENIGNE SMOKE").normalised()).contains("engine");
    }

    @Test
    void partsAndConditions_areTagged() {
        Complaint complaint = reader.read("LEFT HYDRAULIC PUMP LEAKING, NO SMOKE NOTED");
        assertThat(complaint.products()).extracting(Phrase::text).contains("HYDRAULIC PUMP");
        assertThat(complaint.conditions()).extracting(Phrase::text).containsExactly("LEAKING");
    }

    @Test
    void veryLongText_isReadWholeAndInTimeThatGrowsWithIt() {
        String once = "no leaks found, hydralic pump replced, no change. ";
        String text = once.repeat(1_000);
        Complaint complaint = reader.read(text);
        assertThat(complaint.absent()).hasSize(1_000);
        assertThat(complaint.tried()).hasSize(50);
        assertThat(complaint.normalised()).doesNotContain("hydralic");
    }
}
