package flightline.eval.size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Varies texts so that they stay of their kind: some words are changed for one that somewhere follows the same word, as often
 * as it does so. Frequent words stay frequent and rare ones rare.
 */
final class VariedText {
    private final double share;
    private final Map<String, List<String>> followers = new HashMap<>();

    /** @param share of the words that are changed, 0 to 1 */
    VariedText(List<String> texts, double share) {
        this.share = share;
        for (String text : texts) {
            String before = "";
            for (String word : text.split("\\s+")) {
                followers.computeIfAbsent(before, b -> new ArrayList<>()).add(word);
                before = word;
            }
        }
    }

    String of(String text, RandomGenerator random) {
        var varied = new StringBuilder(text.length() + 16);
        String before = "";
        for (String word : text.split("\\s+")) {
            List<String> others = followers.getOrDefault(before, List.of(word));
            String said = random.nextDouble() < share ? others.get(random.nextInt(others.size())) : word;
            if (!varied.isEmpty()) varied.append(' ');
            varied.append(said);
            before = word;
        }
        return varied.toString();
    }
}
