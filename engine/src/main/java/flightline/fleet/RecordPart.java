package flightline.fleet;

import flightline.corpus.Marking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Records of one file that are held to be counted and not to be found: a table in a file of its own, written once, appearing whole or not at
 * all, never changed. For one thread.
 */
public final class RecordPart implements AutoCloseable {
    private static final int BATCH = 100_000;

    private final Path aside;
    private final DuckDBConnection connection;
    private final Optional<DuckDBAppender> appender;
    private final Prints ids = new Prints();
    private final Prints twins = new Prints();
    private long rows;

    private RecordPart(Path aside, DuckDBConnection connection, Optional<DuckDBAppender> appender) {
        this.aside = aside;
        this.connection = connection;
        this.appender = appender;
    }

    /**
     * Begins one; until it is finished it lies in {@code aside}.
     *
     * @param file name of the file that its records are of
     */
    public static RecordPart begin(Path aside, String file, Limits limits) {
        try {
            DuckDBConnection connection = create(aside, file, limits);
            // In one transaction whole groups of rows go straight into the file; else each would be logged first and
            // written twice.
            connection.setAutoCommit(false);
            return new RecordPart(aside, connection, Optional.of(connection.createAppender("store", "held")));
        } catch (SQLException | IOException e) {
            throw trouble(aside, e);
        }
    }

    private static DuckDBConnection create(Path aside, String file, Limits limits) throws SQLException, IOException {
        Files.createDirectories(aside.getParent());
        limits.makeRoom();
        Files.deleteIfExists(aside);
        DuckDBConnection connection = RecordTable.connect(aside.toString(), false);
        RecordTable.bounded(connection, limits);
        TableBuilder.begin(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE store.origin AS SELECT " + quoted(file) + " AS file");
        }
        return connection;
    }

    /**
     * Reads the rows that are left in doubt.
     *
     * @see PartLoad
     */
    public interface Careful {
        /**
         * @param load says which
         * @return rows by place in the file, each id once; empty where the file has other rows than the database saw
         */
        Optional<Map<Long, RecordRow>> read(PartLoad load);
    }

    /**
     * Makes one of a file that the database reads by itself; empty where the file is not that plain, which costs no more than time.
     *
     * @param file name of the file that its records are of
     */
    public static Optional<RecordPart> load(Path aside, String file, Limits limits, PlainRows plain, Careful careful) {
        try {
            DuckDBConnection connection = create(aside, file, limits);
            var part = new RecordPart(aside, connection, Optional.empty());
            boolean done = false;
            try {
                done = PartLoad.of(connection, plain) instanceof PartLoad.Loading.Done(var load)
                        && part.settled(load, careful);
                return done ? Optional.of(part) : Optional.empty();
            } finally {
                if (!done) part.close();
            }
        } catch (SQLException | IOException e) {
            throw trouble(aside, e);
        }
    }

    /** Once more where a row read with care has the id of one that seemed plain; then the rows of an id are all known. */
    private boolean settled(PartLoad load, Careful careful) throws SQLException {
        for (int round = 0; round < 3; round++) {
            Optional<Map<Long, RecordRow>> made =
                    load.doubtful().isEmpty() ? Optional.of(Map.of()) : careful.read(load);
            if (made.isEmpty()) return false;
            if (load.settle(made.get()).isEmpty()) {
                rows = load.rows() - load.doubtful().cardinality() + made.get().size();
                return true;
            }
        }
        return false;
    }

    /** Takes a row; false where a row of its id was taken before, which is then left out. */
    public boolean add(RecordRow row) {
        if (!ids.add(Prints.of(row.id()))) return false;
        try {
            DuckDBAppender to = appender.orElseThrow();
            TableBuilder.append(to, TableBuilder.told(row, twins));
            if (++rows % BATCH == 0) to.flush();
            return true;
        } catch (SQLException e) {
            throw trouble(aside, e);
        }
    }

    /** Of all rows taken so far. */
    public long rows() {
        return rows;
    }

