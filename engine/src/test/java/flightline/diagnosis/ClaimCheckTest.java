package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimCheckTest {
    private final ClaimCheck claims = new ClaimCheck();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Torque the nut to 25 N·m.                 | Tighten the nut to a torque of 25 N·m (221 lbf in).
                    The pressure is 3000 psi.                 | Charge the accumulator to 3000psi and wait.
                    The pressure must be 1,200 psi.           | The pressure is 1200 psi at 20 °C.
                    The pressure must be 1200 psi.            | The pressure is 1,200 psi at 20 °C.
                    The gap is 1\u00A0200 mm.                 | The gap is 1200 mm.
                    The range is 25\u201330 psi.              | Inflate to 25-30 psi.
                    Cool it to -40 °C.                        | Cool it to \u221240\u00A0°C.
                    The gap is 3 ±0.5 mm.                     | The gap is 3 ± 0.5 mm.
                    The gap is 3 ±0.5 mm.                     | The gap is 3 +/- 0.5 mm.
                    Use part 65B-45821-3A.                    | The part number is 65B-45821-3A.
                    Use part 65\u201145821\u20113.            | Use 65-45821-3 only.
                    Do not open the valve.                    | Never open the valve.
                    Do not open the valve.                    | Close the door. Do not open the valve.
                    Close the door.                           | Close the door. Do not open the valve.
                    Measure 5 MΩ at the terminals.            | Measure 5 MΩ at the terminals.
                    Wait for 10 and 20 s.                     | Wait 10 s, then 20 s. Wait for 10, and again.
                    """)
    void fault_none_whereTheSourceSaysIt(String sentence, String source) {
        assertThat(claims.fault(sentence, List.of(source))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Torque the nut to 26 N·m.                 | Torque the nut to 25 N·m.
                    Torque the nut to 25 mm.                  | Torque the nut to 25 N·m.
                    Torque the nut to 25 N.                   | Torque the nut to 25 N·m.
                    Torque the nut to 25 lbf·ft.              | Torque the nut to 25 lbf·in.
                    Torque the nut to 25 N·m.                 | Torque the nut to 125 N·m.
                    Torque the nut to 25 N·m.                 | Torque the nut to 25.5 N·m.
                    The pressure is 200 psi.                  | The pressure is 1,200 psi.
                    The pressure is 200 psi.                  | The pressure is 1\u00A0200 psi.
                    The pressure is 12 psi.                   | The pressure is 1.2 psi.
                    The pressure is 50 psi.                   | The pressure is 50 psid.
                    The range is 25\u201335 psi.              | Inflate to 25-30 psi.
                    Cool it to 40 °C.                         | Cool it to -40 °C.
                    Cool it to -40 °C.                        | Heat it to 40 °C.
                    Heat it to 40 °F.                         | Heat it to 40 °C.
                    The gap is 0.5 mm.                        | The gap is ±0.5 mm.
                    The gap is ±0.6 mm.                       | The gap is ±0.5 mm.
                    Measure 5 mΩ at the terminals.            | Measure 5 MΩ at the terminals.
                    Install part 65B-45821-4A.                | Install part 65B-45821-3A.
                    Install part 65B-45821-3.                 | Install part 65B-45821-3A.
                    Install part 65-45821-4.                  | Install part 65-45821-3.
                    Install part 65b-45821-4a.                | Install part 65B-45821-3A.
                    Do task 32-42-00.                         | Do task 32-41-00.
                    Remove two bolts.                         | Remove the three bolts.
                    Open the valve.                           | Do not open the valve.
                    Do not open the valve.                    | Open the valve.
                    Do not close the valve.                   | Do not open the door. Close the valve.
                    Open the left valve.                      | Open the right valve.
                    Close the drain valve.                    | Open the drain valve.
                    The brake doesn't drag.                   | The brake does drag.
                    """)
    void fault_named_whereTheSourceSaysOtherwise(String sentence, String source) {
        assertThat(claims.fault(sentence, List.of(source))).isPresent();
    }

    @Test
    void fault_namesTheValue() {
        assertThat(claims.fault("Torque to 900 lbf·ft.", List.of("Torque to 90 lbf·ft.")))
                .contains("'900 lbf·ft' is not in the passage that it cites");
    }

    @Test
    void severalPassages_holdUpOneSentence() {
        assertThat(claims.fault("Torque 25 N·m, gap 3 mm.", List.of("Torque 25 N·m.", "The gap is 3 mm.")))
                .isEmpty();
    }
}
