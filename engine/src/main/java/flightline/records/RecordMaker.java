package flightline.records;

import flightline.corpus.ContentHash;
import flightline.corpus.FurtherField;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.records.DateReader.DateOutcome;
import flightline.records.RecordOutcome.Bad;
import flightline.records.RecordOutcome.Read;
import flightline.records.rows.Columns;
import flightline.records.rows.Shown;
import flightline.records.rows.SourceRow;
import flightline.terms.AtaCode;
import flightline.terms.Mention.ManualReference;
import flightline.terms.TermReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes records of the rows of one file; remembers their ids to refuse one that comes twice. */
final class RecordMaker {
    private static final List<String> TYPED_DAYS = List.of("yyyy-MM-dd", "yyyy-MM-dd HH:mm[:ss]");

    private static final Pattern ONE_DIGIT = Pattern.compile("\\d");

    private static final Pattern CODES = Pattern.compile("[,;\\s]+");

    private final String file;
    private final RecordMapping mapping;
    private final TermReader terms;
    private final NarrativeCutter cutter;
    private final DateReader dates;
    private final DateReader usualDates;
    private final boolean anyCase;
    private final Set<String> keep;
    private final List<String> keepWithin;
    private final Map<String, Long> lineOfId = new HashMap<>();
    private final Set<String> mapped;
    private final Set<String> absent;
    private final int longestAbsent;
    private final AtomicLong shortCodes = new AtomicLong();
    private final AtomicLong firstShortCode = new AtomicLong(Long.MAX_VALUE);
    private final Map<String, Boolean> closings = new ConcurrentHashMap<>();
    private final Map<TargetField, List<String>> keys = new EnumMap<>(TargetField.class);

    /** @param format of the file: tells whether columns are in lower case, and whether a day may be one already */
    RecordMaker(
            String file,
            RecordMapping mapping,
            TermReader terms,
            NarrativeCutter cutter,
            LocalDate today,
            RecordFormat format) {
        this.file = file;
        this.mapping = mapping;
        this.terms = terms;
        this.cutter = cutter;
        this.anyCase = RowFiles.anyCase(format);
        this.dates = new DateReader(
                formats(mapping.rule(TargetField.DATE).map(FieldRule::formats).orElse(List.of()), format), today);
        this.usualDates = new DateReader(List.of(), today);
        this.mapped = new LinkedHashSet<>();
        mapping.fields().values().forEach(rule -> rule.from().forEach(column -> mapped.add(key(column))));
        mapping.fields()
                .forEach((field, rule) ->
                        keys.put(field, rule.from().stream().map(this::key).toList()));
        this.absent = mapping.absent();
        this.longestAbsent = absent.stream().mapToInt(String::length).max().orElse(0);
        this.keep =
                new LinkedHashSet<>(mapping.keepNamed().stream().map(this::key).toList());
        this.keepWithin = mapping.keepWithin().stream().map(this::key).toList();
    }

    /** A cell that holds a day gives it as such, whatever form the texts of the column are said to have. */
    private static List<String> formats(List<String> said, RecordFormat format) {
        return switch (format) {
            case CSV, TSV, JSONL -> said;
            case XLSX, PARQUET ->
                said.isEmpty()
                        ? said
                        : Stream.concat(said.stream(), TYPED_DAYS.stream()).toList();
        };
    }

    /** The record of a row; one whose id came before is refused. For one thread. */
    RecordOutcome make(SourceRow.Fields row) {
        RecordOutcome outcome = read(row);
        if (!(outcome instanceof Read(var record))) return outcome;
        Long before = lineOfId.putIfAbsent(record.id().value(), row.line());
        return before == null ? outcome : sameId(row.line(), record.id(), "on line " + before);
    }

    /** @param where the other one stands */
    Bad sameId(long line, RecordId id, String where) {
        return new Bad(
                file,
                line,
                columns(TargetField.ID),
                Shown.briefly(id.value()),
                "the same id stands " + where + " already");
    }

