package flightline.learning;

import flightline.learning.ChoiceModel.Answered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Learns from examples. Each example is first set aside with its kin, a model of the others is asked about it, and from
 * what those models got right the weight of each kind of evidence and the width of the sets are learned. Nothing is
 * judged by a model that has seen it.
 */
public final class Learner {
    private static final double COVERAGE = 0.9;

    private final Settings settings;
    private final UnaryOperator<String> groupOf;
    private final ChoiceModel groupsBefore;
    private final ChoiceModel labelsBefore;

    /** An example that a model was asked about which had not seen it. */
    private record Asked(Choices choices, String label) {}

    /**
     * @param folds how many times a part is set aside
     * @param asked at most how many examples are asked about
     * @param features at most how many words and pairs count
     * @param labels at most how many labels the classifiers tell apart; of more, those with most examples
     * @param cost of an error in the classifiers
     * @param pull how hard the learned weights are held to those before, in cases
     */
    public record Settings(int folds, int asked, int features, int labels, double cost, double pull, long seed) {
        public static Settings standard() {
            return new Settings(5, 1500, 60_000, 500, 1, 4, 42);
        }

        /** Without a guess by words: only how far the other evidence is believed is learned. */
        public Settings withoutWords() {
            return new Settings(folds, asked, 0, 0, cost, pull, seed);
        }

        /** The same, with at most so many examples asked about. */
        public Settings asking(int most) {
            return new Settings(folds, most, features, labels, cost, pull, seed);
        }
    }

    /** Gives the candidates for an example, with all evidence but what the example itself and its kin say. */
    @FunctionalInterface
    public interface Source {
        Choices choices(Example example, LabelModel innocent);
    }

    /** Hears how far the learning is. */
    @FunctionalInterface
    public interface Steps {
        void at(int done, int of, String what);
    }

    /**
     * @param groupOf the group of a label
     * @param groupsBefore the weights of evidence on groups that stand where nothing was learned
     * @param labelsBefore likewise on labels
     */
    public Learner(
            Settings settings, UnaryOperator<String> groupOf, ChoiceModel groupsBefore, ChoiceModel labelsBefore) {
        this.settings = settings;
        this.groupOf = groupOf;
        this.groupsBefore = groupsBefore;
        this.labelsBefore = labelsBefore;
    }

    /** What is learned; absent where it was stopped, or where the examples have fewer than two labels. */
    public Optional<LearnedModels> learn(List<Example> given, Source source, Steps steps, BooleanSupplier stop) {
        List<Example> examples =
                given.stream().sorted(Comparator.comparing(Example::id)).toList();
        int[] fold = Folds.of(examples, settings.folds());
        var guesses = new ArrayList<LabelModel>();
        List<List<Asked>> answered = new ArrayList<>();
        int asked = asked(examples.size());
        int done = 0;
        for (int f = 0; f < settings.folds(); f++) {
            if (stop.getAsBoolean()) return Optional.empty();
            List<Example> others = without(examples, fold, f);
            if (others.stream().map(Example::label).distinct().limit(2).count() < 2) return Optional.empty();
            steps.at(done, asked, "learning without part " + (f + 1) + " of " + settings.folds());
            LabelModel guess = train(others);
            guesses.add(guess);
            List<Example> held = held(examples, fold, f);
            answered.add(held.parallelStream()
                    .filter(e -> !stop.getAsBoolean())
                    .map(e -> new Asked(source.choices(e, guess), e.label()))
                    .toList());
            done += held.size();
        }
        if (stop.getAsBoolean()) return Optional.empty();
        steps.at(done, asked, "learning from all " + examples.size());
        Map<String, Byte> folds = HashMap.newHashMap(examples.size());
        for (int i = 0; i < fold.length; i++) folds.put(examples.get(i).id(), (byte) fold[i]);
        var byFold = new ArrayList<Learned>();
        for (int f = 0; f < settings.folds(); f++) byFold.add(weighed(guesses.get(f), answered, f));
        return Optional.of(new LearnedModels(weighed(train(examples), answered, -1), byFold, folds));
    }

    private LabelModel train(List<Example> examples) {
        return LabelModel.train(
                examples.stream().map(Example::words).toList(),
                examples.stream().map(Example::label).toList(),
                groupOf,
                settings);
    }

    /** @param without fold whose answers must not count; -1 for none */
    private Learned weighed(LabelModel guess, List<List<Asked>> asked, int without) {
        List<Asked> cases = IntStream.range(0, asked.size())
                .filter(f -> f != without)
                .mapToObj(asked::get)
                .flatMap(List::stream)
                .toList();
        var groups = new ArrayList<Answered>();
        for (Asked one : cases)
            one.choices.groups().ifPresent(c -> groups.add(Answered.of(c, groupOf.apply(one.label))));
        ChoiceModel groupModel = groupsBefore.learn(groups, settings.pull());
        List<Asked> fine = cases.stream().filter(one -> isFiner(one.label)).toList();
        List<Asked> finest = fine.isEmpty() ? cases : fine;
        ChoiceModel labelModel =
                labelsBefore.learn(finest.stream().map(this::withinItsGroup).toList(), settings.pull());
        return new Learned(
                guess,
                groupModel,
                labelModel,
                SetThresholds.learn(
                        cases.stream()
                                .map(one -> new SetThresholds.Ranked(
                                        Learned.groups(groupModel, one.choices), groupOf.apply(one.label)))
                                .toList(),
                        UnaryOperator.identity(),
                        COVERAGE),
                SetThresholds.learn(
                        finest.stream()
                                .map(one -> new SetThresholds.Ranked(
                                        Learned.labels(groupModel, labelModel, one.choices, groupOf), one.label))
                                .toList(),
                        groupOf,
                        COVERAGE));
    }

    private Answered withinItsGroup(Asked one) {
        Choice choice = one.choices.groups().isEmpty()
                ? one.choices.labels()
                : one.choices.within(groupOf.apply(one.label), groupOf);
        return Answered.of(choice, one.label);
    }

    /** Whether the label says more than its group. */
    private boolean isFiner(String label) {
        return !groupOf.apply(label).equals(label);
    }

    private static List<Example> without(List<Example> examples, int[] fold, int f) {
        return IntStream.range(0, fold.length)
                .filter(i -> fold[i] != f)
                .mapToObj(examples::get)
                .toList();
    }

    /** Those of the fold that are asked about: of many, an even sample by their ids. */
    private List<Example> held(List<Example> examples, int[] fold, int f) {
        return IntStream.range(0, fold.length)
                .filter(i -> fold[i] == f)
                .mapToObj(examples::get)
                .sorted(Comparator.<Example>comparingInt(e -> Folds.spread(e.id() + " asked"))
                        .thenComparing(Example::id))
                .limit(Math.max(1, settings.asked() / settings.folds()))
                .toList();
    }

    private int asked(int all) {
        return Math.min(all, settings.asked());
    }
}
