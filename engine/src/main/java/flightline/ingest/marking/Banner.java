package flightline.ingest.marking;

import flightline.corpus.Marking;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that is a marking and nothing else. */
final class Banner {
    private static final Pattern DECORATION = Pattern.compile("^[\\s*=_~\\[\\]<>|•·-]+|[\\s*=_~\\[\\]<>|•·.-]+$");
    private static final String CAVEATS = "(?: ?//? ?[A-Z][A-Z0-9 ,/-]{1,60})?";
    /** Levels stand in capitals: in small letters they are a word of the language. */
    private static final Pattern LEVEL = Pattern.compile(
            "((?:NATO |COSMIC )?(?:UNCLASSIFIED|RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET))(" + CAVEATS + ")");

    private static final Pattern CONTROLLED =
            Pattern.compile("(?:CUI|CONTROLLED|CONTROLLED UNCLASSIFIED INFORMATION)(" + CAVEATS + ")");
    private static final Pattern OFFICIAL = Pattern.compile("(?i)for official use only|FOUO|official[- :]sensitive");
    private static final Pattern COMPANY = Pattern.compile(
            "(?:(?:[A-Z][\\w&.'-]* ){0,4})?(?i:(company|business|commercial|commercial[- ]in)[- ]confiden(?:ce|tial)"
                    + "|(?:confidential (?:and|&|/) )?proprietary(?: (?:and|&|/) confidential)?(?: information| data)?"
                    + "|company (?:confidential|private|proprietary)|confidential information)");
    private static final Pattern DISTRIBUTION =
            Pattern.compile("(?is)distribution statement ([A-F])\\b(?: ?[.:-].*| ?\\(.*|\\s*)");
    private static final Pattern ECCN = Pattern.compile("(?i)eccn ?[:#]? ?([0-9][A-E][0-9]{3}(?:\\.[a-z0-9.]+)?)");
    private static final int LONGEST = 90;
    /** Characters that are looked at; a distribution statement with its reasons has some hundreds. */
    private static final int FARTHEST = 2_000;

    private Banner() {}

    /** What a line by itself at the head or foot of a page, or at either end of a text, marks the whole document with. */
    static Optional<Marking> read(String whole) {
        // A line without end is no banner, and must not be gone through by patterns that look for blanks at its ends.
        String line = whole.substring(0, Math.min(whole.length(), FARTHEST)).strip();
        String bare = DECORATION
                .matcher(DECORATION
                        .matcher(line.replaceAll("[\\u2010-\\u2015]", "-"))
                        .replaceAll(""))
                .replaceAll("")
                .replaceAll("\\s+", " ");
        Matcher distribution = DISTRIBUTION.matcher(bare);
        if (distribution.matches()) return distribution(distribution.group(1));
        if (bare.length() > LONGEST) return Optional.empty();
        Matcher level = LEVEL.matcher(bare);
        if (level.matches()) return label(level.group(1) + "//" + level.group(2));
        Matcher controlled = CONTROLLED.matcher(bare);
        if (controlled.matches()) return label("CUI//" + controlled.group(1));
        Matcher eccn = ECCN.matcher(bare);
        if (eccn.matches()) return label("ECCN " + eccn.group(1));
        if (OFFICIAL.matcher(bare).matches())
            return label(bare.toLowerCase(Locale.ROOT).contains("sensitive") ? "OFFICIAL-SENSITIVE" : "FOUO");
        if (COMPANY.matcher(bare).matches())
            return label(
                    bare.toLowerCase(Locale.ROOT).contains("proprietary") ? "PROPRIETARY" : "COMPANY CONFIDENTIAL");
        return Optional.empty();
    }

    /** The value of a field that is called a marking: its first words count, whatever explains them behind. */
    static Optional<Marking> ofField(String value) {
        String upper = value.strip().toUpperCase(Locale.ROOT);
        for (String part : List.of(upper, upper.split("[.;,(]", 2)[0].strip())) {
            Optional<Marking> read = read(part);
            if (read.isPresent()) return read;
        }
        return Optional.empty();
    }

    private static Optional<Marking> distribution(String letter) {
        String statement = letter.toUpperCase(Locale.ROOT);
        // A is approved for public release.
        return statement.equals("A") ? Optional.empty() : label("DISTRIBUTION " + statement);
    }

    private static Optional<Marking> label(String written) {
        String clean = written.replaceAll("/+", "/").replaceAll("[/ ]+$", "");
        return clean.isBlank() ? Optional.empty() : Optional.of(new Marking(clean));
    }
}
