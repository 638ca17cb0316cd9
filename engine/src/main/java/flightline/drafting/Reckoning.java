package flightline.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How a number on a paper was reckoned, so that whoever checks it can do it again. */
public sealed interface Reckoning {
    /** As it is printed. */
    String result();

    /** The numbers and dates that went in, each as it may be looked for in a source. */
    List<String> operands();

    /**
     * A sum of hours or cycles.
     *
     * @param unit printed behind it, {@code FH} or {@code FC}
     */
    record Sum(BigDecimal base, BigDecimal added, String unit) implements Reckoning {
        @Override
        public String result() {
            return plain(base.add(added)) + " " + unit;
        }

        @Override
        public List<String> operands() {
            return List.of(plain(base), plain(added));
        }
    }

    /** What is left until a limit; below zero it is overdue. */
    record Left(BigDecimal limit, BigDecimal now, String unit) implements Reckoning {
        @Override
        public String result() {
            return plain(limit.subtract(now)) + " " + unit;
        }

        @Override
        public List<String> operands() {
            return List.of(plain(limit), plain(now));
        }
    }

    /** A day some days, months or years after another. */
    record Later(LocalDate from, int amount, ChronoUnit unit) implements Reckoning {
        LocalDate day() {
            return from.plus(amount, unit);
        }

        @Override
        public String result() {
            return day().toString();
        }

        @Override
        public List<String> operands() {
            return List.of(from.toString(), Integer.toString(amount));
        }
    }

    /** A number as it is written where there is no need for more digits. */
    static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
