package flightline.search;

import java.util.List;

/**
 * What a question finds, and what it would have found besides.
 *
 * @param inForce passages in scope, in force on the day asked for
 * @param tempting passages of revisions not in force that would have been among the first, best first
 */
public record Sight(Evidence inForce, List<Hit> tempting) {
    static final Sight NONE = new Sight(Evidence.NONE, List.of());

    public Sight {
        tempting = List.copyOf(tempting);
    }
}
