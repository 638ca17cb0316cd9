package flightline.library.records;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes down of every record which repeat defect it belongs to, for measuring.
 *
 * <p>Two records with the same {@code fault} are the same underlying fault. Two of one aircraft with the same {@code mode} of which
 * not both belong to one story may or may not be: nothing was planted there, and nothing is known. All others are different.
 */
final class TruthFile {
    private final List<Row> rows;
    private final long seed;

    TruthFile(List<Row> rows, long seed) {
        this.rows = List.copyOf(rows);
        this.seed = seed;
    }

    String lines() {
        return rows.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Row row) {
        Draft draft = row.draft();
        StringBuilder line = new StringBuilder("{\"id\":\"").append(row.id()).append('"');
        if (!draft.story().isEmpty())
            line.append(",\"fault\":\"").append(draft.story()).append('"');
        if (!draft.mode().isEmpty())
            line.append(",\"mode\":\"").append(draft.mode()).append('"');
        return line.append(",\"split\":\"").append(split(row)).append("\"}\n").toString();
    }

    /** A story is in one half as a whole. */
    private String split(Row row) {
        String whole = row.draft().story().isEmpty() ? row.id() : row.draft().story();
        return new Dice(seed, "split " + whole).chance(0.5) ? "tune" : "held-out";
    }
}
