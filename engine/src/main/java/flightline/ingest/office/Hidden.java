package flightline.ingest.office;

import flightline.corpus.Suspicion;
import java.util.ArrayList;
import java.util.List;

/** Text in a document that its reader does not see; it is kept out of the source text and named. */
final class Hidden {
    private static final int MOST = 50;
    private static final int QUOTED = 80;

    private final List<Suspicion> found = new ArrayList<>();
    private int more;
    private int struck;

    /**
     * Names one.
     *
     * @param why for example {@code white on white}
     */
    void text(String place, String why, String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) return;
        if (found.size() >= MOST) more++;
        else
            found.add(new Suspicion(
                    Suspicion.Kind.HIDDEN_TEXT,
                    place,
                    why + ", \"" + line.substring(0, Math.min(QUOTED, line.length()))
                            + (line.length() > QUOTED ? "…" : "") + "\""));
    }

    /** Counts a piece of struck text, which everybody sees and which no longer holds. */
    void struck() {
        struck++;
    }

    int struckPieces() {
        return struck;
    }

    void active(String place, String detail) {
        found.add(new Suspicion(Suspicion.Kind.ACTIVE_CONTENT, place, detail));
    }

    List<Suspicion> found() {
        var all = new ArrayList<>(found);
        if (more > 0) all.add(new Suspicion(Suspicion.Kind.HIDDEN_TEXT, "", more + " more such places"));
        return all;
    }
}
