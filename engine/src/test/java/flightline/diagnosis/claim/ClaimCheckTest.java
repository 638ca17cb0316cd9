package flightline.diagnosis.claim;

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
                    Charge it to 3000 psi.                    | Charge the accumulator to 3000psi and wait.
                    The pressure is 1,200 psi.                | The pressure is 1200 psi at 20 °C.
                    The pressure is 1200 psi.                 | The pressure is 1,200 psi at 20 °C.
                    The gap is 1\u00A0200 mm.                 | The gap is 1200 mm.
                    The range is 25\u201330 psi.              | Inflate to 25-30 psi.
                    Cool it to -40 °C.                        | Cool it to \u221240\u00A0°C.
                    The gap is 3 ±0.5 mm.                     | The gap is 3 ± 0.5 mm.
                    The gap is 3 ±0.5 mm.                     | The gap is 3 +/- 0.5 mm.
                    Use part 65B-45821-3A.                    | The part number is 65B-45821-3A.
                    Use part 65\u201145821\u20113.            | Use part 65-45821-3.
                    Do not open the valve.                    | Never open the valve.
                    Do not open the valve.                    | Close the door. Do not open the valve.
                    Close the door.                           | Close the door. Do not open the valve.
                    Measure 5 MΩ at the terminals.            | Measure 5 MΩ at the terminals.
                    Open the door when the flap is locked.    | When the flap is locked, open the door.
                    The pump, a gear type, feeds both tanks.  | The pump (a gear type) feeds both tanks.
                    The pump feeds both tanks.                | The pump, which is of the gear type, feeds both tanks.
                    Verify that the airplane's brakes hold.   | Check that the aircraft brakes hold.
                    The seal must be replaced.                | Replace the seal.
                    The filter should be cleaned if it is wet.| If the filter is wet, it should be cleaned.
                    THE 14-LOBE CAM IS SHOWN.                 | The 14-lobe cam is shown.
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
                    The brake may drag.                       | The brake must drag.
                    The brake drags.                          | The brake may drag.
                    Replace the seal.                         | If the seal leaks, replace the seal.
                    Replace the seal.                         | Replace the seal only if it leaks.
                    Open the valve if it is wet.              | Open the valve, but not if it is wet.
                    Clean the filter if it is not wet.        | If the filter is wet, clean it.
                    INSTALL PART 14-LOBA.                     | Install part 14-LOBE.
                    Lock the flap before you open the door.   | Open the door before you lock the flap.
                    Lock the flap after you open the door.    | Lock the flap before you open the door.
                    Replace the pump. Drain the oil.          | Drain the oil. Replace the pump.
                    Wait at most 5 minutes.                   | Wait at least 5 minutes.
                    Wait 5 minutes.                           | Wait at least 5 minutes.
                    The torque is 18.4 lbf·ft.                | The torque is 25 N·m.
                    The pump weighs 3 kg, the tank 9 kg.      | The pump weighs 9 kg, the tank 3 kg.
                    Connect the oil pump to the tank.         | Connect the fuel pump to the tank. The oil pump stays.
                    The switch is serviceable.                | The switch is unserviceable.
                    Connect the harness.                      | Disconnect the harness.
                    The Boeing valve is closed.               | The valve is closed.
                    The aircraft is airworthy.                | Make sure that the aircraft is airworthy.
                    The work is approved for service.         | The work is approved for service by the inspector.
                    The valve is <b>closed</b>.               | The valve is closed.
                    """)
    void fault_named_whereTheSourceSaysOtherwise(String sentence, String source) {
        assertThat(claims.fault(sentence, List.of(source))).isPresent();
    }

    @Test
    void fault_namesTheValueAndWhatThePassageSays() {
        assertThat(claims.fault("Torque to 900 lbf·ft.", List.of("Torque to 90 lbf·ft.")))
                .hasValueSatisfying(fault -> {
                    assertThat(fault.rule()).isEqualTo(Fault.Rule.VALUE);
                    assertThat(fault.words()).contains("900 lbf·ft", "90 lbf·ft");
                });
    }

    @Test
    void fault_convertedUnit_saysThatNothingIsConverted() {
        assertThat(claims.fault("Torque the nut to 18.4 lbf·ft.", List.of("Torque the nut to 25 N·m.")))
                .hasValueSatisfying(fault -> assertThat(fault.words()).contains("not converted"));
    }

    @Test
    void severalPassages_holdUpOneSentence() {
        assertThat(claims.fault("Torque 25 N·m, gap 3 mm.", List.of("Torque 25 N·m.", "The gap is 3 mm.")))
                .isEmpty();
    }
}
