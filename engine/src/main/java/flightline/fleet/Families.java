package flightline.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Models that share a word, or words, of their names: {@code 737}, {@code Boeing 737}, {@code CRJ}. A blank or a hyphen between letters and digits makes no
 * difference.
 */
final class Families {
    private static final int FEWEST_LETTERS = 3;
    private static final int FEWEST_SIGNS = 2;
    /** Where letters turn into digits, or digits into letters. */
    private static final Pattern TURN = Pattern.compile("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})|[^\\p{L}\\d]+");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d ./-]*[\\p{L}\\d])?");

    /** Models by each run of letters or of digits in their names. */
    private final Map<String, List<String>> models = new HashMap<>();

    Families(Collection<String> models) {
        for (String model : models)
            for (String run : runs(model))
                this.models.computeIfAbsent(run, made -> new ArrayList<>()).add(model);
    }

    private static Set<String> runs(String words) {
        return new LinkedHashSet<>(List.of(TURN.split(words.toUpperCase(Locale.ROOT))));
    }

    /** Models with these words in their names, in the order of the alphabet; none where the words say too little. */
    List<String> of(String words) {
        if (!says(words)) return List.of();
        List<String> found = with(words);
        return found.isEmpty() && words.endsWith("s") ? with(one(words)) : found;
    }

    /** As an answer names them: {@code CRJ} for "CRJs". */
    String name(String words) {
        return (with(words).isEmpty() ? one(words) : words).toUpperCase(Locale.ROOT);
    }

    private static String one(String words) {
        return words.substring(0, words.length() - 1);
    }

    private static boolean says(String words) {
        boolean digits = words.chars().anyMatch(Character::isDigit);
        return NAME.matcher(words).matches()
                && words.length() >= (digits ? FEWEST_SIGNS : FEWEST_LETTERS)
                && !NameFinder.NOISE.contains(words);
    }

    private List<String> with(String words) {
        String[] runs = TURN.split(words.toUpperCase(Locale.ROOT));
        List<String> near = models.getOrDefault(runs[0], List.of());
        if (near.isEmpty()) return near;
        String run = Stream.of(runs).map(Pattern::quote).collect(Collectors.joining("[ ./-]*"));
        Pattern name = Pattern.compile(end(runs[0].charAt(0), "(?<!")
                + run
                + end(runs[runs.length - 1].charAt(runs[runs.length - 1].length() - 1), "(?!"));
        return near.stream()
                .filter(model -> name.matcher(model).find())
                .sorted()
                .toList();
    }

    /** No letter beside a letter and no digit beside a digit. */
    private static String end(char sign, String look) {
        return look + (Character.isDigit(sign) ? "\\d" : "\\p{L}") + ")";
    }
}
