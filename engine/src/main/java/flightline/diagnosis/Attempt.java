package flightline.diagnosis;

/**
 * Something that was already tried, as the complaint tells it, and what came of it.
 *
 * @param action what was done, in plain lower-case words, {@code removed and replaced}
 * @param part what it was done to, in plain lower-case words; empty where the complaint does not say
 * @param outcome what came of it
 * @param start 0-based start in the complaint's text
 * @param end end of it, exclusive; the result is inside where it is said beside the deed
 * @param text what stands there
 */
public record Attempt(String action, String part, Outcome outcome, int start, int end, String text) {
    /** What came of what was tried. */
    public enum Outcome {
        /** The complaint does not say. */
        NOT_SAID,
        /** The fault is as it was: what was changed is not its cause, or not its only one. */
        NO_CHANGE,
        /** The fault went with the swapped unit: the unit has it. */
        FOLLOWED,
        /** The fault stayed at its place though units were swapped: the unit does not have it. */
        STAYED,
        /** It went away and came back. */
        RETURNED,
        /** It went away. */
        CURED
    }
}
