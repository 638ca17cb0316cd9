package flightline.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import flightline.records.rows.Columns;
import flightline.records.rows.ParquetRows;
import flightline.records.rows.RowSource;
import flightline.records.rows.SheetRows;
import flightline.records.rows.SourceRow;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Proposes which column of an unknown export means what, by the names of its columns and by what stands in its first rows, and
 * reads these rows by the proposal before it is shown.
 */
public final class MappingGuess {
    private static final int ROWS = 300;
    private static final int TITLES = 12;
    /** Of the rows; a proposal by which more are bad is not one. */
    private static final double GOOD = 0.9;

    private static final int SHOWN = 5;

    /** Without which much cannot be told, and what. */
    private static final Map<TargetField, String> MISSED = new EnumMap<>(Map.of(
            TargetField.DATE, "nothing can be told of periods, trends and repeats",
            TargetField.AIRCRAFT, "nothing can be told by aircraft, nor of repeats"));

    private final RecordReader reader;

    public MappingGuess(RecordReader reader) {
        this.reader = reader;
    }

    /**
     * A proposal.
     *
     * @param yaml a mapping file, with the reason for each field behind it
     * @param rows that were read by it
     * @param good of them
     * @param bad the first of the others, in words
     * @param unused columns that mean nothing to it; they are kept under their names
     */
    public record Proposal(String yaml, int rows, int good, List<String> bad, List<String> unused) {
        public Proposal {
            bad = List.copyOf(bad);
            unused = List.copyOf(unused);
        }

        /** Whether nearly all rows are read by it. */
        public boolean fits() {
            return rows > 0 && good >= GOOD * rows;
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Proposed(Proposal proposal) implements Outcome {}

        /** No column can be told to hold the text of a record. */
        record NotPossible(String why) implements Outcome {}
    }

    /**
     * Looks at a file.
     *
     * @param today the day after which no record can be dated
     * @throws IOException where the file does not exist or the disk fails
     */
    public Outcome of(Path file, LocalDate today) throws IOException {
        String name = String.valueOf(file.getFileName());
        Map<String, List<String>> columns = columns(file);
        if (columns.isEmpty())
            return new Outcome.NotPossible(
                    name + ": no header and rows beneath it; readable are CSV, TSV, JSON lines, XLSX and Parquet");
        Map<TargetField, ColumnTrait.Found> found = chosen(columns, today);
        if (!found.containsKey(TargetField.COMPLAINT)
                && !found.containsKey(TargetField.ACTION)
                && !found.containsKey(TargetField.NARRATIVE))
            return new Outcome.NotPossible(name + ": none of the columns " + String.join(", ", columns.keySet())
                    + " looks like the text of a record");
        String yaml = yaml(name, found, columns);
        return switch (new RecordMappings().parse(name, yaml)) {
            case MappingOutcome.Faulty(var problems) -> new Outcome.NotPossible(String.join("; ", problems));
            case MappingOutcome.Loaded(var mapping) -> tried(file, yaml, mapping, found, columns.keySet(), today);
        };
    }

    private Outcome tried(
            Path file,
            String yaml,
            RecordMapping mapping,
            Map<TargetField, ColumnTrait.Found> found,
            Set<String> columns,
            LocalDate today)
            throws IOException {
        int rows = 0;
        int good = 0;
        var bad = new ArrayList<String>();
        try (RecordFile open = reader.open(file, mapping, today)) {
            for (RecordOutcome outcome : open) {
                if (rows >= ROWS) break;
                switch (outcome) {
                    case RecordOutcome.Read read -> {
                        rows++;
                        good++;
                    }
                    case RecordOutcome.Bad wrong -> {
                        rows++;
                        if (bad.size() < SHOWN) bad.add(wrong.message());
                    }
                    case RecordOutcome.Note note -> {}
                }
            }
        }
        var unused = new LinkedHashSet<>(columns);
        found.values().forEach(one -> unused.remove(one.column()));
        return new Outcome.Proposed(new Proposal(yaml, rows, good, bad, List.copyOf(unused)));
    }

    /** The best column for each field, the surest first; no column twice. */
    private static Map<TargetField, ColumnTrait.Found> chosen(Map<String, List<String>> columns, LocalDate today) {
        var all = new ArrayList<ColumnTrait.Found>();
        columns.forEach((column, values) -> all.addAll(ColumnTrait.of(column, values, today)));
        all.sort((a, b) -> Double.compare(b.sure(), a.sure()));
        var chosen = new EnumMap<TargetField, ColumnTrait.Found>(TargetField.class);
        var taken = new LinkedHashSet<String>();
        for (ColumnTrait.Found one : all) {
            if (chosen.containsKey(one.field()) || taken.contains(one.column())) continue;
            // Both in one text is the last resort, where neither has a column of its own.
            if (one.field() == TargetField.NARRATIVE
                    && (chosen.containsKey(TargetField.COMPLAINT) || chosen.containsKey(TargetField.ACTION))) continue;
            chosen.put(one.field(), one);
            taken.add(one.column());
        }
        if (chosen.containsKey(TargetField.NARRATIVE)
                && (chosen.containsKey(TargetField.COMPLAINT) && chosen.containsKey(TargetField.ACTION)))
            chosen.remove(TargetField.NARRATIVE);
        return chosen;
    }

