package flightline.policy;

import flightline.corpus.Clearance;
import flightline.corpus.Marking;

/**
 * What an allowed request may be answered from; it goes into the query itself.
 *
 * @param exemption id of the exception that the request is allowed by, empty where it needs none
 */
public record Scope(Clearance clearance, String exemption) {
    /** For somebody who may see nothing at all. */
    public static final Scope NOTHING = new Scope(Clearance.NOTHING);

    /** For somebody who may see unmarked material only. */
    public static final Scope UNMARKED = new Scope(Clearance.UNMARKED);

    public Scope(Clearance clearance) {
        this(clearance, "");
    }

    /** Whether material with this marking may be shown; never where nothing may. */
    public boolean clears(Marking marking) {
        return clearance.covers(marking);
    }
}
