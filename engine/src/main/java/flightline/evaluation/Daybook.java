package flightline.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was counted of each measure on each day. Holds numbers only. */
public final class Daybook {
    private final Map<DriftMeasure, NavigableMap<LocalDate, Map<String, Integer>>> days =
            new EnumMap<>(DriftMeasure.class);

    /** Counts one, in a bin of an ordered measure or under a kind of another. */
    public void count(DriftMeasure measure, LocalDate day, String bin) {
        days.computeIfAbsent(measure, m -> new TreeMap<>())
                .computeIfAbsent(day, d -> new TreeMap<>())
                .merge(bin, 1, Integer::sum);
    }

    /** Counts a value of an ordered measure. */
    public void count(DriftMeasure measure, LocalDate day, double value) {
        count(measure, day, measure.bin(value));
    }

    /** Days on which anything was counted, each with the counts of its bins in one order. */
    Counts of(DriftMeasure measure, LocalDate from, LocalDate until) {
        var all = days.getOrDefault(measure, new TreeMap<>());
        List<String> bins = measure.isOrdered() ? measure.bins() : kinds(all);
        var rows = new ArrayList<Day>();
        all.subMap(from, true, until, false).forEach((day, counts) -> {
            int[] row = new int[bins.size()];
            for (int i = 0; i < row.length; i++) row[i] = counts.getOrDefault(bins.get(i), 0);
            rows.add(new Day(day, row));
        });
        return new Counts(bins, rows);
    }

    private static List<String> kinds(NavigableMap<LocalDate, Map<String, Integer>> all) {
        var sums = new TreeMap<String, Integer>();
        all.values().forEach(day -> day.forEach((kind, count) -> sums.merge(kind, count, Integer::sum)));
        return sums.keySet().stream()
                .sorted((a, b) -> Integer.compare(sums.getOrDefault(b, 0), sums.getOrDefault(a, 0)))
                .toList();
    }

    /** @param counts one a bin */
    @SuppressWarnings("ArrayRecordComponent") // A row of counts, made once and only read.
    record Day(LocalDate day, int[] counts) {}

    /** Days in order, and the bins that their counts are of. */
    record Counts(List<String> bins, List<Day> days) {
        Counts {
            bins = List.copyOf(bins);
            days = List.copyOf(days);
        }

        long[] sums() {
            long[] sums = new long[bins.size()];
            for (Day day : days) for (int i = 0; i < sums.length; i++) sums[i] += day.counts[i];
            return sums;
        }

        long all() {
            long all = 0;
            for (long sum : sums()) all += sum;
            return all;
        }
    }
}
