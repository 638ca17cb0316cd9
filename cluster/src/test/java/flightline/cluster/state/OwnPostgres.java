package flightline.cluster.state;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL for the tests of this process, started once; each test has a database of its own. */
public final class OwnPostgres {
    private static final EmbeddedPostgres SERVER = start();
    public static final Login LOGIN = new Login("postgres", "postgres");

    private OwnPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static StateAddress address(String database) {
        return StateAddress.of("postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database);
    }

    public static Database open(String database, Duration budget) {
        return Database.open(address(database), LOGIN, System::nanoTime, budget);
    }

    /** The only value of an answer. */
    static String told(String database, String sql) throws SQLException {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    public static void sql(String database, String sql) throws SQLException {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
