package flightline.records;

import flightline.records.rows.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says a mapping in SQL, as far as that is plain. What {@link RecordMaker} does is what counts; a test holds the two against each other. */
final class ColumnPlanner {
    /** Letters beyond these, and signs that no keyboard has, are folded and trimmed by Java's rules alone. */
    private static final String ODD = "[^\\t\\n -~]";

    /** A text without a letter of that kind, and without blanks at its ends; behind each but the last stands a sign that no such text has. */
    private static final String CLEAN = "(?:[!-~](?:[\\t\\n -~]*[!-~])?)?";

    private static final int SIDE_BY_SIDE = 60;
    private static final String BLANKS = "' ' || chr(9) || chr(10)";
    /** What every reference to a manual has: see {@code ReferenceFinder}. */
    private static final String REFERENCE =
            "(^|[^a-z0-9_])(amm|fim|tsm|srm|ipc|ipd|mel|cmm|wdm|wm|asm|swpm|cdl|ndt|mm)|[0-9]{2}-[0-9]{2}-[0-9]{2}";

    private static final Pattern DIGITS =
            Pattern.compile("(yyyy|MM|dd)([^A-Za-z'\\[\\]{}#%]?)(yyyy|MM|dd)\\2(yyyy|MM|dd)");

    private final RecordMapping mapping;
    private final String file;
    private final LocalDate today;
    private final boolean anyCase;
    private final Optional<String> place;
    /** Texts of the file's columns, by key. */
    private final Map<String, String> columns;
    /** Names of the texts of the columns that are used. */
    private final Map<String, String> trimmed = new LinkedHashMap<>();

    private ColumnPlanner(
            RecordMapping mapping,
            String file,
            LocalDate today,
            boolean anyCase,
            Optional<String> place,
            Map<String, String> columns) {
        this.mapping = mapping;
        this.file = file;
        this.today = today;
        this.anyCase = anyCase;
        this.place = place;
        this.columns = columns;
    }

    /**
     * @param rows what stands behind FROM
     * @param place see {@link ColumnPlan}
     * @param columns expressions of the texts of the columns, by key
     */
    static Optional<ColumnPlan> of(
            String rows,
            Optional<String> place,
            Map<String, String> columns,
            RecordMapping mapping,
            String file,
            LocalDate today,
            boolean anyCase) {
        if (!mapping.keepWithin().isEmpty()) return Optional.empty();
        return Optional.of(
                new ColumnPlanner(mapping, file, today, anyCase, place, new LinkedHashMap<>(columns)).plan(rows));
    }

    private ColumnPlan plan(String rows) {
        var fields = new LinkedHashMap<String, String>();
        var plain = new ArrayList<String>();
        for (TargetField field : List.of(
                TargetField.ID,
                TargetField.AIRCRAFT,
                TargetField.MODEL,
                TargetField.SERIAL,
                TargetField.COMPLAINT,
                TargetField.ACTION,
                TargetField.PART,
                TargetField.PART_NUMBER,
                TargetField.CONDITION)) fields.put(field.key(), of(field));
        fields.put("source", source());
        List<ColumnPlan.Kept> kept = kept();
        plain.add("NOT odd");
        plain.add(fields.get(TargetField.ID.key()) + " <> ''");
        plain.add(fields.get(TargetField.COMPLAINT.key()) + " <> ''");
        if (mapping.rule(TargetField.MARKING).isPresent()) plain.add(of(TargetField.MARKING) + " = ''");
        day(fields, plain);
        code(fields, plain);
        return new ColumnPlan(trimmed(rows), place.map(column -> "place"), fields, kept, String.join(" AND ", plain));
    }

    /** Each column that is used under a name of its own, without outer blanks; and whether any has a letter beyond the plain ones. */
    private String trimmed(String rows) {
        var raw = new ArrayList<String>();
        var all = new ArrayList<String>();
        trimmed.forEach((column, name) -> {
            raw.add(column + " AS raw_" + name);
            all.add(bare("raw_" + name) + " AS " + name);
        });
        List<String> names =
                trimmed.values().stream().map(name -> "raw_" + name).toList();
        all.add("CASE WHEN clean THEN false ELSE regexp_matches(concat(" + String.join(", ", names) + "), '" + ODD
                + "') END AS odd");
        place.ifPresent(column -> {
            raw.add(column + " AS place");
            all.add("place");
        });
        return "(SELECT " + String.join(", ", all) + " FROM (SELECT *, " + clean(names) + " AS clean FROM (SELECT "
                + String.join(", ", raw) + " FROM " + rows + ")))";
    }

    /** One look at a whole row; only rows that do not pass it are looked at column by column. */
    private static String clean(List<String> texts) {
        var looks = new ArrayList<String>();
        for (int from = 0; from < texts.size(); from += SIDE_BY_SIDE) {
            List<String> some = texts.subList(from, Math.min(texts.size(), from + SIDE_BY_SIDE));
            looks.add("regexp_full_match(concat(" + String.join(", chr(1), ", some) + "), '(?:" + CLEAN + "\\x01){"
                    + (some.size() - 1) + "}" + CLEAN + "')");
        }
        return looks.isEmpty() ? "true" : String.join(" AND ", looks);
    }

    private String bare(String column) {
        String text = "coalesce(" + column + ", '')";
        String ends = "CASE WHEN clean THEN " + text + " ELSE trim(" + text + ", " + BLANKS + ") END";
        if (mapping.absent().isEmpty()) return ends;
        String absent =
                mapping.absent().stream().sorted().map(ColumnPlanner::quoted).collect(Collectors.joining(", "));
        return "CASE WHEN list_contains([" + absent + "], lower(" + ends + ")) THEN '' ELSE " + ends + " END";
    }

