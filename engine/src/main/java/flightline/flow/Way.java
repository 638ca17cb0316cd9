package flightline.flow;

import flightline.diagnosis.Situation;
import flightline.diagnosis.troubleshooting.Beliefs;
import flightline.diagnosis.troubleshooting.IsolationTree;
import flightline.diagnosis.troubleshooting.Outcome;
import flightline.diagnosis.troubleshooting.Reliability;
import flightline.diagnosis.troubleshooting.Strategy;
import flightline.diagnosis.troubleshooting.Trial;
import flightline.diagnosis.troubleshooting.UsualTimes;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A way of choosing what to do next, tried on a simulated fault. */
enum Way {
    /** Least expected minutes, wherever the trial stands. */
    PLANNED("planned") {
        @Override
        void go(Search search) {
            search.plan();
        }
    },
    /** The isolation procedure in its order where one applies, then least expected minutes. */
    TREE_KEPT("planned, isolation kept in its order") {
        @Override
        void go(Search search) {
            search.isolate();
            search.plan();
        }
    },
    /** Isolation, trouble rows and tests one after the other as the documents have them, then what is left by likelihood. */
    FIXED("order of the documents") {
        @Override
        void go(Search search) {
            search.isolate();
            search.inOrder();
            search.likeliest();
        }
    },
    /** Parts changed one after the other, likeliest first, nothing tested. */
    LIKELIEST("likeliest part first") {
        @Override
        void go(Search search) {
            search.likeliest();
        }
    };

    private final String words;

    Way(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract void go(Search search);

    /** Minutes until the trouble is gone. */
    double minutes(Situation situation, Optional<String> cause, Random world) {
        var search = new Search(situation, cause, world);
        go(search);
        return search.minutes + (search.cured ? 0 : UsualTimes.HANDED_OVER);
    }

    /** One search for one cause. */
    static final class Search {
        private final Situation situation;
        private final Optional<String> cause;
        private final Random world;
        private Beliefs beliefs;
        private Strategy.Done done = Strategy.Done.NOTHING;
        private double minutes;
        private boolean cured;

        Search(Situation situation, Optional<String> cause, Random world) {
            this.situation = situation;
            this.cause = cause;
            this.world = world;
            this.beliefs = situation.beliefs();
        }

        /** Until nothing is worth doing. */
        void plan() {
            while (!cured) {
                Optional<Strategy.Choice> next = situation.strategy().next(beliefs, done);
                if (next.isEmpty()) return;
                make(next.get().trial());
            }
        }

        void isolate() {
            Optional<IsolationTree> tree = situation.tree();
            Optional<IsolationTree.Node> at = situation.current();
            var seen = new HashSet<String>();
            while (!cured
                    && tree.isPresent()
                    && at.isPresent()
                    && seen.add(at.get().id())) {
                IsolationTree.Node node = at.get();
                Optional<Trial> trial =
                        Optional.ofNullable(situation.treeTrials().get(node.id()));
                if (trial.isEmpty()) return;
                Outcome outcome = make(trial.get());
                at = node instanceof IsolationTree.Step step
                        ? tree.get().next(step, outcome.answer())
                        : Optional.empty();
            }
        }

        void inOrder() {
            Set<String> bad = new HashSet<>();
            for (Situation.Option option : situation.options()) {
                boolean due = option.documented()
                        && option.node().isEmpty()
                        && !option.trial().parts().isEmpty();
                if (cured || !due || done.trials().contains(option.trial().id())) continue;
                if (!option.after().isEmpty() && !bad.contains(option.after())) continue;
                Outcome outcome = make(option.trial());
                if (option.trial().repairs() || !outcome.answer().equals(Outcome.FAIL)) continue;
                bad.add(option.trial().id());
                boolean hasRemedy = situation.options().stream()
                        .anyMatch(o -> o.after().equals(option.trial().id()));
                if (!hasRemedy) repair(option.trial().parts());
            }
        }

        /** The parts that a check found bad, likeliest first. */
        private void repair(Set<String> parts) {
            for (String part : beliefs.ranked()) {
                if (cured) return;
                if (parts.contains(part)) change(part);
            }
        }

        /** Parts likeliest first, as long as a change is worth more than handing over. */
        void likeliest() {
            Set<String> tried = new LinkedHashSet<>();
            while (!cured) {
                Optional<String> part = beliefs.ranked().stream()
                        .filter(p -> !tried.contains(p))
                        .findFirst();
                if (part.isEmpty()) return;
                tried.add(part.get());
                Optional<Trial> repair = cheapest(part.get());
                if (repair.isEmpty()) continue;
                if (beliefs.of(part.get()) * UsualTimes.HANDED_OVER <= done.minutes(repair.get())) return;
                make(repair.get());
            }
        }

        private void change(String part) {
            cheapest(part).ifPresent(this::make);
        }

        private Optional<Trial> cheapest(String part) {
            return situation.strategy().repairs().stream()
                    .filter(t -> t.parts().contains(part) && !done.trials().contains(t.id()))
                    .min(java.util.Comparator.comparingInt(done::minutes));
        }

        private Outcome make(Trial trial) {
            minutes += done.minutes(trial);
            done = done.and(trial);
            Outcome outcome = trial.repairs() ? repaired(trial) : answered(trial.outcomes());
            beliefs = beliefs.after(outcome);
            return outcome;
        }

        private Outcome repaired(Trial trial) {
            boolean right = cause.filter(trial.parts()::contains).isPresent();
            // Drawn in any case, so that all ways meet the same luck.
            double luck = world.nextDouble();
            cured = right && luck < Reliability.CURES;
            return trial.outcomes().get(cured ? 0 : 1);
        }

        private Outcome answered(List<Outcome> outcomes) {
            double drawn = world.nextDouble()
                    * outcomes.stream().mapToDouble(this::likelihood).sum();
            for (Outcome outcome : outcomes) {
                drawn -= likelihood(outcome);
                if (drawn <= 0) return outcome;
            }
            return outcomes.getLast();
        }

        private double likelihood(Outcome outcome) {
            return cause.map(outcome::likelihood).orElse(outcome.otherwise());
        }
    }
}
