package flightline.search;

import flightline.corpus.Clearance;
import flightline.corpus.RecordId;
import java.util.Optional;
import java.util.Set;

/**
 * A complaint for which like records are sought.
 *
 * @param text the complaint
 * @param top how many are wanted, 1 to 10000
 * @param without records that must not be seen
 * @param aircraft only records of this registration; absent for all
 * @param model only records of this aircraft model; absent for all
 * @param clearance what may be seen; a record with any other marking is as if it were not there
 */
public record RecordQuery(
        String text,
        int top,
        Set<RecordId> without,
        Optional<String> aircraft,
        Optional<String> model,
        Clearance clearance) {
    public RecordQuery {
        if (top < 1 || top > 10_000) throw new IllegalArgumentException("top must be 1..10000, got " + top);
        without = Set.copyOf(without);
    }

    /** Over all records that this clearance covers. */
    public static RecordQuery of(String text, int top, Clearance clearance) {
        return new RecordQuery(text, top, Set.of(), Optional.empty(), Optional.empty(), clearance);
    }

    public RecordQuery ofModel(String name) {
        return new RecordQuery(text, top, without, aircraft, Optional.of(name), clearance);
    }

    public RecordQuery without(Set<RecordId> others) {
        return new RecordQuery(text, top, others, aircraft, model, clearance);
    }
}