    /** The record of a row, whatever came before it; for several threads at once. */
    RecordOutcome read(SourceRow.Fields row) {
        var values = new Values(row.fields());
        String text = values.of(TargetField.NARRATIVE);
        String complaint = values.of(TargetField.COMPLAINT);
        String action = values.of(TargetField.ACTION);
        if (text.isEmpty() && complaint.isEmpty() && action.isEmpty())
            return bad(row, textColumns(), "", "the record has no text");
        if (text.isEmpty())
            text = complaint.isEmpty() || action.isEmpty() ? complaint + action : complaint + "\n" + action;
        else if (complaint.isEmpty() && mapping.derive()) {
            NarrativeCutter.Halves halves = cutter.cut(text);
            complaint = halves.complaint();
            if (action.isEmpty()) action = halves.action();
        }
        String dateText = values.of(TargetField.DATE);
        Optional<LocalDate> date = Optional.empty();
        if (!dateText.isEmpty()) {
            switch (dates.read(dateText)) {
                case DateOutcome.Day(var day) -> date = Optional.of(day);
                case DateOutcome.Impossible(var reason) -> {
                    return bad(row, columns(TargetField.DATE), dateText, reason);
                }
            }
        }
        String id = values.of(TargetField.ID);
        if (id.isEmpty()) id = derivedId(row.line(), text);
        List<String> named = values.all(TargetField.REFERENCES);
        List<ManualReference> cited = mapping.derive()
                ? terms.manualReferences(named.isEmpty() ? text : String.join("\n", named) + "\n" + text)
                : List.of();
        String source = values.of(TargetField.SOURCE);
        return new Read(new MaintenanceRecord(
                new RecordId(id),
                date,
                values.of(TargetField.AIRCRAFT),
                values.of(TargetField.MODEL),
                values.of(TargetField.SERIAL),
                complaint,
                action,
                text,
                values.of(TargetField.PART),
                values.of(TargetField.PART_NUMBER),
                values.of(TargetField.CONDITION),
                ata(chapters(values.all(TargetField.ATA), row.line()), cited),
                mapping.derive() ? references(named, cited) : named,
                source.isEmpty() ? file + ":" + row.line() : source,
                others(row.fields()),
                marking(values.all(TargetField.MARKING))));
    }

    private static Marking marking(List<String> labels) {
        if (labels.isEmpty()) return Marking.UNMARKED;
        return labels.stream().map(Marking::new).reduce(Marking.UNMARKED, Marking::and);
    }

    /** A sheet that took chapters for numbers has dropped their nought: 5 is 05. */
    private List<String> chapters(List<String> codes, long line) {
        if (codes.stream().noneMatch(code -> ONE_DIGIT.matcher(code).matches())) return codes;
        shortCodes.incrementAndGet();
        firstShortCode.accumulateAndGet(line, Math::min);
        return codes.stream()
                .map(code -> ONE_DIGIT.matcher(code).matches() ? "0" + code : code)
                .toList();
    }

