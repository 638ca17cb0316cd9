package flightline.records.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a table as its header row names them; letter case and outer white space do not matter. */
public final class Columns {
    /** Rows in which a header is looked for. */
    public static final int HEAD = 20;

    private Columns() {}

    /** What came of reading a header row. */
    public sealed interface Header {
        /**
         * @param keys of the columns, in their order
         * @param remarks what was expected and is not there, and what stands there more than once, in words
         */
        record Names(List<String> keys, List<String> remarks) implements Header {
            public Names {
                keys = List.copyOf(keys);
                remarks = List.copyOf(remarks);
            }
        }

        record Faulty(String reason) implements Header {}
    }

    public static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a row is the header: it holds one of the columns wanted. */
    public static boolean isHeader(List<String> cells, Set<String> wanted) {
        return cells.stream()
                .anyMatch(cell -> wanted.stream().anyMatch(column -> key(column).equals(key(cell))));
    }

    /**
     * A name that stands twice is a fault only where it is expected, for then it is not known which is meant; else the later is told apart by a number.
     *
     * @param expected columns whose absence is worth a remark
     */
    public static Header read(List<String> cells, long line, Set<String> expected) {
        Set<String> wanted = expected.stream().map(Columns::key).collect(Collectors.toSet());
        var keys = new ArrayList<String>();
        var twice = new LinkedHashSet<String>();
        for (String cell : cells) {
            String key = key(cell);
            if (!key.isEmpty() && keys.contains(key)) {
                if (wanted.contains(key))
                    return new Header.Faulty(
                            "the header on line " + line + " names the column '" + cell.strip() + "' twice");
                twice.add(cell.strip());
                key = numbered(key, keys, cells);
            }
            keys.add(key);
        }
        var remarks = new ArrayList<String>();
        if (!twice.isEmpty())
            remarks.add("the header on line " + line + " names " + String.join(", ", twice)
                    + " more than once; the later have a number behind their name");
        missing(Set.copyOf(keys), expected).ifPresent(remarks::add);
        return new Header.Names(keys, remarks);
    }

    private static String numbered(String key, List<String> before, List<String> all) {
        for (int number = 2; ; number++) {
            String other = key + " (" + number + ")";
            if (!before.contains(other) && all.stream().map(Columns::key).noneMatch(other::equals)) return other;
        }
    }

    /** @param keys of the columns that there are */
    static Optional<String> missing(Set<String> keys, Set<String> expected) {
        List<String> missing = expected.stream()
                .filter(column -> !keys.contains(key(column)))
                .sorted()
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("has no column " + String.join(", ", missing) + ", which the mapping names");
    }

    /** That the header of a table does not stand on its first row. */
    public static SourceRow.Remark passedOver(long line) {
        return new SourceRow.Remark("header found on line " + line + "; what stands above it was passed over");
    }

    /** That there is no header. */
    public static SourceRow.Hopeless noHeader(Set<String> wanted, List<String> first) {
        return new SourceRow.Hopeless("no header with a column of the mapping (wanted " + String.join(" or ", wanted)
                + "); the first row is: " + Shown.briefly(String.join(", ", first)));
    }

    /**
     * The row that has the most cells, all of them words: what stands above are titles. A cell may be empty where numbers stand beneath it, as those that
     * an export gives its rows. Empty where no row has two.
     */
    public static List<String> likelyHeader(List<List<String>> head) {
        List<String> best = List.of();
        for (int row = 0; row < head.size(); row++) {
            List<String> cells = head.get(row);
            if (cells.size() > best.size() && cells.size() > 1 && isNames(cells, head.subList(row + 1, head.size())))
                best = cells;
        }
        return best;
    }

    private static boolean isNames(List<String> cells, List<List<String>> beneath) {
        int named = 0;
        for (int i = 0; i < cells.size(); i++) {
            int at = i;
            String cell = cells.get(i);
            if (cell.matches("(?s).*\\p{L}.*") && cell.length() <= 60) named++;
            else if (!cell.isBlank()
                    || beneath.isEmpty()
                    || !beneath.stream()
                            .filter(row -> row.size() == cells.size())
                            .allMatch(row -> row.get(at).matches("\\d+"))) return false;
        }
        return named > 1 || named == cells.size();
    }
}
