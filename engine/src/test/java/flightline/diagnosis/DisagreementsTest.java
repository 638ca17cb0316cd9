package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.PassageKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisagreementsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Torque the axle nut of the wheel to 25 N·m.     | Torque the axle nut of the wheel to 30 N·m.
                    Torque the axle nut of the wheel to 25 N·m.     | Torque the axle nut of the wheel to 30 Nm.
                    Charge the brake accumulator to 1,200 psi.      | Charge the brake accumulator to 1000 psi.
                    Run the fuel pump motor dry for 30 seconds.     | Run the fuel pump motor dry for 20 s.
                    Install the new blade and torque the hub bolts to 25 N·m in a cross pattern. | Torque the hub bolts to 30 N·m.
                    """)
    void twoInForce_differentValuesForTheSameThing_conflict(String one, String two) {
        assertThat(among(one, two)).singleElement().satisfies(c -> {
            assertThat(c.text()).contains("A: ", "B: ");
            assertThat(c.citations()).containsExactly("c1", "c2");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Torque the axle nut of the wheel to 25 N·m.     | Torque the axle nut of the wheel to 25 Nm.
                    Torque the axle nut of the wheel to 25 N·m.     | Torque the axle nut of the wheel to 25.0 N·m.
                    Charge the brake accumulator to 1,200 psi.      | Charge the brake accumulator to 1200 psi.
                    Torque the axle nut of the wheel to 25 N·m.     | Torque the hinge bolt of the cargo door to 30 N·m.
                    Torque the axle nut of the wheel to 25 N·m.     | The axle nut of the wheel has a thread of 30 mm.
                    Torque the hub bolts to 25 N·m. | Install the rotor, then torque the tail rotor hub bolts to 30 N·m in turn.
                    PRE SB 32-100: torque the wheel axle nut to 25 N·m. | POST SB 32-100: torque the wheel axle nut to 30 N·m.
                    Pre-mod: torque the wheel axle nut to 25 N·m.   | Post-mod: torque the wheel axle nut to 30 N·m.
                    """)
    void sameValue_otherThing_otherState_noConflict(String one, String two) {
        assertThat(among(one, two)).isEmpty();
    }

    @Test
    void valuesAreSaidAsTheyAreWritten() {
        assertThat(among("Torque the axle nut of the wheel to 25 N·m.", "Torque the axle nut of the wheel to 30 N·m."))
                .singleElement()
                .satisfies(c -> assertThat(c.text()).contains("25 N·m", "30 N·m"));
    }

    @Test
    void whatOneSaysAndTheOtherHasInItsHeading_isTheSameThing() {
        var bench = new Bench();
        bench.passage(
                "A",
                PassageKind.STEP,
                "",
                "Put it on, and torque the hub bolts to 25 N·m in turn.",
                Applicability.ALL,
                List.of("Propeller of the RX-7"));
        bench.passage("B", PassageKind.STEP, "Torque the RX-7 propeller hub bolts to 30 N·m.");
        assertThat(Disagreements.among(bench.exhibits().documents(), bench.docket()))
                .hasSize(1);
    }

    @Test
    void differentEffectivity_noConflict() {
        var bench = new Bench();
        for (String serials : List.of("1~50", "51~99"))
            bench.passage(
                    serials.startsWith("1") ? "A" : "B",
                    PassageKind.STEP,
                    "",
                    "Torque the axle nut of the wheel to " + serials.charAt(0) + "0 N·m.",
                    new Applicability.Has("serialno", List.of(serials)),
                    List.of());
        assertThat(Disagreements.among(bench.exhibits().documents(), bench.docket()))
                .isEmpty();
    }

    @Test
    void bulletinThatTellsOfTheOldValue_stillDisagreesWithTheManual() {
        var bench = new Bench()
                .passage("AMM", PassageKind.STEP, "Put it on and torque the hub bolts to 3.1 N·m.")
                .passage("SB", PassageKind.PARAGRAPH, "Hub bolts torqued to 3.1 N·m were found loose.")
                .passage("SB", PassageKind.PARAGRAPH, "Description\nTorque the hub bolts to 3.6 N·m.");
        assertThat(Disagreements.among(bench.exhibits().documents(), bench.docket()))
                .singleElement()
                .satisfies(c -> assertThat(c.text()).contains("3.1 N·m against 3.6 N·m"));
    }

    @Test
    void bulletinForSomeAircraft_againstTheManualForAll_isAConflict() {
        var bench = new Bench().passage("AMM", PassageKind.STEP, "Torque the axle nut of the wheel to 20 N·m.");
        bench.passage(
                "SB",
                PassageKind.STEP,
                "",
                "Torque the axle nut of the wheel to 30 N·m.",
                new Applicability.Has("serialno", List.of("1~50")),
                List.of());
        assertThat(Disagreements.among(bench.exhibits().documents(), bench.docket()))
                .hasSize(1);
    }

    @Test
    void nutThatBothTorqueTwice_isNoConflict() {
        var bench = new Bench()
                .passage("A", PassageKind.STEP, "Torque the axle nut to 270 N·m while you turn the wheel.")
                .passage("A", PassageKind.STEP, "Then torque the axle nut to 68 N·m.")
                .passage("B", PassageKind.STEP, "Torque the axle nut to 270 N·m in the first pass.")
                .passage("B", PassageKind.STEP, "Loosen it, then torque it to 68 N·m.");
        assertThat(Disagreements.among(bench.exhibits().documents(), bench.docket()))
                .isEmpty();
    }

    @Test
    void preAndPost_toldByTheHeadings_noConflict() {
        var bench = new Bench();
        for (String state : List.of("PRE", "POST"))
            bench.passage(
                    state,
                    PassageKind.STEP,
                    "",
                    "Torque the axle nut of the wheel to " + state.length() + "0 N·m.",
                    Applicability.ALL,
                    List.of("Installation", "Aircraft " + state + " SB 32-100"));
        assertThat(Disagreements.among(bench.exhibits().documents(), bench.docket()))
                .isEmpty();
    }

    @Test
    void oneDocument_doesNotDisagreeWithItself() {
        var bench = new Bench()
                .passage("A", PassageKind.STEP, "Torque the axle nut of the wheel to 25 N·m.")
                .passage("A", PassageKind.STEP, "Torque the axle nut of the wheel to 30 N·m.");
        assertThat(Disagreements.among(bench.exhibits().documents(), bench.docket()))
                .isEmpty();
    }

    private static List<Conflict> among(String one, String two) {
        var bench = new Bench().passage("A", PassageKind.STEP, one).passage("B", PassageKind.STEP, two);
        return Disagreements.among(bench.exhibits().documents(), bench.docket());
    }
}
