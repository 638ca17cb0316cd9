package flightline.policy;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at requests that are not in English. The rules and what was learned are; so a word that may mean harm is enough for a
 * question back, and nothing is taken for refused.
 */
final class OtherTongues {
    private static final Set<UnicodeScript> ENGLISH = Set.of(UnicodeScript.LATIN, UnicodeScript.COMMON);
    /** Their words can stand inside what looks like one word to us. */
    private static final Set<UnicodeScript> RUNNING =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.ARABIC);

    private final Set<String> signs;
    private final Set<String> english;
    private final List<Grave> grave;

    private OtherTongues(Set<String> signs, Set<String> english, List<Grave> grave) {
        this.signs = signs;
        this.english = english;
        this.grave = grave;
    }

    /** @param open whether longer words count too */
    private record Grave(String word, boolean open) {
        boolean is(String other) {
            if (RUNNING.contains(script(other))) return other.contains(word);
            return open ? other.startsWith(word) : other.equals(word);
        }
    }

    static OtherTongues of(AcceptableUse use) {
        return Optional.ofNullable(use.otherLanguages())
                .map(other -> new OtherTongues(words(other.signs()), words(other.english()), grave(other.grave())))
                .orElseGet(() -> new OtherTongues(Set.of(), Set.of(), List.of()));
    }

    /** Folded as the words of a request are. */
    private static Set<String> words(String list) {
        return new HashSet<>(RequestWords.of(list));
    }

    private static List<Grave> grave(String list) {
        return Stream.of(list.strip().split("\\s+"))
                .flatMap(one -> RequestWords.of(one).stream().map(word -> new Grave(word, one.endsWith("*"))))
                .toList();
    }

    /** The word for which it must be asked what it is for; empty where the request is in English, or has none. */
    Optional<String> inDoubt(List<String> words) {
        if (grave.isEmpty() || !isForeign(words)) return Optional.empty();
        return words.stream()
                .filter(word -> grave.stream().anyMatch(one -> one.is(word)))
                .findFirst();
    }

    private boolean isForeign(List<String> words) {
        long foreign = words.stream()
                .filter(word -> signs.contains(word) || !ENGLISH.contains(script(word)))
                .count();
        long ours = words.stream().filter(english::contains).count();
        return foreign > ours;
    }

    private static UnicodeScript script(String word) {
        return UnicodeScript.of(word.codePointAt(0));
    }
}
