package flightline.ingest.marking;

import flightline.corpus.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that is a marking and nothing else. */
final class Banner {
    private static final Pattern DECORATION =
            Pattern.compile("^[\\s*=_~\\[\\]<>|•·#`\"'+-]+|[\\s*=_~\\[\\]<>|•·#`\"'+.-]+$");
    /** Levels stand in capitals: in small letters they are a word of the language. */
    private static final Pattern LEVEL =
            Pattern.compile("((?:NATO |COSMIC )?(?:UNCLASSIFIED|RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET))(?![\\w-])");

    private static final Pattern CONTROLLED =
            Pattern.compile("(?:CONTROLLED UNCLASSIFIED INFORMATION(?: ?\\(CUI\\))?|CUI|CONTROLLED)(?![\\w-])");
    private static final Pattern OFFICIAL_USE = Pattern.compile("(?i)for official use only|FOUO");
    private static final Pattern DISTRIBUTION =
            Pattern.compile("(?is)distribution statement ([A-F])\\b(?: ?[.:-].*| ?\\(.*|\\s*)");
    private static final Pattern ECCN = Pattern.compile("(?i)eccn ?[:#]? ?([0-9][A-E][0-9]{3}(?:\\.[a-z0-9.]+)?)");
    private static final String EXPORT_LAW = "(ITAR|EAR)(?: ?(?:/|&|and) ?(ITAR|EAR))?";
    private static final String HELD_THING =
            "(?: (?:technical )?(?:data|information|material|documents?|content))?(?: only)?";
    private static final Pattern EXPORT = Pattern.compile("(?i)(?:(?:warning|notice|caution) ?[-:!]+ ?)?(?:"
            + "export[- ](?:controlled|restricted)" + HELD_THING + "(?: ?[-:/,(]+ ?(?:US )?" + EXPORT_LAW
            + "(?:[- ](?:controlled|restricted))?" + HELD_THING + "\\)?)?"
            + "|" + EXPORT_LAW + "[- ](?:controlled|restricted)" + HELD_THING
            + "|" + EXPORT_LAW + " ?[-:/,(]+ ?export[- ](?:controlled|restricted)" + HELD_THING + "\\)?)");
    private static final int LONGEST = 90;
    /** Characters that are looked at; a distribution statement with its reasons has some hundreds. */
    private static final int FARTHEST = 2_000;
    /** What ends the first words of a field's value. */
    private static final String STOP = "[.;,(\\t|\\n]|\\s{2,}";

    private static final Pattern FIELD_STOP = Pattern.compile(STOP);
    /** Some levels have a dash in them: it ends the value only where they have not. */
    private static final Pattern FIELD_END = Pattern.compile(STOP + "| [-–—] ");

    private static final Pattern LABEL = Pattern.compile("(?:[\\w./-]{1,30} ){0,2}[\\w./-]{1,30} ?:.*", Pattern.DOTALL);

    private Banner() {}

    /** What a line by itself at the head or foot of a page, or at either end of a text, marks the whole document with. */
    static Optional<Marking> read(String whole) {
        return prescribed(whole).or(() -> CompanyLegend.read(bare(whole)));
    }

    /** Forms that a state prescribes. */
    private static Optional<Marking> prescribed(String whole) {
        String bare = bare(whole);
        Matcher distribution = DISTRIBUTION.matcher(bare);
        if (distribution.matches()) return distribution(distribution.group(1));
        if (bare.length() > LONGEST) return Optional.empty();
        Optional<Marking> level = behind(LEVEL.matcher(bare), bare)
                .or(() -> behind(CONTROLLED.matcher(bare), bare).map(caveats -> "CUI//" + caveats))
                .or(() -> NationalMark.read(bare))
                .flatMap(Banner::label);
        if (level.isPresent()) return level;
        Matcher eccn = ECCN.matcher(bare);
        if (eccn.matches()) return label("ECCN " + eccn.group(1));
        if (OFFICIAL_USE.matcher(bare).matches()) return label("FOUO");
        Matcher export = EXPORT.matcher(bare);
        return export.matches() || bare.equals("ITAR") ? export(bare) : Optional.empty();
    }

    /**
     * A level in small letters, with its caveats and the page and nothing else: what a running head or a paragraph of its own means by the
     * word. Anywhere else it is a word of the language.
     */
    static Optional<Marking> inSmallLetters(String line) {
        String upper = bare(line).toUpperCase(Locale.ROOT);
        return upper.length() > LONGEST
                ? Optional.empty()
                : behind(LEVEL.matcher(upper), upper).flatMap(Banner::label);
    }

    /** Whether a line is blank but for what decorates it. */
    static boolean says(String line) {
        return !bare(line).isEmpty();
    }

    /** The value of a field that is called a marking: its first words count, whatever explains them behind. */
    static Optional<Marking> ofField(String value) {
        String upper = value.strip().toUpperCase(Locale.ROOT);
        var parts = new ArrayList<>(
                List.of(upper, FIELD_STOP.split(upper, 2)[0].strip(), FIELD_END.split(upper, 2)[0].strip()));
        // The next field may follow on the line: "SECRET Date: …".
        for (int blank = upper.lastIndexOf(' ', 80); blank > 0; blank = upper.lastIndexOf(' ', blank - 1))
            if (LABEL.matcher(upper.substring(blank + 1)).matches()) parts.add(upper.substring(0, blank));
        return parts.stream()
                .flatMap(part -> prescribed(part).stream())
                .findFirst()
                .or(() -> parts.stream().flatMap(part -> read(part).stream()).findFirst());
    }

    private static String bare(String whole) {
        // A line without end is no banner, and must not be gone through by patterns that look for blanks at its ends.
        String line = whole.substring(0, Math.min(whole.length(), FARTHEST)).strip();
        return DECORATION
                .matcher(DECORATION
                        .matcher(line.replaceAll("[\\u2010-\\u2015]", "-"))
                        .replaceAll(""))
                .replaceAll("")
                .replaceAll("\\s+", " ");
    }

    /** A level with its caveats, parted by strokes; of {@link #CONTROLLED} the caveats alone. */
    private static Optional<String> behind(Matcher level, String bare) {
        if (!level.lookingAt()) return Optional.empty();
        return Caveats.read(bare.substring(level.end()))
                .map(caveats -> (level.groupCount() > 0 ? level.group(1) + "//" : "") + String.join("//", caveats));
    }

    private static Optional<Marking> export(String bare) {
        String upper = bare.toUpperCase(Locale.ROOT);
        boolean itar = upper.matches(".*\\bITAR\\b.*");
        boolean ear = upper.matches(".*\\bEAR\\b.*");
        if (!itar && !ear) return label("EXPORT CONTROLLED");
        return label((itar ? "ITAR//" : "") + (ear ? "EAR" : ""));
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
