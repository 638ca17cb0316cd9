package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FlattenedTableTest {
    @Test
    void in_bullets_columnByColumn() {
        var table = FlattenedTable.in(
                        "4-2 • Blocked vent. • Worn seal. • Low fluid. • Air in the line. "
                                + "Brake drags. Pedal feels soft. Trouble Probable cause Remedy • Clear the vent. • Replace the seal. "
                                + "• Fill the reservoir. • Bleed the brake. Replace the hose if it swells. Figure 4-3. Brake troubles. The brake has")
                .orElseThrow();
        assertThat(table.causes())
                .extracting(FlattenedTable.Cell::text)
                .containsExactly("Blocked vent.", "Worn seal.", "Low fluid.", "Air in the line.");
        assertThat(table.troubles())
                .extracting(FlattenedTable.Cell::text)
                .containsExactly("Brake drags.", "Pedal feels soft.");
        assertThat(table.remedies()).hasSize(4);
        assertThat(table.remedies().getLast().text()).isEqualTo("Bleed the brake. Replace the hose if it swells.");
        assertThat(table.near(0, 0)).isGreaterThan(table.near(0, 3));
        assertThat(table.near(1, 3)).isGreaterThan(table.near(1, 0));
    }

    @Test
    void in_cellsWithCapitalsOnly_andMarksOfNotes() {
        String text =
                "Trouble Probable Cause Isolation Procedure Remedy Brake drags1 Pedal feels soft2 a Blocked vent b Worn seal a Air in line "
                        + "Inspect vent Inspect seal Inspect line Clear vent Replace seal Bleed line Figure 4-3. Brakes.";
        var table = FlattenedTable.in(text).orElseThrow();
        assertThat(table.troubles())
                .extracting(FlattenedTable.Cell::text)
                .containsExactly("Brake drags", "Pedal feels soft");
        assertThat(table.causes())
                .extracting(FlattenedTable.Cell::text)
                .containsExactly("Blocked vent", "Worn seal", "Air in line");
        for (FlattenedTable.Cell cause : table.causes())
            assertThat(text.substring(cause.start(), cause.end())).isEqualTo(cause.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The probable cause of an abnormal surface can be determined from its appearance. Replace the points.",
                "Tools: • Hammer • Saw • File • Pliers • Vice • Drill",
                "Trouble Probable Cause Remedy",
                ""
            })
    void in_proseAndListsOfOtherThings_areNoTable(String text) {
        assertThat(FlattenedTable.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Defective spark plugs.                | spark plugs              | defective
                    Dirty, worn commutator.               | commutator               | dirty, worn
                    Starter relay is defective.           | starter relay            | is defective
                    Throttle lever out of adjustment      | throttle lever           | out of adjustment
                    Fuel control bypass valve sticking open. | fuel control bypass valve | sticking open
                    Oil outlet obstructed                 | oil outlet               | obstructed
                    Lack of fuel.                         | lack of fuel             | ''
                    Water in carburetor.                  | water in carburetor      | ''
                    """)
    void causePhrase_partsThePartFromItsCondition(String text, String part, String condition) {
        assertThat(CausePhrase.of(text)).isEqualTo(new CausePhrase(part, condition));
    }
}
