package flightline.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of airworthiness directives as they are printed: {@code 2025-23-53} (FAA), {@code 2025-0254R1} (EASA, with
 * {@code -E} where it is an emergency, {@code -C} a correction, {@code -CN} the notice that cancels it), {@code 2025-03} and
 * {@code CF-2021-01} (others). Lines are broken after a number's hyphens, and hyphens come in several kinds.
 */
final class DirectiveNumber {
    static final String DASH = "\\s?[-‐‑–\u00AD]\\s*";
    /** A number in any form; has no groups of its own. */
    static final String FORM = "(?:(?:(?:19|20)?\\d{2}" + DASH + "\\d{2}" + DASH + "\\d{2}(?!\\d)(?:\\s?R\\d{1,2})?)"
            + "|(?:(?:19|20)\\d{2}" + DASH + "\\d{2,4}(?!\\d)(?:R\\d{1,2})?(?:[-‐‑](?:CN|[EC])\\b)?)"
            + "|(?:[A-Z]{1,4}" + DASH + "\\d{2,4}" + DASH + "\\d{1,4}(?!\\d)(?:R\\d{1,2})?))";

    private DirectiveNumber() {}

    /** Whether it is the number of a notice that cancels a directive. */
    static boolean cancels(String number) {
        return number.endsWith("-CN");
    }

    /** Whether it is the number of a corrected print of a directive. */
    static boolean corrects(String number) {
        return number.endsWith("-C");
    }

    /** The directive that a cancellation or correction of this number is about. */
    static String meant(String number) {
        return number.replaceFirst("-CN?$", "");
    }

    /** The number without the blanks and odd hyphens of its line. */
    static String compact(String printed) {
        return printed.replaceAll("[‐‑–\u00AD]", "-").replaceAll("\\s+", "");
    }

    /** The first group of the first match, which must be a number. */
    static Optional<String> first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(compact(m.group(1))) : Optional.empty();
    }
}
