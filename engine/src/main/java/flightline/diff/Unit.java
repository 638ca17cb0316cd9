package flightline.diff;

import flightline.corpus.Applicability;
import flightline.corpus.Place;
import flightline.corpus.SafetyKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A piece of a document that is compared as a whole: a block, or one row of a table.
 *
 * @param kind blocks of different kinds are never paired
 * @param folded text without differences in white space
 * @param words how often each word stands in it, in lower case
 */
record Unit(
        String kind,
        Optional<SafetyKind> safety,
        String number,
        String text,
        String folded,
        List<String> path,
        Place place,
        Applicability applicability,
        Map<String, Long> words) {

    static Unit of(
            String kind,
            Optional<SafetyKind> safety,
            String number,
            String text,
            List<String> path,
            Place place,
            Applicability applicability) {
        String folded = text.replaceAll("\\s+", " ").strip();
        return new Unit(
                kind,
                safety,
                number.strip(),
                text,
                folded,
                path,
                place,
                applicability,
                WordDiff.tokens(folded).stream()
                        .filter(token -> !token.isBlank())
                        .map(token -> token.toLowerCase(Locale.ROOT))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /** Two units with the same key say the same. */
    String key() {
        return kind + "\n" + folded;
    }

    /** Of the words of both, the share that is common, 0 to 1 (Dice). */
    double likeness(Unit other) {
        long common = 0;
        for (var word : words.entrySet())
            common += Math.min(word.getValue(), other.words.getOrDefault(word.getKey(), 0L));
        long all = count() + other.count();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    long count() {
        return words.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Numbers, codes and part numbers: every word with a digit in it, how often each. */
    Map<String, Long> values() {
        return words.entrySet().stream()
                .filter(e -> e.getKey().chars().anyMatch(Character::isDigit))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Change.Side side() {
        return new Change.Side(number, text, path, place, applicability.display());
    }
}
