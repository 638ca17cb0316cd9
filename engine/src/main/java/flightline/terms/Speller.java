package flightline.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mends misspelt words: {@code hydralic} is {@code hydraulic}, {@code oilpressure} is {@code oil pressure}.
 *
 * <p>Only a word that the vocabulary does not know is mended, only where one listed word lies clearly nearest (one slip, two
 * in a long word; a slip is a letter too many, too few, another, or two swapped), and never its first letter. A word with a
 * digit or a sign in it is no word. Immutable and safe to share; the time for a word is bounded.
 */
public final class Speller {
    /** Shorter words have too many neighbours: "lift", "list", "left". */
    private static final int SHORTEST = 5;

    private static final int TWO_SLIPS = 8;
    private static final int LONGEST = 24;
    /** A candidate must be this much more common than the next one at the same distance. */
    private static final int CLEARLY = 2;
    /** A word that is rarely seen is no better a guess than a name. */
    private static final int COMMON = 3;

    private static final int HALF = 3;

    private final Lazily<Words> words;

    public Speller(Vocabulary vocabulary) {
        this.words = new Lazily<>(() -> Words.of(vocabulary));
    }

    private Speller(Lazily<Words> words) {
        this.words = words;
    }

    /** With the vocabulary that ships with this package, which is read when the first word is looked up. */
    public static Speller standard() {
        return new Speller(new Lazily<>(() -> Standard.WORDS));
    }

    /** Sorted when they are first asked for, and once. */
    private static final class Standard {
        static final Words WORDS = Words.of(Vocabulary.standard());
    }

    /** Whether the vocabulary has the word, in lower case, or the word that it is a form of. */
    public boolean knows(String word) {
        return words.get().vocabulary().knows(word);
    }

    /** What was meant; empty where the word is known, is no word, or nothing lies clearly nearest. */
    public Optional<String> mended(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST || !isWord(word)) return Optional.empty();
        Words known = words.get();
        if (known.vocabulary().knows(word)) return Optional.empty();
        return nearest(word, known.models()).or(() -> parted(word, known.vocabulary()));
    }

    private static Optional<String> nearest(String word, Map<Character, List<Listed>> models) {
        int most = word.length() >= TWO_SLIPS ? 2 : 1;
        Listed best = null;
        int bestSlips = most + 1;
        boolean clear = false;
        for (Listed listed : models.getOrDefault(word.charAt(0), List.of())) {
            if (Math.abs(listed.word().length() - word.length()) > most) continue;
            int slips = Slips.between(word, listed.word(), Math.min(most, bestSlips));
            if (slips > most || slips > bestSlips) continue;
            if (slips < bestSlips) {
                clear = true;
                bestSlips = slips;
                best = listed;
            } else if (best != null) {
                clear = Math.abs(listed.commonness() - best.commonness()) >= CLEARLY || sameWord(listed, best);
                if (listed.commonness() > best.commonness()) best = listed;
            }
        }
        return best != null && clear ? Optional.of(best.word()) : Optional.empty();
    }

    /** "pump" and "pumps" compete only in number. */
    private static boolean sameWord(Listed a, Listed b) {
        return a.word().startsWith(b.word()) || b.word().startsWith(a.word());
    }

    /** Two common words written as one. */
    private static Optional<String> parted(String word, Vocabulary vocabulary) {
        String best = null;
        int most = 0;
        for (int cut = HALF; cut <= word.length() - HALF; cut++) {
            int left = vocabulary.commonness(word.substring(0, cut));
            int right = vocabulary.commonness(word.substring(cut));
            int weaker = Math.min(left, right);
            // Of a short half one must be surer: "the", "off" and "per" end and begin many words.
            int wanted = Math.min(cut, word.length() - cut) == HALF ? 9 : 6;
            if (weaker >= wanted && weaker > most) {
                most = weaker;
                best = word.substring(0, cut) + " " + word.substring(cut);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isWord(String word) {
        for (int i = 0; i < word.length(); i++) if (word.charAt(i) < 'a' || word.charAt(i) > 'z') return false;
        return true;
    }

    /** @param models what words may be mended to, by their first letter */
    private record Words(Vocabulary vocabulary, Map<Character, List<Listed>> models) {
        static Words of(Vocabulary vocabulary) {
            var models = new HashMap<Character, List<Listed>>();
            for (Map.Entry<String, Integer> entry : vocabulary.entries())
                if (entry.getKey().length() >= SHORTEST - 1 && entry.getValue() >= COMMON)
                    models.computeIfAbsent(entry.getKey().charAt(0), c -> new ArrayList<>())
                            .add(new Listed(entry.getKey(), entry.getValue()));
            models.values().forEach(list -> list.sort(Comparator.comparing(Listed::word)));
            return new Words(vocabulary, models);
        }
    }

    private record Listed(String word, int commonness) {}
}
