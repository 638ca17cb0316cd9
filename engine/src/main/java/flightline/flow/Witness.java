package flightline.flow;

import java.util.Map;
import java.util.Optional;

/** Told of each answer how it came out and how long its parts took, never a word of it nor who asked. Called after the audit entry, on the thread that answers. */
public interface Witness {
    /** Nobody looks. */
    Witness NOBODY = seen -> {};

    void saw(Seen seen);

    /**
     * How an answer came out.
     *
     * @param kind as the log has it: {@code diagnose}, {@code ask}, {@code search}, {@code fleet}
     * @param outcome the contract's word, or {@code extracts} for what is shown before a model has written
     * @param clause under which it was refused
     * @param writer {@code extractive} or {@code llama}
     * @param model whether a model was asked to write
     */
    record Seen(String kind, String outcome, Optional<String> clause, String writer, boolean model, Millis millis) {
        static Seen of(String kind, String outcome, Map<String, String> details, Millis millis) {
            return new Seen(
                    kind,
                    outcome,
                    Optional.ofNullable(details.get("clause")),
                    details.getOrDefault("writer", "extractive"),
                    details.containsKey("model"),
                    millis);
        }

        /** Whether this is the answer itself. */
        public boolean isAnswer() {
            return !outcome.equals("extracts");
        }
    }
}
