package flightline.ingest;

import flightline.corpus.Fact;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds service bulletins that a text names, with the revision beside them. */
final class BulletinNames {
    /**
     * A number as it is printed, with its last letter and digit: {@code 737-53A1400}, {@code LT46-32-017}. Lines are broken
     * after its hyphens. Has no groups of its own.
     */
    static final String FORM = "(?:(?=[A-Z0-9‐‑–\\n-]{0,60}?\\d)[A-Z0-9]{1,24}+"
            + "(?:[-‐‑–](?:[^\\S\\n]*+\\n[^\\S\\n]*+(?=[A-Z]{0,3}\\d))?[A-Z0-9]{1,24}+(?![A-Za-z0-9])){1,9})";

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:(?:Alert\\s+|Requirements\\s+|Service\\s+)+Bulletin(?:\\s*\\([A-Z]{2,3}\\))?|[AE]?SB)\\s+(?:No\\.?\\s*)?"
                    + "(" + FORM + ")(\\s+RB\\b)?"
                    + "(?:\\s*,?\\s*(?:at\\s+)?((?:Revision|Rev\\.?|Issue)\\s+[A-Z0-9]{1,3}(?![\\w-])|[Oo]riginal\\s+[Ii]ssue))?");

    private BulletinNames() {}

    /** The number without the break of its line and odd hyphens. */
    static String compact(String printed) {
        return printed.replaceAll("[‐‑–]", "-").replaceAll("\\s+", "");
    }

    static void read(StatedFacts stated) {
        for (Matcher m = NAMED.matcher(stated.text()); m.find(); ) {
            String requirements = m.group(2) == null ? "" : " RB";
            String revision = m.group(3) == null ? "" : " " + DocumentIdentity.oneLine(m.group(3));
            stated.state(Fact.Kind.BULLETIN, "SB " + compact(m.group(1)) + requirements + revision, m.start(), m.end());
        }
    }
}
