package flightline.ingest;

import flightline.corpus.Fact;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds service bulletins that a text names, with the revision beside them. */
final class BulletinNames {
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:(?:Alert\\s+|Requirements\\s+|Service\\s+)+Bulletin(?:\\s*\\([A-Z]{2,3}\\))?|[AE]?SB)\\s+(?:No\\.?\\s*)?"
                    + "((?=[A-Z0-9-]*\\d)[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,6}){1,4}(?:\\s+RB)?)"
                    + "(?:\\s*,?\\s*(?:at\\s+)?((?:Revision|Rev\\.?|Issue)\\s+[A-Z0-9]{1,3}(?![\\w-])|[Oo]riginal\\s+[Ii]ssue))?");

    private BulletinNames() {}

    static void read(StatedFacts stated) {
        for (Matcher m = NAMED.matcher(stated.text()); m.find(); ) {
            String revision = m.group(2) == null ? "" : " " + DocumentIdentity.oneLine(m.group(2));
            stated.state(
                    Fact.Kind.BULLETIN, "SB " + DocumentIdentity.oneLine(m.group(1)) + revision, m.start(), m.end());
        }
    }
}