    /** What is to be told once the whole file is read; absent where there is nothing. */
    Optional<String> remark() {
        long count = shortCodes.get();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + (count == 1 ? " row gives" : " rows give")
                        + " an ATA chapter of one digit, first on line " + firstShortCode.get()
                        + ": read with a nought before it, 5 as 05");
    }

    private static List<String> ata(List<String> codes, List<ManualReference> cited) {
        if (codes.isEmpty() && cited.isEmpty()) return List.of();
        var given =
                codes.stream().flatMap(code -> CODES.splitAsStream(code)).flatMap(code -> AtaCode.parse(code).stream());
        var all = Stream.concat(given, cited.stream().flatMap(reference -> reference.ata().stream()))
                .map(AtaCode::dashed)
                .collect(LinkedHashSet<String>::new, Set::add, Set::addAll);
        // A bare chapter says nothing beside a section of it.
        List<String> sections = all.stream().filter(code -> code.length() > 2).toList();
        var ata = new ArrayList<String>(sections);
        for (String code : all)
            if (code.length() == 2 && sections.stream().noneMatch(section -> section.startsWith(code))) ata.add(code);
        return ata;
    }

    private List<String> references(List<String> given, List<ManualReference> cited) {
        if (given.isEmpty() && cited.isEmpty()) return List.of();
        var references = new LinkedHashSet<String>();
        for (String value : given)
            if (terms.manualReferences(value).isEmpty()) references.add(value.toLowerCase(Locale.ROOT));
        for (ManualReference reference : cited)
            references.add(reference.display().toLowerCase(Locale.ROOT));
        return List.copyOf(references);
    }

    private Map<String, String> others(Map<String, List<String>> fields) {
        var others = new LinkedHashMap<String, String>();
        fields.forEach((column, values) -> {
            Optional<String> name = keptAs(column);
            if (name.isEmpty()) return;
            String value = values.size() == 1
                    ? presentOrEmpty(values.getFirst())
                    : String.join(", ", present(values).toList());
            if (!value.isEmpty())
                others.put(name.get(), closings.computeIfAbsent(name.get(), RecordMaker::closing) ? day(value) : value);
        });
        return others;
    }

    /** Whether a column that is kept tells when an item was closed. */
    static boolean closing(String column) {
        return FurtherField.of(column).field() == FurtherField.CLOSED;
    }

    /** In the form that all days are kept in, where the formats of the mapping or the usual ones read it; else as it stands. */
    private String day(String said) {
        return dates.further(said)
                .or(() -> usualDates.further(said))
                .map(LocalDate::toString)
                .orElse(said);
    }

    private Optional<String> keptAs(String column) {
        if (mapping.keepAll() ? !mapped.contains(column) : keep.contains(column)) return Optional.of(column);
        return keepWithin.stream()
                .filter(within -> column.startsWith(within) && column.length() > within.length())
                .map(within -> column.substring(within.length()))
                .findFirst();
    }

    private String derivedId(long line, String text) {
        return "line-" + line + "-"
                + ContentHash.of(file + "\n" + line + "\n" + text).brief();
    }

    private Bad bad(SourceRow.Fields row, String field, String value, String reason) {
        return new Bad(file, row.line(), field, Shown.briefly(value), reason);
    }

    private String textColumns() {
        return Stream.of(TargetField.COMPLAINT, TargetField.ACTION, TargetField.NARRATIVE)
                .flatMap(field -> mapping.rule(field).stream())
                .flatMap(rule -> rule.from().stream())
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private String columns(TargetField field) {
        return mapping.rule(field).map(rule -> String.join(", ", rule.from())).orElse(field.key());
    }

    private Stream<String> present(List<String> values) {
        return values.stream().map(this::presentOrEmpty).filter(value -> !value.isEmpty());
    }

    private String presentOrEmpty(String value) {
        String plain = value.strip();
        return !absent.isEmpty() && plain.length() <= longestAbsent && absent.contains(plain.toLowerCase(Locale.ROOT))
                ? ""
                : plain;
    }

    private String key(String column) {
        return anyCase ? Columns.key(column) : column;
    }

    /** The values of one row, by what they mean. */
    private final class Values {
        private final Map<String, List<String>> fields;

        Values(Map<String, List<String>> fields) {
            this.fields = fields;
        }

        String of(TargetField field) {
            List<String> all = all(field);
            return all.size() == 1 ? all.getFirst() : String.join(" ", all);
        }

        List<String> all(TargetField field) {
            Optional<FieldRule> found = mapping.rule(field);
            if (found.isEmpty()) return List.of();
            FieldRule rule = found.get();
            if (rule.constant().isPresent()) return List.of(rule.constant().get());
            List<String> columns = keys.getOrDefault(field, List.of());
            if (columns.size() == 1) {
                List<String> held = fields.getOrDefault(columns.getFirst(), List.of());
                if (held.isEmpty()) return held;
                if (held.size() == 1) {
                    String value = presentOrEmpty(held.getFirst());
                    return value.isEmpty() ? List.of() : List.of(prefix(value, rule));
                }
            }
            return columns.stream()
                    .flatMap(column -> present(fields.getOrDefault(column, List.of())))
                    .map(value -> prefix(value, rule))
                    .toList();
        }

        private static String prefix(String value, FieldRule rule) {
            int length = rule.prefix().orElse(value.length());
            return value.substring(0, Math.min(length, value.length()));
        }
    }
}
