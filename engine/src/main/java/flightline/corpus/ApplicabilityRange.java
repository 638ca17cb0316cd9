package flightline.corpus;

import flightline.corpus.Applicability.Verdict;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values and ranges of one property, compared with what an aircraft has. */
final class ApplicabilityRange {
    private static final Pattern PREFIXED = Pattern.compile("(\\D*)(\\d{1,18})(\\D*)");
    private static final char TO = '~';

    private ApplicabilityRange() {}

    /** Whether one of the values is this one; {@code UNKNOWN} where none is, and one cannot be compared with it. */
    static Verdict within(String actual, List<String> values) {
        var verdict = Verdict.NO;
        for (String value : values) {
            Verdict one = within(actual, value);
            if (one == Verdict.YES) return one;
            if (one == Verdict.UNKNOWN) verdict = one;
        }
        return verdict;
    }

    private static Verdict within(String actual, String wanted) {
        int to = wanted.indexOf(TO);
        if (to < 0) return verdict(same(actual, wanted));
        String from = wanted.substring(0, to);
        String until = wanted.substring(to + 1);
        OptionalInt below = from.isEmpty() ? OptionalInt.of(0) : compare(from, actual);
        OptionalInt above = until.isEmpty() ? OptionalInt.of(0) : compare(actual, until);
        if (below.isEmpty() || above.isEmpty()) return Verdict.UNKNOWN;
        return verdict(below.getAsInt() <= 0 && above.getAsInt() <= 0);
    }

    private static Verdict verdict(boolean holds) {
        return holds ? Verdict.YES : Verdict.NO;
    }

    private static boolean same(String a, String b) {
        return a.equalsIgnoreCase(b)
                || (a.matches("\\d{1,18}") && b.matches("\\d{1,18}") && Long.parseLong(a) == Long.parseLong(b));
    }

    /** Numbers as numbers, also behind a common prefix; words of one length as words; absent where neither is so. */
    private static OptionalInt compare(String a, String b) {
        Matcher left = PREFIXED.matcher(a);
        Matcher right = PREFIXED.matcher(b);
        if (left.matches() && right.matches()) {
            if (!left.group(1).equalsIgnoreCase(right.group(1))) return OptionalInt.empty();
            int numbers = Long.compare(Long.parseLong(left.group(2)), Long.parseLong(right.group(2)));
            if (left.group(3).equalsIgnoreCase(right.group(3))) return OptionalInt.of(numbers);
            // 12A, 12B: of one number the letter behind it decides.
            boolean lettered = left.group(3).matches("\\p{L}") && right.group(3).matches("\\p{L}");
            return numbers == 0 && lettered
                    ? OptionalInt.of(left.group(3).compareToIgnoreCase(right.group(3)))
                    : OptionalInt.empty();
        }
        return a.length() == b.length() && shape(a).equals(shape(b))
                ? OptionalInt.of(a.compareToIgnoreCase(b))
                : OptionalInt.empty();
    }

    private static String shape(String word) {
        return word.replaceAll("\\p{L}", "A").replaceAll("\\d", "1");
    }

    /** In words: {@code 1001 to 1060}, {@code 1061 and on}, {@code up to 1060}. */
    static String display(String value) {
        int to = value.indexOf(TO);
        if (to < 0) return value;
        if (to == value.length() - 1) return value.substring(0, to) + " and on";
        return to == 0 ? "up to " + value.substring(1) : value.replace("~", " to ");
    }
}
