package flightline.cluster.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Jobs that every node sees and any node may do. A claim lasts as long as its lease is renewed, told by the database's clock; what
 * a node says of a job that it has lost meanwhile is not heard.
 */
public final class JobTable {
    private static final String COLUMNS =
            "id, kind, who, work, state, done, total, doing, result, why, stop, claims, begun," + " ended, changes";
    private static final String HELD = " WHERE id = ? AND node = ? AND claims = ? AND state = 'running'";
    private static final String LEASE = "clock_timestamp() + ? * interval '1 millisecond'";

    private final Database database;
    private final String node;

    /** @param node whose claims these are; no other node has the same name */
    public JobTable(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /** Adds one that waits; gives its number. */
    public long add(String kind, String who, String work) {
        return database.whole("begin a job", (connection, again) -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO jobs (kind, who, work) VALUES (?, ?, ?::jsonb) RETURNING id")) {
                insert.setString(1, kind);
                insert.setString(2, who);
                insert.setString(3, work);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Whether there is one to claim; asked often, so it changes nothing. */
    public boolean due() {
        return database.run("look for jobs", (connection, again) -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM jobs WHERE state = 'waiting'"
                            + " OR (state = 'running' AND lease < clock_timestamp()) LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    /** The oldest that waits, or whose node let its lease end; absent where there is nothing to do. */
    public Optional<JobRow> claim(Duration lease) {
        return database.whole("claim a job", (connection, again) -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE jobs SET state = 'running', node = ?,"
                    + " claims = claims + 1, changes = changes + 1, lease = " + LEASE
                    + " WHERE id = (SELECT id FROM jobs WHERE state = 'waiting'"
                    + " OR (state = 'running' AND lease < clock_timestamp())"
                    + " ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING " + COLUMNS)) {
                update.setString(1, node);
                update.setLong(2, lease.toMillis());
                return first(update);
            }
        });
    }

    /** Says how far it is and holds it on; the job as it stands, or absent where it is this node's no longer. */
    public Optional<JobRow> renew(JobRow job, long done, long total, String doing, Duration lease) {
        return database.whole("go on with job " + job.id(), (connection, again) -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE jobs SET lease = " + LEASE
                    + ", changes = changes + CASE WHEN (done, total, doing) = (?, ?, ?) THEN 0 ELSE 1 END,"
                    + " done = ?, total = ?, doing = ?" + HELD + " RETURNING " + COLUMNS)) {
                update.setLong(1, lease.toMillis());
                for (int at : new int[] {2, 5}) {
                    update.setLong(at, done);
                    update.setLong(at + 1, total);
                    update.setString(at + 2, doing);
                }
                held(update, 8, job);
                return first(update);
            }
        });
    }

    /**
     * Ends it; false where it is this node's no longer.
     *
     * @param result JSON
     */
    public boolean end(JobRow job, String state, Optional<String> result, String why) {
        return database.whole("end job " + job.id(), (connection, again) -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE jobs SET state = ?, result = ?::jsonb,"
                    + " why = ?, ended = clock_timestamp(), changes = changes + 1" + HELD)) {
                update.setString(1, state);
                update.setString(2, result.orElse(null));
                update.setString(3, why);
                held(update, 4, job);
                return update.executeUpdate() > 0 || (again && isOver(connection, job.id()));
            }
        });
    }

    /** Gives it back, so that another node need not wait for the end of the lease. */
    public void giveBack(JobRow job) {
        var ignored = database.whole("give job " + job.id() + " back", (connection, again) -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE jobs SET state = 'waiting', claims = claims - 1, changes = changes + 1" + HELD)) {
                held(update, 1, job);
                return update.executeUpdate();
            }
        });
    }

    /** Asks for its end; one that waits is over at once. */
    public void stop(long id) {
        var ignored = database.whole("stop job " + id, (connection, again) -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE jobs SET stop = true,"
                    + " changes = changes + 1, ended = CASE WHEN state = 'waiting' THEN clock_timestamp() END,"
                    + " state = CASE WHEN state = 'waiting' THEN 'stopped' ELSE state END"
                    + " WHERE id = ? AND ended IS NULL")) {
                update.setLong(1, id);
                return update.executeUpdate();
            }
        });
    }

    public Optional<JobRow> find(long id) {
        return database.run("read job " + id, (connection, again) -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM jobs WHERE id = ?")) {
                select.setLong(1, id);
                return first(select);
            }
        });
    }

    /** Somebody's, newest first, no more than so many. */
    public List<JobRow> of(String who, int most) {
        return database.run("list jobs", (connection, again) -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT " + COLUMNS + " FROM jobs WHERE who = ? ORDER BY id DESC LIMIT ?")) {
                select.setString(1, who);
                select.setInt(2, most);
                try (ResultSet rows = select.executeQuery()) {
                    var jobs = new ArrayList<JobRow>();
                    while (rows.next()) jobs.add(row(rows));
                    return jobs;
                }
            }
        });
    }

    /** Forgets those that ended so long ago; returns how many. */
    public int forget(Duration ago) {
        return database.whole("forget old jobs", (connection, again) -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM jobs WHERE ended < clock_timestamp() - ? * interval '1 millisecond'")) {
                delete.setLong(1, ago.toMillis());
                return delete.executeUpdate();
            }
        });
    }

    private void held(PreparedStatement statement, int from, JobRow job) throws SQLException {
        statement.setLong(from, job.id());
        statement.setString(from + 1, node);
        statement.setInt(from + 2, job.claims());
    }

    private static boolean isOver(Connection connection, long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM jobs WHERE id = ? AND ended IS NOT NULL")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Optional<JobRow> first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row(row)) : Optional.empty();
        }
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("who"),
                row.getString("work"),
                row.getString("state"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("doing"),
                Optional.ofNullable(row.getString("result")),
                row.getString("why"),
                row.getBoolean("stop"),
                row.getInt("claims"),
                row.getTimestamp("begun").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
                row.getLong("changes"));
    }
}
