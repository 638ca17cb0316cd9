package flightline.flow;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.diagnosis.Situation;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Occurrence;
import flightline.evaluation.RankMeter;
import flightline.evaluation.Scorecard;
import flightline.policy.Principal;
import flightline.policy.Scope;
import flightline.search.RecordIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Minutes until the trouble is gone for faults drawn from the records held, the true cause hidden, under several ways of
 * choosing what to do next. Each fault's own record is left out of what the diagnosis may see, with every record of the same
 * text, of the same aircraft and day, and of that aircraft in the {@value #AFTERWARDS} days after, where the story goes on.
 *
 * <p>The world answers as {@link flightline.diagnosis.troubleshooting.Reliability} says, except that a repair of a part that
 * is not the cause never cures. All ways have the same trials at the same costs.
 */
public final class CheckSimulation {
    static final int AFTERWARDS = 60;
    private static final int FEWEST_WORDS = 3;
    private static final Scope UNMARKED = Scope.UNMARKED;

    private final DiagnoseFlow diagnose;
    private final RecordIndex records;
    private final LocalDate today;

    public CheckSimulation(DiagnoseFlow diagnose, RecordIndex records, LocalDate today) {
        this.diagnose = diagnose;
        this.records = records;
        this.today = today;
    }

    /** A fault that may be drawn. */
    private record Fault(MaintenanceRecord record, Situation situation, Optional<String> cause) {}

    /**
     * @param faults how many are drawn for each seed, with replacement
     * @param seeds one run each
     */
    public Scorecard run(int faults, List<Long> seeds, Progress progress) {
        List<Fault> bag = bag(progress);
        var figures = new LinkedHashMap<String, Double>();
        var details = new ArrayList<Map<String, Object>>();
        if (bag.isEmpty()) return new Scorecard("checks", 0, figures, details);
        var sums = new LinkedHashMap<Way, Double>();
        for (long seed : seeds) {
            var draw = new Random(seed);
            var minutes = new LinkedHashMap<Way, Double>();
            for (int i = 0; i < faults; i++) {
                Fault fault = bag.get(draw.nextInt(bag.size()));
                long world = draw.nextLong();
                for (Way way : Way.values())
                    minutes.merge(
                            way, way.minutes(fault.situation, fault.cause, new Random(world)) / faults, Double::sum);
            }
            var line = new LinkedHashMap<String, Object>();
            line.put("seed", seed);
            minutes.forEach((way, mean) -> {
                line.put(way.words(), RankMeter.rounded(mean));
                sums.merge(way, mean / seeds.size(), Double::sum);
            });
            details.add(line);
            progress.at(details.size(), seeds.size(), "seeds");
        }
        figures.put("records that a fault may be drawn from", (double) bag.size());
        figures.put(
                "true cause among those listed",
                RankMeter.rounded(
                        (double) bag.stream().filter(f -> f.cause.isPresent()).count() / bag.size()));
        sums.forEach((way, mean) -> figures.put("minutes, " + way.words(), RankMeter.rounded(mean)));
        double fixed = sums.getOrDefault(Way.FIXED, 1.0);
        for (Way way : List.of(Way.PLANNED, Way.TREE_KEPT, Way.LIKELIEST))
            figures.put(
                    "saved of the documents' order, " + way.words(),
                    RankMeter.rounded(1 - sums.getOrDefault(way, fixed) / fixed));
        return new Scorecard("checks", faults * seeds.size(), figures, details);
    }

    private List<Fault> bag(Progress progress) {
        List<MaintenanceRecord> all;
        try (Stream<MaintenanceRecord> held = records.all(Clearance.UNMARKED)) {
            all = held.sorted(Comparator.comparing(r -> r.id().value())).toList();
        }
        var bag = new ArrayList<Fault>();
        int done = 0;
        for (MaintenanceRecord record : all) {
            progress.at(done++, all.size(), "situations");
            if (record.part().isBlank() || record.complaint().split("\\s+").length < FEWEST_WORDS) continue;
            // Where nothing was found the part that it is coded under is no known cause.
            if (Memory.done(record) == Occurrence.Done.NOTHING_FOUND) continue;
            Set<RecordId> without = new HashSet<>();
            for (MaintenanceRecord other : all)
                if (sameText(record, other) || goesOn(record, other)) without.add(other.id());
            Situation situation = diagnose.situation(request(record, without), UNMARKED, List.of());
            if (situation.beliefs().ranked().isEmpty()) continue;
            bag.add(new Fault(record, situation, situation.cause(record.part())));
        }
        return bag;
    }

    private static boolean sameText(MaintenanceRecord record, MaintenanceRecord other) {
        return record.id().equals(other.id()) || record.complaint().equalsIgnoreCase(other.complaint());
    }

    private static boolean goesOn(MaintenanceRecord record, MaintenanceRecord other) {
        if (record.date().isEmpty()
                || other.date().isEmpty()
                || record.aircraft().isBlank()) return false;
        LocalDate day = record.date().get();
        LocalDate later = other.date().get();
        return record.aircraft().equals(other.aircraft())
                && !later.isBefore(day)
                && !later.isAfter(day.plusDays(AFTERWARDS));
    }

    private Request request(MaintenanceRecord record, Set<RecordId> without) {
        return new Request(
                record.id().value(),
                record.complaint(),
                Optional.of(record.aircraft()).filter(a -> !a.isBlank()),
                Optional.empty(),
                Optional.empty(),
                today,
                10,
                without,
                Principal.localUser());
    }
}
