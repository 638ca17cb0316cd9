package flightline.fleet;

import flightline.corpus.FurtherField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows as a database makes them by itself of a file, in SQL. It says what {@link RowMaker} does for texts in plain letters; where there is any
 * doubt about a row it has no id, and the row is made by {@link RowMaker}. A test holds the two against each other. {@code IN} with five words is a
 * join to the database, behind which rows stand in another order; so it is asked whether a list has them.
 *
 * @param from what stands behind FROM
 * @param place column of the place of a row in the file, from 0; empty where the rows come in the order of the file
 * @param fields texts of a record by name, empty where absent; {@code day} a date
 * @param kept further columns by name, the same
 * @param plain condition for rows without a doubt
 * @param marking of all of them
 */
public record PlainRows(
        String from,
        Optional<String> place,
        Map<String, String> fields,
        Map<String, String> kept,
        String plain,
        String marking) {
    private static final String NUMBER = "[0-9]{1,7}([.][0-9]{1,6})?";
    private static final double MOST = 1e6;
    /** A condition that hangs on chance, though it never comes true, is not moved beneath what it stands above, where all that it hangs on would be worked out twice. */
    private static final String LEAVING_OUT = " WHERE sure OR random() > 2";

    public PlainRows {
        fields = Map.copyOf(fields);
    }

    /**
     * In the order of {@link TableBuilder#COLUMNS}. Where rows tell their place it stands behind them, and those in doubt are left out; else those
     * are there without an id, for each must have its place.
     */
    String select() {
        Map<FurtherField, String> further = further();
        String said = List.of(
                        "id",
                        "aircraft",
                        "model",
                        "serial",
                        "complaint",
                        "action",
                        "part",
                        "partNumber",
                        "condition",
                        "source",
                        "code",
                        "day")
                .stream()
                .map(name -> field(name) + " AS f_" + name)
                .collect(Collectors.joining(", "));
        String more = further.entrySet().stream()
                .map(one -> one.getValue() + " AS k_" + one.getKey().name())
                .collect(Collectors.joining(", "));
        String doubts = further.entrySet().stream()
                .map(one -> doubt(one.getKey()))
                .filter(text -> !text.isEmpty())
                .map(text -> " AND " + text)
                .collect(Collectors.joining());
        return "SELECT " + columns(further) + place.map(column -> ", f_place").orElse("") + " FROM (SELECT *, "
                + removed() + " AS is_removed, " + planned()
                + " AS is_planned FROM (SELECT *, (is_plain" + doubts
                + ") AS sure, l_complaint || ' ' || l_action AS l_said FROM (SELECT *, lower(f_complaint) AS l_complaint, lower(f_action) AS l_action, "
                + folded("f_part") + " AS l_part, " + folded("f_condition") + " AS l_condition FROM (SELECT " + said
                + (more.isEmpty() ? "" : ", " + more)
                + place.map(column -> ", " + column + " AS f_place").orElse("") + ", " + plain + " AS is_plain FROM "
                + from + "))))"
                + place.map(column -> LEAVING_OUT).orElse("");
    }

    private String field(String name) {
        return fields.getOrDefault(name, "''");
    }

    private String columns(Map<FurtherField, String> further) {
        return List.of(
                        "CASE WHEN sure THEN f_id END",
                        "f_day",
                        upper("f_aircraft"),
                        upper("f_model"),
                        upper("f_serial"),
                        further.containsKey(FurtherField.STATION) ? upper("k_STATION") : "NULL",
                        "CASE WHEN length(f_code) >= 2 THEN left(f_code, 2) END",
                        "CASE WHEN length(f_code) >= 5 THEN left(f_code, 5) END",
                        "nullif(l_part, '')",
                        upper("f_partNumber"),
                        "nullif(l_condition, '')",
                        "nullif(f_complaint, '')",
                        "nullif(f_action, '')",
                        number(further, FurtherField.HOURS),
                        number(further, FurtherField.CYCLES),
                        number(further, FurtherField.DELAY),
                        further.containsKey(FurtherField.DEFERRED)
                                ? "CASE WHEN " + among(FurtherField.YES, "k_DEFERRED") + " THEN true WHEN "
                                        + among(FurtherField.NO, "k_DEFERRED") + " THEN false END"
                                : "NULL",
                        further.containsKey(FurtherField.CLOSED) ? closingDay("k_CLOSED") : "NULL",
                        further.containsKey(FurtherField.CLOSED) ? "CASE WHEN k_CLOSED <> '' THEN true END" : "NULL",
                        "is_removed",
                        "is_planned",
                        "f_source",
                        "'" + marking.replace("'", "''") + "'",
                        "false")
                .stream()
                .collect(Collectors.joining(", "));
    }

    /** Of each field the column with the likeliest name that says something. */
    private Map<FurtherField, String> further() {
        var byField = new EnumMap<FurtherField, java.util.TreeMap<Integer, String>>(FurtherField.class);
        kept.forEach((name, text) -> {
            FurtherField.Meaning meaning = FurtherField.of(name);
            if (meaning.field() != null)
                byField.computeIfAbsent(meaning.field(), field -> new java.util.TreeMap<>())
                        .putIfAbsent(meaning.rank(), text);
        });
        var texts = new EnumMap<FurtherField, String>(FurtherField.class);
        byField.forEach((field, ranked) -> texts.put(
                field,
                ranked.values().stream()
                        .map(text -> "nullif(" + text + ", '')")
                        .collect(Collectors.joining(", ", "coalesce(", ", '')"))));
        return texts;
    }

    private static String doubt(FurtherField field) {
        String text = "k_" + field.name();
        return switch (field) {
            case HOURS, CYCLES, DELAY ->
                "(" + text + " = '' OR coalesce(regexp_full_match(" + text + ", '" + NUMBER + "') AND TRY_CAST(" + text
                        + " AS DOUBLE) <= " + MOST + ", false))";
            case CLOSED -> "(" + text + " = '' OR " + closingDay(text) + " IS NOT NULL)";
            case STATION, DEFERRED -> "";
        };
    }

    private static String closingDay(String text) {
        return "CASE WHEN regexp_matches(" + text + ", '^[12][0-9]{3}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(left(" + text
                + ", 10) AS DATE) END";
    }

    private static String among(List<String> words, String text) {
        return "list_contains(["
                + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ")) + "], lower(" + text
                + "))";
    }

    private static String number(Map<FurtherField, String> further, FurtherField field) {
        return further.containsKey(field) ? "TRY_CAST(nullif(k_" + field.name() + ", '') AS DOUBLE)" : "NULL";
    }

    private static String upper(String text) {
        return "nullif(upper(" + text + "), '')";
    }

    private static String folded(String text) {
        return "CASE WHEN contains(" + text + ", '  ') OR contains(" + text + ", chr(9)) OR contains(" + text
                + ", chr(10)) THEN regexp_replace(lower(" + text + "), '[ \\t\\n]+', ' ', 'g') ELSE lower(" + text
                + ") END";
    }

    private static String removed() {
        return "(f_partNumber <> '' OR CASE WHEN l_part <> '' THEN regexp_matches(CASE WHEN f_action = '' THEN l_complaint ELSE l_action END, '"
                + RowMaker.REMOVAL.anywhere() + "') ELSE false END)";
    }

    /** Where no word of the kind is in a text, none is in it without {@code unscheduled} either; so few texts are looked at twice. */
    private static String planned() {
        String anywhere = RowMaker.PLANNED.anywhere();
        return "(list_contains(["
                + RowMaker.PLANNED_CONDITIONS.stream()
                        .map(one -> "'" + one + "'")
                        .collect(Collectors.joining(", "))
                + "], l_condition) OR CASE WHEN NOT regexp_matches(l_said, '" + anywhere
                + "') THEN false WHEN contains(l_said, 'scheduled') THEN regexp_matches(regexp_replace(l_said, '"
                + RowMaker.UNPLANNED.pattern() + "', '', 'g'), '" + anywhere + "') ELSE true END)";
    }
}
