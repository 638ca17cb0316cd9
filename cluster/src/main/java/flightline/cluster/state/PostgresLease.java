package flightline.cluster.state;

import flightline.state.Lease;
import flightline.state.StateTrouble;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Optional;

/** A lease as a row, told by the database's clock: clocks of nodes may differ as they like. */
final class PostgresLease implements Lease {
    private final Database database;
    private final String name;
    private final long holder;
    private final long millis;

    private PostgresLease(Database database, String name, long holder, long millis) {
        this.database = database;
        this.name = name;
        this.holder = holder;
        this.millis = millis;
    }

    static Optional<Lease> take(Database database, String name, Duration length) {
        long millis = length.toMillis();
        return database.whole("reserve " + name, (connection, again) -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO leases AS l (name, holder, until) VALUES (?, nextval('editions'),"
                            + " clock_timestamp() + ? * interval '1 millisecond')"
                            + " ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until"
                            + " WHERE l.until <= clock_timestamp() RETURNING holder")) {
                insert.setString(1, name);
                insert.setLong(2, millis);
                try (ResultSet row = insert.executeQuery()) {
                    return row.next()
                            ? Optional.of(new PostgresLease(database, name, row.getLong(1), millis))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public boolean renew() {
        return database.whole("reserve " + name, (connection, again) -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE leases SET until = clock_timestamp() + ? * interval '1 millisecond'"
                            + " WHERE name = ? AND holder = ? AND until > clock_timestamp()")) {
                update.setLong(1, millis);
                update.setString(2, name);
                update.setLong(3, holder);
                return update.executeUpdate() > 0;
            }
        });
    }

    @Override
    public void close() {
        try {
            var ignored = database.whole("release " + name, (connection, again) -> {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM leases WHERE name = ? AND holder = ?")) {
                    delete.setString(1, name);
                    delete.setLong(2, holder);
                    return delete.executeUpdate();
                }
            });
        } catch (StateTrouble gone) {
            // It ends by itself.
        }
    }
}
