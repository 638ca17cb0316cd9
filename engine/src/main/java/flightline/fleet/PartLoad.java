package flightline.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Fills a part from a file that the database reads by itself. Rows about which there is a doubt, and rows that share an id, are left to whoever
 * made the {@link PlainRows}: they are {@linkplain #doubtful() named} by their place in the file and {@linkplain #settle put in} one by one.
 */
public final class PartLoad {
    /** Of all rows, beyond which reading the file twice is no gain. */
    private static final double MOST_DOUBTFUL = 0.2;

    private static final String PLACE = "place";
    private static final int AT_LEAST = 1000;
    private static final int MOST = 500_000;

    private final DuckDBConnection connection;
    private final BitSet doubtful = new BitSet();
    private final long rows;
    /** Column of the place of a row in the file. */
    private final String place;

    private PartLoad(DuckDBConnection connection, long rows, String place) {
        this.connection = connection;
        this.rows = rows;
        this.place = place;
    }

    /** What became of it; where it was not done, the part is not to be used. */
    sealed interface Loading {
        record Done(PartLoad load) implements Loading {}

        /** The database reads the file otherwise, or too many rows are in doubt. */
        record NotPlain(String why) implements Loading {}
    }

    static Loading of(DuckDBConnection connection, PlainRows plain) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean placed = plain.place().isPresent();
            if (placed) statement.execute("ALTER TABLE store.held ADD COLUMN " + PLACE + " BIGINT");
            // Rows are known by their place in the file. Where they say it themselves they may come in any order: then
            // each
            // thread fills whole groups of rows, which are else put together, and written, once more.
            statement.execute("SET preserve_insertion_order = " + !placed);
            long rows;
            try {
                if (!placed && joins(statement, plain.select()))
                    return new Loading.NotPlain("behind a join rows are not in the order of the file");
                long put = statement.executeLargeUpdate("INSERT INTO store.held " + plain.select());
                rows = placed ? counted(statement, plain.from()) : put;
            } catch (SQLException otherwise) {
                return new Loading.NotPlain(SqlGuard.firstLine(String.valueOf(otherwise.getMessage())));
            }
            var load = new PartLoad(connection, rows, placed ? PLACE : "rowid");
            if (placed) load.markLeftOut(statement);
            else load.mark(statement, "id IS NULL");
            // Ids are compared by a print of 64 bits; two that share one are only read more carefully.
            load.mark(
                    statement,
                    "hash(id) IN (SELECT hash(id) FROM store.held WHERE id IS NOT NULL GROUP BY 1 HAVING count(*) > 1)");
            return load.tooMany()
                    ? new Loading.NotPlain(load.doubtful.cardinality() + " rows of " + rows + " are not plain")
                    : new Loading.Done(load);
        }
    }

    private static boolean joins(Statement statement, String select) throws SQLException {
        try (ResultSet plan = statement.executeQuery("EXPLAIN " + select)) {
            while (plan.next()) if (plan.getString(2).contains("JOIN")) return true;
            return false;
        }
    }

    private static long counted(Statement statement, String rows) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void markLeftOut(Statement statement) throws SQLException {
        doubtful.set(0, Math.toIntExact(rows));
        try (ResultSet found = statement.executeQuery("SELECT " + PLACE + " FROM store.held")) {
            while (found.next()) doubtful.clear(Math.toIntExact(found.getLong(1)));
        }
    }

    private boolean tooMany() {
        return doubtful.cardinality() > Math.min(MOST, Math.max(AT_LEAST, MOST_DOUBTFUL * rows));
    }

    private void mark(Statement statement, String rows) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT " + place + " FROM store.held WHERE " + rows)) {
            while (found.next()) doubtful.set(Math.toIntExact(found.getLong(1)));
        }
    }

    /** Places in the file, from 0, of rows that are still to be read. A copy. */
    public BitSet doubtful() {
        return (BitSet) doubtful.clone();
    }

    /** Of the file, as the database counts them. */
    public long rows() {
        return rows;
    }

    /**
     * Puts the rows in that were read; of those in doubt no other counts.
     *
     * @param made by place in the file
     * @return places of further rows that are to be read, as one of these has their id; the rows were not put in then
     */
    BitSet settle(Map<Long, RecordRow> made) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE made_ids (id VARCHAR)");
            try (DuckDBAppender appender = connection.createAppender("temp", "main", "made_ids")) {
                for (RecordRow row : made.values()) {
                    appender.beginRow();
                    appender.append(row.id());
                    appender.endRow();
                }
            }
            int before = doubtful.cardinality();
            mark(statement, "id IN (SELECT id FROM made_ids)");
            if (doubtful.cardinality() > before) return doubtful();
            putIn(statement, made);
            twins(statement);
            if (place.equals(PLACE)) statement.execute("ALTER TABLE store.held DROP COLUMN " + PLACE);
        }
        return new BitSet();
    }

    private void putIn(Statement statement, Map<Long, RecordRow> made) throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE doubtful (place BIGINT)");
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "doubtful")) {
            for (int place = doubtful.nextSetBit(0); place >= 0; place = doubtful.nextSetBit(place + 1)) {
                appender.beginRow();
                appender.append((long) place);
                appender.endRow();
            }
        }
        if (!doubtful.isEmpty())
            statement.execute("DELETE FROM store.held WHERE " + place + " IN (SELECT place FROM doubtful)");
        statement.execute("CREATE OR REPLACE TEMP TABLE moved (id VARCHAR, place BIGINT)");
        statement.execute("CREATE OR REPLACE TEMP TABLE made (" + TableBuilder.COLUMNS + ")");
        try (DuckDBAppender rowsIn = connection.createAppender("temp", "main", "made");
                DuckDBAppender places = connection.createAppender("temp", "main", "moved")) {
            for (Map.Entry<Long, RecordRow> one : new TreeMap<>(made).entrySet()) {
                TableBuilder.append(rowsIn, one.getValue());
                places.beginRow();
                places.append(one.getValue().id());
                places.append((long) one.getKey());
                places.endRow();
            }
        }
        statement.execute("INSERT INTO store.held BY NAME SELECT * FROM made");
    }

    /** Marks rows that have aircraft, day, complaint and marking of one before them in the file. */
    private void twins(Statement statement) throws SQLException {
        statement.execute(
                "CREATE OR REPLACE TEMP TABLE alike AS SELECT hash(tail, day, complaint, marking) AS print FROM store.held "
                        + "WHERE tail IS NOT NULL AND day IS NOT NULL AND complaint IS NOT NULL GROUP BY 1 HAVING count(*) > 1");
        statement.execute("""
                UPDATE store.held SET twin = true WHERE rowid IN (
                  SELECT row FROM (SELECT h.rowid AS row, row_number() OVER (PARTITION BY tail, day, complaint, marking ORDER BY coalesce(m.place, h.%s)) AS nth
                    FROM store.held h LEFT JOIN moved m ON m.id = h.id
                    WHERE tail IS NOT NULL AND day IS NOT NULL AND complaint IS NOT NULL AND hash(tail, day, complaint, marking) IN (SELECT print FROM alike))
                  WHERE nth > 1)""".formatted(place));
    }
}
