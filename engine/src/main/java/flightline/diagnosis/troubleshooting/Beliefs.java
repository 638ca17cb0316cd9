package flightline.diagnosis.troubleshooting;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * How far each cause is believed, and how far none of them: degrees of belief that add up to 1, made from shares of the
 * evidence and moved by answers after Bayes' rule. They are not calibrated frequencies. One cause is at fault at a time.
 */
public final class Beliefs {
    /** Belief kept from the start for a cause that nobody listed. */
    static final double UNLISTED = 0.05;

    private static final double FEWEST = 1e-9;

    private final Map<String, Double> shares;
    private final double unlisted;

    private Beliefs(Map<String, Double> shares, double unlisted) {
        this.shares = shares;
        this.unlisted = unlisted;
    }

    /** @param weights any positive weights by part; what weighs nothing is left out */
    public static Beliefs of(Map<String, Double> weights) {
        double total =
                weights.values().stream().filter(w -> w > 0).mapToDouble(w -> w).sum();
        var shares = new LinkedHashMap<String, Double>();
        weights.forEach((part, weight) -> {
            if (weight > 0) shares.put(part, (1 - UNLISTED) * weight / total);
        });
        return new Beliefs(shares, shares.isEmpty() ? 1 : UNLISTED);
    }

    /** After an answer that comes with these likelihoods. */
    public Beliefs after(Outcome outcome) {
        var after = new LinkedHashMap<String, Double>();
        double total = unlisted * outcome.otherwise();
        for (var entry : shares.entrySet()) {
            double joint = Math.max(FEWEST, entry.getValue() * outcome.likelihood(entry.getKey()));
            after.put(entry.getKey(), joint);
            total += joint;
        }
        double whole = total;
        after.replaceAll((part, joint) -> joint / whole);
        return new Beliefs(after, unlisted * outcome.otherwise() / whole);
    }

    /** 0 to 1; 0 for a part that is no cause here. */
    public double of(String part) {
        return shares.getOrDefault(part, 0.0);
    }

    public double of(Collection<String> parts) {
        double sum = 0;
        Collection<String> each = parts instanceof Set ? parts : new LinkedHashSet<>(parts);
        for (String part : each) sum += of(part);
        return sum;
    }

    /** How far a cause is believed that nobody listed. */
    public double unlisted() {
        return unlisted;
    }

    /** How likely the outcome is. */
    public double chance(Outcome outcome) {
        return unlisted * outcome.otherwise() + sum(part -> of(part) * outcome.likelihood(part));
    }

    /** Parts, most believed first; ties as they were given. */
    public List<String> ranked() {
        return shares.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private double sum(ToDoubleFunction<String> term) {
        return shares.keySet().stream().mapToDouble(term).sum();
    }
}
