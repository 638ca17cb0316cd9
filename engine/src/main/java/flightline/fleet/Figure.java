package flightline.fleet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One number of an answer and where it comes from.
 *
 * @param name what it is
 * @param unit for example {@code removals}, {@code %}, {@code per 1000 FH}; empty for a plain number
 * @param interval where the true value lies in 95 of 100 cases; absent where the number is counted and not estimated
 * @param row of the answer's table, 0-based
 * @param column of the answer's table
 * @param records ids of those behind it, the latest first; of very many only some
 * @param behind count of all records behind it
 */
public record Figure(
        String name,
        double value,
        String unit,
        Optional<Interval> interval,
        int row,
        String column,
        List<String> records,
        long behind) {
    public Figure {
        records = List.copyOf(records);
    }

    /** The number as a sentence writes it. */
    public String shown() {
        return shown(value);
    }

    /** Two decimals at most, four significant digits where it is smaller than one. */
    public static String shown(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString(Math.round(value));
        BigDecimal exact = BigDecimal.valueOf(value);
        int scale = Math.abs(value) >= 1 ? 2 : Math.max(2, exact.scale() - exact.precision() + 2);
        String text =
                exact.setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** To two decimals. */
    static double two(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** To four decimals. */
    static double four(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
