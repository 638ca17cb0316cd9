package flightline.fleet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A question as it was understood.
 *
 * @param text as it was asked
 * @param by absent where it is not broken down
 * @param top most rows wanted, at least 1
 * @param beside a later period that the selection's is compared with
 * @param mean whether it is ranked by the mean of each, where there is a sum too
 * @param share whether a share was asked for, not a rate
 * @param days within which a defect is the same one again; the form's own where absent
 * @param on the day it is asked
 */
record Question(
        String text,
        Form form,
        Selection selection,
        Optional<Grouping> by,
        int top,
        Optional<Period> beside,
        boolean mean,
        boolean share,
        Optional<Integer> days,
        LocalDate on) {}
