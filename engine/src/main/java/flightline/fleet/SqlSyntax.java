package flightline.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.Optional;

/** Whether SQL can be parsed, by DuckDB's own parser, which knows most of PostgreSQL's. Nothing is run and no table is looked up. */
public final class SqlSyntax {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SqlSyntax() {}

    /** What the parser says. */
    public sealed interface Reading {
        record Parsed() implements Reading {}

        record Faulty(String why) implements Reading {}

        /** Its tree is made of SELECT alone; of other statements the parser does not tell here. */
        record NoSelect() implements Reading {}
    }

    public static Reading of(String sql) {
        try (var connection = RecordTable.connect("", false);
                var statement =
                        connection.prepareStatement("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)")) {
            statement.setString(1, sql);
            try (var found = statement.executeQuery()) {
                found.next();
                return read(
                        JSON.readTree(Optional.ofNullable(found.getString(1)).orElse("{}")));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new TableTrouble("SQL cannot be parsed on this machine: " + e.getMessage(), e);
        }
    }

    private static Reading read(JsonNode tree) {
        if (!tree.path("error").asBoolean(true)) return new Reading.Parsed();
        String message = tree.path("error_message").asText();
        return message.startsWith("Only SELECT")
                ? new Reading.NoSelect()
                : new Reading.Faulty(SqlGuard.firstLine(message));
    }
}
