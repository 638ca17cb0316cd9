package flightline.fleet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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

    /** The days that are in another too; absent where none is. */
    Optional<Period> within(Period other) {
        LocalDate first = from.isBefore(other.from) ? other.from : from;
        LocalDate last = to.isAfter(other.to) ? other.to : to;
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(first, last, words));
    }

    /** As a sentence says it. */
    String said() {
        return "between " + from + " and " + to;
    }
}
