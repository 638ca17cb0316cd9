package flightline.fleet;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * All records in columns, made for counting. Built whole from the records and never changed: where those have changed, another is
 * built in its place, and whoever reads the former goes on undisturbed.
 *
 * <p>Safe to share between threads; each question takes a sight of its own with {@link #seenBy}.
 */
public final class RecordTable implements AutoCloseable {
    private final DuckDBConnection connection;
    private final Limits limits;
    private final String all;
    private final int parts;

    private RecordTable(DuckDBConnection connection, Limits limits, String all, int parts) {
        this.connection = connection;
        this.limits = limits;
        this.all = all;
        this.parts = parts;
    }

    /** One that leaves no trace on the disk, for data folders that are encrypted. */
    public static RecordTable inMemory(Stream<MaintenanceRecord> records, Limits limits) {
        try {
            DuckDBConnection connection = connect("", false);
            try (records) {
                TableBuilder.build(connection, records.map(new RowMaker()::of).iterator());
            }
            Parts.settle(connection, List.of());
            return ready(connection, limits, List.of());
        } catch (SQLException e) {
            throw new TableTrouble("the table of records cannot be built: " + e.getMessage(), e);
        }
    }

    /**
     * Opens the table in a file; where there is none it is built aside and appears whole or not at all.
     *
     * @param records read only where it is built
     * @param parts further records, the oldest part first; one that stands in {@code records} too counts as it stands there
     */
    public static RecordTable inFile(
            Path file, Supplier<Stream<MaintenanceRecord>> records, List<Path> parts, Limits limits) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                limits.makeRoom();
                Path aside = file.resolveSibling(
                        file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
                Files.deleteIfExists(aside);
                try (var connection = connect(aside.toString(), false);
                        Stream<MaintenanceRecord> all = records.get()) {
                    bounded(connection, limits);
                    TableBuilder.build(connection, all.map(new RowMaker()::of).iterator());
                    Parts.settle(connection, parts);
                }
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return ready(connect(file.toString(), true), limits, parts);
        } catch (SQLException | IOException e) {
            throw new TableTrouble("the table of records " + file + " cannot be built or read: " + e.getMessage(), e);
        }
    }

    /** The records that this clearance covers; nothing else can be asked through it, and nothing tells that there is more. */
    public ClearedRecords seenBy(Clearance clearance) {
        try {
            Connection own = connection.duplicate();
            var seen = new ArrayList<String>();
            boolean all = true;
            try (Statement statement = own.createStatement();
                    ResultSet labels = statement.executeQuery("SELECT DISTINCT marking FROM store.words")) {
                while (labels.next()) {
                    boolean covered = clearance.covers(new Marking(labels.getString(1)));
                    if (covered) seen.add(labels.getString(1));
                    all &= covered;
                }
            }
            return new ClearedRecords(own, this.all, parts, seen, all, limits);
        } catch (SQLException e) {
            throw new TableTrouble("the table of records cannot be read: " + e.getMessage(), e);
        }
    }

    /** Records of the index that a part has under a marking besides theirs, with both. */
    public Map<String, Marking> stricter() {
        var stricter = new HashMap<String, Marking>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(Parts.stricter(parts))) {
            while (found.next()) {
                Marking both = new Marking(found.getString(2)).and(new Marking(found.getString(3)));
                if (!both.label().equals(found.getString(2))) stricter.merge(found.getString(1), both, Marking::and);
            }
            return stricter;
        } catch (SQLException e) {
            throw new TableTrouble("the table of records cannot be read: " + e.getMessage(), e);
        }
    }

    static DuckDBConnection connect(String file, boolean readOnly) throws SQLException {
        var settings = new Properties();
        if (readOnly) settings.setProperty("duckdb.read_only", "true");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    }

    /** From here on nothing is loaded, no other file is touched, and no query can change that. */
    private static RecordTable ready(DuckDBConnection connection, Limits limits, List<Path> parts) throws SQLException {
        bounded(connection, limits);
        String all = Parts.attached(connection, parts);
        run(
                connection,
                List.of(
                        "SET autoinstall_known_extensions = false",
                        "SET autoload_known_extensions = false",
                        "SET allow_community_extensions = false",
                        "SET enable_external_access = false",
                        "SET lock_configuration = true"));
        return new RecordTable(connection, limits, all, parts.size());
    }

    static String literal(Path path) {
        return path.toString().replace("'", "''");
    }

    static void bounded(DuckDBConnection connection, Limits limits) throws SQLException {
        String spill = limits.spill().map(Path::toString).orElse("");
        run(
                connection,
                List.of(
                        "SET memory_limit = '" + limits.megabytes() + "MB'",
                        "SET threads = " + limits.threads(),
                        "SET preserve_insertion_order = false",
                        "SET temp_directory = '" + spill.replace("'", "''") + "'"));
    }

    private static void run(Connection connection, List<String> settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) statement.execute(setting);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new TableTrouble("the table of records cannot be closed: " + e.getMessage(), e);
        }
    }
}
