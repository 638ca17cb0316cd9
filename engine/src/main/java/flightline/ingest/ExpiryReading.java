package flightline.ingest;

import flightline.corpus.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the last day on which a document holds, as temporary revisions, deviations and concessions say it: in a field of its head, or in
 * a sentence about itself. When a licence, a certificate or a battery expires is no matter of the document.
 */
final class ExpiryReading {
    /** Fields stand at the head; farther down the same words are about something else. */
    private static final int HEAD = 3_000;

    private static final int OPENING = 6_000;
    /** Days in figures are read where they can be read one way only. */
    private static final String DAY = "(" + WrittenDate.FORM
            + "|\\d{1,2}[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ -]\\d{2}(?!\\d)"
            + "|(?:1[3-9]|2\\d|3[01])[./](?:0?[1-9]|1[0-2])[./]\\d{4}|(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])\\.\\d{4})";

    private static final String GAP = "[*_ \\t]*+[:|]?[*_| \\t]*+(?:on |until |to )?[*_]*+";
    private static final String ENDS =
            "(?:expir(?:es|y|ation)(?:[ _-]?date)?|expires on|date of expir(?:y|ation)|valid(?:ity)?[ _-](?:until|to|through|thru)"
                    + "|(?:remains |to remain )?(?:effective|in force) until|validity(?=[*_ \\t]*+[:|]?[*_| \\t]*+(?:until|to) )|(?:not|no longer) valid after|not to be used after|void after"
                    + "|end of validity|(?:validity|expiry(?: date)?) (?:is |was )?extended (?:to|until))";
    private static final String OWN =
            "(?:temporary revision|tr|deviation|concession|waiver|exemption|dispensation|derogation|permit|alert|notice)";
    private static final String SELF = OWN.substring(0, OWN.length() - 1)
            + "|document|bulletin|manual|list|letter|memo|memorandum|circular|publication|revision|supplement|issue|instruction|order|approval"
            + "|directive|ad|sb|mel|card|procedure)";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?im)^[\\s*_>|#\\[(:-]*+(?:" + OWN + "[ _])?" + ENDS + GAP + DAY),
            Pattern.compile("(?im)^[\\s*_>|#\\[(:-]*+(?:valid(?:ity)?|effective)" + GAP + "(?:from |period )?" + GAP
                    + WrittenDate.FORM + " ?(?:to|until|till|through|thru|-|–|—) ?" + DAY),
            Pattern.compile("(?im)^[^\\n.]{0,60}\\b" + OWN + "\\b[^\\n.]{0,60}?(?:[,;(|–—-]|\\t|(?<! ) {2,}+)[ ]*+"
                    + ENDS + GAP + DAY));
    private static final Pattern SENTENCE = Pattern.compile("(?i)\\b(?:this|the present)\\s+(?:\\w+\\s+){0,3}?" + SELF
            + "\\s+(?:[\\w./-]*\\d[\\w./-]*\\s+)?(?:(?:is|are|will|shall|may|must|be|only|and|automatically|remains?)\\s+){0,5}"
            + "(?:expires?|(?<!not )valid\\s+(?:only\\s+)?(?:until|to|through)|(?:not|no\\s+longer)\\s+(?:be\\s+)?(?:valid|used|effective)\\s+after"
            + "|(?<!not )(?:effective|in\\s+force)\\s+until|used\\s+(?:only\\s+)?until|loses?\\s+its\\s+validity)\\s+"
            + "(?:on\\s+|after\\s+)?(?:the\\s+)?" + DAY);
    /** Then it may hold on beyond the day. */
    private static final Pattern LATER =
            Pattern.compile("(?is)^[^.\\n]{0,120}\\bwhichever\\s+(?:\\w+\\s+){0,2}?(?:later|last)\\b");

    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{1,2})[ -](\\p{L}{3})[ -](\\d{2})");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");

    private ExpiryReading() {}

    /** States it with the place of its day, where there is one. */
    static void read(StatedFacts stated) {
        String text = stated.text();
        for (Pattern form : FORMS)
            if (state(stated, form.matcher(text).region(0, Math.min(HEAD, text.length())))) return;
        state(stated, SENTENCE.matcher(text).region(0, Math.min(OPENING, text.length())));
    }

    private static boolean state(StatedFacts stated, Matcher said) {
        while (said.find()) {
            int start = said.start(said.groupCount());
            int end = said.end(said.groupCount());
            Optional<LocalDate> day = day(said.group(said.groupCount()));
            if (day.isEmpty() || LATER.matcher(stated.text().substring(end)).find()) continue;
            stated.state(Fact.Kind.EXPIRES, day.get().toString(), start, end);
            return true;
        }
        return false;
    }

    private static Optional<LocalDate> day(String written) {
        Matcher year = SHORT_YEAR.matcher(written);
        if (year.matches())
            return WrittenDate.parse(
                    year.group(1) + " " + year.group(2).toLowerCase(Locale.ROOT) + " 20" + year.group(3));
        Matcher figures = FIGURES.matcher(written);
        if (!figures.matches()) return WrittenDate.parse(written);
        return WrittenDate.parse("%s-%02d-%02d"
                .formatted(figures.group(3), Integer.valueOf(figures.group(2)), Integer.valueOf(figures.group(1))));
    }
}
