package flightline.drafting.compliance;

import flightline.corpus.Citation;
import flightline.corpus.HeldDocument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A directive with what it states, each piece with its place.
 *
 * @param products for what it holds, in its words; several where it lists them apart
 * @param models written out
 * @param serials groups of serial numbers
 * @param effective where it tells the day on which it takes effect, and that day
 * @param duties what it requires
 * @param groups definitions of its groups of aircraft, by number
 */
public record Directive(
        HeldDocument held,
        List<Citation> products,
        List<String> models,
        List<Citation> serials,
        Optional<Dated> effective,
        List<Duty> duties,
        List<Group> groups) {
    public Directive {
        products = List.copyOf(products);
        models = List.copyOf(models);
        serials = List.copyOf(serials);
        duties = List.copyOf(duties);
        groups = List.copyOf(groups);
    }

    /** A day and where it stands. */
    public record Dated(LocalDate day, Citation citation) {}

    /** @param times by when and how often, in the order of the text */
    public record Duty(Citation action, List<Time> times) {
        public Duty {
            times = List.copyOf(times);
        }
    }

    /**
     * A compliance time.
     *
     * @param repeats whether it is an interval
     * @param day that it names, as it is written there; empty where it names none
     * @param choice which of several limits counts, {@code whichever comes first} or {@code whichever comes later}; empty where
     *     it is not said
     * @param points whether its words point to where the time stands
     * @param there what stands where they point to; empty where that was not found
     */
    public record Time(
            Citation words,
            List<Limit> limits,
            boolean repeats,
            String day,
            String choice,
            boolean points,
            List<Time> there) {
        public Time {
            limits = List.copyOf(limits);
            there = List.copyOf(there);
        }

        /** What it says itself, or by the one time that it points to; absent where a person must choose. */
        Optional<Time> meant() {
            if (!points) return Optional.of(this);
            return there.size() == 1 && !there.getFirst().points() && limits.isEmpty() && day.isEmpty()
                    ? Optional.of(there.getFirst())
                    : Optional.empty();
        }
    }

    /** What limits count. */
    public enum Unit {
        HOURS("FH"),
        CYCLES("FC"),
        DAYS(ChronoUnit.DAYS),
        WEEKS(ChronoUnit.WEEKS),
        MONTHS(ChronoUnit.MONTHS),
        YEARS(ChronoUnit.YEARS),
        OTHER("");

        private final String sign;
        private final Optional<ChronoUnit> calendar;

        Unit(String sign) {
            this.sign = sign;
            this.calendar = Optional.empty();
        }

        Unit(ChronoUnit calendar) {
            this.sign = "";
            this.calendar = Optional.of(calendar);
        }

        String sign() {
            return sign;
        }

        Optional<ChronoUnit> calendar() {
            return calendar;
        }
    }

    /** @param afterEffect whether it counts from the day on which the directive takes effect */
    public record Limit(int amount, Unit unit, boolean afterEffect) {}

    /** @param words what makes an aircraft one of the group, without its name */
    public record Group(String number, String words, Citation citation) {}
}
