package flightline.diagnosis.memory;

import flightline.corpus.MaintenanceRecord;
import java.time.LocalDate;
import java.util.List;

/**
 * One time that the fault was written up.
 *
 * @param day of the entry
 * @param done what came of the work
 * @param held days until it was complained of again, 0 where that was on the same day
 * @param otherCode whether it was coded under another ATA chapter or system than most of the chain
 * @param sure probability that it is the same fault, 0 to 1
 * @param why short reasons in words, at least one
 */
public record Occurrence(
        MaintenanceRecord record,
        LocalDate day,
        Done done,
        int held,
        boolean otherCode,
        double sure,
        List<String> why) {
    public Occurrence {
        why = List.copyOf(why);
    }

    /** What came of the work at one time. */
    public enum Done {
        /** Something was replaced, adjusted, cleaned or otherwise worked on. */
        WORKED,
        /** Nothing was found, or it was only reset. */
        NOTHING_FOUND,
        /** The work was put off. */
        PUT_OFF
    }
}
