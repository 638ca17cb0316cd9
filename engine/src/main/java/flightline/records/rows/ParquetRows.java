package flightline.records.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one Parquet file, each value as text: days and times as {@code 2025-03-05 07:30:00}, lists value by value, structures
 * laid flat with dots.
 *
 * <p>Read by DuckDB, which may open this file and no other, load nothing and call nobody. Rows count from 1.
 */
public final class ParquetRows implements RowSource {
    /** Column of the place of a row in its file, from 0, as DuckDB names it. */
    public static final String PLACE = "file_row_number";

    private static final int AT_A_TIME = 10_000;
    private static final String MEMORY = "512MB";

    private final String name;
    private final Path file;
    private final Connection connection;
    private final Statement statement;
    private final @Nullable ResultSet rows;
    private final List<Column> columns;
    private final ArrayDeque<SourceRow> pending = new ArrayDeque<>();
    private final ObjectMapper json = new ObjectMapper();
    private final double count;
    private long row;
    private boolean over;

    /**
     * @param text expression of its text
     * @param nested whether the value comes as JSON
     */
    private record Column(String name, String text, boolean nested) {}

    private ParquetRows(
            String name,
            Path file,
            Connection connection,
            Statement statement,
            @Nullable ResultSet rows,
            List<Column> columns,
            double count) {
        this.name = name;
        this.file = file;
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.columns = columns;
        this.count = count;
        this.over = rows == null;
    }

    /**
     * Opens a file; one that is not sound opens too and has one row that says so.
     *
     * @param spelt columns as the mapping spells them; those of the file take this spelling where only letter case differs
     */
    public static ParquetRows open(Path file, Set<String> spelt) {
        String name = String.valueOf(file.getFileName());
        Path place = file.toAbsolutePath().normalize();
        try {
            Connection connection = connection(place);
            Statement statement = connection.createStatement();
            try {
                return of(name, place, connection, statement, spelt);
            } catch (SQLException unsound) {
                var none = new ParquetRows(name, place, connection, statement, null, List.of(), 0);
                none.pending.add(new SourceRow.Hopeless("is not a sound Parquet file: " + reason(unsound, place)));
                return none;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Parquet cannot be read on this machine: " + e.getMessage(), e);
        }
    }

    /**
     * The texts of a file's columns, for a database that reads it by itself, as expressions by column; what {@link #next} gives of a row is the same.
     * Empty where it is not that plain: columns within columns, columns of bytes, a mapping that names others, a name that reads as a pattern.
     */
    public static Optional<Map<String, String>> texts(Path file, Set<String> spelt) {
        Path place = file.toAbsolutePath().normalize();
        if (place.toString().matches(".*[*?\\[\\]].*")) return Optional.empty();
        try (Connection connection = connection(place);
                Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + source(place))) {
            var texts = new LinkedHashMap<String, String>();
            Map<String, String> spelling = spelling(spelt);
            while (described.next()) {
                String column = described.getString(1);
                String type = described.getString(2).toUpperCase(Locale.ROOT);
                if (type.equals("BLOB") || isNested(type)) return Optional.empty();
                String key = spelt.contains(column) ? column : spelling.getOrDefault(Columns.key(column), column);
                texts.put(key, asText("\"" + column.replace("\"", "\"\"") + "\"", type, false));
            }
            boolean all = Columns.missing(
                            texts.keySet().stream().map(Columns::key).collect(Collectors.toSet()), spelt)
                    .isEmpty();
            return all ? Optional.of(texts) : Optional.empty();
        } catch (SQLException unsound) {
            return Optional.empty();
        }
    }

    private static String source(Path file) {
        return "read_parquet('" + literal(file.toAbsolutePath().normalize().toString()) + "')";
    }

    /** The file as a table, in any order, with the place of each row, from 0, as {@link #PLACE}. */
    public static String placed(Path file) {
        return "read_parquet('" + literal(file.toAbsolutePath().normalize().toString()) + "', " + PLACE + " = true)";
    }

