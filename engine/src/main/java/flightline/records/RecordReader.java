package flightline.records;

import flightline.records.RecordOutcome.Bad;
import flightline.records.RecordOutcome.Note;
import flightline.terms.TermReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Opens record files of any layout: CSV, TSV, JSON lines.
 *
 * <p>Holds no more of a file than a row and the ids seen. Safe to share; what it opens is not.
 */
public final class RecordReader {
    private static final String READABLE = "; readable are CSV, TSV and JSON lines";

    private final TermReader terms;
    private final NarrativeCutter cutter;

    public RecordReader(TermReader terms, NarrativeCutter cutter) {
        this.terms = terms;
        this.cutter = cutter;
    }

    /**
     * Opens a file. One that holds no records at all (a spreadsheet, an empty file) opens too and has one outcome that
     * says so.
     *
     * @param today the day after which no record can be dated
     * @throws IOException where the file does not exist or the disk fails
     */
    public RecordFile open(Path path, RecordMapping mapping, LocalDate today) throws IOException {
        String file = String.valueOf(path.getFileName());
        RecordFormat format = RecordFormat.ofFileName(file).or(mapping::format).orElse(RecordFormat.CSV);
        var maker = new RecordMaker(file, mapping, terms, cutter, today, format != RecordFormat.JSONL);
        Optional<String> hopeless = hopeless(path, file);
        if (hopeless.isPresent()) {
            var bad = new Bad(file, 0, "", "", hopeless.get());
            return new RecordFile(file, new NoRows(), maker, () -> 0, Optional.of(bad));
        }
        TextEncoding encoding = TextEncoding.of(path);
        var bytes = new CountingStream(Files.newInputStream(path));
        try {
            var lines = new LineReader(new InputStreamReader(bytes, encoding.charset()));
            RowSource rows = rows(lines, format, mapping);
            return new RecordFile(
                    file, rows, maker, bytes::count, encoding.note().map(note -> new Note(file, note)));
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    private static RowSource rows(LineReader lines, RecordFormat format, RecordMapping mapping) throws IOException {
        return switch (format) {
            case JSONL -> new JsonRows(lines);
            case CSV -> delimited(lines, mapping.delimiter(), mapping);
            case TSV -> delimited(lines, mapping.delimiter().or(() -> Optional.of('\t')), mapping);
        };
    }

    private static RowSource delimited(LineReader lines, Optional<Character> delimiter, RecordMapping mapping)
            throws IOException {
        var text = new LinkedHashSet<String>();
        for (TargetField field : List.of(TargetField.COMPLAINT, TargetField.ACTION, TargetField.NARRATIVE))
            mapping.rule(field).ifPresent(rule -> text.addAll(rule.from()));
        Set<String> all = new LinkedHashSet<>(mapping.keep());
        mapping.fields().values().forEach(rule -> all.addAll(rule.from()));
        return new DelimitedRows(lines, delimiter, mapping.columns(), text, all);
    }

    private static Optional<String> hopeless(Path path, String file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(8);
        }
        if (head.length == 0) return Optional.of("is empty");
        String magic = new String(head, StandardCharsets.ISO_8859_1);
        String lower = file.toLowerCase(Locale.ROOT);
        if (magic.startsWith("PK") || magic.startsWith("\u00D0\u00CF\u0011\u00E0") || lower.endsWith(".xlsx"))
            return Optional.of("is a spreadsheet or archive, which is not read; save it as CSV" + READABLE);
        if (magic.startsWith("PAR1") || lower.endsWith(".parquet"))
            return Optional.of("is a Parquet file, which is not read; export it as CSV" + READABLE);
        if (magic.startsWith("\u001F\u008B"))
            return Optional.of("is compressed, which is not read; unpack it first" + READABLE);
        if (magic.startsWith("%PDF")) return Optional.of("is a PDF document, not a file of records" + READABLE);
        return Optional.empty();
    }

    private static final class NoRows implements RowSource {
        @Override
        public Optional<SourceRow> next() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
