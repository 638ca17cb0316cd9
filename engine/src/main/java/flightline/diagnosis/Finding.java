package flightline.diagnosis;

import flightline.diagnosis.troubleshooting.Outcome;

/**
 * The answer to a check, with what it tells: kept as it was when it was given, so that it still counts when the documents
 * change.
 *
 * @param check id of the check
 * @param document key of the document that the check stands in, or id of the record
 * @param node the node of that document's isolation tree; empty where the check is none
 * @param repaired whether the check was a repair, so that its result is whether the trouble is gone
 * @param outcome the answer and its likelihoods
 */
public record Finding(String check, String document, String node, boolean repaired, Outcome outcome) {
    /** The answer for what could not be done: it tells nothing. */
    public static final String SKIP = "skip";

    public boolean skipped() {
        return outcome.answer().equals(SKIP);
    }
}
