package flightline.flow;

import flightline.evaluation.Daybook;
import flightline.evaluation.DriftMeasure;
import flightline.terms.LanguageGuess;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a request looks like from outside: how long it is, in which language, how many of its words are strange. */
final class RequestTraits {
    private static final int SHORTEST = 3;

    private final Predicate<String> known;
    private final LanguageGuess language;

    /** @param known whether a word in lower case is English or of the trade */
    RequestTraits(Predicate<String> known) {
        this.known = known;
        this.language = new LanguageGuess(known);
    }

    void count(String text, LocalDate day, Daybook book) {
        List<String> tokens = Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(token -> !token.isEmpty())
                .toList();
        book.count(DriftMeasure.LENGTH, day, tokens.size());
        // A number, a code or a registration is no word, and two letters say nothing.
        List<String> words = tokens.stream()
                .filter(token -> token.codePoints().allMatch(Character::isLetter))
                .toList();
        book.count(DriftMeasure.LANGUAGE, day, language.of(words));
        List<String> telling =
                words.stream().filter(word -> word.length() >= SHORTEST).toList();
        if (telling.isEmpty()) return;
        long strange = telling.stream().filter(known.negate()).count();
        book.count(DriftMeasure.UNKNOWN_WORDS, day, (double) strange / telling.size());
    }
}
