package flightline.diagnosis;

import flightline.terms.AtaTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Likens a complaint to the titles and component words of the ATA table: what is known of a code before any record is. */
final class TableMatch {
    /** How many words each code has. */
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    /** The codes that have a word. */
    private final Map<String, List<String>> codes = new HashMap<>();

    private final Map<String, Double> rarity = new HashMap<>();

    TableMatch(AtaTable table) {
        for (String code : table.codes()) {
            var of = new HashSet<>(Words.of(table.title(code).orElse("")));
            for (String word : table.words(code)) of.addAll(Words.of(word));
            sizes.put(code, of.size());
            for (String word : of)
                codes.computeIfAbsent(word, w -> new ArrayList<>()).add(code);
        }
        codes.forEach((word, having) -> rarity.put(word, Math.log(1 + (double) sizes.size() / having.size())));
    }

    /** Share of the likeness of each code that has any, adding up to 1; empty where no word is known. */
    Map<String, Double> shares(Set<String> complaint) {
        var sums = new HashMap<String, Double>();
        for (String word : complaint)
            for (String code : codes.getOrDefault(word, List.of()))
                sums.merge(code, rarity.getOrDefault(word, 0.0), Double::sum);
        var scores = new HashMap<String, Double>();
        double total = 0;
        for (var size : sizes.entrySet()) {
            double sum = sums.getOrDefault(size.getKey(), 0.0);
            if (sum == 0) continue;
            double score = Math.pow(sum / Math.sqrt(4 + size.getValue()), 3);
            scores.put(size.getKey(), score);
            total += score;
        }
        double whole = total;
        scores.replaceAll((code, score) -> score / whole);
        return scores;
    }
}
