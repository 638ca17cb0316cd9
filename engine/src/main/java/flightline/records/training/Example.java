package flightline.records.training;

import flightline.corpus.Marking;
import java.time.LocalDate;

/**
 * One outcome to learn from, in which nobody can be told any more.
 *
 * @param id pseudonym of where it comes from
 * @param tail pseudonym of the airframe; empty where none is known
 * @param day of the outcome
 * @param source {@code session} or {@code record}
 * @param asked the complaint, and what was checked
 * @param answered the cause, and what was done
 */
public record Example(
        String id, String tail, LocalDate day, String source, String asked, String answered, Marking marking) {}
