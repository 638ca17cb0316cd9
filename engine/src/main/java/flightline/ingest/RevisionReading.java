package flightline.ingest;

import flightline.corpus.Revision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which revision of itself a document is.
 *
 * <p>Labels are written one way ({@code Rev 12}, {@code Issue 3}) whatever the document's wording, as revisions are
 * ordered by label and {@code Revision 4} must come before {@code Rev. 12}.
 */
final class RevisionReading {
    /** Characters at the beginning of a text in which its fields stand. */
    private static final int TITLE_BLOCK = 2_000;

    /** A dash before a date parts it from the label. */
    private static final String NUMBER = "(?:No\\.?|Number|Level)?\\s*+[:#]?\\s*+(\\d{1,3}(?:[.-](?!" + WrittenDate.FORM
            + ")\\d{1,2})?|[A-Z])(?:(?![\\w.-]*\\w)|(?=-" + WrittenDate.FORM + "))";
    /** Front matter, attributes and fields, whose names are written as it pleases: the name begins its line, the number is all that it says. */
    private static final String FIELD =
            "(?im:^(?:[:|>-][ \\t]?)?[*_]{0,3}(?:doc(?:ument)?[ _-]?)?(rev(?:ision)?|revnumber|issue|version)(?:[ _-]?(?:no\\.?|number|level))?"
                    + "[*_ \\t]{0,4}:[*_ \\t]{0,8}[\"']?(?:v(?=\\d)|rev(?:ision)?\\.? ?)?(\\d{1,4}(?:[.-](?!"
                    + WrittenDate.FORM + ")\\d{1,4}){0,3}|[A-Z])(?=[\"'*_]{0,3}[ \\t]*+(?:$|[\\r,;:(|–—-]|dated|"
                    + WrittenDate.FORM
                    + ")))";

    private static final String BESIDE =
            "(?:[\"']?\\s*+[,;:(|–—-]?\\s*+(?:dated|of|date:?)?\\s*+(" + WrittenDate.FORM + "))?";
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?<!previous |prior |[Tt]emporary |TEMPORARY |until |when |after )\\b(Rev(?:ision)?|REV(?:ISION)?|Issue|ISSUE)\\b\\.?\\s*+"
                    + NUMBER + "|" + FIELD + ")" + BESIDE);
    /** {@code Issue 3 Revision 2}: issues that are revised in their turn. */
    private static final Pattern REVISED =
            Pattern.compile("[^\\S\\n]*+[,/–—-]?[^\\S\\n]*+(Rev(?:ision)?|REV(?:ISION)?)\\b\\.?[^\\S\\n]*+" + NUMBER);

    private static final Pattern FIRST = Pattern.compile("(?i)\\b(?:original|initial|basic) (?:issue|release)\\b");
    private static final Pattern NAMED_DATE = Pattern.compile(
            "(?i)\\b(?:date of issue|issue[ _-]date|rev(?:ision)?[ _-]?date|issued|dated?|last[ _-]?(?:modified|updated|revised|mod)|updated"
                    + "|effective(?: date)?|rev(?:ision)?\\.?\\s+\\w{1,4})\\b\\s*+[:,]?\\s*+[\"']?(?:on\\s++)?("
                    + WrittenDate.FORM + ")");
    private static final Pattern LONE_DATE = Pattern.compile("(?im)^[^\\S\\n]*+(" + WrittenDate.FORM + ")[^\\S\\n]*+$");
    /** A letter goes with the word for a revision only, apart from it or told from it by its case: "known_issues" is no Issue S. */
    private static final Pattern IN_NAME = Pattern.compile(
            "(?i)(?:[ _.-]+\\(?(?:(rev(?:ision)?|issue|iss|r)[ _.-]?(\\d{1,3}(?:\\.\\d{1,2})?)|(rev(?:ision)?|issue|iss)(?:[ _.-]([A-Z])|(?-i:(?<=[a-z]|REV)([A-Z]))))\\)?)$");

    private static final Pattern SUPERSEDED = Pattern.compile(
            "(?i)\\b(?:supersedes|replaces)\\s+(?:and\\s+cancels\\s+)?(?:the\\s+)?(?:previous\\s+)?(rev(?:ision)?|issue)\\b\\.?\\s*+"
                    + NUMBER);

    private RevisionReading() {}

    /** The label from the text, else from the file's name; the date beside it, else one that is named as its date. */
    static Revision of(String name, String opening) {
        Matcher m = LABEL.matcher(opening);
        boolean found = m.find();
        // What a document supersedes is not what it is, and farther down a field may be one of a listing.
        while (found && (supersededAt(opening, m.start()) || (m.group(3) != null && m.start() > TITLE_BLOCK)))
            found = m.find();
        Optional<LocalDate> beside =
                found ? Optional.ofNullable(m.group(5)).flatMap(WrittenDate::parse) : Optional.empty();
        String label = found ? labelOf(m) + revised(m, opening) : elsewhere(name, opening);
        return new Revision(label, beside.or(() -> issued(opening)));
    }

    /** The name of the file without its revision at the end. */
    static String withoutRevision(String name) {
        String rest = IN_NAME.matcher(name).replaceFirst("");
        return rest.isBlank() ? name : rest;
    }

    static Optional<LocalDate> issued(String opening) {
        for (Pattern form : List.of(NAMED_DATE, LONE_DATE)) {
            Matcher m = form.matcher(opening);
            if (m.find()) return WrittenDate.parse(m.group(1));
        }
        return Optional.empty();
    }

    /** Revisions of the same document that it says it replaces. */
    static List<String> superseded(String opening) {
        var labels = new LinkedHashSet<String>();
        for (Matcher m = SUPERSEDED.matcher(opening); m.find(); ) labels.add(label(m.group(1), m.group(2)));
        return new ArrayList<>(labels);
    }

    private static boolean supersededAt(String opening, int at) {
        String before = opening.substring(Math.max(0, at - 40), at).toLowerCase(Locale.ROOT);
        return before.matches("(?s).*\\b(?:supersedes|replaces)\\b[^.]*");
    }

    private static String elsewhere(String name, String opening) {
        Matcher inName = IN_NAME.matcher(name);
        if (inName.find()) {
            if (inName.group(1) != null) return label(inName.group(1), inName.group(2));
            return label(inName.group(3), inName.group(4) != null ? inName.group(4) : inName.group(5));
        }
        return FIRST.matcher(opening).find() ? "Original" : "";
    }

    private static String labelOf(Matcher m) {
        return m.group(1) != null ? label(m.group(1), m.group(2)) : label(m.group(3), m.group(4));
    }

    private static String revised(Matcher issue, String opening) {
        if (issue.group(1) == null || !issue.group(1).toLowerCase(Locale.ROOT).startsWith("i")) return "";
        Matcher revision = REVISED.matcher(opening).region(issue.end(2), opening.length());
        return revision.lookingAt() ? " " + label(revision.group(1), revision.group(2)) : "";
    }

    private static String label(String word, String number) {
        String kind = word.toLowerCase(Locale.ROOT).startsWith("i") ? "Issue " : "Rev ";
        return kind + number.toUpperCase(Locale.ROOT).replaceFirst("^0+(?=\\d)", "");
    }
}