    private String column(String from) {
        return columns.getOrDefault(anyCase ? Columns.key(from) : from, "NULL");
    }

    /** The name of its text, empty where it says that nothing is known. */
    private String present(String column) {
        return column.equals("NULL") ? "''" : trimmed.computeIfAbsent(column, one -> "t" + trimmed.size());
    }

    private String of(TargetField field) {
        Optional<FieldRule> found = mapping.rule(field);
        if (found.isEmpty()) return "''";
        FieldRule rule = found.get();
        if (rule.constant().isPresent()) return quoted(rule.constant().get());
        List<String> texts = rule.from().stream()
                .map(from -> present(column(from)))
                .map(text -> rule.prefix().isPresent()
                        ? "left(" + text + ", " + rule.prefix().getAsInt() + ")"
                        : text)
                .toList();
        if (texts.size() == 1) return "(" + texts.getFirst() + ")";
        return texts.stream()
                .map(text -> "nullif(" + text + ", '')")
                .collect(Collectors.joining(", ", "concat_ws(' ', ", ")"));
    }

    private String source() {
        if (mapping.rule(TargetField.SOURCE).isEmpty()) return quoted(file);
        String said = of(TargetField.SOURCE);
        return "CASE WHEN " + said + " = '' THEN " + quoted(file) + " ELSE regexp_replace(" + said
                + ", ':[0-9]+$', '') END";
    }

    private List<ColumnPlan.Kept> kept() {
        var mapped = new LinkedHashSet<String>();
        mapping.fields()
                .values()
                .forEach(rule -> rule.from().forEach(from -> mapped.add(anyCase ? Columns.key(from) : from)));
        var named = mapping.keepNamed().stream()
                .map(one -> anyCase ? Columns.key(one) : one)
                .collect(Collectors.toSet());
        return columns.keySet().stream()
                .filter(key -> mapping.keepAll() ? !mapped.contains(key) : named.contains(key))
                .map(key -> new ColumnPlan.Kept(key, kept(key, present(columns.getOrDefault(key, "NULL")))))
                .toList();
    }

    /** A day of closing in the form of all days, where it stands in the one that is tried first. */
    private String kept(String key, String text) {
        if (!RecordMaker.closing(key)) return text;
        return inFirstFormat(text)
                .map(day -> "coalesce(strftime(" + day + ", '%Y-%m-%d'), " + text + ")")
                .orElse(text);
    }

    private List<String> formats() {
        return mapping.rule(TargetField.DATE).map(FieldRule::formats).orElse(List.of());
    }

    /** The day that a text is in the form that is tried first; absent where that form is not of digits alone. */
    private Optional<String> inFirstFormat(String said) {
        var parts =
                DIGITS.matcher(formats().isEmpty() ? "yyyy-MM-dd" : formats().getFirst());
        boolean whole = parts.matches()
                && Set.of(parts.group(1), parts.group(3), parts.group(4)).size() == 3;
        if (!whole) return Optional.empty();
        String digits = parts.group()
                .replace("yyyy", "[0-9]{4}")
                .replaceAll("MM|dd", "[0-9]{2}")
                .replace(".", "[.]");
        String form = parts.group().replace("yyyy", "%Y").replace("MM", "%m").replace("dd", "%d");
        return Optional.of("CASE WHEN regexp_full_match(" + said + ", '" + digits + "') THEN CAST(try_strptime(" + said
                + ", '" + form + "') AS DATE) END");
    }

    /** In the form that is tried first; any other is read by {@link DateReader}. */
    private void day(Map<String, String> fields, List<String> plain) {
        String said = of(TargetField.DATE);
        if (said.equals("''")) {
            fields.put("day", "CAST(NULL AS DATE)");
            return;
        }
        String day = inFirstFormat(said).orElse("CAST(NULL AS DATE)");
        if (formats().isEmpty())
            day = "coalesce(" + day + ", CASE WHEN regexp_full_match(" + said
                    + ", '[0-9]{4}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]') THEN TRY_CAST(left("
                    + said + ", 10) AS DATE) END)";
        fields.put("day", day);
        plain.add("(" + said + " = '' OR coalesce(" + day + " BETWEEN DATE '1903-01-01' AND DATE '" + today
                + "', false))");
    }

    /** One code that has a section, or none beside texts that cite none. */
    private void code(Map<String, String> fields, List<String> plain) {
        String said = of(TargetField.ATA);
        String section = "regexp_full_match(" + said + ", '[0-9]{4}([0-9]{2})?|[0-9]{2}-[0-9]{2}(-[0-9]{2})?')";
        fields.put(
                "code",
                "CASE WHEN " + section + " THEN left(" + said + ", 2) || '-' || left(replace(substring(" + said
                        + ", 3), '-', ''), 2) ELSE " + said + " END");
        String citesNone = mapping.derive()
                ? "NOT regexp_matches(lower(concat_ws(' ', " + of(TargetField.COMPLAINT) + ", "
                        + of(TargetField.ACTION) + ", " + of(TargetField.NARRATIVE) + ", " + of(TargetField.REFERENCES)
                        + ")), '" + REFERENCE + "')"
                : "true";
        plain.add("CASE WHEN " + section + " THEN true WHEN " + said + " = '' OR regexp_full_match(" + said
                + ", '[0-9]{2}') THEN " + citesNone + " ELSE false END");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
