package flightline.dialogue;

/**
 * The question behind what was asked.
 *
 * @param question that is sought an answer to
 * @param about words of the matter that it belongs to, which count less than its own; empty where it stands by itself
 */
public record FollowUp(String question, String about, Kind kind) {
    /** How it hangs together with what was asked before. */
    public enum Kind {
        /** It stands by itself. */
        FRESH,
        /** It goes on about the same matter. */
        CARRIED_ON,
        /** It asks the same for another side, end or number. */
        ELSEWHERE
    }

    /** As it is shown to the one who asked, so that a wrong reading is seen. */
    public String shown() {
        return about.isEmpty() ? question : question + " (about: " + about + ")";
    }
}
