package flightline.policy;

import flightline.corpus.Marking;
import java.util.Set;

/**
 * What an allowed request may be answered from; it goes into the query itself.
 *
 * @param exemption id of the exception that the request is allowed by, empty where it needs none
 */
public record Scope(Set<Marking> markings, String exemption) {
    /** For somebody who may see nothing at all. */
    public static final Scope NOTHING = new Scope(Set.of());

    public Scope {
        markings = Set.copyOf(markings);
    }

    public Scope(Set<Marking> markings) {
        this(markings, "");
    }

    /** Whether material with this marking may be shown; never where nothing may. */
    public boolean clears(Marking marking) {
        return !markings.isEmpty() && marking.clearedBy(markings);
    }
}
