package flightline.flow;

import flightline.archive.SessionBook.Session;
import java.util.List;

/** What becomes of a step in a troubleshooting session. */
public sealed interface SessionOutcome {
    /**
     * The session as it stands now.
     *
     * @param answer the diagnosis with all answers so far
     * @param moves how the last step moved the causes, most believed first
     * @param notes what to know besides, in words
     */
    record Stands(Session session, Answer answer, List<Move> moves, List<String> notes) implements SessionOutcome {
        public Stands {
            moves = List.copyOf(moves);
            notes = List.copyOf(notes);
        }
    }

    /** The session has ended or was handed over; {@code said} tells what became of it. */
    record Settled(Session session, String audit, String said) implements SessionOutcome {}

    /** No brief could be given, so there is nothing to check: the answer tells why. */
    record NoBrief(Answer answer) implements SessionOutcome {}

    /** The step cannot be taken; nothing has changed. */
    record NotPossible(String why) implements SessionOutcome {}

    /**
     * How far a cause is believed.
     *
     * @param part empty for a cause that nobody listed
     * @param before 0 to 1, before the last step
     * @param after 0 to 1
     */
    record Move(String part, double before, double after) {}
}
