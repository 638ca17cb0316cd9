package flightline.diagnosis.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhereaboutsTest {
    @ParameterizedTest
    @CsvSource({
        "L/H main gear no green, LEFT gear late, false, true",
        "L PACK OVHT, R PACK OVHT, true, false",
        "DC GEN 1 off, gen 2 dropped, true, false",
        "#1 prop surges, prop 1 hunting, false, true",
        "left engine rough, ENG 1 rough, false, false",
        "oil low 2 min after start, eng 1 oil low, false, false",
        "cabin hot, R/H side hot, false, false",
        "L1 door slide fell out, r1 door slide fell out, true, false",
        "slide of 2L door loose, L2 door slide fell out, false, true",
        "hyd refilled 1L, L2 door handle stiff, false, false",
        "light at seat 13H broken, light at seat 18D dim, true, false",
        "vibration in both seats 1/rev, cold at seat row 2, false, false",
        "rib cracked at sta 120.30, rib sta 120.3 stiffener 4 cracked, false, true",
        "floor beam sta 1640 corroded, floor beam sta 328 corroded, true, false",
    })
    void twoComplaints_contradictOnlyWhereBothSayWhere(String one, String other, boolean contradict, boolean meet) {
        Whereabouts first = Whereabouts.in(one);
        Whereabouts second = Whereabouts.in(other);
        assertThat(first.contradicts(second)).isEqualTo(contradict);
        assertThat(second.contradicts(first)).isEqualTo(contradict);
        assertThat(first.meets(second)).isEqualTo(meet);
    }
}
