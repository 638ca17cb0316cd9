package flightline.library.records;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Flight hours and cycles of one aircraft, day by day: about 1,900 hours and 2,300 cycles a year, with days in the hangar on
 * which nothing is flown.
 */
final class Logbook {
    private final double[] hours;
    private final double[] cycles;

    Logbook(long seed, Fleet.Airframe airframe) {
        Dice dice = new Dice(seed, "logbook " + airframe.registration());
        int days = (int) ChronoUnit.DAYS.between(Fleet.FIRST, Fleet.LAST) + 1;
        hours = new double[days + 1];
        cycles = new double[days + 1];
        hours[0] = airframe.hours();
        cycles[0] = Math.rint(airframe.hours() * 1.21);
        int heavyCheck = dice.between(60, 900);
        for (int day = 0; day < days; day++) {
            boolean ground = dice.chance(0.115) || (day >= heavyCheck && day < heavyCheck + 18);
            hours[day + 1] = hours[day] + (ground ? 0 : dice.around(5.98, 1.3));
            cycles[day + 1] = cycles[day] + (ground ? 0 : dice.between(6, 8) + (dice.chance(0.24) ? 1 : 0));
        }
    }

    /** Hours at the entry that is number {@code place} (1-based) of {@code entries} on that day. */
    double hoursAt(LocalDate date, int place, int entries) {
        return at(hours, date, place, entries);
    }

    int cyclesAt(LocalDate date, int place, int entries) {
        return (int) at(cycles, date, place, entries);
    }

    private static double at(double[] book, LocalDate date, int place, int entries) {
        int day = (int) ChronoUnit.DAYS.between(Fleet.FIRST, date);
        return book[day] + (book[day + 1] - book[day]) * place / (entries + 1);
    }
}
