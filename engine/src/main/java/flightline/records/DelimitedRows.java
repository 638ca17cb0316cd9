package flightline.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import flightline.records.LineReader.Line;
import flightline.records.RowText.Row;
import flightline.records.rows.Columns;
import flightline.records.rows.RowSource;
import flightline.records.rows.SourceRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Comma or tab separated rows beneath a header.
 *
 * <p>The header is the first row that holds one of the columns wanted; titles above it are passed over with a remark.
 * Columns are matched without regard to case and outer white space.
 */
final class DelimitedRows implements RowSource {
    private static final int SAMPLE = 20;

    private final LineReader lines;
    private final RowText rows;
    private final CsvReader.CsvReaderBuilder csv;
    private final ArrayDeque<SourceRow> pending = new ArrayDeque<>();
    private final char sign;
    private List<String> header;
    private boolean over;

    /**
     * @param delimiter absent where the file itself tells
     * @param header names of the columns of a file that has no header row; empty where it has one
     * @param wanted columns of which the header must hold at least one
     * @param expected columns whose absence is worth a remark
     */
    DelimitedRows(
            LineReader lines,
            Optional<Character> delimiter,
            List<String> header,
            Set<String> wanted,
            Set<String> expected)
            throws IOException {
        this.lines = lines;
        this.sign = delimiter.isPresent() ? delimiter.get() : guess(lines);
        this.rows = new RowText(lines, sign);
        this.csv = CsvReader.builder().fieldSeparator(sign);
        this.header = header;
        if (header.isEmpty()) findHeader(wanted, expected);
    }

    private static char guess(LineReader lines) throws IOException {
        var sample = new ArrayList<Line>();
        while (sample.size() < SAMPLE) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) break;
            sample.add(line.get());
        }
        lines.giveBack(sample);
        return DelimiterGuess.of(sample.stream().map(Line::text).toList());
    }

    private void findHeader(Set<String> wanted, Set<String> expected) throws IOException {
        List<String> first = List.of();
        for (int i = 0; i < Columns.HEAD; i++) {
            Optional<Row> row = rows.next();
            if (row.isEmpty()) break;
            List<String> cells = row.get().problem().isEmpty() ? cells(row.get().text()) : List.of();
            if (i == 0) first = cells;
            if (!Columns.isHeader(cells, wanted)) continue;
            if (i > 0) pending.add(Columns.passedOver(row.get().line()));
            switch (Columns.read(cells, row.get().line(), expected)) {
                case Columns.Header.Names(var keys, var remarks) -> {
                    remarks.forEach(text -> pending.add(new SourceRow.Remark(text)));
                    header = keys;
                }
                case Columns.Header.Faulty(var reason) -> {
                    over = true;
                    pending.add(new SourceRow.Hopeless(reason));
                }
            }
            return;
        }
        over = true;
        pending.add(Columns.noHeader(wanted, first));
    }

    /** The sign between fields. */
    char sign() {
        return sign;
    }

    /** Keys of the columns, where the header stands on the first line and nothing is to be told of it; else empty. */
    List<String> plainHeader() {
        return over || !pending.isEmpty() ? List.of() : header;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        SourceRow ready = pending.poll();
        if (ready != null) return Optional.of(ready);
        if (over) return Optional.empty();
        return rows.next().map(this::row);
    }

    @Override
    public boolean skip() throws IOException {
        if (!pending.isEmpty() || over) return next().isPresent();
        return rows.next().isPresent();
    }

    private SourceRow row(Row row) {
        if (!row.problem().isEmpty()) return new SourceRow.Broken(row.line(), row.text(), row.problem());
        if (row.text().indexOf('\0') >= 0) return new SourceRow.Broken(row.line(), row.text(), "contains a NUL byte");
        List<String> cells;
        try {
            cells = row.text().indexOf('"') < 0
                    ? plain(row.text())
                    : csv.ofSingleCsvRecord(row.text()).getFields();
        } catch (CsvParseException malformed) {
            return new SourceRow.Broken(row.line(), row.text(), "text stands after a closing quote");
        }
        if (cells.size() != header.size())
            return new SourceRow.Broken(
                    row.line(), row.text(), "expected " + header.size() + " columns, found " + cells.size());
        Map<String, List<String>> fields = LinkedHashMap.newLinkedHashMap(cells.size());
        for (int i = 0; i < cells.size(); i++)
            if (!header.get(i).isBlank() && !cells.get(i).isBlank()) fields.put(header.get(i), List.of(cells.get(i)));
        return new SourceRow.Fields(row.line(), fields);
    }

    /** Of a row without quotes, which most are. */
    private List<String> plain(String text) {
        var cells = new ArrayList<String>(header.size());
        int from = 0;
        for (int to = text.indexOf(sign); to >= 0; to = text.indexOf(sign, from)) {
            cells.add(text.substring(from, to));
            from = to + 1;
        }
        cells.add(text.substring(from));
        return cells;
    }

    private List<String> cells(String text) {
        try {
            return csv.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException noRow) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
