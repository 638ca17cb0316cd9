package flightline.cluster.state;

import flightline.corpus.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A large value being read piece by piece, all of them as they were when it was opened. Holds a connection until it is closed. */
final class Pieces extends InputStream {
    private final Connection connection;
    private final String place;
    private final long edition;
    private final int count;
    private int next;
    private InputStream piece = InputStream.nullInputStream();

    private Pieces(Connection connection, String place, long edition, int count) {
        this.connection = connection;
        this.place = place;
        this.edition = edition;
        this.count = count;
    }

    /** What was written, under the number that names its pieces. */
    record Written(long edition, long bytes, ContentHash hash) {}

    static InputStream open(Database database, String key) throws SQLException {
        Connection connection = database.own();
        boolean open = false;
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            // What others write or remove from now on is not seen by this transaction.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT content, edition, bytes FROM kept WHERE key = ?")) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                    byte[] content = row.next() ? row.getBytes(1) : new byte[0];
                    if (content != null) return new ByteArrayInputStream(content);
                    int count = Math.toIntExact((row.getLong(3) + PostgresCabinet.PIECE - 1) / PostgresCabinet.PIECE);
                    open = true;
                    return new Pieces(connection, database.address() + "#" + key, row.getLong(2), count);
                }
            }
        } finally {
            if (!open) end(connection);
        }
    }

    /** Writes all of it; the row that names it is for the caller to write, in the same transaction. */
    static Written write(Connection connection, InputStream from) throws SQLException, IOException {
        MessageDigest digest = ContentHash.sha256();
        long bytes = 0;
        long edition;
        try (Statement sequence = connection.createStatement();
                ResultSet row = sequence.executeQuery("SELECT nextval('editions')")) {
            row.next();
            edition = row.getLong(1);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO pieces (edition, number, content) VALUES (?, ?, ?)")) {
            int number = 0;
            for (byte[] part = from.readNBytes(PostgresCabinet.PIECE);
                    part.length > 0;
                    part = from.readNBytes(PostgresCabinet.PIECE)) {
                digest.update(part);
                bytes += part.length;
                insert.setLong(1, edition);
                insert.setInt(2, number++);
                insert.setBytes(3, part);
                insert.executeUpdate();
            }
        }
        return new Written(edition, bytes, ContentHash.of(digest));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        int read = piece.read(into, from, length);
        while (read < 0 && next < count) {
            piece = piece(next++);
            read = piece.read(into, from, length);
        }
        return read;
    }

    private InputStream piece(int number) throws IOException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT content FROM pieces WHERE edition = ? AND number = ?")) {
            select.setLong(1, edition);
            select.setInt(2, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) throw new IOException(place + " lacks its piece " + number + "; restore a backup");
                return new ByteArrayInputStream(row.getBytes(1));
            }
        } catch (SQLException e) {
            throw new IOException("cannot read on in " + place + ": it " + Reason.of(e), e);
        }
    }

    @Override
    public void close() {
        end(connection);
    }

    private static void end(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException gone) {
            // Nothing was written.
        }
    }
}
