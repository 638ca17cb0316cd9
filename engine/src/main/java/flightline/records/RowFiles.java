package flightline.records;

import flightline.records.rows.ParquetRows;
import flightline.records.rows.RowSource;
import flightline.records.rows.SheetRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Opens the rows of a file of any format. */
final class RowFiles {
    private static final String READABLE = "; readable are CSV, TSV, JSON lines, XLSX and Parquet";

    private RowFiles() {}

    /** What came of opening a file. */
    sealed interface Opened {
        /**
         * @param bytes taken in so far; for progress
         * @param note what to know of the file
         */
        record Rows(RowSource rows, LongSupplier bytes, Optional<String> note) implements Opened {}

        /** Nothing in it can be read. */
        record Hopeless(String reason) implements Opened {}
    }

    /**
     * How the rows of a file stand: what it begins with decides, then its name, then what is said.
     *
     * @throws IOException where the file does not exist or the disk fails
     */
    static RecordFormat format(Path path, Optional<RecordFormat> said) throws IOException {
        String magic = magic(path);
        if (magic.startsWith("PAR1")) return RecordFormat.PARQUET;
        if (magic.startsWith("PK")) return RecordFormat.XLSX;
        return RecordFormat.ofFileName(String.valueOf(path.getFileName()))
                .or(() -> said)
                .orElse(RecordFormat.CSV);
    }

    /** Why a file holds no rows, by what it begins with; empty where it may. */
    static Optional<String> hopeless(Path path) throws IOException {
        String magic = magic(path);
        String lower = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (magic.isEmpty()) return Optional.of("is empty");
        if (magic.startsWith("\u00D0\u00CF\u0011\u00E0"))
            return Optional.of(
                    "is a workbook of Excel 2003 or older, or one with a password; save it as XLSX without one"
                            + READABLE);
        if (magic.startsWith("\u001F\u008B"))
            return Optional.of("is compressed, which is not read; unpack it first" + READABLE);
        if (magic.startsWith("%PDF")) return Optional.of("is a PDF document, not a file of records" + READABLE);
        if (lower.endsWith(".xlsx") && !magic.startsWith("PK"))
            return Optional.of("is named like a workbook and is none" + READABLE);
        if (lower.endsWith(".parquet") && !magic.startsWith("PAR1"))
            return Optional.of("is named like a Parquet file and is none" + READABLE);
        return Optional.empty();
    }

