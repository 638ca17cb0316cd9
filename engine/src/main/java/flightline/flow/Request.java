package flightline.flow;

import flightline.corpus.RecordId;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A complaint or a question, and for whom it is asked.
 *
 * @param id handed back with the answer
 * @param on the day on which documents must be in force
 * @param top how many causes, passages or hits are wanted
 * @param without records that this request must not see
 */
public record Request(
        String id,
        String text,
        Optional<String> aircraft,
        Optional<String> model,
        Optional<String> serial,
        LocalDate on,
        int top,
        Set<RecordId> without,
        Principal asker) {
    public Request {
        without = Set.copyOf(without);
    }

    /** The same with other words. */
    public Request withText(String other) {
        return new Request(id, other, aircraft, model, serial, on, top, without, asker);
    }
}
