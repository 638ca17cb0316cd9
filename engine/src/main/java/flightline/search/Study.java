package flightline.search;

import flightline.corpus.MaintenanceRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the index remembers around one complaint of one aircraft.
 *
 * <p>Its entries are numbered: first the aircraft's own records, oldest first, then the complaint, then the records
 * elsewhere.
 */
public final class Study {
    private final Trace present;
    private final List<Trace> own;
    private final List<Trace> elsewhere;
    private final List<LocalDate> days;
    private final long held;
    private final Tail tail;
    private final float[][] likeness;

    /**
     * What is held of the aircraft, whatever the window.
     *
     * @param records of it, by its registration
     * @param undated of these, without a date or with one that the index does not know
     * @param newest day of a record not after the complaint, absent where there is none
     */
    public record Tail(int records, int undated, Optional<LocalDate> newest) {}

    /**
     * @param own dated records of the aircraft within the window, oldest first
     * @param days of all records of the aircraft within the window, ascending
     * @param likeness one line for each of {@code own} and for the complaint, with a value for every entry
     */
    Study(
            Trace present,
            List<Trace> own,
            List<Trace> elsewhere,
            List<LocalDate> days,
            long held,
            Tail tail,
            float[][] likeness) {
        this.present = present;
        this.own = List.copyOf(own);
        this.elsewhere = List.copyOf(elsewhere);
        this.days = List.copyOf(days);
        this.held = held;
        this.tail = tail;
        this.likeness = likeness;
    }

    static Study none(MaintenanceRecord present) {
        return new Study(
                new Trace(present, Map.of(), Map.of()),
                List.of(),
                List.of(),
                List.of(),
                0,
                new Tail(0, 0, Optional.empty()),
                new float[][] {{1}});
    }

    /** The complaint. */
    public Trace present() {
        return present;
    }

    /** Number of the complaint's entry. */
    public int asked() {
        return own.size();
    }

    /** The aircraft's own records, oldest first: entries 0 and on. */
    public List<Trace> own() {
        return own;
    }

    /** Records most like the complaint that are not the aircraft's own of the window. */
    public List<Trace> elsewhere() {
        return elsewhere;
    }

    /** Number of the entry of the n-th (0-based) record elsewhere. */
    public int elsewhere(int n) {
        return own.size() + 1 + n;
    }

    /** The entry itself. */
    public Trace entry(int number) {
        if (number < own.size()) return own.get(number);
        return number == own.size() ? present : elsewhere.get(number - own.size() - 1);
    }

    /** Likeness in meaning of the two complaints, 0 to 1, 0 where it is no more than chance. */
    public double likeness(int own, int any) {
        return likeness[own][any];
    }

    /** How many records the aircraft has from the one day to the other, both counted; at least 1. */
    public int between(LocalDate from, LocalDate to) {
        return Math.max(1, (int) days.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .count());
    }

    /** Records in the index, of whatever aircraft. */
    public long held() {
        return held;
    }

    public Tail tail() {
        return tail;
    }
}
