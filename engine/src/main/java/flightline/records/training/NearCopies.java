package flightline.records.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds texts that say nearly the same: of their runs of three words half are in both (Jaccard), numbers and signs left out. */
final class NearCopies {
    private static final double ALIKE = 0.5;
    private static final int RUN = 3;

    private final List<Integer> sizes = new ArrayList<>();
    private final Map<String, List<Integer>> having = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    void add(String text) {
        Set<String> runs = runs(text);
        whole.add(letters(text));
        for (String run : runs)
            having.computeIfAbsent(run, r -> new ArrayList<>()).add(sizes.size());
        sizes.add(runs.size());
    }

    /** Whether a text like this one was added. */
    boolean has(String text) {
        if (whole.contains(letters(text))) return true;
        Set<String> runs = runs(text);
        var shared = new HashMap<Integer, Integer>();
        for (String run : runs)
            for (int other : having.getOrDefault(run, List.of())) shared.merge(other, 1, Integer::sum);
        return shared.entrySet().stream()
                .anyMatch(one -> one.getValue() >= ALIKE * (runs.size() + sizes.get(one.getKey()) - one.getValue()));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
    }

    private static Set<String> runs(String text) {
        String[] words = letters(text).split(" ");
        var runs = new HashSet<String>();
        for (int i = 0; i + RUN <= words.length; i++) runs.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
        return runs;
    }
}
