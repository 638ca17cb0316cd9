package flightline.fleet;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that somebody may see, as the view {@code records}. One question at a time; close it after. */
public final class ClearedRecords implements AutoCloseable {
    /** Of a query that was stopped: what to say of it. */
    static final String TOO_LONG = "took longer than is allowed";

    private static final int AT_A_TIME = 10_000;

    private final Connection connection;
    private final String rows;
    private final String seen;
    private final Limits limits;
    private final int parts;
    private final List<String> markings;
    private final boolean all;
    private boolean apart;

    /**
     * @param held all rows that there are, as a query
     * @param parts how many of them are held to be counted alone
     * @param markings that may be seen, of those that there are
     * @param all whether that is all of them
     */
    ClearedRecords(Connection connection, String held, int parts, List<String> markings, boolean all, Limits limits)
            throws SQLException {
        this.connection = connection;
        this.limits = limits;
        this.parts = parts;
        this.markings = List.copyOf(markings);
        this.all = all;
        String seen = all
                ? ""
                : markings.isEmpty()
                        ? " WHERE false"
                        : " WHERE marking IN ("
                                + markings.stream()
                                        .map(label -> "'" + label.replace("'", "''") + "'")
                                        .collect(Collectors.joining(", "))
                                + ")";
        this.seen = seen;
        this.rows = "SELECT * FROM (" + held + ")" + seen;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP VIEW records AS " + rows);
        }
    }

    /** Whether every row that there is may be seen, so that {@link Beforehand} holds. */
    boolean whole() {
        return all;
    }

    /** The strictest of all that may be seen. */
    public Marking marking() {
        return strictest(markings);
    }

    /** The strictest of those that may be seen and that a condition holds for. */
    Marking marking(Sql where) {
        if (markings.size() < 2) return marking();
        Grid found = ask(new Sql("SELECT DISTINCT marking FROM records WHERE " + where.text(), where.parameters()));
        return strictest(
                found.rows().stream().map(row -> String.valueOf(row.getFirst())).toList());
    }

    private static Marking strictest(List<String> labels) {
        return labels.stream().map(Marking::new).reduce(Marking.UNMARKED, Marking::and);
    }

    Limits limits() {
        return limits;
    }

    /**
     * Copies what may be seen, so that a query that somebody else wrote runs over nothing but that. A view would not do: its rows are
     * filtered when the engine sees fit, and the message of a failed conversion quotes the row that it failed on.
     */
    void setApart() throws SQLException {
        if (apart || all) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP VIEW records");
            statement.execute("CREATE TEMP TABLE records AS " + rows);
        }
        apart = true;
    }

    Words words() {
        var byKind = new HashMap<String, Map<String, Long>>();
        long[] records = {0};
        Grid grid = ask(Sql.of("SELECT kind, word, CAST(sum(records) AS BIGINT) FROM store.words" + seen
                + (seen.isEmpty() ? " WHERE" : " AND") + " kind <> '" + Airframes.KIND + "' GROUP BY ALL"));
        for (List<@Nullable Object> row : grid.rows()) {
            String kind = String.valueOf(row.get(0));
            long count = ((Number) java.util.Objects.requireNonNull(row.get(2))).longValue();
            if (kind.equals("all")) records[0] = count;
            else byKind.computeIfAbsent(kind, k -> new HashMap<>()).put(String.valueOf(row.get(1)), count);
        }
        return new Words(byKind, records[0]);
    }

    /** Airframes with each tail they are known by; see {@link Airframes}. */
    Grid airframes() {
        return ask(Sql.of("SELECT DISTINCT word FROM store.words" + seen + (seen.isEmpty() ? " WHERE" : " AND")
                + " kind = '" + Airframes.KIND + "' ORDER BY 1"));
    }

    /** How many there are that are held to be counted alone. */
    long countedAlone() {
        return parts == 0
                ? 0
                : ask(Sql.of("SELECT count(*) AS n FROM records WHERE NOT findable"))
                        .whole(0, "n");
    }

    /** All that are held to be counted alone, with what is held of them, by id; read as the stream goes. */
    public Stream<MaintenanceRecord> allCountedOnly() {
        if (parts == 0) return Stream.empty();
        List<String> ids = new ArrayList<>();
        for (List<@Nullable Object> row : ask(Sql.of("SELECT id FROM records WHERE NOT findable ORDER BY id"))
                .rows()) ids.add(String.valueOf(row.getFirst()));
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_A_TIME)
                .boxed()
                .flatMap(from -> countedOnly(ids.subList(from, Math.min(ids.size(), from + AT_A_TIME))).stream());
    }

    /** Those of these records that are held to be counted alone, with what is held of them. */
    public List<MaintenanceRecord> countedOnly(List<String> ids) {
        if (ids.isEmpty()) return List.of();
        Grid found = ask(new Sql(
                "SELECT * FROM records WHERE NOT findable AND id IN ("
                        + String.join(", ", java.util.Collections.nCopies(ids.size(), "?")) + ")",
                List.copyOf(ids)));
        return IntStream.range(0, found.rows().size())
                .mapToObj(row -> RowBack.record(found, row))
                .toList();
    }

    /** Runs a query of our own; that it fails is a fault of ours. */
    Grid ask(Sql sql) {
        try {
            return run(sql, Integer.MAX_VALUE);
        } catch (SQLException e) {
            throw new TableTrouble("the records cannot be asked: " + e.getMessage() + " in: " + sql.text(), e);
        }
    }

    /** @param most rows that are given */
    Grid run(Sql sql, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.parameters().size(); i++)
                bind(statement, i + 1, sql.parameters().get(i));
            statement.setQueryTimeout((int) Math.max(1, limits.longest().toSeconds()));
            try (ResultSet found = statement.executeQuery()) {
                return grid(found, most);
            }
        } catch (SQLTimeoutException e) {
            throw new SQLException(TOO_LONG, e);
        }
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof LocalDate day) statement.setDate(place, Date.valueOf(day));
        else statement.setObject(place, value);
    }

    private static Grid grid(ResultSet found, int most) throws SQLException {
        var meta = found.getMetaData();
        var columns = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) columns.add(meta.getColumnLabel(i));
        var rows = new ArrayList<List<@Nullable Object>>();
        boolean cut = false;
        while (found.next()) {
            if (rows.size() >= most) {
                cut = true;
                break;
            }
            var cells = new @Nullable Object[columns.size()];
            for (int i = 0; i < cells.length; i++) cells[i] = plain(found.getObject(i + 1));
            rows.add(Grid.row(cells));
        }
        return new Grid(columns, rows, cut);
    }

    private static @Nullable Object plain(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Date day -> day.toLocalDate();
            case String text -> text;
            case Boolean truth -> truth;
            case Number number -> number;
            case LocalDate day -> day;
            default -> cell.toString();
        };
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new TableTrouble("the records cannot be put down: " + e.getMessage(), e);
        }
    }
}
