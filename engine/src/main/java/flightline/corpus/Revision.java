package flightline.corpus;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One issue of a document.
 *
 * <p>Order: by label, its numbers compared as numbers ({@code 002-00} after {@code 001-00}, {@code Rev 12} after
 * {@code Rev 4}); labels that are alike are ordered by date of issue, an absent date first.
 *
 * @param label as the document gives it, for example {@code 007-00} or {@code Rev 12}; empty where it gives none
 * @param issued date of issue, absent where the document gives none
 */
public record Revision(String label, Optional<LocalDate> issued) implements Comparable<Revision> {
    private static final Pattern RUN = Pattern.compile("\\d+|\\D+");
    private static final Comparator<Revision> ORDER = Comparator.<Revision, String>comparing(
                    Revision::label, Revision::natural)
            .thenComparing(r -> r.issued().orElse(LocalDate.MIN));

    /** A document that states neither issue nor date. */
    public static Revision unstated() {
        return new Revision("", Optional.empty());
    }

    @Override
    public int compareTo(Revision other) {
        return ORDER.compare(this, other);
    }

    /** What a reader is shown: the label, else the date, else {@code unrevised}. */
    public String display() {
        if (!label.isEmpty()) return label;
        return issued.map(LocalDate::toString).orElse("unrevised");
    }

    /** The one name that no other revision of the document has: the label with the date of issue, {@code Rev 1/2025-01-10}. */
    public String exact() {
        return label.isEmpty()
                ? display()
                : label + "/" + issued.map(LocalDate::toString).orElse("undated");
    }

    private static int natural(String left, String right) {
        Matcher a = RUN.matcher(left);
        Matcher b = RUN.matcher(right);
        while (true) {
            boolean more = a.find();
            boolean moreB = b.find();
            if (!more || !moreB) return Boolean.compare(more, moreB);
            int order = run(a.group(), b.group());
            if (order != 0) return order;
        }
    }

    private static int run(String a, String b) {
        if (!Character.isDigit(a.charAt(0)) || !Character.isDigit(b.charAt(0))) return a.compareToIgnoreCase(b);
        String left = a.replaceFirst("^0+(?=.)", "");
        String right = b.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }
}