    private static String yaml(
            String file, Map<TargetField, ColumnTrait.Found> found, Map<String, List<String>> columns) {
        var yaml = new StringBuilder("# Proposed for ")
                .append(file)
                .append(" from its columns and first rows. Read it before you use it.\nname: ")
                .append(quoted(file.replaceFirst("\\.[^.]*$", "")))
                .append("\nfields:\n");
        found.forEach((field, one) -> {
            yaml.append("  ").append(field.key()).append(":");
            if (one.formats().isEmpty()) yaml.append(" ").append(quoted(one.column()));
            else
                yaml.append("\n    from: ")
                        .append(quoted(one.column()))
                        .append("\n    formats: [")
                        .append(String.join(
                                ", ",
                                one.formats().stream().map(MappingGuess::quoted).toList()))
                        .append("]");
            yaml.append("  # ").append(one.why()).append("\n");
        });
        MISSED.forEach((field, without) -> {
            if (!found.containsKey(field))
                yaml.append("  # ")
                        .append(field.key())
                        .append(": no column was told to be it; without it ")
                        .append(without)
                        .append("\n");
        });
        List<String> absent = columns.values().stream()
                .flatMap(List::stream)
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(ColumnTrait.NOTHING::contains)
                .distinct()
                .sorted()
                .toList();
        if (!absent.isEmpty())
            yaml.append("absent: [")
                    .append(String.join(
                            ", ", absent.stream().map(MappingGuess::quoted).toList()))
                    .append("]\n");
        return yaml.append("keep: all\n").toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Values of the first rows by column, in the order of the file; empty where there is no header, or nothing beneath it. */
    private static Map<String, List<String>> columns(Path file) throws IOException {
        RecordFormat format = RowFiles.format(file, Optional.empty());
        if (RowFiles.hopeless(file).isPresent()) return Map.of();
        var columns = new LinkedHashMap<String, List<String>>();
        Optional<RowSource> opened = rows(file, format, columns);
        if (opened.isEmpty()) return Map.of();
        var spelt = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        columns.keySet().forEach(one -> spelt.put(one, one));
        try (RowSource rows = opened.get()) {
            int read = 0;
            for (Optional<SourceRow> row = rows.next(); row.isPresent() && read < ROWS; row = rows.next())
                if (row.get() instanceof SourceRow.Fields(var line, var fields)) {
                    read++;
                    fields.forEach((column, values) -> columns.computeIfAbsent(
                                    spelt.getOrDefault(column, column), made -> new ArrayList<>())
                            .addAll(values));
                }
            return read == 0 ? Map.of() : columns;
        }
    }

    /** Opens the rows and notes the columns that are known before them; empty where there is no header. */
    private static Optional<RowSource> rows(Path file, RecordFormat format, Map<String, List<String>> columns)
            throws IOException {
        return switch (format) {
            case JSONL -> Optional.of(new JsonRows(lines(file)));
            case PARQUET -> Optional.of(ParquetRows.open(file, Set.of()));
            case XLSX ->
                switch (RowFiles.sheet(file, new SheetRows.Wanted(Optional.empty(), Set.of(), Set.of(), List.of()))) {
                    case RowFiles.Opened.Rows(var rows, var bytes, var note) -> Optional.of(rows);
                    case RowFiles.Opened.Hopeless hopeless -> Optional.empty();
                };
            case CSV, TSV -> {
                List<String> header = header(file, format).stream()
                        .filter(name -> !name.isBlank())
                        .toList();
                if (header.isEmpty()) yield Optional.empty();
                header.forEach(one -> columns.put(one.strip(), new ArrayList<>()));
                yield Optional.of(
                        new DelimitedRows(lines(file), delimiter(format), List.of(), Set.copyOf(header), Set.of()));
            }
        };
    }

    private static LineReader lines(Path file) throws IOException {
        return new LineReader(new InputStreamReader(
                Files.newInputStream(file), TextEncoding.of(file).charset()));
    }

    private static Optional<Character> delimiter(RecordFormat format) {
        return format == RecordFormat.TSV ? Optional.of('\t') : Optional.empty();
    }

    private static List<String> header(Path file, RecordFormat format) throws IOException {
        try (var lines = lines(file)) {
            var head = new ArrayList<LineReader.Line>();
            for (Optional<LineReader.Line> line = lines.next();
                    line.isPresent() && head.size() < TITLES;
                    line = lines.next()) head.add(line.get());
            char sign = delimiter(format)
                    .orElseGet(() -> DelimiterGuess.of(
                            head.stream().map(LineReader.Line::text).toList()));
            var csv = CsvReader.builder().fieldSeparator(sign);
            return Columns.likelyHeader(head.stream()
                    .flatMap(line -> cells(csv, line.text()).stream())
                    .toList());
        }
    }

    /** Empty where it is no row. */
    private static Optional<List<String>> cells(CsvReader.CsvReaderBuilder csv, String line) {
        try {
            return Optional.of(csv.ofSingleCsvRecord(line).getFields());
        } catch (CsvParseException noRow) {
            return Optional.empty();
        }
    }
}
