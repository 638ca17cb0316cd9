package flightline.diagnosis.memory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Earlier entries of one aircraft that tell of the same underlying fault as a complaint.
 *
 * @param aircraft registration
 * @param asked day of the complaint
 * @param before earlier times, oldest first, at least one
 * @param open whether the work of the last time was put off and no entry says that it was done
 */
public record Chain(String aircraft, LocalDate asked, List<Occurrence> before, boolean open) {
    public Chain {
        before = List.copyOf(before);
        if (before.isEmpty()) throw new IllegalArgumentException("a chain needs an earlier entry");
    }

    /** How many times it was complained of, the present one counted; at least 2. */
    public int times() {
        return before.size() + 1;
    }

    /** Days from the first time to the complaint. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(before.getFirst().day(), asked);
    }

    /** How sure it is that the complaint is a repeat: as sure as of the surest earlier time. */
    public double sure() {
        return before.stream().mapToDouble(Occurrence::sure).max().orElse(0);
    }
}