    /**
     * Puts it in its place. Rows of former parts that have one of its ids count no more; what they were marked with is added to its own.
     *
     * @param before former parts, the oldest first
     * @return how many rows of each former part count no more
     */
    public Map<Path, Long> finish(Path target, List<Path> before) {
        try {
            if (appender.isPresent()) {
                appender.get().close();
                connection.commit();
                connection.setAutoCommit(true);
            }
            var replaced = new LinkedHashMap<Path, Long>();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE store.supersedes (part VARCHAR, row BIGINT)");
                for (Path part : before) replaced.put(part, replace(part, statement));
            }
            TableBuilder.finish(connection);
            connection.close();
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            return replaced;
        } catch (SQLException | IOException e) {
            throw trouble(target, e);
        }
    }

    private static long replace(Path part, Statement statement) throws SQLException {
        statement.execute("ATTACH '" + RecordTable.literal(part) + "' AS former (READ_ONLY)");
        try {
            keepMarkings(statement);
            return statement.executeUpdate("INSERT INTO store.supersedes SELECT '"
                    + String.valueOf(part.getFileName()).replace("'", "''")
                    + "', f.rowid FROM former.store.held f SEMI JOIN store.held h ON f.id = h.id");
        } finally {
            statement.execute("DETACH former");
        }
    }

    private static void keepMarkings(Statement statement) throws SQLException {
        var pairs = new ArrayList<List<String>>();
        try (ResultSet differing = statement.executeQuery("""
                SELECT DISTINCT h.marking, f.marking FROM former.store.held f JOIN store.held h ON f.id = h.id
                WHERE f.marking <> 'UNMARKED' AND f.marking <> h.marking""")) {
            while (differing.next()) pairs.add(List.of(differing.getString(1), differing.getString(2)));
        }
        for (List<String> pair : pairs) {
            String both = new Marking(pair.getFirst())
                    .and(new Marking(pair.getLast()))
                    .label();
            statement.execute("UPDATE store.held SET marking = " + quoted(both) + " WHERE marking = "
                    + quoted(pair.getFirst()) + " AND id IN (SELECT id FROM former.store.held WHERE marking = "
                    + quoted(pair.getLast()) + ")");
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** How many rows a part has, whether one is marked, and of which file. */
    public record Look(long rows, boolean marked, String file) {}

    /** Absent where it is no sound part. */
    public static Optional<Look> look(Path part) {
        try (DuckDBConnection connection = RecordTable.connect(part.toString(), true);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT count(*), count(*) FILTER (WHERE marking <> 'UNMARKED') > 0, (SELECT file FROM store.origin) FROM store.held")) {
            found.next();
            return Optional.of(new Look(found.getLong(1), found.getBoolean(2), String.valueOf(found.getString(3))));
        } catch (SQLException unsound) {
            return Optional.empty();
        }
    }

    /** What these records are marked with in a part, of those that are marked at all. */
    public static Map<String, Marking> markings(Path part, Collection<String> ids) {
        var marked = new LinkedHashMap<String, Marking>();
        try (DuckDBConnection connection = RecordTable.connect(part.toString(), true);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, marking FROM store.held WHERE marking <> 'UNMARKED' AND id IN ("
                                + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")")) {
            int place = 0;
            for (String id : ids) statement.setString(++place, id);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) marked.put(found.getString(1), new Marking(found.getString(2)));
            }
            return marked;
        } catch (SQLException e) {
            throw trouble(part, e);
        }
    }

    private static TableTrouble trouble(Path file, Exception e) {
        return new TableTrouble(
                "the records of " + file.getFileName() + " cannot be kept: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                e);
    }

    /** Puts everything down; one that was not finished is thrown away. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                connection.close();
                Files.deleteIfExists(aside);
                Files.deleteIfExists(aside.resolveSibling(aside.getFileName() + ".wal"));
            }
        } catch (SQLException | IOException e) {
            throw trouble(aside, e);
        }
    }
}
