package flightline.fleet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days from and to, both included.
 *
 * @param words as it was asked for, for example {@code last year}
 */
record Period(LocalDate from, LocalDate to, String words) {
    public Period {
        if (to.isBefore(from))
            throw new IllegalArgumentException("a period must not end before it begins, got " + from + " to " + to);
    }

    /** Count of its days. */
    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As a sentence says it. */
    String said() {
        return "between " + from + " and " + to;
    }
}
