package flightline.diagnosis;

import flightline.terms.AtaTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Likens a complaint to the titles and component words of the ATA table: what is known of a code before any record is. */
final class TableMatch {
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Map<String, Double> rarity = new HashMap<>();

    TableMatch(AtaTable table) {
        for (String code : table.codes()) {
            var of = new HashSet<>(Words.of(table.title(code).orElse("")));
            for (String word : table.words(code)) of.addAll(Words.of(word));
            words.put(code, of);
            of.forEach(w -> rarity.merge(w, 1.0, Double::sum));
        }
        rarity.replaceAll((word, codes) -> Math.log(1 + words.size() / codes));
    }

    /** Share of the likeness of each code that has any, adding up to 1; empty where no word is known. */
    Map<String, Double> shares(Set<String> complaint) {
        var scores = new HashMap<String, Double>();
        double total = 0;
        for (var entry : words.entrySet()) {
            double sum = 0;
            for (String word : complaint) if (entry.getValue().contains(word)) sum += rarity.getOrDefault(word, 0.0);
            if (sum == 0) continue;
            double score = Math.pow(sum / Math.sqrt(4 + entry.getValue().size()), 3);
            scores.put(entry.getKey(), score);
            total += score;
        }
        double whole = total;
        scores.replaceAll((code, score) -> score / whole);
        return scores;
    }
}
