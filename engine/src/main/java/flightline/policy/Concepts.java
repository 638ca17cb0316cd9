package flightline.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists of words that mean the same to a rule, each under a name: deceiving, a record, a safety device. A word ending in a
 * star matches its beginnings.
 */
public final class Concepts {
    private final Map<String, List<String>> lists;
    private final Map<String, List<String>> whole = new HashMap<>();
    private final Map<String, List<String>> beginnings = new HashMap<>();

    /** @param lists words separated by blanks, in lower case and without accents, by name */
    public Concepts(Map<String, String> lists) {
        this.lists = new TreeMap<>();
        new TreeMap<>(lists).forEach((name, words) -> {
            List<String> each = List.of(words.strip().split("\\s+"));
            this.lists.put(name, each);
            for (String word : each)
                if (word.endsWith("*")) add(beginnings, word.substring(0, word.length() - 1), name);
                else add(whole, word, name);
        });
    }

    private static void add(Map<String, List<String>> to, String word, String name) {
        List<String> names = to.computeIfAbsent(word, w -> new ArrayList<>(1));
        if (!names.contains(name)) names.add(name);
    }

    /** Words of a list as they were written; an unknown name is an error of the rules. */
    List<String> words(String name) {
        List<String> words = lists.get(name);
        if (words == null)
            throw new IllegalArgumentException("the rules name the list @" + name + ", which is not there");
        return words;
    }

    /** Names of the lists that hold the word, each once. */
    List<String> of(String word) {
        var names = new ArrayList<>(whole.getOrDefault(word, List.of()));
        for (int end = 2; end <= word.length(); end++)
            for (String name : beginnings.getOrDefault(word.substring(0, end), List.of()))
                if (!names.contains(name)) names.add(name);
        return names;
    }
}
