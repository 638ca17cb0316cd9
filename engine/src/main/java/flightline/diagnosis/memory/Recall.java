package flightline.diagnosis.memory;

import java.util.Optional;

/**
 * What is remembered of an aircraft with regard to a complaint.
 *
 * @param chain absent where the complaint is no repeat as far as the records tell
 * @param note what to know of this answer in words, empty where there is nothing to say
 */
public record Recall(Optional<Chain> chain, String note) {
    /** Nothing was asked of any aircraft, so nothing is claimed. */
    public static Recall none() {
        return new Recall(Optional.empty(), "");
    }
}
