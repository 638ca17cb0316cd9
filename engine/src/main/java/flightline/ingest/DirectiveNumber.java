package flightline.ingest;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of airworthiness directives as they are printed: {@code 2025-23-53} (FAA), {@code 2025-0254R1} (EASA),
 * {@code 2025-03} and {@code CF-2021-01} (others). Lines are broken after a number's hyphens, and hyphens come in several kinds.
 */
final class DirectiveNumber {
    static final String DASH = "\\s?[-‐‑–]\\s*";
    /** A number in any form; has no groups of its own. */
    static final String FORM = "(?:(?:(?:19|20)?\\d{2}" + DASH + "\\d{2}" + DASH + "\\d{2}(?!\\d)(?:\\s?R\\d{1,2})?)"
            + "|(?:(?:19|20)\\d{2}" + DASH + "\\d{2,4}(?!\\d)(?:R\\d{1,2})?(?:-[EC]\\b)?)"
            + "|(?:[A-Z]{1,4}" + DASH + "\\d{2,4}" + DASH + "\\d{1,4}(?!\\d)(?:R\\d{1,2})?))";

    private static final Pattern ANY = Pattern.compile(FORM);
    private static final Pattern FEDERAL = Pattern.compile("\\d{2,4}-\\d{2}-\\d{2}(?:R\\d+)?");

    /** What may stand between "supersedes" and a number: the word directive, lists, and who issued it. */
    private static final String NAMES =
            FORM + "|the|existing|Emergency|Airworthiness|Directives?|\\(ADs?\\)|ADs?|Nos?\\.|and|or|[A-Z]{2,6}";

    private static final Pattern REPLACING =
            Pattern.compile("\\b(?i:supersed(?:es|ing|e)|replac(?:es|ing|e)|revis(?:es|ing)"
                    + "|cancel(?:s|ling|ing)|rescind(?:s|ing)?|remov(?:es|ing))\\s+(?i:and\\s+(?:replaces?|cancels)\\s+)?((?:(?:"
                    + NAMES + ")[\\s,;]*)++)");
    private static final Pattern SENTENCE =
            Pattern.compile("(?s)\\bThis (?:P?AD|directive|airworthiness directive)\\s+(?:also\\s+)?"
                    + "(?:revises|supersedes|replaces|cancels)\\b(.{5,600}?)\\.(?=\\s|$)");

    private DirectiveNumber() {}

    /** The number without the blanks and odd hyphens of its line. */
    static String compact(String printed) {
        return printed.replaceAll("[‐‑–]", "-").replaceAll("\\s+", "");
    }

    /** The first group of the first match, which must be a number. */
    static Optional<String> first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(compact(m.group(1))) : Optional.empty();
    }

    /**
     * Directives that a text says it supersedes, replaces, revises or cancels; an EASA text names in the same sentence what
     * those had superseded before. Only numbers of the same kind as its own count, as an FAA text also tells which EASA
     * directive replaced which.
     *
     * @param own the number or docket of the directive itself, compact
     */
    static Set<String> superseded(String text, String own) {
        boolean federal = FEDERAL.matcher(own).matches() || own.startsWith("FAA-");
        var found = new LinkedHashSet<String>();
        for (Matcher m = REPLACING.matcher(text); m.find(); ) collect(m.group(1), federal, found);
        if (!federal) for (Matcher m = SENTENCE.matcher(text); m.find(); ) collect(m.group(1), false, found);
        found.remove(own);
        return found;
    }

    private static void collect(String words, boolean federal, Set<String> into) {
        for (Matcher m = ANY.matcher(words); m.find(); ) {
            String number = compact(m.group());
            if (FEDERAL.matcher(number).matches() == federal) into.add(number);
        }
    }
}
