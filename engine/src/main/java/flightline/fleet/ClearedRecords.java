package flightline.fleet;

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
import org.jspecify.annotations.Nullable;

/** The records that somebody may see, as the view {@code records}. One question at a time; close it after. */
public final class ClearedRecords implements AutoCloseable {
    /** Of a query that was stopped: what to say of it. */
    static final String TOO_LONG = "took longer than is allowed";

    private final Connection connection;
    private final String seen;
    private final Limits limits;
    private final boolean all;
    private boolean apart;

    /**
     * @param markings that may be seen, of those that there are
     * @param all whether that is all of them
     */
    ClearedRecords(Connection connection, List<String> markings, boolean all, Limits limits) throws SQLException {
        this.connection = connection;
        this.limits = limits;
        this.all = all;
        this.seen = all
                ? ""
                : markings.isEmpty()
                        ? " WHERE false"
                        : " WHERE marking IN ("
                                + markings.stream()
                                        .map(label -> "'" + label.replace("'", "''") + "'")
                                        .collect(Collectors.joining(", "))
                                + ")";
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP VIEW records AS SELECT * FROM store.held" + seen);
        }
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
            statement.execute("CREATE TEMP TABLE records AS SELECT * FROM store.held" + seen);
        }
        apart = true;
    }

    Words words() {
        var byKind = new HashMap<String, Map<String, Long>>();
        long[] records = {0};
        Grid grid = ask(
                Sql.of("SELECT kind, word, CAST(sum(records) AS BIGINT) FROM store.words" + seen + " GROUP BY ALL"));
        for (List<@Nullable Object> row : grid.rows()) {
            String kind = String.valueOf(row.get(0));
            long count = ((Number) java.util.Objects.requireNonNull(row.get(2))).longValue();
            if (kind.equals("all")) records[0] = count;
            else byKind.computeIfAbsent(kind, k -> new HashMap<>()).put(String.valueOf(row.get(1)), count);
        }
        return new Words(byKind, records[0]);
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