    private static String magic(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
        }
    }

    /** Opens a file; {@code format} is its own. */
    static Opened open(Path path, RecordFormat format, RecordMapping mapping) throws IOException {
        Optional<String> hopeless = hopeless(path);
        if (hopeless.isPresent()) return new Opened.Hopeless(hopeless.get());
        return switch (format) {
            case CSV, TSV, JSONL -> text(path, format, mapping);
            case XLSX ->
                sheet(path, new SheetRows.Wanted(mapping.sheet(), texts(mapping), columns(mapping), mapping.columns()));
            case PARQUET -> ofItself(path, ParquetRows.open(path, columns(mapping)));
        };
    }

    static Opened sheet(Path path, SheetRows.Wanted wanted) throws IOException {
        try {
            return ofItself(path, SheetRows.open(path, wanted));
        } catch (IOException unsound) {
            return new Opened.Hopeless("is not a sound Excel workbook: "
                    + String.valueOf(unsound.getMessage()).lines().findFirst().orElse("") + READABLE);
        }
    }

    private static Opened ofItself(Path path, RowSource rows) throws IOException {
        long size = Files.size(path);
        return new Opened.Rows(rows, () -> (long) (rows.progress() * size), Optional.empty());
    }

    private static Opened text(Path path, RecordFormat format, RecordMapping mapping) throws IOException {
        TextEncoding encoding = TextEncoding.of(path);
        var bytes = new CountingStream(Files.newInputStream(path));
        try {
            var lines = new LineReader(new InputStreamReader(bytes, encoding.charset()));
            RowSource rows = format == RecordFormat.JSONL
                    ? new JsonRows(lines)
                    : new DelimitedRows(
                            lines, delimiter(format, mapping), mapping.columns(), texts(mapping), columns(mapping));
            return new Opened.Rows(rows, bytes::count, encoding.note());
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    /** A file as a database reads it by itself; empty where that is not plain. */
    static Optional<ColumnPlan> plan(Path path, RecordMapping mapping, LocalDate today) throws IOException {
        RecordFormat format = format(path, mapping.format());
        if (hopeless(path).isPresent()) return Optional.empty();
        String file = String.valueOf(path.getFileName());
        return switch (format) {
            case CSV, TSV -> delimited(path, format, mapping, today, file);
            case PARQUET ->
                ParquetRows.texts(path, columns(mapping))
                        .flatMap(texts -> ColumnPlanner.of(
                                ParquetRows.placed(path),
                                Optional.of(ParquetRows.PLACE),
                                texts,
                                mapping,
                                file,
                                today,
                                anyCase(format)));
            case JSONL, XLSX -> Optional.empty();
        };
    }

    private static Optional<ColumnPlan> delimited(
            Path path, RecordFormat format, RecordMapping mapping, LocalDate today, String file) throws IOException {
        TextEncoding encoding = TextEncoding.of(path);
        String place = path.toAbsolutePath().normalize().toString();
        if (!encoding.charset().equals(StandardCharsets.UTF_8)
                || !mapping.columns().isEmpty()
                || place.matches(".*[*?\\[\\]].*")) return Optional.empty();
        try (InputStream in = Files.newInputStream(path);
                var rows = new DelimitedRows(
                        new LineReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                        delimiter(format, mapping),
                        List.of(),
                        texts(mapping),
                        columns(mapping))) {
            List<String> header = rows.plainHeader();
            if (header.isEmpty() || header.stream().anyMatch(String::isBlank)) return Optional.empty();
            var texts = new LinkedHashMap<String, String>();
            var types = new ArrayList<String>();
            for (int i = 0; i < header.size(); i++) {
                texts.put(header.get(i), "c" + i);
                types.add("'c" + i + "': 'VARCHAR'");
            }
            String table = "read_csv('" + place.replace("'", "''") + "', auto_detect = false, header = true, delim = '"
                    + (rows.sign() == '\'' ? "''" : String.valueOf(rows.sign()))
                    + "', quote = '\"', escape = '\"', strict_mode = true, max_line_size = " + LineReader.LONGEST
                    + ", columns = {"
                    + String.join(", ", types) + "})";
            return ColumnPlanner.of(table, Optional.empty(), texts, mapping, file, today, anyCase(format));
        }
    }

    private static Optional<Character> delimiter(RecordFormat format, RecordMapping mapping) {
        return format == RecordFormat.TSV ? mapping.delimiter().or(() -> Optional.of('\t')) : mapping.delimiter();
    }

    /** Columns of which a header must hold one. */
    private static Set<String> texts(RecordMapping mapping) {
        var text = new LinkedHashSet<String>();
        for (TargetField field : List.of(TargetField.COMPLAINT, TargetField.ACTION, TargetField.NARRATIVE))
            mapping.rule(field).ifPresent(rule -> text.addAll(rule.from()));
        return text;
    }

    /** Every column that the mapping names. */
    private static Set<String> columns(RecordMapping mapping) {
        Set<String> all = new LinkedHashSet<>(mapping.keepNamed());
        mapping.fields().values().forEach(rule -> all.addAll(rule.from()));
        return all;
    }

    /** Whether the columns of such files come in lower case, however the mapping writes them. */
    static boolean anyCase(RecordFormat format) {
        return switch (format) {
            case CSV, TSV, XLSX -> true;
            case JSONL, PARQUET -> false;
        };
    }
}
