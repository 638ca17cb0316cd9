package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Open the valve.                 | Open the valve.
                    Open the valve.                 | Do not touch the pipe. Open the valve. Do not run the pump.
                    Open the valve                  | Do not touch the pipe; Open the valve; close the door.
                    Torque 25 N·m                   | Torque\u00A025\u00A0N·m
                    See Fig. 4 for it.              | First this. See Fig. 4 for it. Then that.
                    the pump leaks                  | When the pump leaks, replace it.
                    """)
    void standsIn_wholeSentencesAndFairPieces(String quoted, String source) {
        assertThat(Quotation.standsIn(source, quoted)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    open the valve.                 | Do not open the valve.
                    Open the valve                  | Open the valve unless the engine runs.
                    Torque to 25                    | Torque to 25 N·m.
                    Torque to 25 N                  | Torque to 25 N·m.
                    25 psi                          | 125 psi
                    5 psi                           | 2.5 psi
                    40 °C                           | -40 °C
                    65B-45821                       | 65B-45821-3A
                    pen the valve                   | Open the valve
                    Torque to 26 N·m                | Torque to 25 N·m
                    ''                              | Torque to 25 N·m
                    """)
    void standsIn_notWhatIsCutOutOfItsSense(String quoted, String source) {
        assertThat(Quotation.standsIn(source, quoted)).isFalse();
    }
}
