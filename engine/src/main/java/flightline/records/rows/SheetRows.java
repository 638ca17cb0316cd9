package flightline.records.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of an Excel workbook beneath its header. Which sheet: the one that is named, else of those that can be seen and have a
 * header that fits, the one with most rows.
 *
 * <p>A value that is merged down over several rows counts for each of them. Rows count as the sheet numbers them.
 */
public final class SheetRows implements RowSource {
    private final Book book;
    private final ArrayDeque<SourceRow> pending = new ArrayDeque<>();
    private final ArrayDeque<Spread> spreads = new ArrayDeque<>();
    private final List<Spread> active = new ArrayList<>();
    private List<String> header = List.of();
    private @Nullable SheetCursor cursor;
    private int headerRow;
    private long rows;
    private long read;
    private long hidden;
    private int beside = -1;
    private boolean over;

    /** A value that is merged down from its first row. */
    private static final class Spread {
        private final CellRangeAddress range;
        private String value = "";

        Spread(CellRangeAddress range) {
            this.range = range;
        }
    }

    private SheetRows(Book book) {
        this.book = book;
    }

    /**
     * What is looked for.
     *
     * @param sheet by its name; absent where its rows decide
     * @param wanted columns of which the header must hold at least one; empty where the row that looks most like one is the header
     * @param expected columns whose absence is worth a remark
     * @param columns names of the columns of a sheet without a header; empty where it has one
     */
    public record Wanted(Optional<String> sheet, Set<String> wanted, Set<String> expected, List<String> columns) {
        public Wanted {
            wanted = Set.copyOf(wanted);
            expected = Set.copyOf(expected);
            columns = List.copyOf(columns);
        }
    }

    /** @throws IOException where it is no sound workbook; the message says why */
    public static SheetRows open(Path file, Wanted wanted) throws IOException {
        var open = new SheetRows(Book.open(file));
        try {
            open.choose(wanted);
            return open;
        } catch (IOException broken) {
            open.book.close();
            throw broken;
        }
    }

    private void choose(Wanted wanted) throws IOException {
        List<Book.Entry> sheets = book.sheets().stream()
                .filter(sheet ->
                        wanted.sheet().map(sheet.name()::equalsIgnoreCase).orElse(sheet.visible()))
                .toList();
        if (sheets.isEmpty()) {
            hopeless(new SourceRow.Hopeless(wanted.sheet()
                            .map(name -> "has no sheet '" + name + "'; it has ")
                            .orElse("shows no sheet; it has ")
                    + book.sheets().stream().map(s -> "'" + s.name() + "'").collect(Collectors.joining(", "))));
            return;
        }
        var fitting = new ArrayList<SheetSurvey>();
        List<String> first = List.of();
        for (Book.Entry sheet : sheets) {
            SheetSurvey survey = SheetSurvey.of(book, sheet, wanted.wanted());
            if (first.isEmpty() && !survey.head().isEmpty())
                first = List.copyOf(survey.head().getFirst().cells().values());
            if (survey.header().isPresent() || !wanted.columns().isEmpty()) fitting.add(survey);
        }
        Optional<SheetSurvey> chosen = fitting.stream().max(Comparator.comparingLong(SheetSurvey::rows));
        if (chosen.isEmpty()) {
            hopeless(Columns.noHeader(wanted.wanted(), first));
            return;
        }
        begin(chosen.get(), wanted);
        if (book.sheets().size() > 1)
            pending.addFirst(
                    new SourceRow.Remark("sheet '" + chosen.get().sheet().name() + "' was read of "
                            + book.sheets().size()));
    }

