package flightline.flow;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What is around an answer while it is worked out.
 *
 * @param nanos a clock for durations
 * @param turns whose turn it is
 * @param witness sees how each answer came out
 * @param purpose for which it is asked where nobody waits for the answer, for example {@code evaluation}; else empty
 */
public record Running(LongSupplier nanos, Turns turns, Witness witness, String purpose) {
    /** Name of the purpose in the log; what bears it was asked by nobody in their work. */
    static final String FOR = "for";

    /** For somebody who asks in their work. */
    public Running(LongSupplier nanos, Turns turns, Witness witness) {
        this(nanos, turns, witness, "");
    }

    /** The same for another purpose. */
    public Running forPurpose(String other) {
        return new Running(nanos, turns, witness, other);
    }

    /** What the log keeps of an answer. */
    Map<String, String> logged(Map<String, String> details) {
        var all = new TreeMap<>(details);
        if (!purpose.isEmpty()) all.put(FOR, purpose);
        return all;
    }
}
