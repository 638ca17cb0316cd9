package flightline.diagnosis.troubleshooting;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Something that can be done: a check that tells, or a repair that may cure.
 *
 * @param id of the check that a reader sees; unique among the trials of one situation
 * @param parts causes that it is about
 * @param repairs whether it repairs them; then the outcome {@code pass} means that the trouble is gone
 * @param outcomes two or more
 */
public record Trial(String id, Set<String> parts, boolean repairs, Cost cost, List<Outcome> outcomes) {
    public Trial {
        parts = Set.copyOf(parts);
        outcomes = List.copyOf(outcomes);
        if (outcomes.size() < 2) throw new IllegalArgumentException("trial " + id + " must have at least two outcomes");
    }

    /** A look at or a test of these parts. */
    public static Trial check(String id, Collection<String> parts, Cost cost) {
        return new Trial(
                id, new LinkedHashSet<>(parts), false, cost, List.of(Outcome.pass(parts), Outcome.fail(parts)));
    }

    /** A repair or a change of these parts, and a look whether the trouble is gone. */
    public static Trial repair(String id, Collection<String> parts, Cost cost) {
        return new Trial(
                id, new LinkedHashSet<>(parts), true, cost, List.of(Outcome.cured(parts), Outcome.notCured(parts)));
    }
}
