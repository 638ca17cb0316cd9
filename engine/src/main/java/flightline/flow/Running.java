package flightline.flow;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is around an answer while it is worked out.
 *
 * @param nanos a clock for durations
 * @param turns whose turn it is
 * @param witness sees how each answer came out
 * @param purpose for which it is asked where nobody waits for the answer, for example {@code evaluation}; else empty
 * @param aside is told of each answer that somebody waited for
 */
public record Running(LongSupplier nanos, Turns turns, Witness witness, String purpose, Aside aside) {
    /** Name of the purpose in the log; what bears it was asked by nobody in their work. */
    static final String FOR = "for";

    /** For somebody who asks in their work. */
    public Running(LongSupplier nanos, Turns turns, Witness witness) {
        this(nanos, turns, witness, "", Aside.NOBODY);
    }

    /** The same for another purpose. */
    public Running forPurpose(String other) {
        return new Running(nanos, turns, witness, other, Aside.NOBODY);
    }

    /** Beside those who work: in a row of its own, and seen by nobody. */
    public Running beside(String other, Turns own) {
        return new Running(nanos, own, Witness.NOBODY, other, Aside.NOBODY);
    }

    /** Has an answer worked out, and tells who looks. */
    Answer told(Aside.Posed posed, Supplier<Answer> work) {
        Optional<Answer> answer = Optional.empty();
        aside.begun();
        try {
            answer = Optional.of(work.get());
            return answer.get();
        } finally {
            aside.ended(posed, answer);
        }
    }

    /** What the log keeps of an answer. */
    Map<String, String> logged(Map<String, String> details) {
        var all = new TreeMap<>(details);
        if (!purpose.isEmpty()) all.put(FOR, purpose);
        return all;
    }
}
