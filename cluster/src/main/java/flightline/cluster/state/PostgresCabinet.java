package flightline.cluster.state;

import flightline.corpus.ContentHash;
import flightline.state.Cabinet;
import flightline.state.Lease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A database as a cabinet. What is small is a row; what is large lies in pieces beside it, written in the same transaction. */
public final class PostgresCabinet implements Cabinet {
    /** Bytes of a piece, and of the largest value that needs none. */
    static final int PIECE = 1 << 20;

    private static final String INSERT =
            "INSERT INTO kept (key, bytes, sha256, content, edition) VALUES (?, ?, ?, ?, nextval('editions'))";
    private static final String REPLACING =
            " ON CONFLICT (key) DO UPDATE SET bytes = EXCLUDED.bytes, sha256 = EXCLUDED.sha256,"
                    + " content = EXCLUDED.content, edition = EXCLUDED.edition, written = clock_timestamp()";

    private final Database database;

    public PostgresCabinet(Database database) {
        this.database = database;
    }

    @Override
    public Optional<byte[]> read(String key) {
        return open(key).map(in -> {
            try (in) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Optional<InputStream> open(String key) {
        Cabinet.checked(key);
        return database.run("read " + key, (connection, again) -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT content, edition FROM kept WHERE key = ?")) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) return Optional.empty();
                    byte[] content = row.getBytes(1);
                    return Optional.of(
                            content != null ? new ByteArrayInputStream(content) : Pieces.open(database, key));
                }
            }
        });
    }

    @Override
    public void write(String key, byte[] value) {
        var ignored = put(key, value, INSERT + REPLACING, Optional.empty());
    }

    @Override
    public void write(String key, InputStream value) throws IOException {
        byte[] first = value.readNBytes(PIECE + 1);
        if (first.length <= PIECE) {
            write(key, first);
            return;
        }
        Cabinet.checked(key);
        var ignored = database.once("write " + key, connection -> {
            var whole = new SequenceInputStream(new ByteArrayInputStream(first), value);
            Pieces.Written pieces = Pieces.write(connection, whole);
            return upsert(connection, key, pieces);
        });
    }

    /** In one transaction: a value for itself costs a wait for the disk and some for the network each. */
    @Override
    public void change(SequencedMap<String, Optional<byte[]>> values) {
        if (values.isEmpty()) return;
        values.keySet().forEach(Cabinet::checked);
        String first = values.firstEntry().getKey();
        var ignored = database.whole(
                values.size() == 1 ? "write " + first : "write " + first + " and " + (values.size() - 1) + " others",
                (connection, again) -> {
                    forget(connection, absent(values));
                    return upsert(connection, values);
                });
    }

