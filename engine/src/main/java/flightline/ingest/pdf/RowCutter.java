package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Cuts the lines of a table without horizontal rules into its rows: a row ends where the next thing begins, not where a cell wraps. */
final class RowCutter {
    private final List<Double> edges;
    private final List<Rule> rules;

    /** @param rules horizontal ones that part rows, may be empty */
    RowCutter(List<Double> edges, List<Rule> rules) {
        this.edges = List.copyOf(edges);
        this.rules = rules.stream().filter(Rule::horizontal).toList();
    }

    private record Printed(List<List<Word>> cells, Area area) {
        boolean empty(int column) {
            return cells.get(column).isEmpty();
        }

        String text(int column) {
            return cells.get(column).stream().map(Word::text).collect(java.util.stream.Collectors.joining(" "));
        }

        long filled() {
            return cells.stream().filter(c -> !c.isEmpty()).count();
        }

        boolean bold() {
            return cells.stream().flatMap(List::stream).allMatch(Word::bold);
        }
    }

    List<TableRow> rows(List<Word> words) {
        var lines = Line.rows(words).stream().map(this::printed).toList();
        double usual = usualGap(lines);
        boolean spaced = spaced(lines, usual);
        var rows = new ArrayList<TableRow>();
        var open = new ArrayList<Printed>();
        for (Printed line : lines) {
            if (!open.isEmpty() && begins(open, line, usual, spaced)) {
                rows.add(row(open));
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) rows.add(row(open));
        return rows;
    }

    private Printed printed(List<Word> row) {
        var cells = new ArrayList<List<Word>>();
        for (int i = 0; i < edges.size() - 1; i++) cells.add(new ArrayList<>());
        for (Word word : row) cells.get(column(word.middle())).add(word);
        return new Printed(cells, Area.around(row));
    }

    private int column(double x) {
        int column = 0;
        while (column < edges.size() - 2 && x >= edges.get(column + 1)) column++;
        return column;
    }

    private boolean begins(List<Printed> open, Printed line, double usual, boolean spaced) {
        Printed above = open.getLast();
        DoubleBinaryOperator parted = (upper, lower) -> rules.stream()
                .filter(r -> r.at() < upper && r.at() > lower && r.length() > 20)
                .count();
        if (parted.applyAsDouble(above.area.middle(), line.area.middle()) > 0) return true;
        // What stands apart in one cell, and not in the first, is a paragraph more of that cell.
        boolean oneMore = edges.size() > 3 && line.empty(0) && line.filled() == 1;
        if (gap(above, line) > 1.3 * usual) return !oneMore;
        if (above.bold() && !line.bold() && open.getFirst().bold()) return true;
        if (mostlyApart(open, line)) return true;
        if (line.empty(0) || spaced) return false;
        // A cell goes on in lower case; a new first cell does not begin so.
        String first = line.text(0);
        boolean goesOn = Character.isLowerCase(first.codePointAt(0)) && !above.empty(0);
        return !(goesOn && line.filled() < line.cells.size()) && !(goesOn && Character.isLowerCase(lastStart(line)));
    }

    private static int lastStart(Printed line) {
        for (int i = line.cells.size() - 1; i >= 0; i--)
            if (!line.empty(i)) return line.text(i).codePointAt(0);
        return ' ';
    }

    /** Whether most columns begin anew at once, below white in each, though the first one does not. */
    private boolean mostlyApart(List<Printed> open, Printed line) {
        int apart = 0;
        for (int c = 1; c < line.cells.size(); c++) {
            int column = c;
            if (line.empty(c)) continue;
            boolean close = open.stream()
                    .filter(above -> !above.empty(column))
                    .anyMatch(above -> gap(above, line)
                            < 1.5 * line.cells.get(column).getFirst().size());
            if (!close && open.stream().anyMatch(above -> !above.empty(column))) apart++;
        }
        return apart >= 3 && apart * 2 >= line.cells.size();
    }

    private static double gap(Printed above, Printed below) {
        return above.area.bottom() - below.area.bottom();
    }

    private static double usualGap(List<Printed> lines) {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < lines.size(); i++) gaps.add(gap(lines.get(i - 1), lines.get(i)));
        return gaps.stream().sorted().skip(gaps.size() / 4).findFirst().orElse(12.0);
    }

    /** Whether white between rows parts them, so that lines set close belong to one row. */
    private boolean spaced(List<Printed> lines, double usual) {
        int wide = 0;
        int closeAndPartial = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (gap(lines.get(i - 1), lines.get(i)) > 1.3 * usual) wide += i > 1 ? 1 : 0;
            else if (lines.get(i).filled() < lines.get(i).cells.size()) closeAndPartial++;
        }
        return wide >= 1 && closeAndPartial >= 1;
    }

    private static TableRow row(List<Printed> lines) {
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < lines.getFirst().cells.size(); i++) {
            var cell = new ArrayList<String>();
            for (Printed line : lines) if (!line.empty(i)) cell.add(line.text(i));
            cells.add(cell);
        }
        Area area = lines.stream().map(Printed::area).reduce(Area::around).orElseThrow();
        return new TableRow(cells, area, lines.stream().allMatch(Printed::bold));
    }

    /** A row that leaves its first cell open speaks of what the row above speaks of (one trouble, several causes). */
    static List<TableRow> carriedDown(List<TableRow> rows) {
        var carried = new ArrayList<TableRow>();
        for (TableRow row : rows) {
            long filled = row.cells().stream().filter(c -> !c.isEmpty()).count();
            boolean open = row.cells().getFirst().isEmpty() && filled >= 2 && carried.size() > 1;
            if (open) {
                var cells = new ArrayList<>(row.cells());
                cells.set(0, carried.getLast().cells().getFirst());
                carried.add(new TableRow(cells, row.area(), row.bold()));
            } else carried.add(row);
        }
        return carried;
    }
}
