package flightline.fleet;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Parts beside the table of the index: which of their rows count, and all rows that count as one query. */
final class Parts {
    private Parts() {}

    private static String alias(int part) {
        return "part" + part;
    }

    private static String name(Path part) {
        return String.valueOf(part.getFileName()).replace("'", "''");
    }

    private static void attach(Statement statement, List<Path> parts) throws SQLException {
        for (int i = 0; i < parts.size(); i++)
            statement.execute("ATTACH '" + RecordTable.literal(parts.get(i)) + "' AS " + alias(i) + " (READ_ONLY)");
    }

    /**
     * Notes in a new table which rows of the parts count no more, as the index or a later part has the record; and the words of all rows that
     * do count.
     */
    static void settle(DuckDBConnection connection, List<Path> parts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE store.superseded (part VARCHAR, row BIGINT)");
            attach(statement, parts);
            for (int i = 0; i < parts.size(); i++) {
                String mine = "'" + name(parts.get(i)) + "'";
                statement.execute("INSERT INTO store.superseded SELECT " + mine + ", p.rowid FROM " + alias(i)
                        + ".store.held p SEMI JOIN store.held h ON p.id = h.id");
                for (int later = i + 1; later < parts.size(); later++)
                    statement.execute("INSERT INTO store.superseded SELECT part, row FROM " + alias(later)
                            + ".store.supersedes WHERE part = " + mine);
                if (superseded(statement, parts.get(i)) == 0)
                    statement.execute("INSERT INTO store.words SELECT * FROM " + alias(i) + ".store.words");
                else TableBuilder.words(statement, rows(alias(i), "*", parts.get(i), true));
            }
            Beforehand.make(statement, all(statement, parts));
            for (int i = 0; i < parts.size(); i++) statement.execute("DETACH " + alias(i));
        }
    }

    private static long superseded(Statement statement, Path part) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT count(*) FROM store.superseded WHERE part = '" + name(part) + "'")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static String rows(String alias, String columns, Path part, boolean some) {
        return "SELECT " + columns + " FROM " + alias + ".store.held"
                + (some
                        ? " WHERE rowid NOT IN (SELECT row FROM store.superseded WHERE part = '" + name(part) + "')"
                        : "");
    }

    /** Id, marking in the index, marking in a part, where the two differ. */
    static String stricter(int parts) {
        var all = new StringBuilder("SELECT '', '', '' WHERE false");
        for (int i = 0; i < parts; i++)
            all.append(" UNION ALL SELECT h.id, h.marking, p.marking FROM ")
                    .append(alias(i))
                    .append(
                            ".store.held p JOIN store.held h ON p.id = h.id WHERE p.marking <> 'UNMARKED' AND p.marking <> h.marking");
        return all.toString();
    }

    /** Opens the parts beside the table, for good; what all rows that count are selected by. */
    static String attached(DuckDBConnection connection, List<Path> parts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            attach(statement, parts);
            return all(statement, parts);
        }
    }

    private static String all(Statement statement, List<Path> parts) throws SQLException {
        var all = new StringBuilder("SELECT *, true AS findable FROM store.held");
        for (int i = 0; i < parts.size(); i++)
            // A part that was written before a column was known has none of it.
            all.append(" UNION ALL BY NAME ")
                    .append(rows(
                            alias(i), "*, false AS findable", parts.get(i), superseded(statement, parts.get(i)) > 0));
        return all.toString();
    }
}
