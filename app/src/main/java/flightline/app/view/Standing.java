package flightline.app.view;

import flightline.corpus.Citation;
import flightline.corpus.HeldDocument;
import java.time.LocalDate;

/** What a reader must know of the standing of a document beside its name: nothing where it is plainly in force. */
public final class Standing {
    private static final String PLAIN = "in force";
    private static final String BUT = PLAIN + ", ";

    private Standing() {}

    /** Empty, {@code NOT IN FORCE: superseded by …}, or {@code IN FORCE, perhaps superseded by …}. */
    public static String remark(boolean inForce, String standing) {
        if (!inForce) return "NOT IN FORCE: " + standing;
        return standing.startsWith(BUT) ? "IN FORCE, " + standing.substring(BUT.length()) : "";
    }

    public static String remark(Citation citation) {
        return remark(citation.inForce(), citation.standing());
    }

    public static String remark(HeldDocument document, LocalDate day) {
        return remark(document.inForceOn(day), document.standing(day));
    }
}
