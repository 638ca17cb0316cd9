package flightline.diagnosis.troubleshooting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the trial that makes the rest cheapest, in expected minutes until the trouble is gone.
 *
 * <p>The expected cost of repair of a set of repairs is the sum of what each takes by the belief that none before it cured;
 * it is least when they go by belief over cost, largest first. A repair that takes more than the belief in it saves of
 * handing over is left out. A test is worth making when its cost and the expected cost after its answer together are less.
 * It looks one test ahead, as the paper does, for what lies further ahead is seldom worth the time of thinking.
 */
public final class Strategy {
    private static final double HARDLY = 1e-6;

    private final List<Trial> repairs;
    private final List<Trial> tests;

    /** @param trials what can be done at all */
    public Strategy(List<Trial> trials) {
        this.repairs = trials.stream().filter(Trial::repairs).toList();
        this.tests = trials.stream().filter(t -> !t.repairs()).toList();
    }

    /**
     * What to do next.
     *
     * @param expected minutes until the trouble is gone when this comes first
     * @param without expected minutes when nothing but repairs are made
     */
    public record Choice(Trial trial, double expected, double without) {}

    /** What has been done: these trials not again, and what was set up stays so. */
    public record Done(Set<String> trials, Set<String> places) {
        public static final Done NOTHING = new Done(Set.of(), Set.of());

        public Done {
            trials = Set.copyOf(trials);
            places = Set.copyOf(places);
        }

        public Done and(Trial trial) {
            var more = new HashSet<>(trials);
            more.add(trial.id());
            var set = new HashSet<>(places);
            if (!trial.cost().place().isEmpty()) set.add(trial.cost().place());
            return new Done(more, set);
        }

        /** Minutes that the trial takes now. */
        public int minutes(Trial trial) {
            Cost cost = trial.cost();
            return places.contains(cost.place()) ? cost.minutes() : cost.whole();
        }
    }

    /** All repairs, in no order. */
    public List<Trial> repairs() {
        return repairs;
    }

    /** Expected minutes until the trouble is gone, with repairs only. */
    public double repairing(Beliefs beliefs, Done done) {
        double expected = 0;
        double left = 1;
        Done now = done;
        for (Turn turn : turns(beliefs, done)) {
            expected += left * now.minutes(turn.repair);
            left -= turn.gain;
            now = now.and(turn.repair);
        }
        return expected + Math.max(0, left) * UsualTimes.HANDED_OVER;
    }

    /** The trial to do next; absent when handing over is cheaper than anything left. */
    public Optional<Choice> next(Beliefs beliefs, Done done) {
        double without = repairing(beliefs, done);
        Optional<Choice> best =
                turns(beliefs, done).stream().findFirst().map(turn -> new Choice(turn.repair, without, without));
        double least = without;
        for (Trial test : tests) {
            if (done.trials().contains(test.id())) continue;
            double expected = testing(test, beliefs, done);
            if (expected < least - HARDLY) {
                least = expected;
                best = Optional.of(new Choice(test, expected, without));
            }
        }
        return best;
    }

    /** Expected minutes when this trial comes first, then repairs only. */
    public double starting(Trial trial, Beliefs beliefs, Done done) {
        if (!trial.repairs()) return testing(trial, beliefs, done);
        double gain = beliefs.of(trial.parts());
        Beliefs after = beliefs.after(Outcome.notCured(trial.parts()));
        return done.minutes(trial) + (1 - gain) * repairing(after, done.and(trial));
    }

    /** In which order all that is worth doing comes when nothing of it tells or cures: the list for paper. */
    public List<Choice> order(Beliefs beliefs, Done done, int most) {
        var list = new ArrayList<Choice>();
        Beliefs now = beliefs;
        Done did = done;
        while (list.size() < most) {
            Optional<Choice> next = next(now, did);
            if (next.isEmpty()) break;
            Trial trial = next.get().trial();
            list.add(next.get());
            now = now.after(nothing(trial));
            did = did.and(trial);
        }
        return list;
    }

    /** The outcome that leaves the trouble where it was: a check that is good, a repair that did not cure. */
    static Outcome nothing(Trial trial) {
        String wanted = trial.repairs() ? Outcome.FAIL : Outcome.PASS;
        return trial.outcomes().stream()
                .filter(o -> o.answer().equals(wanted))
                .findFirst()
                .orElse(trial.outcomes().getFirst());
    }

    private double testing(Trial test, Beliefs beliefs, Done done) {
        Done after = done.and(test);
        double expected = done.minutes(test);
        for (Outcome outcome : test.outcomes())
            expected += beliefs.chance(outcome) * repairing(beliefs.after(outcome), after);
        return expected;
    }

    /** A repair in its turn, with the belief that it cures what those before it did not. */
    private record Turn(Trial repair, double gain) {}

    /** Repairs worth making, by belief over cost, largest first; each part counts for the first repair of it. */
    private List<Turn> turns(Beliefs beliefs, Done done) {
        List<Trial> sorted = repairs.stream()
                .filter(r -> !done.trials().contains(r.id()))
                .sorted(Comparator.comparingDouble((Trial r) -> -beliefs.of(r.parts()) / done.minutes(r))
                        .thenComparing(Trial::id))
                .toList();
        var turns = new ArrayList<Turn>();
        Set<String> covered = new HashSet<>();
        double left = 1;
        for (Trial repair : sorted) {
            double gain = repair.parts().stream()
                    .filter(p -> !covered.contains(p))
                    .mapToDouble(beliefs::of)
                    .sum();
            if (gain * UsualTimes.HANDED_OVER <= left * done.minutes(repair)) continue;
            turns.add(new Turn(repair, gain));
            covered.addAll(repair.parts());
            left -= gain;
        }
        return turns;
    }
}
