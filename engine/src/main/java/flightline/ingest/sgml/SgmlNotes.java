package flightline.ingest.sgml;

import java.util.ArrayList;
import java.util.List;

/** What a librarian should know of slips that were read over; so many that they can be read, and a count of the rest. */
final class SgmlNotes {
    private static final int MOST = 40;

    private final List<String> notes = new ArrayList<>();
    private int more;

    void add(int line, String what) {
        if (notes.size() < MOST) notes.add("line " + line + ": " + what);
        else more++;
    }

    List<String> all() {
        var all = new ArrayList<>(notes);
        if (more > 0) all.add("and " + more + " more slips of the same sort");
        return List.copyOf(all);
    }
}
