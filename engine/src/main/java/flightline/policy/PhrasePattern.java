package flightline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A phrase of a rule: words in order, at most five others between neighbours. A word may list alternatives with a bar
 * and may end in a star that matches any ending; {@code @name} stands for any word of a list.
 */
final class PhrasePattern {
    private static final int GAP = 5;

    private final String written;
    /**
     * Alternatives of one place.
     *
     * @param letters a bit for each first letter, so that most words are passed over at once
     */
    private record Place(List<String> alternatives, long letters) {
        static Place of(List<String> alternatives) {
            long letters = 0;
            for (String one : alternatives) letters |= 1L << one.charAt(0);
            return new Place(alternatives, letters);
        }

        boolean fits(String word) {
            if ((letters & (1L << word.charAt(0))) == 0) return false;
            for (String alternative : alternatives) {
                boolean open = alternative.endsWith("*");
                if (open
                        ? word.startsWith(alternative.substring(0, alternative.length() - 1))
                        : word.equals(alternative)) return true;
            }
            return false;
        }
    }

    private final List<Place> words;

    PhrasePattern(String written, Concepts lists) {
        this.written = written;
        this.words = Stream.of(written.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .map(alternatives -> Stream.of(alternatives.split("\\|"))
                        .flatMap(a -> a.startsWith("@") ? lists.words(a.substring(1)).stream() : Stream.of(a))
                        .toList())
                .map(Place::of)
                .toList();
    }

    String written() {
        return written;
    }

    /** The words of the text that fit, in order; empty where the phrase does not occur. */
    Optional<List<String>> foundIn(List<String> text) {
        var found = new ArrayList<String>();
        for (int at = 0; at < text.size(); at++)
            if (words.getFirst().fits(text.get(at)) && restFollows(text, at + 1, 1, found)) {
                found.add(text.get(at));
                return Optional.of(found.reversed());
            }
        return Optional.empty();
    }

    private boolean restFollows(List<String> text, int from, int word, List<String> found) {
        if (word == words.size()) return true;
        for (int at = from; at < Math.min(text.size(), from + GAP + 1); at++)
            if (words.get(word).fits(text.get(at)) && restFollows(text, at + 1, word + 1, found)) {
                found.add(text.get(at));
                return true;
            }
        return false;
    }
}
