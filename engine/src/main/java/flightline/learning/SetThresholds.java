package flightline.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Sets of labels that hold the right one in a stated share of cases (split conformal prediction, Vovk, Gammerman and
 * Shafer 2005; with thresholds of their own for groups of labels, so that an odd group is not paid for by the others).
 *
 * <p>A label is in the set when the labels likelier than it weigh no more than the threshold of its group. A case whose
 * right label was not even listed counts as one that no threshold reaches.
 *
 * @param coverage wanted share, 0 to 1
 * @param others threshold for groups too small to have their own
 */
public record SetThresholds(double coverage, double others, Map<String, Double> byGroup) {
    /** Fewer cases of a group than this say too little about it. */
    private static final int LEAST = 25;

    public SetThresholds {
        byGroup = Map.copyOf(byGroup);
    }

    /** A case: what was ranked, and what was right. */
    record Ranked(Ranking ranking, String right) {}

    /** From cases that the model was not fitted on. */
    static SetThresholds learn(List<Ranked> cases, UnaryOperator<String> group, double coverage) {
        var all = new ArrayList<Double>();
        var small = new ArrayList<Double>();
        int unlisted = 0;
        Map<String, List<Double>> groups = new TreeMap<>();
        for (Ranked one : cases) {
            double score = one.ranking.before(one.right);
            all.add(score);
            // A label that was not listed is missed whatever its group's threshold, so all groups bear such misses
            // alike.
            if (one.ranking.labels().contains(one.right))
                groups.computeIfAbsent(group.apply(one.right), g -> new ArrayList<>())
                        .add(score);
            else unlisted++;
        }
        double missed = cases.isEmpty() ? 0 : (double) unlisted / cases.size();
        double among = missed >= coverage ? 1 : Math.min(1, coverage / (1 - missed));
        var byGroup = new TreeMap<String, Double>();
        groups.forEach((name, scores) -> {
            if (scores.size() >= LEAST) byGroup.put(name, quantile(scores, among));
            else small.addAll(scores);
        });
        boolean enough = small.size() >= LEAST;
        return new SetThresholds(coverage, quantile(enough ? small : all, enough ? among : coverage), byGroup);
    }

    /** The smallest value that the share of values, and one more that may come, does not exceed. */
    private static double quantile(List<Double> values, double share) {
        int rank = (int) Math.ceil((values.size() + 1) * share);
        if (rank > values.size()) return 1;
        return values.stream().sorted().toList().get(Math.max(0, rank - 1));
    }

    /** Labels of the set, likeliest first; at least one where any is listed. */
    public List<String> of(Ranking ranking, UnaryOperator<String> group) {
        var set = new ArrayList<String>();
        double before = 0;
        for (int i = 0; i < ranking.labels().size(); i++) {
            String label = ranking.labels().get(i);
            if (before <= byGroup.getOrDefault(group.apply(label), others)) set.add(label);
            before += ranking.probabilities().get(i);
        }
        return set;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(coverage);
        out.writeDouble(others);
        out.writeInt(byGroup.size());
        for (var entry : new TreeMap<>(byGroup).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue());
        }
    }

    static SetThresholds read(DataInput in) throws IOException {
        double coverage = in.readDouble();
        double others = in.readDouble();
        var byGroup = new TreeMap<String, Double>();
        int count = Sizes.checked(in.readInt(), "groups");
        for (int i = 0; i < count; i++) byGroup.put(in.readUTF(), in.readDouble());
        return new SetThresholds(coverage, others, byGroup);
    }
}
