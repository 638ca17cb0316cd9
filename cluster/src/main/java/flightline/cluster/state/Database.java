package flightline.cluster.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import flightline.state.StateTrouble;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * A database with its connections. What fails because a connection dropped or a server is changing its part is tried again for
 * some seconds, so that another server can take over; then it is a {@link StateTrouble}. Safe for several threads.
 */
public final class Database implements AutoCloseable {
    /** All tables are ours and in a schema of their own, so that the database may hold others. */
    static final String SCHEMA = "flightline";

    private static final String VERSIONS = "flightline_versions";
    private static final String MIGRATIONS = "classpath:flightline/cluster/state/migrations";
    private static final int CONNECTIONS = 8;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int SILENCE_SECONDS = 60;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 1000;

    private final StateAddress address;
    private final LongSupplier nanos;
    private final Duration budget;
    private final HikariDataSource pool;

    private Database(StateAddress address, LongSupplier nanos, Duration budget, HikariDataSource pool) {
        this.address = address;
        this.nanos = nanos;
        this.budget = budget;
        this.pool = pool;
    }

    /**
     * Opens it and brings its tables up to this version; throws a {@link StateTrouble} that says what to do where it cannot.
     *
     * @param nanos a clock for durations
     * @param budget for which what fails in passing is tried again
     */
    public static Database open(StateAddress address, Login login, LongSupplier nanos, Duration budget) {
        var config = new HikariConfig();
        config.setJdbcUrl(address.driver());
        if (!login.user().isEmpty()) config.setUsername(login.user());
        if (!login.password().isEmpty()) config.setPassword(login.password());
        address.options().forEach(config::addDataSourceProperty);
        config.addDataSourceProperty("currentSchema", SCHEMA);
        config.addDataSourceProperty("ApplicationName", "flightline");
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Integer.toString(SILENCE_SECONDS));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setPoolName("flightline state");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setValidationTimeout(CONNECT.toMillis() / 2);
        // Whether it can be reached is found out below, with a message of ours.
        config.setInitializationFailTimeout(-1);
        var database = new Database(address, nanos, budget, new HikariDataSource(config));
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void migrate() {
        // A wrong address is told soon; a server that is only slow is waited for.
        Duration patience = budget.compareTo(CONNECT) < 0 ? budget : CONNECT;
        run("open", patience, (connection, again) -> connection.isValid((int) CONNECT.toSeconds()));
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations(MIGRATIONS)
                    .defaultSchema(SCHEMA)
                    .schemas(SCHEMA)
                    .table(VERSIONS)
                    // A database that a newer version changed is not one that this version knows.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayValidateException other) {
            throw new StateTrouble(
                    "the state in " + address
                            + " was set up by another version of Flightline: use that version, or name another database",
                    other);
        } catch (FlywayException e) {
            throw trouble("set up", e);
        }
    }

    /** Work on a connection. */
    interface Work<T> {
        /** @param again whether it was tried before, and may have been done though nobody heard of it */
        T on(Connection connection, boolean again) throws SQLException;
    }

    /** Work that also reads or writes elsewhere. */
    interface Transfer<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /** @param doing for the message, for example {@code read sessions/s1.json} */
    <T> T run(String doing, Work<T> work) {
        return run(doing, budget, work);
    }

    /** @param unanswered for which it is tried again where nobody answers at all */
    private <T> T run(String doing, Duration unanswered, Work<T> work) {
        long begun = nanos.getAsLong();
        long pause = FIRST_PAUSE;
        for (boolean again = false; ; again = true) {
            try (Connection connection = pool.getConnection()) {
                return work.on(connection, again);
            } catch (SQLException e) {
                Duration limit = Reason.isUnanswered(e) ? unanswered : budget;
                boolean over = nanos.getAsLong() - begun + pause * 1_000_000 > limit.toNanos();
                if (over || !isPassing(e)) throw trouble(doing, e);
                rest(pause, doing, e);
                pause = Math.min(LONGEST_PAUSE, pause * 2);
            }
        }
    }

    /** In one transaction, whole or not at all. */
    <T> T whole(String doing, Work<T> work) {
        return run(doing, (connection, again) -> {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection, again);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) undo(connection);
            }
        });
    }

    /** In one transaction, once: what is written comes from where it cannot be had again. */
    <T> T once(String doing, Transfer<T> work) throws IOException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) undo(connection);
            }
        } catch (SQLException e) {
            throw trouble(doing, e);
        }
    }

    /** A connection of one's own, which whoever asks closes. */
    Connection own() throws SQLException {
        return pool.getConnection();
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // A connection that is gone has undone it already.
        }
    }

    private void rest(long millis, String doing, SQLException why) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble(doing, why);
        }
    }

    /** Whether it may be otherwise in a moment: the connection, the server's part, two who wanted the same. */
    private static boolean isPassing(SQLException e) {
        if (isRefused(e)) return false;
        String state = String.valueOf(e.getSQLState());
        return e instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("25006")
                || state.equals("53300")
                || state.equals("40001")
                || state.equals("40P01");
    }

    /** Wrong user, password, database or certificate: no waiting helps. */
    private static boolean isRefused(Throwable e) {
        if (Reason.isUntrusted(e) || Reason.isWithoutPassword(e)) return true;
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && state(sql).matches("28.*|3D000")) return true;
        return false;
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }

    StateTrouble trouble(String doing, Exception e) {
        return new StateTrouble("cannot " + doing + ": the state in " + address + " " + Reason.of(e), e);
    }

    public StateAddress address() {
        return address;
    }

    @Override
    public void close() {
        pool.close();
    }
}
