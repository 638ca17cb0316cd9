package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brake wear pin of the Boeing 737 | Boeing 737",
                "tyre pressure Airbus 320 | Airbus 320",
                "static rpm of a Hughes 500 | Hughes 500",
                "oil for the Rotax 912 UL | Rotax 912",
                "oil filter of the PW127 | PW127",
                "gasket MS29513-222 | MS29513-222",
                "duty time under part 145 | part 145",
            })
    void type_isNamed_whateverItsMakeEndsWith(String question, String named) {
        assertThat(NamedType.in(question)).extracting(NamedType::written).containsExactly(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the nut 120 N·m",
                "the nut 120 Nm",
                "the nut 120 N m",
                "the nut 120 N⋅m",
                "the nut 120 N.m",
                "the nut 12 daN·m",
                "the bolt 90 ft-lb",
                "the bolt 90 lbf·in",
                "the bolt 90 in. lb",
                "accumulator 1500 psi",
                "the filter 70 micron",
                "a capacitor 220 uF",
                "the motor 900 W",
                "the cell 45 mAh",
                "bulb 24 VDC",
                "gasoline 100 ml"
            })
    void numberWithAUnit_isNone(String question) {
        assertThat(NamedType.in(question)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what does chapter 32 say",
                "section 12 of the manual",
                "page 214",
                "step 44, which tool",
                "figure 17 shows what",
                "table 205",
                "item 29 of the list",
                "event 28 in the rows",
                "task 400",
                "note 12",
                "paragraph 25",
                "appendix 12",
                "colour of pin 14",
                "lead between the UART2s",
                "nothing on SERIAL4",
                "engine 12",
                "one 777",
            })
    void numberOfAPlace_orOfOneOfSeveral_isNone(String question) {
        assertThat(NamedType.in(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oil of the Cessna | Cessna | The CESSNA is filled | true",
                "oil of the rotax | rotax | BRP-Rotax engines | true",
                "how many work at pratt and whitney | pratt and whitney | The P&W engine | true",
                "torque of the ATR wheel nut | ATR | AMM for ATR-72 | true",
                "torque of the ATR wheel nut | ATR | the atrium | false",
                "who made this, Bell or somebody else | Bell | the bell crank | false",
                "crank of the Bell | Bell | BELL 206 | true",
            })
    void makeAlone_isNamed_andStandsUnderAnyOfItsNames(String question, String named, String text, boolean there) {
        assertThat(NamedType.in(question)).singleElement().satisfies(type -> {
            assertThat(type.written()).isEqualTo(named);
            assertThat(type.makeAlone()).isTrue();
            assertThat(type.standsIn(text)).isEqualTo(there);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "play of the bell crank",
                "Bell crank stiff",
                "Robin found it. Bell crank stiff",
                "beech plywood",
                "continental breakfast",
                "BELL CRANK STIFF AGAIN"
            })
    void everydayWord_isNoMake(String question) {
        assertThat(NamedType.in(question)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"valve lash of a Lycoming O-320", "Cessna 172 tyre pressure"})
    void makeBesideAType_isNotEnoughByItself(String question) {
        assertThat(NamedType.in(question)).singleElement().satisfies(type -> {
            assertThat(type.makeAlone()).isFalse();
            assertThat(type.standsIn("The Lycoming IO-540 and the Cessna 206")).isFalse();
        });
    }
}
