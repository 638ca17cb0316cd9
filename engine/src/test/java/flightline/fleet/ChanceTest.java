package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against values of published tables and closed forms. */
final class ChanceTest {
    @Test
    void intervalOfACount_isTheExactOne() {
        assertThat(Chance.count(0).low()).isZero();
        assertThat(Chance.count(0).high()).isCloseTo(3.6889, within(1e-3));
        assertThat(Chance.count(10).low()).isCloseTo(4.7954, within(1e-3));
        assertThat(Chance.count(10).high()).isCloseTo(18.3904, within(1e-3));
        assertThat(Chance.count(100).low()).isCloseTo(81.364, within(1e-2));
    }

    @Test
    void intervalOfAShare_isWilsons() {
        assertThat(Chance.share(0, 10).low()).isZero();
        assertThat(Chance.share(0, 10).high()).isCloseTo(0.2775, within(1e-3));
        assertThat(Chance.share(5, 10).low()).isCloseTo(0.2366, within(1e-3));
        assertThat(Chance.share(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void tails_areThoseOfTheirLaws() {
        assertThat(Chance.atLeast(1, 2.0)).isCloseTo(1 - Math.exp(-2), within(1e-12));
        assertThat(Chance.atLeast(3, 1.0)).isCloseTo(1 - 2.5 * Math.exp(-1), within(1e-12));
        assertThat(Chance.atLeast(8, 10, 0.5)).isCloseTo(56 / 1024.0, within(1e-12));
        assertThat(Chance.drawnAtLeast(2, 3, 2, 5)).isCloseTo(0.3, within(1e-12));
        assertThat(Chance.chiSquareAtLeast(3.841459, 1)).isCloseTo(0.05, within(1e-6));
        assertThat(Chance.chiSquareAtLeast(7.814728, 3)).isCloseTo(0.05, within(1e-6));
        assertThat(Chance.atLeast(1_000_000, 1_000_000.0)).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void ofManyTests_onlyTheClearOnesStandOut() {
        assertThat(Chance.standOut(List.of(0.04, 0.001, 0.5, 0.02), 0.05)).containsExactly(false, true, false, true);
        assertThat(Chance.standOut(List.of(), 0.05)).isEmpty();
    }
}
