package flightline.diagnosis;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a sentence that was written anew against the passages it cites: each number with its unit, each identifier and
 * the presence of a negation must be found there.
 */
final class ClaimCheck {
    /** A number with what follows it, so that 25 N·m is not held up by 25 mm. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,-])[-+±]?\\d+(?:[.,]\\d+)*(?:\\s?(?:%|°\\s?[CF]|[\\p{L}Ωµ]+(?:[·./-][\\p{L}]+)*))?",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern IDENTIFIER =
            Pattern.compile("\\b(?=[A-Z0-9./-]*\\d)(?=[A-Z0-9./-]*[A-Z])[A-Z0-9]+(?:[-./][A-Z0-9]+)*\\b");
    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|no|never|none|without|cannot|neither|nor|unless|except)\\b|n't\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> JOINERS = Set.of(
            "and", "or", "to", "of", "in", "at", "is", "are", "the", "for", "if", "with", "on", "by", "from", "then",
            "must", "after", "before", "when");

    Optional<String> fault(String sentence, List<String> quotes) {
        String source = plain(String.join(" \n ", quotes));
        Set<String> tokens = new HashSet<>(List.of(source.split("[^\\p{L}\\d.·/-]+")));
        Matcher number = NUMBER.matcher(sentence);
        while (number.find()) {
            String wanted = plain(withoutJoiner(number.group()));
            if (!Pattern.compile("(?<![\\d.,])" + Pattern.quote(wanted) + "(?![\\p{L}\\d])")
                    .matcher(source)
                    .find()) return Optional.of("'" + number.group().strip() + "' is not in the passage that it cites");
        }
        Matcher identifier = IDENTIFIER.matcher(sentence);
        while (identifier.find()) {
            String wanted = plain(identifier.group());
            if (!tokens.contains(wanted))
                return Optional.of("'" + identifier.group() + "' is not in the passage that it cites");
        }
        if (NEGATION.matcher(sentence).find()
                != NEGATION.matcher(String.join(" ", quotes)).find())
            return Optional.of("it and the passage that it cites do not agree in what is negated");
        return Optional.empty();
    }

    private static String withoutJoiner(String number) {
        String[] words = number.split("\\s", 2);
        return words.length == 2 && JOINERS.contains(words[1].toLowerCase(Locale.ROOT)) ? words[0] : number;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\d)\\s+(?=[\\p{L}%°Ω])", "")
                .replaceAll("\\s+", " ");
    }
}
