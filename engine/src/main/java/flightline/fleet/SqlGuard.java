package flightline.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets a query by that reads the view {@code records} and nothing else, and refuses every other. It judges the tree that DuckDB's own
 * parser makes of the query, not its text: what is not on a list is refused, so that what nobody thought of is refused too.
 */
final class SqlGuard {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where rows come from. A table's name may stand for a file, so only the view's own name passes. */
    private static final Set<String> SOURCES = Set.of("JOIN", "SUBQUERY", "EMPTY", "EXPRESSION_LIST");

    private static final Set<String> NODES = Set.of("SELECT_NODE", "SET_OPERATION_NODE", "CTE_NODE");

    private static final Set<String> FUNCTIONS = words("""
            count count_star count_if sum avg mean median min max mode stddev stddev_samp stddev_pop variance var_samp var_pop quantile
            quantile_cont quantile_disc mad corr regr_slope regr_intercept regr_r2 arg_min arg_max first last any_value approx_count_distinct
            bool_and bool_or string_agg listagg entropy skewness kurtosis
            row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
            + - * / // % ** ^ || ~~ !~~ ~~* !~~* ~~~ @ << >> & | ~ != = < > <= >=
            abs round floor ceil ceiling sqrt exp ln log log10 log2 pow power sign greatest least mod trunc
            coalesce ifnull nullif if
            lower upper length strlen left right substr substring trim ltrim rtrim replace concat concat_ws contains starts_with ends_with prefix
            suffix position strpos instr split_part reverse regexp_matches regexp_extract regexp_replace regexp_full_match like_escape
            not_like_escape ilike_escape not_ilike_escape
            year month day quarter week weekday isodow dayofweek dayofyear weekofyear yearweek dayname monthname date_trunc date_part datepart
            date_diff datediff date_sub datesub date_add strftime make_date last_day age epoch era
            list_value row struct_pack to_days to_weeks to_months to_years to_quarters date_bin time_bucket
            """);

    private SqlGuard() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Why a query is not run; empty where it may be.
     *
     * @param parser gives DuckDB's own tree of a query
     */
    static Optional<String> objection(String query, ClearedRecords parser) throws SQLException {
        Grid parsed = parser.run(
                new Sql("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR) AS tree", List.of(query)), 1);
        JsonNode tree;
        try {
            tree = JSON.readTree(parsed.text(0, "tree"));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            return Optional.of("it cannot be judged: " + unreadable.getOriginalMessage());
        }
        if (tree.path("error").asBoolean(true)) {
            String message = tree.path("error_message").asText();
            return Optional.of(
                    message.startsWith("Only SELECT")
                            ? "only a SELECT is run"
                            : "it cannot be parsed: " + firstLine(message));
        }
        if (tree.path("statements").size() != 1)
            return Optional.of(
                    "one SELECT is run, not " + tree.path("statements").size());
        return judge(tree.path("statements").get(0), Set.of("records"));
    }

    static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    /** @param known names of tables that may be read here: the view, and what the query itself has named before */
    private static Optional<String> judge(JsonNode node, Set<String> known) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                Optional<String> why = judge(one, known);
                if (why.isPresent()) return why;
            }
            return Optional.empty();
        }
        if (!node.isObject()) return Optional.empty();
        Optional<String> own = own(node, known);
        if (own.isPresent()) return own;
        // A name is known after its own query only: otherwise a query could name itself after a table that it may not
        // read.
        var names = new HashSet<>(known);
        for (JsonNode named : node.path("cte_map").path("map")) {
            Optional<String> why = judge(named.path("value"), names);
            if (why.isPresent()) return why;
            names.add(named.path("key").asText().toLowerCase(Locale.ROOT));
        }
        if (node.path("type").asText().equals("CTE_NODE")) {
            Optional<String> why = judge(node.path("query"), names);
            if (why.isPresent()) return why;
            names.add(node.path("cte_name").asText().toLowerCase(Locale.ROOT));
        }
        for (var field : node.properties()) {
            if (field.getKey().equals("cte_map")) continue;
            Optional<String> why = judge(field.getValue(), names);
            if (why.isPresent()) return why;
        }
        return Optional.empty();
    }

    private static Optional<String> own(JsonNode node, Set<String> known) {
        String type = node.path("type").asText();
        if (node.has("function_name")) {
            String name = node.path("function_name").asText().toLowerCase(Locale.ROOT);
            boolean plain = node.path("schema").asText("").isEmpty()
                    && node.path("catalog").asText("").isEmpty();
            if (!plain || !FUNCTIONS.contains(name)) return Optional.of("the function " + name + " is not allowed");
        }
        if (type.endsWith("_NODE") && !NODES.contains(type))
            return Optional.of(
                    type.startsWith("RECURSIVE") ? "a recursive query is not run" : type + " is not allowed");
        if (type.equals("BASE_TABLE")) return table(node, known);
        JsonNode from = node.path("from_table");
        if (from.isObject()) {
            String source = from.path("type").asText();
            if (source.equals("TABLE_FUNCTION"))
                return Optional.of("the table function "
                        + from.path("function").path("function_name").asText() + " is not allowed");
            if (source.equals("SHOW_REF")) return Optional.of("only a SELECT is run");
            if (!SOURCES.contains(source) && !source.equals("BASE_TABLE"))
                return Optional.of(
                        "rows from " + source.toLowerCase(Locale.ROOT).replace('_', ' ') + " are not allowed");
        }
        if (type.equals("TABLE_FUNCTION") || type.equals("SHOW_REF") || type.equals("PIVOT"))
            return Optional.of("rows from " + type.toLowerCase(Locale.ROOT).replace('_', ' ') + " are not allowed");
        return Optional.empty();
    }

    private static Optional<String> table(JsonNode node, Set<String> known) {
        String schema =
                node.path("schema_name").asText("") + node.path("catalog_name").asText("");
        String name = node.path("table_name").asText();
        if (schema.isEmpty() && node.path("at_clause").isNull() && known.contains(name.toLowerCase(Locale.ROOT)))
            return Optional.empty();
        return Optional.of("the table " + name + " is not there; records is");
    }
}
