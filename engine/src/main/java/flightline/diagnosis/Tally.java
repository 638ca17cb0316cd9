package flightline.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Adds up weights for names and remembers who gave them, so that every rank can be explained. */
final class Tally {
    /** A vote of one exhibit. */
    private record Vote(String exhibit, double weight) {}

    private final Map<String, Double> sums = new HashMap<>();
    private final Map<String, List<Vote>> votes = new HashMap<>();
    /** In order since the last vote; empty where that is to be found out anew. */
    private List<String> ranked = List.of();

    void add(String name, double weight, String exhibit) {
        if (weight <= 0) return;
        ranked = List.of();
        sums.merge(name, weight, Double::sum);
        votes.computeIfAbsent(name, n -> new ArrayList<>()).add(new Vote(exhibit, weight));
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    double weight(String name) {
        return sums.getOrDefault(name, 0.0);
    }

    double total() {
        return sums.values().stream().mapToDouble(w -> w).sum();
    }

    /** The same votes for names drawn together. */
    Tally by(UnaryOperator<String> joined) {
        Tally by = new Tally();
        for (String name : ranked())
            for (Vote vote : votes.getOrDefault(name, List.of())) by.add(joined.apply(name), vote.weight, vote.exhibit);
        return by;
    }

    /** Share of each name in the whole weight, 0 to 1; empty where nothing was added. */
    Map<String, Double> shares() {
        double total = total();
        var shares = new LinkedHashMap<String, Double>();
        for (String name : ranked()) shares.put(name, weight(name) / total);
        return shares;
    }

    /** Names, heaviest first; ties in the order of the alphabet. */
    List<String> ranked() {
        if (ranked.isEmpty())
            ranked = sums.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        return ranked;
    }

    /** Exhibits that voted for the name, heaviest first, each once. */
    List<String> evidence(String name) {
        var byExhibit = new LinkedHashMap<String, Double>();
        for (Vote vote : votes.getOrDefault(name, List.of())) byExhibit.merge(vote.exhibit, vote.weight, Double::sum);
        return byExhibit.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same votes, those for a chapter (two digits) shared among the codes beneath it by their weight, where there are any. */
    Tally spread() {
        Tally spread = new Tally();
        for (String name : ranked()) {
            List<String> beneath = name.length() > 2
                    ? List.of()
                    : ranked().stream()
                            .filter(n -> n.length() > 2 && n.startsWith(name))
                            .toList();
            double whole = beneath.stream().mapToDouble(this::weight).sum();
            for (Vote vote : votes.getOrDefault(name, List.of())) {
                if (beneath.isEmpty()) spread.add(name, vote.weight, vote.exhibit);
                for (String code : beneath) spread.add(code, vote.weight * weight(code) / whole, vote.exhibit);
            }
        }
        return spread;
    }
}
