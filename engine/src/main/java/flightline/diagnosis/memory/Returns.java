package flightline.diagnosis.memory;

import flightline.corpus.MaintenanceRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** When a fix did not hold: the same trouble was complained of again within {@value #DAYS} days. */
public final class Returns {
    /** Days within which the same trouble on the same aircraft means that the fix did not hold. */
    public static final int DAYS = 45;

    private Returns() {}

    /** Whether the second day is near enough to the first, on or after it, for the one trouble to be the other's return. */
    static boolean within(LocalDate first, LocalDate second) {
        long days = ChronoUnit.DAYS.between(first, second);
        return days >= 0 && days <= DAYS;
    }

    /**
     * Whether the later record, of the same trouble, says that the fix of the earlier did not hold; on the same day it does not, nor
     * does one of planned work or of wear, which come back by themselves.
     */
    public static boolean of(MaintenanceRecord fixed, MaintenanceRecord later) {
        if (fixed.aircraft().isBlank()
                || !fixed.aircraft().equals(later.aircraft())
                || fixed.id().equals(later.id())) return false;
        boolean again = fixed.date()
                .filter(day -> later.date()
                        .filter(other -> other.isAfter(day) && within(day, other))
                        .isPresent())
                .isPresent();
        return again && !Wording.routine(later);
    }

    /** Whether a name or a code says that nothing was found. */
    public static boolean nothingFound(String said) {
        return Wording.nothingFound(said);
    }
}
