package flightline.ingest.xml;

import flightline.corpus.Suspicion;
import flightline.ingest.inspection.TextInspection;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a file of marked-up text and is no text of it: comments, instructions to programs, declarations. Nobody
 * is shown it, but whoever is handed the file whole reads it, so it is looked through for words to a model. Not for reuse:
 * one per file.
 */
public final class Asides {
    private static final int MOST = 20;

    private final List<Suspicion> found = new ArrayList<>();

    /**
     * @param what for example {@code comment}
     * @param line 1-based, on which it begins
     */
    public void add(String what, int line, String text) {
        if (found.size() < MOST && !text.isBlank())
            found.addAll(TextInspection.ofText(text, "line " + line + ", " + what));
    }

    public List<Suspicion> suspicions() {
        return List.copyOf(found);
    }
}
