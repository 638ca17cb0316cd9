package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months that scatter three times as much as a Poisson law has it, as where defects come again and again: what is stated of false alarms holds. */
final class ScatteredCountsTest {
    private static final int SERIES = 300;
    private static final int MONTHS = 24;
    private static final List<String> SEASONS = IntStream.range(0, MONTHS)
            .mapToObj(month -> String.valueOf(month / 3 % 4))
            .toList();

    @Test
    void ofSeriesWithoutAChange_fiveInAHundredAtMostAreToldOfOne() {
        var random = new SplittableRandom(17);
        long told = IntStream.range(0, SERIES)
                .filter(i -> changeTold(crowds(random, MONTHS)))
                .count();
        // 15 are 5 in 100; of 300 drawn series chance has up to 9 more in 99 cases of 100.
        assertThat(told).isLessThanOrEqualTo(24);
    }

    @Test
    void ofSeriesWithAChange_nineInTenAreFound() {
        var random = new SplittableRandom(18);
        long found = IntStream.range(0, SERIES / 3)
                .filter(i -> {
                    long[] counts = crowds(random, MONTHS);
                    for (int month = 12; month < MONTHS; month++) counts[month] += crowds(random, 2)[0] + 6;
                    return changeTold(counts);
                })
                .count();
        assertThat(found).isGreaterThanOrEqualTo(90);
    }

    @Test
    void ofSeriesWithoutSeasons_fiveInAHundredAtMostAreToldOfThem() {
        var random = new SplittableRandom(19);
        long told = IntStream.range(0, SERIES)
                .filter(i -> SeasonEffect.chance(
                                Arrays.stream(crowds(random, MONTHS))
                                        .asDoubleStream()
                                        .toArray(),
                                days(),
                                SEASONS,
                                1)
                        <= 0.05)
                .count();
        assertThat(told).isLessThanOrEqualTo(24);
    }

    private static boolean changeTold(long[] counts) {
        return LevelChange.find(counts, days(), 1).orElseThrow().chance() <= TrendAnswer.CHANCE;
    }

    private static double[] days() {
        double[] days = new double[MONTHS];
        Arrays.fill(days, 30);
        return days;
    }

    /** Six crowds of one to five entries in three months. */
    private static long[] crowds(SplittableRandom random, int months) {
        long[] counts = new long[months];
        for (int crowd = 0; crowd < 2 * months; crowd++) counts[random.nextInt(months)] += 1 + random.nextInt(5);
        return counts;
    }
}
