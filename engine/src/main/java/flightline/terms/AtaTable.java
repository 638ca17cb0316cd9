package flightline.terms;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The chapters and four-digit codes of aircraft systems, each with a short title and the words people use for it.
 *
 * <p>Immutable and safe to share. A code is two digits for a chapter ({@code 32}) or four for a system ({@code 3241});
 * dashes are taken too ({@code 32-41}). A few published codes end in R ({@code 7230R}: reciprocating engines documented
 * under the chapter of turbines); they have a title, but nobody writes them, so they are none of {@link #codes()}.
 */
public final class AtaTable {
    private final SortedMap<String, Row> rows;

    private AtaTable(SortedMap<String, Row> rows) {
        this.rows = rows;
    }

    /** The table that ships with this package. */
    public static AtaTable standard() {
        return Standard.TABLE;
    }

    /** Read when it is first asked for, and once. */
    private static final class Standard {
        static final AtaTable TABLE = of(WordList.lines("ata.txt"));
    }

    /**
     * A table from lines {@code code|title|word, word}.
     *
     * @throws IllegalArgumentException with the line, where one is not of that form or its code was given before
     */
    public static AtaTable of(List<String> lines) {
        var rows = new TreeMap<String, Row>();
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 3 || !cells[0].matches("\\d{2}(\\d{2}R?)?") || cells[1].isBlank())
                throw new IllegalArgumentException("not 'code|title|words': '" + line + "'");
            var row = new Row(cells[1].strip(), List.of(cells[2].strip().split("\\s*,\\s*")));
            if (rows.put(cells[0], row) != null) throw new IllegalArgumentException("code given twice: '" + line + "'");
        }
        return new AtaTable(rows);
    }

    /** The title of exactly this code; empty where the table does not hold it. */
    public Optional<String> title(String code) {
        return row(code).map(Row::title);
    }

    /** Words and phrases that writers use for parts and faults of this system; empty where the code is not held. */
    public List<String> words(String code) {
        return row(code).map(Row::words).orElse(List.of());
    }

    /** All codes of four digits, ascending. */
    public SequencedSet<String> codes() {
        return only(4);
    }

    /** All two-digit chapter codes, ascending. */
    public SequencedSet<String> chapters() {
        return only(2);
    }

    private SequencedSet<String> only(int length) {
        var codes = new TreeSet<String>();
        for (Map.Entry<String, Row> row : rows.entrySet()) if (row.getKey().length() == length) codes.add(row.getKey());
        return Collections.unmodifiableSequencedSet(codes);
    }

    private Optional<Row> row(String code) {
        return Optional.ofNullable(rows.get(code.replace("-", "")));
    }

    private record Row(String title, List<String> words) {}
}