    private static ParquetRows of(
            String name, Path place, Connection connection, Statement statement, Set<String> spelt)
            throws SQLException {
        // A name may read as a pattern; what it might stand for besides cannot be opened.
        String source = source(place);
        var columns = new ArrayList<Column>();
        var bytes = new ArrayList<String>();
        Map<String, String> spelling = spelling(spelt);
        try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (described.next()) {
                String column = described.getString(1);
                String type = described.getString(2).toUpperCase(Locale.ROOT);
                if (type.equals("BLOB")) bytes.add(column);
                else {
                    boolean nested = isNested(type);
                    String key = spelt.contains(column) ? column : spelling.getOrDefault(Columns.key(column), column);
                    columns.add(
                            new Column(key, asText("\"" + column.replace("\"", "\"\"") + "\"", type, nested), nested));
                }
            }
        }
        double count;
        try (ResultSet counted = statement.executeQuery("SELECT count(*) FROM " + source)) {
            counted.next();
            count = counted.getLong(1);
        }
        ResultSet rows =
                columns.isEmpty() ? null : statement.executeQuery("SELECT " + selected(columns) + " FROM " + source);
        var open = new ParquetRows(name, place, connection, statement, rows, columns, count);
        if (!bytes.isEmpty())
            open.pending.add(new SourceRow.Remark("columns of bytes are passed over: " + String.join(", ", bytes)));
        Columns.missing(columns.stream().map(c -> Columns.key(c.name)).collect(Collectors.toSet()), within(spelt))
                .ifPresent(text -> open.pending.add(new SourceRow.Remark(text)));
        return open;
    }

    /** Fields within a structure cannot be told from its type here, so their absence is not. */
    private static Set<String> within(Set<String> spelt) {
        return spelt.stream().filter(column -> !column.contains(".")).collect(Collectors.toSet());
    }

    /** What this engine may do: read this one file. */
    private static Connection connection(Path place) throws SQLException {
        var settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "SET memory_limit = '" + MEMORY + "'",
                    "SET temp_directory = ''",
                    "SET autoinstall_known_extensions = false",
                    "SET autoload_known_extensions = false",
                    "SET allow_community_extensions = false",
                    "SET allowed_paths = ['" + literal(place.toString()) + "']",
                    "SET enable_external_access = false",
                    "SET lock_configuration = true")) statement.execute(setting);
        }
        return connection;
    }

    private static String literal(String text) {
        return text.replace("'", "''");
    }

    private static Map<String, String> spelling(Set<String> spelt) {
        var spelling = new HashMap<String, String>();
        spelt.forEach(column -> spelling.put(Columns.key(column), column));
        return spelling;
    }

    private static boolean isNested(String type) {
        return type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION");
    }

    private static String asText(String column, String type, boolean nested) {
        if (nested) return "CAST(to_json(" + column + ") AS VARCHAR)";
        if (type.equals("VARCHAR")) return column;
        if (type.startsWith("TIMESTAMP"))
            return "strftime(make_timestamp(epoch_us(" + column + ")), '%Y-%m-%d %H:%M:%S')";
        return "CAST(" + column + " AS VARCHAR)";
    }

    @Override
    public Optional<SourceRow> next() {
        SourceRow ready = pending.poll();
        if (ready != null) return Optional.of(ready);
        if (over || rows == null) return Optional.empty();
        try {
            if (!rows.next()) {
                over = true;
                return Optional.empty();
            }
            row++;
            return Optional.of(new SourceRow.Fields(row, fields(rows)));
        } catch (SQLException damaged) {
            over = true;
            return Optional.of(new SourceRow.Broken(
                    row + 1, "", "the file is damaged from here on: " + firstLine(damaged.getMessage())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(name + " row " + row + ": " + impossible.getMessage(), impossible);
        }
    }

    /** Reads those rows alone, for a file of columns can be entered anywhere. */
    @Override
    public long only(BitSet places, ObjLongConsumer<SourceRow> taker) throws IOException {
        try {
            want(places);
            try (ResultSet some = statement.executeQuery("SELECT " + selected(columns) + ", " + PLACE + " FROM "
                    + placed(file) + " SEMI JOIN wanted USING (" + PLACE + ") ORDER BY " + PLACE)) {
                while (some.next()) {
                    long at = some.getLong(columns.size() + 1);
                    taker.accept(new SourceRow.Fields(at + 1, fields(some)), at);
                }
            }
            return (long) count;
        } catch (SQLException damaged) {
            throw new IOException(name + " is damaged: " + firstLine(damaged.getMessage()), damaged);
        }
    }

    private void want(BitSet places) throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE wanted (" + PLACE + " BIGINT)");
        var some = new StringJoiner(", ");
        int count = 0;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            some.add(Integer.toString(place));
            if (++count % AT_A_TIME == 0) {
                want(some);
                some = new StringJoiner(", ");
            }
        }
        if (some.length() > 0) want(some);
    }

    private void want(StringJoiner places) throws SQLException {
        statement.execute("INSERT INTO wanted SELECT unnest([" + places + "])");
    }

    private static String selected(List<Column> columns) {
        return columns.stream().map(Column::text).collect(Collectors.joining(", "));
    }

    private Map<String, List<String>> fields(ResultSet from) throws SQLException, JsonProcessingException {
        Map<String, List<String>> fields = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            String value = from.getString(i + 1);
            if (value == null || value.isBlank()) continue;
            Column column = columns.get(i);
            if (!column.nested) fields.put(column.name, List.of(value));
            else {
                JsonNode tree = json.readTree(value);
                if (tree.isObject()) JsonFields.flatten(column.name + ".", tree, fields);
                else fields.put(column.name, JsonFields.values(tree));
            }
        }
        return fields;
    }

    private static String reason(SQLException unsound, Path place) {
        return firstLine(unsound.getMessage()).replace(place.toString(), String.valueOf(place.getFileName()));
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason is given"
                : Shown.briefly(message.lines().findFirst().orElse(""));
    }

    /** Names of the columns of a file, in their order; empty where it is not sound. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public double progress() {
        return count == 0 ? 1 : row / count;
    }

    @Override
    public void close() {
        try (connection;
                statement) {
            if (rows != null) rows.close();
        } catch (SQLException e) {
            throw new IllegalStateException(name + " cannot be put down: " + e.getMessage(), e);
        }
    }
}
