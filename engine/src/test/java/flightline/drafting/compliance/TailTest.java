package flightline.drafting.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TailTest {
    @Test
    void number_isNotFoundInALongerOne() {
        assertThat(Tail.names("SB LT46-32-017 Revision 1", "LT46-32-017")).isTrue();
        assertThat(Tail.names("sb lt46 32 017R1", "32-017")).isTrue();
        assertThat(Tail.names("SB LT46-32-0171", "LT46-32-017")).isFalse();
        assertThat(Tail.names("SB 53-53A1401", "53-53A140")).isFalse();
        assertThat(Tail.names("AD 2025-03-12", "2025-03")).isFalse();
    }

    @Test
    void bulletinWithALetterInItsNumber_countsOnlyWhereThatOneWasDone() {
        assertThat(condition("SB 53-53A1400 Revision 1").holds("aircraft on which SB 53-53A1400 was done"))
                .isEqualTo(Answered.YES);
        assertThat(condition("SB 53-53A1401 Revision 1").holds("aircraft on which SB 53-53A1400 was done"))
                .isEqualTo(Answered.UNKNOWN);
    }

    private static Condition condition(String done) {
        return new Condition(new Tail(
                "QQ-KAA",
                "LT-46-200",
                "1012",
                "",
                "",
                "",
                Map.of(),
                List.of(new Tail.Done(done, "2031-01-01", "", "", "")),
                List.of()));
    }
}
