package flightline.diagnosis;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a sentence that was written anew against the passages it cites: each number with its sign and unit, each
 * identifier and each word of side or direction must be found there, and the source sentence nearest to it must be
 * negated as it is.
 *
 * <p>It errs to the strict side: a true sentence in another notation is lost, a false one is not let through.
 */
final class ClaimCheck {
    /** A number that is no part of an identifier, with its sign and what follows it, so that 25 N·m is not held up by 25 mm. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d.,/])(?<![\\p{L}\\d]-)(?:(?<![^\\s(\\[])[-+±])?\\d++(?:[.,]\\d++)*+"
                    + "(?: ?(?:%|°\\s?[CF]|[\\p{L}Ωµ]++(?:[·./-][\\p{L}]++)*+)(?![-./]?\\d)|(?!\\p{L}|[-./]?\\d))");
    /** The lower end of a range of values, whose upper end carries the unit for both. */
    private static final Pattern RANGE_FROM = Pattern.compile(
            "(?<![^\\s(\\[])\\d+(?:[.,]\\d+)*-(?=\\d+(?:[.,]\\d+)* ?(?:%|°|(?:psi[dg]?|k?pa|bar|n·?m|n|lbf?|kg|g|mm|cm|m|in|ft|v|vdc|vac|m?a|[mk]?ω|s|sec|seconds|min|minutes|h|hours|rpm|kt|l|gal)(?![\\p{L}\\d])))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Part numbers, references, ranges: letters and digits held together. */
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\d]+(?:[-./][\\p{L}\\d]+)*");

    private static final Pattern VALUE = Pattern.compile("\\d+(?:[.,]\\d+)*\\p{L}*");
    /** Units whose capital letter tells milli from mega. */
    private static final Pattern CAPITAL_COUNTS = Pattern.compile("(?i)[^a-z]*m(?:Ω|ohms?|w|v|a|pa|hz|n)");

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|no|never|none|without|cannot|neither|nor|unless|except)\\b|n['\u2019]t\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> JOINERS = Set.of(
            "and", "or", "to", "of", "in", "at", "is", "are", "the", "for", "if", "with", "on", "by", "from", "then",
            "must", "after", "before", "when");
    private static final Set<String> DIRECTIONS = Words.of("left right open close off increase decrease before after"
            + " upper lower forward aft above below install remove clockwise counterclockwise inboard outboard"
            + " maximum minimum extend retract");
    private static final Set<String> COUNTS =
            Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** The reason why the sentence does not follow from the quotes, in words; empty where none was found. */
    Optional<String> fault(String sentence, List<String> quotes) {
        String claim = ClaimText.of(sentence);
        String source = ClaimText.of(String.join(" \n ", quotes));
        return strayNumber(claim, source)
                .or(() -> strayRun(claim, source))
                .or(() -> strayWord(claim, source))
                .map(stray -> "'" + stray + "' is not in the passage that it cites")
                .or(() -> negatedOtherwise(claim, quotes)
                        ? Optional.of("it and the passage that it cites do not agree in what is negated")
                        : Optional.empty());
    }

    static boolean negates(String text) {
        return NEGATION.matcher(text).find();
    }

    private static Optional<String> strayNumber(String claim, String source) {
        String set = closed(source);
        Matcher number = NUMBER.matcher(RANGE_FROM.matcher(claim).replaceAll(""));
        while (number.find()) {
            String wanted = closed(withoutJoiner(number.group()));
            boolean bare = Character.isDigit(wanted.charAt(wanted.length() - 1));
            int flags =
                    CAPITAL_COUNTS.matcher(wanted).lookingAt() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            boolean there = Pattern.compile(
                            "(?<![\\d.,])(?<!(?<![^\\s(\\[])[-+±])" + Pattern.quote(wanted)
                                    + "(?![·./,-]?[\\p{L}\\d%°])",
                            flags)
                    .matcher(bare ? source : set)
                    .find();
            if (!there) return Optional.of(number.group().strip());
        }
        return Optional.empty();
    }

    private static Optional<String> strayRun(String claim, String source) {
        var held = new HashSet<String>();
        RUN.matcher(source).results().forEach(run -> held.add(run.group().toLowerCase(Locale.ROOT)));
        return RUN.matcher(claim)
                .results()
                .map(run -> run.group())
                .filter(run -> run.chars().anyMatch(Character::isDigit))
                .filter(run -> !VALUE.matcher(run).matches())
                .filter(run -> !held.contains(run.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> strayWord(String claim, String source) {
        Set<String> held = Words.of(source);
        return Words.of(claim).stream()
                .filter(word -> DIRECTIONS.contains(word) || COUNTS.contains(word))
                .filter(word -> !held.contains(word))
                .findFirst();
    }

    private static boolean negatedOtherwise(String claim, List<String> quotes) {
        Set<String> words = Words.of(claim);
        boolean negated = negates(claim);
        double nearest = -1;
        boolean agrees = false;
        for (String quote : quotes)
            for (String sentence : Sentences.of(quote)) {
                double alike = Words.covered(words, Words.of(sentence));
                boolean same = negates(sentence) == negated;
                if (alike > nearest) agrees = same;
                else if (alike == nearest) agrees |= same;
                nearest = Math.max(nearest, alike);
            }
        return !agrees;
    }

    private static String withoutJoiner(String number) {
        String[] words = number.split(" ", 2);
        return words.length == 2 && JOINERS.contains(words[1].toLowerCase(Locale.ROOT)) ? words[0] : number;
    }

    /** Number and unit without the blank between them, for both ways are written. */
    private static String closed(String text) {
        return text.replaceAll("(?<=\\d) (?=[\\p{L}%°Ω])", "").replaceAll("° (?=[CF])", "°");
    }
}