    private void begin(SheetSurvey chosen, Wanted wanted) throws IOException {
        cursor = book.read(chosen.sheet());
        rows = Math.max(1, chosen.rows());
        if (!wanted.columns().isEmpty()) {
            header = wanted.columns().stream().map(Columns::key).toList();
            spread(chosen);
            return;
        }
        SheetCursor.Row head = chosen.header().orElseThrow();
        headerRow = head.number();
        if (!chosen.head().getFirst().equals(head)) pending.add(Columns.passedOver(headerRow));
        switch (Columns.read(SheetSurvey.inOrder(head.cells()), headerRow, wanted.expected())) {
            case Columns.Header.Names(var keys, var remarks) -> {
                header = keys;
                remarks.forEach(text -> pending.add(new SourceRow.Remark(text)));
                spread(chosen);
            }
            case Columns.Header.Faulty(var reason) -> hopeless(new SourceRow.Hopeless(reason));
        }
    }

    private void spread(SheetSurvey chosen) {
        chosen.merged().stream()
                .filter(range -> range.getFirstRow() >= headerRow && range.getLastRow() > range.getFirstRow())
                .sorted(Comparator.comparingInt(CellRangeAddress::getFirstRow))
                .forEach(range -> spreads.add(new Spread(range)));
    }

    private void hopeless(SourceRow.Hopeless why) {
        over = true;
        pending.add(why);
    }

    /** Names of the columns, in lower case and in their order. */
    public List<String> columns() {
        return header;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        SourceRow ready = pending.poll();
        if (ready != null) return Optional.of(ready);
        if (over || cursor == null) return Optional.empty();
        try {
            Optional<SheetCursor.Row> row = cursor.next();
            while (row.isPresent() && row.get().number() <= headerRow) row = cursor.next();
            if (row.isPresent()) return Optional.of(fields(row.get()));
            end(cursor);
        } catch (IOException damaged) {
            over = true;
            return Optional.of(new SourceRow.Broken(
                    headerRow + read + 1, "", Shown.briefly(String.valueOf(damaged.getMessage()))));
        }
        return Optional.ofNullable(pending.poll());
    }

    private SourceRow fields(SheetCursor.Row row) {
        read++;
        if (row.hidden()) hidden++;
        mergedDown(row);
        Map<String, List<String>> fields =
                LinkedHashMap.newLinkedHashMap(row.cells().size());
        row.cells().forEach((column, value) -> {
            if (column < header.size() && !header.get(column).isBlank()) fields.put(header.get(column), List.of(value));
            else if (beside < 0) beside = column;
        });
        return new SourceRow.Fields(row.number(), fields);
    }

    private void mergedDown(SheetCursor.Row row) {
        int at = row.number() - 1;
        while (!spreads.isEmpty() && spreads.getFirst().range.getFirstRow() <= at) active.add(spreads.removeFirst());
        active.removeIf(spread -> spread.range.getLastRow() < at);
        TreeMap<Integer, String> cells = row.cells();
        for (Spread spread : active) {
            int column = spread.range.getFirstColumn();
            if (spread.range.getFirstRow() == at) spread.value = cells.getOrDefault(column, "");
            else if (!spread.value.isEmpty()) cells.putIfAbsent(column, spread.value);
        }
    }

    private void end(SheetCursor done) {
        over = true;
        if (hidden > 0)
            remark(
                    hidden,
                    "row is hidden, by a filter for example, and was read",
                    "rows are hidden, by a filter for example, and were read");
        if (beside >= 0)
            pending.add(
                    new SourceRow.Remark("what stands in columns without a heading was passed over, first in column "
                            + CellReference.convertNumToColString(beside)));
        if (done.errors() > 0)
            remark(
                    done.errors(),
                    "cell holds an error such as #N/A and counts as empty",
                    "cells hold an error such as #N/A and count as empty");
        if (done.unstored() > 0)
            remark(
                    done.unstored(),
                    "formula has no stored value and counts as empty",
                    "formulas have no stored value and count as empty");
    }

    private void remark(long count, String one, String many) {
        pending.add(new SourceRow.Remark(count + " " + (count == 1 ? one : many)));
    }

    @Override
    public double progress() {
        return Math.min(1, (double) read / rows);
    }

    @Override
    public void close() throws IOException {
        try (book) {
            if (cursor != null) cursor.close();
        }
    }
}
