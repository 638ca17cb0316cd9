package flightline.eval.drift;

import flightline.evaluation.Daybook;
import flightline.evaluation.DriftMeasure;
import flightline.evaluation.DriftReport;
import flightline.evaluation.DriftReport.Finding;
import flightline.evaluation.DriftReport.Span;
import flightline.evaluation.DriftReport.Standing;
import flightline.evaluation.DriftWatch;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Draws months of requests in which nothing changed, and such in which one thing did, and counts what the watch says.
 *
 * <p>Requests of a day are alike: each day has its own bent for length, sureness and chapter. That is what a test which takes each
 * request for itself stumbles over.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.drift.DriftTrial [WORLDS]
 */
public final class DriftTrial {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate MIDDLE = LocalDate.of(2026, 6, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 7, 1);

    private DriftTrial() {}

    /** What is otherwise from the middle on. */
    private enum Planted {
        NOTHING(DriftMeasure.LENGTH),
        LONGER(DriftMeasure.LENGTH),
        STRANGER(DriftMeasure.UNKNOWN_WORDS),
        OTHER_CHAPTER(DriftMeasure.CHAPTERS),
        LESS_SURE(DriftMeasure.CONFIDENCE),
        MORE_REFUSED(DriftMeasure.OUTCOMES),
        LESS_COVERED(DriftMeasure.COVERAGE);

        private final DriftMeasure seen;

        Planted(DriftMeasure seen) {
            this.seen = seen;
        }
    }

    public static void main(String[] arguments) {
        int worlds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        for (int busy : List.of(4, 20)) {
            System.out.printf(Locale.ROOT, "about %d requests a day, %d worlds%n", busy, worlds);
            for (Planted planted : Planted.values()) told(planted, busy, worlds);
        }
    }

    @SuppressWarnings("EnumOrdinal") // for a seed, and nothing else
    private static void told(Planted planted, int busy, int worlds) {
        int any = 0;
        int right = 0;
        Map<DriftMeasure, Integer> others = new EnumMap<>(DriftMeasure.class);
        for (int seed = 0; seed < worlds; seed++) {
            DriftReport report = new DriftWatch(
                            book(planted, busy, new Random(7919L * seed + planted.ordinal())),
                            new Span(FROM, MIDDLE, 0),
                            new Span(MIDDLE, UNTIL, 0),
                            seed)
                    .report(List.of());
            if (report.hasAlarm()) any++;
            for (Finding one : report.findings()) {
                if (one.standing() != Standing.ALARM) continue;
                if (planted != Planted.NOTHING && one.measure() == planted.seen) right++;
                else others.merge(one.measure(), 1, Integer::sum);
            }
        }
        if (planted == Planted.NOTHING)
            System.out.printf(
                    Locale.ROOT, "  nothing changed: %d of %d reports with an alarm %s%n", any, worlds, others);
        else
            System.out.printf(
                    Locale.ROOT,
                    "  %s: seen in %d of %d, other alarms %s%n",
                    planted.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    right,
                    worlds,
                    others);
    }

    private static Daybook book(Planted planted, int busy, Random random) {
        var book = new Daybook();
        for (LocalDate day = FROM; day.isBefore(UNTIL); day = day.plusDays(1)) {
            boolean after = !day.isBefore(MIDDLE);
            double bent = random.nextGaussian();
            int chapter = random.nextInt(8);
            for (int i = busy / 2 + random.nextInt(busy + 1); i > 0; i--) {
                double longer = after && planted == Planted.LONGER ? 3 : 0;
                book.count(DriftMeasure.LENGTH, day, 9 + 2 * bent + 4 * random.nextGaussian() + longer);
                double strange = after && planted == Planted.STRANGER ? 0.15 : 0;
                book.count(DriftMeasure.UNKNOWN_WORDS, day, random.nextDouble() * 0.3 + strange);
                double sure = 0.6 + bent / 20 + random.nextGaussian() / 5;
                book.count(
                        DriftMeasure.CONFIDENCE,
                        day,
                        Math.clamp(sure - (after && planted == Planted.LESS_SURE ? 0.15 : 0), 0, 1));
                int other = random.nextInt(3) == 0 ? chapter : random.nextInt(8);
                boolean gear = after && planted == Planted.OTHER_CHAPTER && random.nextInt(4) == 0;
                book.count(DriftMeasure.CHAPTERS, day, gear ? "72" : "2" + other);
                double refused = after && planted == Planted.MORE_REFUSED ? 0.2 : 0.06;
                book.count(DriftMeasure.OUTCOMES, day, random.nextDouble() < refused ? "withheld" : "brief");
                if (random.nextInt(4) > 0) continue;
                double covered = after && planted == Planted.LESS_COVERED ? 0.7 : 0.9;
                book.count(
                        DriftMeasure.COVERAGE,
                        day,
                        random.nextDouble() < covered ? DriftWatch.IN_SET : "not in the set");
            }
        }
        return book;
    }
}
