package flightline.fleet;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Iterator;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Fills the table, then counts the words that a question may use. */
final class TableBuilder {
    /** Between flushes, so that the rows of a large fleet do not gather in memory. */
    private static final int BATCH = 100_000;

    static final String COLUMNS = """
            id VARCHAR, day DATE, tail VARCHAR, model VARCHAR, serial VARCHAR, station VARCHAR, chapter VARCHAR, system VARCHAR, part VARCHAR,
            part_number VARCHAR, condition VARCHAR, complaint VARCHAR, action VARCHAR, hours DOUBLE, cycles DOUBLE, delay DOUBLE,
            deferred BOOLEAN, closed DATE, is_closed BOOLEAN, removed BOOLEAN, planned BOOLEAN, source VARCHAR, marking VARCHAR, twin BOOLEAN""";

    private TableBuilder() {}

    static void begin(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA store");
            statement.execute("CREATE TABLE store.held (" + COLUMNS + ")");
        }
    }

    static void build(DuckDBConnection connection, Iterator<RecordRow> rows) throws SQLException {
        begin(connection);
        var twins = new Prints();
        try (DuckDBAppender appender = connection.createAppender("store", "held")) {
            for (int count = 1; rows.hasNext(); count++) {
                append(appender, told(rows.next(), twins));
                if (count % BATCH == 0) appender.flush();
            }
        }
        finish(connection);
    }

    /** Tables that hang on all rows; the rows are in place. */
    static void finish(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE store.words (kind VARCHAR, word VARCHAR, marking VARCHAR, records BIGINT)");
            words(statement, "SELECT * FROM store.held");
        }
    }

    /** Counts the words of these rows. */
    static void words(Statement statement, String rows) throws SQLException {
        for (String kind : Words.KINDS)
            statement.execute("INSERT INTO store.words SELECT '" + kind + "', " + kind + ", marking, count(*) FROM ("
                    + rows + ") WHERE " + kind + " IS NOT NULL GROUP BY ALL");
        statement.execute("INSERT INTO store.words SELECT '" + Airframes.KIND + "', " + Airframes.WORD
                + ", marking, count(*) FROM (" + rows + ") WHERE serial IS NOT NULL AND tail IS NOT NULL GROUP BY ALL");
        statement.execute(
                "INSERT INTO store.words SELECT 'all', '', marking, count(*) FROM (" + rows + ") GROUP BY ALL");
    }

    /** A row that has aircraft, day, complaint and marking of one before is marked as such. */
    static RecordRow told(RecordRow row, Prints twins) {
        if (row.tail() == null || row.day() == null || row.complaint() == null) return row;
        boolean first = twins.add(Prints.of(row.tail(), row.day().toString(), row.complaint(), row.marking()));
        return first ? row : row.asTwin();
    }

    static void append(DuckDBAppender to, RecordRow row) throws SQLException {
        to.beginRow();
        to.append(row.id());
        day(to, row.day());
        to.append(row.tail());
        to.append(row.model());
        to.append(row.serial());
        to.append(row.station());
        to.append(row.chapter());
        to.append(row.system());
        to.append(row.part());
        to.append(row.partNumber());
        to.append(row.condition());
        to.append(row.complaint());
        to.append(row.action());
        to.append(row.hours());
        to.append(row.cycles());
        to.append(row.delay());
        to.append(row.deferred());
        day(to, row.closed());
        to.append(row.isClosed());
        to.append(row.removed());
        to.append(row.planned());
        to.append(row.source());
        to.append(row.marking());
        to.append(row.twin());
        to.endRow();
    }

    private static void day(DuckDBAppender to, @Nullable LocalDate day) throws SQLException {
        if (day == null) to.appendNull();
        else to.append(day);
    }
}
