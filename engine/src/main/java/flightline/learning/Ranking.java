package flightline.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Labels with their probabilities, likeliest first; those of equal probability by name. What is left to 1 is the chance that
 * it is none of them.
 */
public record Ranking(List<String> labels, List<Double> probabilities) {
    public Ranking {
        labels = List.copyOf(labels);
        probabilities = List.copyOf(probabilities);
    }

    static Ranking of(Map<String, Double> probabilities) {
        var labels = new ArrayList<String>();
        var values = new ArrayList<Double>();
        probabilities.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> {
                    labels.add(e.getKey());
                    values.add(e.getValue());
                });
        return new Ranking(labels, values);
    }

    /** What the labels before it weigh together, 0 for the first; 1 for one that is not listed. */
    double before(String label) {
        double sum = 0;
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).equals(label)) return sum;
            sum += probabilities.get(i);
        }
        return 1;
    }
}