    private static List<String> absent(SequencedMap<String, Optional<byte[]>> values) {
        return values.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void forget(Connection connection, List<String> keys) throws SQLException {
        if (keys.isEmpty()) return;
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM kept WHERE key = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }

    private static int upsert(Connection connection, SequencedMap<String, Optional<byte[]>> values)
            throws SQLException {
        int written = 0;
        try (PreparedStatement small = connection.prepareStatement(INSERT + REPLACING)) {
            for (Map.Entry<String, Optional<byte[]>> each : values.entrySet()) {
                if (each.getValue().isEmpty()) continue;
                byte[] value = each.getValue().get();
                written++;
                if (value.length > PIECE) {
                    var ignored = upsert(
                            connection, each.getKey(), Pieces.write(connection, new ByteArrayInputStream(value)));
                    continue;
                }
                small.setString(1, each.getKey());
                small.setLong(2, value.length);
                small.setBytes(3, hash(value));
                small.setBytes(4, value);
                small.addBatch();
            }
            small.executeBatch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    @Override
    public boolean replace(String key, Optional<byte[]> before, byte[] after) {
        return put(
                key,
                after,
                before.isPresent()
                        ? "UPDATE kept SET bytes = ?, sha256 = ?, content = ?, edition = nextval('editions'),"
                                + " written = clock_timestamp() WHERE key = ? AND sha256 = ?"
                        : INSERT + " ON CONFLICT (key) DO NOTHING",
                before);
    }

    /** Whether a row was written. */
    private boolean put(String key, byte[] value, String sql, Optional<byte[]> before) {
        Cabinet.checked(key);
        byte[] hash = hash(value);
        return database.whole("write " + key, (connection, again) -> {
            boolean large = value.length > PIECE;
            try (PreparedStatement statement = connection.prepareStatement(large ? pieced(sql) : sql)) {
                int next = 1;
                boolean update = before.isPresent();
                if (!update) statement.setString(next++, key);
                statement.setLong(next++, value.length);
                statement.setBytes(next++, hash);
                if (large) {
                    statement.setLong(
                            next++,
                            Pieces.write(connection, new ByteArrayInputStream(value))
                                    .edition());
                } else {
                    statement.setBytes(next++, value);
                }
                if (update) {
                    statement.setString(next++, key);
                    statement.setBytes(next, hash(before.get()));
                }
                if (statement.executeUpdate() > 0) return true;
                // Nor shall anything be left of its pieces.
                connection.rollback();
                // It may have been done when nobody heard of it any more.
                return again && Arrays.equals(hash, held(connection, key));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The same for a value whose pieces are written already. */
    private static String pieced(String sql) {
        return sql.replace("(?, ?, ?, ?, nextval('editions'))", "(?, ?, ?, NULL, ?)")
                .replace("content = ?, edition = nextval('editions')", "content = NULL, edition = ?");
    }

    private static boolean upsert(Connection connection, String key, Pieces.Written pieces) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(pieced(INSERT) + REPLACING)) {
            statement.setString(1, key);
            statement.setLong(2, pieces.bytes());
            statement.setBytes(3, HexFormat.of().parseHex(pieces.hash().hex()));
            statement.setLong(4, pieces.edition());
            return statement.executeUpdate() > 0;
        }
    }

    private static byte[] hash(byte[] value) {
        return HexFormat.of().parseHex(ContentHash.of(value).hex());
    }

    private static byte[] held(Connection connection, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT sha256 FROM kept WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    @Override
    public boolean delete(String key) {
        Cabinet.checked(key);
        return database.whole("remove " + key, (connection, again) -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM kept WHERE key = ?")) {
                delete.setString(1, key);
                return delete.executeUpdate() > 0;
            }
        });
    }

    /** Forgets values of such kinds that were written so long ago; returns how many. */
    public int forget(List<String> kinds, Duration ago) {
        return database.whole("forget what has passed", (connection, again) -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM kept WHERE kind = ANY (?)"
                    + " AND key <> 'sign-in/word' AND written < clock_timestamp() - ? * interval '1 millisecond'")) {
                delete.setArray(1, connection.createArrayOf("text", kinds.toArray()));
                delete.setLong(2, ago.toMillis());
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public boolean holds(String key) {
        return stamp(key).isPresent();
    }

    @Override
    public List<String> keys(String prefix) {
        return database.run("list " + prefix, (connection, again) -> {
            // Keys are ASCII and ordered by their bytes, so all that begin so lie between these two.
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT key FROM kept WHERE key >= ? AND key < ? ORDER BY key")) {
                select.setString(1, prefix);
                select.setString(2, prefix + '\u007f');
                var keys = new ArrayList<String>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) keys.add(rows.getString(1));
                }
                return keys;
            }
        });
    }

    @Override
    public Optional<String> stamp(String key) {
        Cabinet.checked(key);
        return database.run("read " + key, (connection, again) -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT edition FROM kept WHERE key = ?")) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Long.toString(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<Lease> lease(String name, Duration length) {
        return PostgresLease.take(database, name, length);
    }

    @Override
    public String place(String key) {
        return database.address() + "#" + Cabinet.checked(key);
    }

    /** Something is written for it, for a place that only gives is none to keep things in. */
    @Override
    public String condition() {
        lease("check", Duration.ofSeconds(1)).ifPresent(Lease::close);
        return database.run("look at", (connection, again) -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT count(*), coalesce(sum(bytes), 0), current_setting('server_version'),"
                                    + " current_setting('transaction_read_only') FROM kept");
                    ResultSet row = select.executeQuery()) {
                row.next();
                if ("on".equals(row.getString(4))) throw new SQLException("it takes no writes", "25006");
                return "in PostgreSQL " + row.getString(3) + " at " + database.address() + ", " + row.getLong(1)
                        + " values, " + (row.getLong(2) >> 20) + " MiB";
            }
        });
    }
}
