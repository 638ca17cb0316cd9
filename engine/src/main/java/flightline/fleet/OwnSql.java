package flightline.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs a query that somebody wrote: one SELECT over the records that they may see, bounded in time, memory and rows. */
public final class OwnSql {
    private static final int LONGEST = 10_000;

    private OwnSql() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** @param table at most as many rows as are allowed */
        record Ran(Grid table) implements Outcome {}

        /** Not run, or stopped; the reason in words for whoever wrote it. */
        record Refused(String why) implements Outcome {}
    }

    public static Outcome run(String query, ClearedRecords records) {
        if (query.isBlank()) return new Outcome.Refused("the query is empty");
        if (query.length() > LONGEST)
            return new Outcome.Refused(
                    "the query has " + query.length() + " characters, at most " + LONGEST + " are read");
        try {
            Optional<String> objection = SqlGuard.objection(query, records);
            if (objection.isPresent()) return new Outcome.Refused(objection.get());
            records.setApart();
            return new Outcome.Ran(
                    records.run(new Sql(query, List.of()), records.limits().rows()));
        } catch (SQLException e) {
            return new Outcome.Refused(told(e));
        }
    }

    private static String told(SQLException e) {
        String message = SqlGuard.firstLine(String.valueOf(e.getMessage()));
        return message.contains("Interrupted") || message.contains("INTERRUPT") ? ClearedRecords.TOO_LONG : message;
    }
}
