package flightline.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What takes sorting all rows, worked out once when the table is made, so that questions about the whole fleet need not sort ten million of
 * them: hours flown between readings, the day on which a system of an aircraft is written up again, and how its entries crowd. It stands in the
 * schema {@code store} and is only for an asker who may see every row; for any other the same is reckoned of the rows that may be seen.
 */
final class Beforehand {
    /** Days that the chains of {@code store.pairs} allow between two entries. */
    static final int DAYS = 30;
    /** Days of the stretch of which {@code store.pairs} has the most entries. */
    static final int WINDOW = 45;

    private static final long AT_A_TIME = 1_000_000;

    private Beforehand() {}

    /**
     * Works it out.
     *
     * @param rows all rows that count, as a query
     */
    static void make(Statement statement, String rows) throws SQLException {
        // Names repeat; to try every other way of storing them on each group of rows took a fifth of the time.
        statement.execute("SET force_compression = 'dictionary'");
        for (String sql : first(rows)) statement.execute(sql);
        name(statement);
        for (String sql : LAST) statement.execute(sql);
        statement.execute("SET force_compression = 'auto'");
    }

    /**
     * Gives the entries their names back, some at a time: to join ten million of them at once took more than the 2 GB that questions may have, and
     * what is joined cannot be put aside.
     */
    private static void name(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE store.again AS " + NAMED + " WHERE false");
        for (long from = 0, all = count(statement); from < all; from += AT_A_TIME)
            statement.execute("INSERT INTO store.again " + NAMED + " WHERE again.rowid >= " + from
                    + " AND again.rowid < " + (from + AT_A_TIME));
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM again")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> first(String rows) {
        return List.of(
                "CREATE TEMP VIEW every AS " + rows,
                numbered("tails", "tail"),
                numbered("systems", "coalesce(system, chapter)"),
                numbered("stations", "station"),
                numbered("parts", "part"),
                numbered("models", "model"),
                FLOWN,
                AGAIN,
                "CREATE TEMP TABLE days AS SELECT pair, day - DATE '1900-01-01' AS day FROM again",
                CROWDS,
                CHAINS,
                PAIRS,
                "DROP TABLE days",
                "DROP TABLE crowds",
                "DROP TABLE chains");
    }

    private static final List<String> LAST = List.of(
            "DROP TABLE again",
            "DROP TABLE tails",
            "DROP TABLE systems",
            "DROP TABLE stations",
            "DROP TABLE parts",
            "DROP TABLE models",
            "DROP VIEW every");

    /** Numbers sort and join many times as fast as names. */
    private static String numbered(String table, String name) {
        return "CREATE TEMP TABLE " + table
                + " AS SELECT name, CAST(row_number() OVER (ORDER BY name) AS INTEGER) AS n FROM (SELECT DISTINCT "
                + name + " AS name FROM every) WHERE name IS NOT NULL";
    }

    /** As {@link FlownHours#steps(Selection)} has it. */
    private static final String FLOWN = """
            CREATE TABLE store.flown AS WITH
            readings AS (SELECT t.n AS tail, min(m.n) AS model, day, max(hours) AS total FROM every e JOIN tails t ON t.name = e.tail LEFT JOIN models m ON m.name = e.model
              WHERE hours IS NOT NULL AND day IS NOT NULL GROUP BY t.n, day),
            pairs AS (SELECT tail, model, day, lead(day) OVER w AS until, lead(total) OVER w - total AS hours FROM readings WINDOW w AS (PARTITION BY tail ORDER BY day))
            SELECT t.name AS tail, m.name AS model, day, until, CASE WHEN hours BETWEEN 0 AND 24.0 * (until - day) THEN hours ELSE 0 END AS hours,
              hours NOT BETWEEN 0 AND 24.0 * (until - day) AS wrong
            FROM pairs p JOIN tails t ON t.n = p.tail LEFT JOIN models m ON m.n = p.model WHERE until IS NOT NULL""";

    private static final String AGAIN = """
            CREATE TEMP TABLE again AS SELECT pair, station, part, model, removed, day, lead(day) OVER (PARTITION BY pair ORDER BY day, id) AS again
            FROM (SELECT CAST(t.n AS BIGINT) * 1000000 + s.n AS pair, a.n AS station, p.n AS part, m.n AS model, removed, day, id
              FROM every e JOIN tails t ON t.name = e.tail JOIN systems s ON s.name = coalesce(e.system, e.chapter)
                LEFT JOIN stations a ON a.name = e.station LEFT JOIN parts p ON p.name = e.part LEFT JOIN models m ON m.name = e.model
              WHERE chapter IS NOT NULL AND day IS NOT NULL AND NOT planned)""";

    private static final String CROWDS = """
            CREATE TEMP TABLE crowds AS SELECT pair, count(*) AS entries, max(following) AS in_45_days
            FROM (SELECT pair, count(*) OVER (PARTITION BY pair ORDER BY day RANGE BETWEEN CURRENT ROW AND %d FOLLOWING) AS following FROM days)
            GROUP BY pair""".formatted(WINDOW);

    /** The longest of each pair, where it has entries enough to be one. */
    private static final String CHAINS = """
            CREATE TEMP TABLE chains AS SELECT pair, times, first, last FROM (
              SELECT pair, count(*) AS times, min(day) AS first, max(day) AS last
              FROM (SELECT pair, day, sum(begins) OVER (PARTITION BY pair ORDER BY day ROWS UNBOUNDED PRECEDING) AS chain
                FROM (SELECT pair, day, CASE WHEN day - lag(day) OVER (PARTITION BY pair ORDER BY day) <= %d THEN 0 ELSE 1 END AS begins FROM days))
              GROUP BY pair, chain HAVING count(*) >= %d)
            QUALIFY row_number() OVER (PARTITION BY pair ORDER BY times DESC, last DESC) = 1""".formatted(DAYS, Crowd.LEAST);

    private static final String PAIRS = """
            CREATE TABLE store.pairs AS WITH
            parts_of AS (SELECT c.pair, mode(a.part) AS part FROM chains c JOIN again a ON a.pair = c.pair
              WHERE a.day - DATE '1900-01-01' BETWEEN c.first AND c.last GROUP BY c.pair)
            SELECT t.name AS tail, s.name AS system, left(s.name, 2) AS chapter, entries, in_45_days, coalesce(times, 0) AS times,
              DATE '1900-01-01' + CAST(first AS INTEGER) AS first, DATE '1900-01-01' + CAST(last AS INTEGER) AS last, p.name AS part
            FROM crowds JOIN tails t ON t.n = pair // 1000000 JOIN systems s ON s.n = pair % 1000000
              LEFT JOIN chains USING (pair) LEFT JOIN parts_of USING (pair) LEFT JOIN parts p ON p.n = parts_of.part""";

    /** Defects alone, so that what was planned need not be told. */
    private static final String NAMED = """
            SELECT t.name AS tail, m.name AS model, a.name AS station, left(s.name, 2) AS chapter, s.name AS system, p.name AS part, removed,
              false AS planned, day, again
            FROM again JOIN tails t ON t.n = pair // 1000000 JOIN systems s ON s.n = pair % 1000000
              LEFT JOIN stations a ON a.n = again.station LEFT JOIN parts p ON p.n = again.part LEFT JOIN models m ON m.n = again.model""";
}
