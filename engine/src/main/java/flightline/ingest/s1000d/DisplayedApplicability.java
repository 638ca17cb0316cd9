package flightline.ingest.s1000d;

import flightline.corpus.Applicability;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that tell a reader for which products a text holds, held against what is computed. They are not understood, only
 * searched for what they cannot say if both are true: another value of a property, another number, pre for post.
 */
final class DisplayedApplicability {
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    private final String words;
    private final Map<String, Set<String>> known;

    /** @param known values of each property (lower case) that are named anywhere in the module */
    DisplayedApplicability(String words, Map<String, Set<String>> known) {
        this.words = words.toLowerCase(Locale.ROOT);
        this.known = known;
    }

    boolean contradicts(Applicability computed) {
        var properties = new LinkedHashMap<String, Set<String>>();
        collect(computed, properties);
        var numbers = numbers(properties.keySet() + " " + properties.values());
        return otherNumber(properties, numbers)
                || properties.entrySet().stream().anyMatch(p -> otherValue(p.getKey(), p.getValue()))
                || oppositeOf(properties, "pre", "post")
                || oppositeOf(properties, "post", "pre");
    }

    private static void collect(Applicability part, Map<String, Set<String>> into) {
        switch (part) {
            case Applicability.Has(var property, var values) ->
                into.computeIfAbsent(property, p -> new LinkedHashSet<>()).addAll(values);
            case Applicability.AllOf(var parts) -> parts.forEach(p -> collect(p, into));
            case Applicability.AnyOf(var parts) -> parts.forEach(p -> collect(p, into));
            case Applicability.Not(var inner) -> collect(inner, into);
            case Applicability.Worded(var shown, var meaning) -> collect(meaning, into);
            case Applicability.All a -> {}
            case Applicability.Unread u -> {}
        }
    }

    /** A number is missing in the words, and another of as many digits stands there that the computed form has not. */
    private boolean otherNumber(Map<String, Set<String>> properties, Set<String> numbers) {
        Set<String> told = numbers(words);
        return numbers(properties.values().toString()).stream()
                .filter(n -> !told.contains(n))
                .anyMatch(n -> told.stream().anyMatch(t -> t.length() == n.length() && !numbers.contains(t)));
    }

    /** The words name none of the values computed, but another one of the same property. */
    private boolean otherValue(String property, Set<String> values) {
        if (values.stream().anyMatch(this::says)) return false;
        return known.getOrDefault(property, Set.of()).stream()
                .map(v -> v.toLowerCase(Locale.ROOT))
                .filter(v -> !values.contains(v) && v.matches(".*[a-z].*"))
                .anyMatch(this::says);
    }

    private boolean oppositeOf(Map<String, Set<String>> properties, String computed, String told) {
        boolean only = properties.values().stream().anyMatch(v -> v.stream().allMatch(x -> x.startsWith(computed)));
        return only && says(told) && !says(computed);
    }

    private boolean says(String value) {
        return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(value) + "(?![a-z0-9])")
                .matcher(words)
                .find();
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
