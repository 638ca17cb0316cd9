package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flightline.terms.Mention.Bulletin;
import flightline.terms.Mention.CrewMessage;
import flightline.terms.Mention.Directive;
import flightline.terms.Mention.FaultCode;
import flightline.terms.Mention.FlightPhase;
import flightline.terms.Mention.ManualReference;
import flightline.terms.Mention.Negation;
import flightline.terms.Mention.PartNumber;
import flightline.terms.Mention.Phase;
import flightline.terms.Mention.Position;
import flightline.terms.Mention.Quantity;
import flightline.terms.Mention.Registration;
import flightline.terms.Mention.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TermReaderTest {
    private final TermReader reader = new TermReader();

    @Test
    void mentions_stayWithinTheTextAndDoNotOverlap() {
        String text = "R/R L/H brake P/N 65-24608-17 IAW AMM 32-42-01, 28V at pin 3, no leaks on taxi of N123AB";
        int last = 0;
        for (Mention mention : reader.read(text)) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(last);
            assertThat(mention.end()).isBetween(mention.start() + 1, text.length());
            last = mention.end();
        }
        assertThat(last).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "per amm 32-41-00, AMM, 32-41-00",
        "IAW AMM32-41-00-400-801, AMM, 32-41-00-400-801",
        "fim 32-30-00-815-840-001 done, FIM, 32-30-00-815-840-001",
        "FIM TASK 21-30-00-815-803, FIM, 21-30-00-815-803",
        "mel 27-08-02, MEL, 27-08-02",
        "repaired iaw srm 53-00-52-2r-4, SRM, 53-00-52-2R-4",
        "per 21-51-05 now, '', 21-51-05",
    })
    void manualReferences_areReadWithTheirNumber(String text, String manual, String number) {
        ManualReference reference = reader.read(text, ManualReference.class).getFirst();
        assertThat(reference.manual()).isEqualTo(manual);
        assertThat(reference.number()).isEqualTo(number);
        assertThat(reference.ata().orElseThrow().dashed()).isEqualTo(number.substring(0, 5));
    }

    @Test
    void bulletinsAndDirectives_areToldApart() {
        String text = "complied with SB 767-27-0197 and AD 2022-03-06";
        assertThat(reader.read(text, Bulletin.class))
                .extracting(Bulletin::number)
                .containsExactly("767-27-0197");
        assertThat(reader.read(text, Directive.class))
                .extracting(Directive::number)
                .containsExactly("2022-03-06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PN 65-24608-17",
                "bolt pn: 107ck2733-2 found",
                "replaced valve (p/n 711003-3)",
                "installed 141a8240u37 frame",
                "fitted 2205170-2",
                "part number F3231-11",
                "replaced F3231-11",
                "R MLG F3231-11 brake assy, warning light still on"
            })
    void partNumbers_areFound(String text) {
        assertThat(reader.read(text, PartNumber.class)).as(text).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log page 2251493a",
                "13dec17",
                "b737-800",
                "flight level fl350",
                "10,000 feet",
                "2023-02-28",
                "amm 21-51-10-400-801",
                "nrc y174915",
                "row 52d",
                "seat 12A",
                "seats 23C and 23F",
                "seats 12A-14F do not recline"
            })
    void otherNumbers_areNoPartNumbers(String text) {
        assertThat(reader.read(text, PartNumber.class)).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'3,000 psi', 3000, psi, 20684.27",
        "50 PSIG, 50, psi, 344.74",
        "2.5 bar, 2.5, bar, 250",
        "212 °F, 212, °F, 100",
        "65 deg C, 65, °C, 65",
        "-40F, -40, °F, -40",
        "120 lbf-in, 120, lbf·in, 13.558",
        "45 ft-lbs, 45, lbf·ft, 61.01",
        "28V, 28, V, 28",
        "24.5 volts, 24.5, V, 24.5",
        "12 A, 12, A, 12",
        "0.5 ohms, 0.5, Ω, 0.5",
        "100 kg, 100, kg, 100",
        "220 lbs, 220, lb, 99.79",
        "2700 rpm, 2700, rpm, 2700",
        "96.5%, 96.5, %, 96.5",
        "1 inch, 1, in, 25.4",
        "3 mm, 3, mm, 3",
        "2 hours, 2, h, 120",
        "15 mins, 15, min, 15",
    })
    void quantities_areReadAndBroughtToTheirBase(String text, double value, String unit, double base) {
        Quantity quantity = reader.read(text, Quantity.class).getFirst();
        assertThat(quantity.value()).isEqualTo(value);
        assertThat(quantity.unit()).isEqualTo(unit);
        assertThat(quantity.base()).isCloseTo(base, within(Math.abs(base) * 1e-3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seat 13A",
                "seat 23C",
                "pax seat at 23F",
                "23C recline",
                "seats 12A, 12C and 23C",
                "row 5 a light",
                "2 in the cabin",
                "32-41-00 c",
                "found 4 flat spots"
            })
    void wordsAfterNumbers_areNoUnits(String text) {
        assertThat(reader.read(text, Quantity.class)).as(text).isEmpty();
    }

    @Test
    void registrations_areFoundAndShaftSpeedsAreNot() {
        String text = "N123AB and G-ABCD, tail d-efgh, n2 vibration, N1 96 pct, c-check, G-LOAD noted";
        assertThat(reader.read("N123AB and G-ABCD, tail d-efgh, n2 vibration, N1 low, c-check", Registration.class))
                .extracting(Registration::mark)
                .containsExactly("N123AB", "G-ABCD", "D-EFGH");
        assertThat(reader.read(text, Registration.class)).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void positions_areSidesAndNumbers() {
        List<Position> positions = reader.read("L/H inbd flap, no 2 eng, fwd door, #3 tire", Position.class);
        assertThat(positions)
                .extracting(Position::side)
                .containsExactly(Side.LEFT, Side.INBOARD, Side.NUMBERED, Side.FORWARD, Side.NUMBERED);
        assertThat(positions.get(2).number()).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "R MLG tire worn, RIGHT",
        "R MLG wheel warning light on, RIGHT",
        "L BRAKE HOT, LEFT",
        "lt brake hot, LEFT",
        "rt eng vibrates, RIGHT",
        "removed r main gear tire, RIGHT",
        "added 3 l of oil to R eng, RIGHT"
    })
    void letterBeforeAPart_isItsSide(String text, Side side) {
        assertThat(reader.read(text, Position.class)).extracting(Position::side).containsExactly(side);
        assertThat(reader.read(text, CrewMessage.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add 2 L fuel",
                "10 l tank",
                "P/N R 1234",
                "part R-1234",
                "type L pump",
                "the R-L circuit",
                "R & R pump",
                "L-R brake",
                "landing lt inop",
                "lt bulb out",
                "BRAKE LT ON"
            })
    void letterElsewhere_isNoSide(String text) {
        assertThat(reader.read(text, Position.class)).as(text).isEmpty();
    }

    @Test
    void sideAndPart_areAMessage_whereOneIsNamed() {
        assertThat(reader.read("the message R PACK came up on the eicas during climb", CrewMessage.class))
                .extracting(CrewMessage::message)
                .containsExactly("R PACK");
    }

    @Test
    void removedAndReplaced_isNoSide() {
        assertThat(reader.read("right & right actuator", Position.class)).isEmpty();
        assertThat(reader.read("left and right actuator", Position.class)).hasSize(2);
    }

    @Test
    void phases_areFoundButNotPartsNamedAfterThem() {
        assertThat(reader.read("during climb out after t/o, seen again on final", FlightPhase.class))
                .extracting(FlightPhase::phase)
                .containsExactly(Phase.CLIMB, Phase.TAKEOFF, Phase.APPROACH);
        assertThat(reader.read("landing gear light, taxi light", FlightPhase.class))
                .isEmpty();
    }

    @Test
    void negation_reachesToTheEndOfItsClause() {
        String text = "leak checked, no leaks found, ops good";
        Negation negation = reader.read(text, Negation.class).getFirst();
        assertThat(text.substring(negation.start(), negation.scopeEnd())).isEqualTo("no leaks found");
        assertThat(reader.read("no 1 engine", Negation.class)).isEmpty();
        assertThat(reader.read("light did not extinguish", Negation.class)).hasSize(1);
    }

    @Test
    void faultCodesAndCrewMessages_areRead() {
        assertThat(reader.read("fault code 324-012 shown, maint msg 27-51234", FaultCode.class))
                .extracting(FaultCode::code)
                .containsExactly("324-012", "27-51234");
        assertThat(reader.read("received \"gear disagree\" eicas message", CrewMessage.class))
                .extracting(CrewMessage::message)
                .containsExactly("GEAR DISAGREE");
        assertThat(reader.read("crew reported L HYD QTY LOW message in cruise", CrewMessage.class))
                .extracting(CrewMessage::message)
                .containsExactly("L HYD QTY LOW");
        assertThat(reader.read("ALL CAPITALS SAY NOTHING ABOUT A MESSAGE", CrewMessage.class))
                .isEmpty();
    }

    @Test
    void longText_isReadInReasonableTime() {
        String text = "no 2 eng p/n 65-24608-17 iaw amm 32-41-00, 3,000 psi; ".repeat(2_000);
        assertThat(reader.read(text).size()).isEqualTo(8_000);
    }
}
