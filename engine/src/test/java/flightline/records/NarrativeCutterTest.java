package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.records.NarrativeCutter.Halves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NarrativeCutterTest {
    private final NarrativeCutter cutter = new NarrativeCutter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brake pedal soft after landing. found fluid at the axle. replaced seal. | brake pedal soft after landing | found fluid at the axle. replaced seal.",
                "NO 2 GEN OFF LT ON IN CLIMB. MX R/R GCU IAW AMM 24-22-02. | NO 2 GEN OFF LT ON IN CLIMB | MX R/R GCU IAW AMM 24-22-02.",
                "stall vane light on at taxi. maintenance replaced the vane. | stall vane light on at taxi | maintenance replaced the vane.",
                "oil pressure fluctuates in cruise. performed fim 79-30. ok | oil pressure fluctuates in cruise | performed fim 79-30. ok",
                "smoke in galley. performed emergency descent and landed. replaced oven | smoke in galley. performed emergency descent and landed | replaced oven",
                "vibration at 200 knots, no damage found. removed and replaced tab rod. | vibration at 200 knots, no damage found | removed and replaced tab rod.",
            })
    void cut_isBeforeTheFirstWork(String narrative, String complaint, String action) {
        assertThat(cutter.cut(narrative)).isEqualTo(new Halves(complaint, action));
    }

    @Test
    void noWorkTold_leavesTheWholeAsComplaint() {
        assertThat(cutter.cut("captain's window crazed in two places. "))
                .isEqualTo(new Halves("captain's window crazed in two places.", ""));
        assertThat(cutter.cut("")).isEqualTo(new Halves("", ""));
    }

    @Test
    void findingAtTheVeryStart_isTheComplaint() {
        assertThat(cutter.cut("found nr 3 tire worn to cord. replaced tire."))
                .isEqualTo(new Halves("found nr 3 tire worn to cord", "replaced tire."));
    }
}
