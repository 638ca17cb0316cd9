package flightline.policy;

import flightline.corpus.Marking;
import java.util.Set;

/** What an allowed request may be answered from; it goes into the query itself. */
public record Scope(Set<Marking> markings) {
    public Scope {
        markings = Set.copyOf(markings);
    }
}
