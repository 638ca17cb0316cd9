package flightline.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the YAML of a mapping and says all that is wrong with it at once. */
final class MappingParser {
    private static final List<String> KEYS =
            List.of("name", "format", "delimiter", "sheet", "columns", "fields", "absent", "keep", "derive");
    private static final List<String> RULE_KEYS = List.of("from", "constant", "prefix", "formats");
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|', ",", ',', ";", ';', "\t", '\t', "|", '|');

    private final String file;
    private final List<String> problems = new ArrayList<>();

    private MappingParser(String file) {
        this.file = file;
    }

    static MappingOutcome parse(String file, String yaml) {
        try {
            return new MappingParser(file).mapping(YamlTexts.read(yaml));
        } catch (JsonProcessingException notYaml) {
            var at = notYaml.getLocation();
            String place = at == null ? "" : " line " + at.getLineNr() + ", column " + at.getColumnNr();
            String reason = notYaml.getOriginalMessage().lines().findFirst().orElse("malformed");
            return new MappingOutcome.Faulty(List.of(file + place + ": not YAML: " + reason));
        }
    }

    private MappingOutcome mapping(JsonNode root) {
        if (!root.isObject()) {
            problem("", "a mapping is a list of keys with values; allowed keys: " + String.join(", ", KEYS));
            return new MappingOutcome.Faulty(problems);
        }
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) problem(key, "unknown key; allowed: " + String.join(", ", KEYS));
        });
        String name = text(root, "name").orElse(file.replaceFirst("\\.ya?ml$", ""));
        Optional<RecordFormat> format = text(root, "format").flatMap(this::format);
        Optional<Character> delimiter = text(root, "delimiter").flatMap(this::delimiter);
        Map<TargetField, FieldRule> fields = fields(root.path("fields"));
        var absent = new HashSet<String>();
        for (String value : strings("absent", root.path("absent")))
            absent.add(value.strip().toLowerCase(Locale.ROOT));
        boolean keepAll =
                root.path("keep").isTextual() && root.path("keep").asText().equals("all");
        List<String> keep = keepAll ? List.of() : strings("keep", root.path("keep"));
        List<String> columns = strings("columns", root.path("columns"));
        boolean derive = derive(root.path("derive"));
        if (!problems.isEmpty()) return new MappingOutcome.Faulty(problems);
        return new MappingOutcome.Loaded(new RecordMapping(
                name, format, delimiter, text(root, "sheet"), columns, fields, absent, keepAll, keep, derive));
    }

    private Map<TargetField, FieldRule> fields(JsonNode node) {
        var fields = new EnumMap<TargetField, FieldRule>(TargetField.class);
        if (!node.isObject()) {
            problem("fields", "is missing; it names at least one of " + String.join(", ", TargetField.keys()));
            return fields;
        }
        node.properties().forEach(entry -> {
            String key = "fields." + entry.getKey();
            Optional<TargetField> field = TargetField.ofKey(entry.getKey());
            if (field.isEmpty()) problem(key, "unknown field; allowed: " + String.join(", ", TargetField.keys()));
            else rule(key, field.get(), entry.getValue()).ifPresent(rule -> fields.put(field.get(), rule));
        });
        if (Set.of(TargetField.COMPLAINT, TargetField.ACTION, TargetField.NARRATIVE).stream()
                .noneMatch(text -> node.has(text.key())))
            problem("fields", "names no text; one of complaint, action, narrative is needed");
        return fields;
    }

    private Optional<FieldRule> rule(String key, TargetField field, JsonNode node) {
        if (!node.isObject()) {
            List<String> from = strings(key, node);
            if (from.isEmpty()) problem(key, "names no column");
            return from.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FieldRule(from, Optional.empty(), OptionalInt.empty(), List.of()));
        }
        int before = problems.size();
        node.fieldNames().forEachRemaining(name -> {
            if (!RULE_KEYS.contains(name))
                problem(key + "." + name, "unknown key; allowed: " + String.join(", ", RULE_KEYS));
        });
        List<String> from = strings(key + ".from", node.path("from"));
        Optional<String> constant = text(node, "constant");
        if (from.isEmpty() == constant.isEmpty()) problem(key, "needs either 'from' or 'constant'");
        OptionalInt prefix = prefix(key + ".prefix", node.path("prefix"));
        List<String> formats = strings(key + ".formats", node.path("formats"));
        if (!formats.isEmpty() && field != TargetField.DATE) problem(key + ".formats", "belongs to the date only");
        for (String format : formats)
            DateReader.problemWith(format).ifPresent(reason -> problem(key + ".formats", reason));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new FieldRule(from, constant, prefix, formats));
    }

    private boolean derive(JsonNode node) {
        if (!node.isMissingNode() && !node.asText().matches("true|false"))
            problem("derive", "must be true or false, got '" + node.asText() + "'");
        return !node.asText().equals("false");
    }

    private OptionalInt prefix(String key, JsonNode node) {
        if (node.isMissingNode()) return OptionalInt.empty();
        if (node.asText().matches("[1-9]\\d{0,8}")) return OptionalInt.of(Integer.parseInt(node.asText()));
        problem(key, "must be a whole number of characters above 0, got '" + node.asText() + "'");
        return OptionalInt.empty();
    }

    private Optional<RecordFormat> format(String value) {
        Optional<RecordFormat> format = RecordFormat.ofKey(value);
        if (format.isEmpty())
            problem("format", "'" + value + "' is unknown; allowed: " + String.join(", ", RecordFormat.keys()));
        return format;
    }

    private Optional<Character> delimiter(String value) {
        Optional<Character> delimiter = Optional.ofNullable(DELIMITERS.get(value));
        if (delimiter.isEmpty())
            problem("delimiter", "'" + value + "' is unknown; allowed: comma, semicolon, tab, bar");
        return delimiter;
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    private List<String> strings(String key, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return List.of();
        if (node.isValueNode()) return List.of(node.asText());
        var values = new ArrayList<String>();
        for (JsonNode item : node) {
            if (!node.isArray() || !item.isValueNode() || item.asText().isBlank()) {
                problem(key, "must be a name or a list of names");
                return List.of();
            }
            values.add(item.asText());
        }
        return values;
    }

    private void problem(String key, String rule) {
        problems.add(file + ": " + (key.isEmpty() ? "" : key + ": ") + rule);
    }
}
