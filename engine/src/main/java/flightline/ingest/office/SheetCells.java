package flightline.ingest.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.ShapeContainer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** The visible words of a sheet's cells, as displayed, by row and column (0-based). */
final class SheetCells {
    private static final int MOST_CELLS = 500_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_NAMED = 20;
    private static final int DEEPEST_HEAD = 4;

    private final Sheet sheet;
    private final Hidden hidden;
    private final DataFormatter format = new DataFormatter(Locale.US);
    private final TreeMap<Integer, TreeMap<Integer, String>> own = new TreeMap<>();
    private final Map<Long, String> spread = new HashMap<>();
    private final List<String> comments = new ArrayList<>();
    private final List<String> uncounted = new ArrayList<>();

    SheetCells(Sheet sheet, Hidden hidden, List<String> notes) {
        this.sheet = sheet;
        this.hidden = hidden;
        format.setUseCachedValuesForFormulaCells(true);
        read(notes);
        tell(notes);
        merge();
    }

    String name() {
        return sheet.getSheetName();
    }

    /** The words of text boxes and other shapes that are drawn on the sheet. */
    List<String> boxes() {
        List<String> words = new ArrayList<>();
        Iterable<?> drawn = sheet.getDrawingPatriarch();
        if (drawn != null) boxes(drawn, words);
        words.removeIf(String::isEmpty);
        return words;
    }

    List<String> comments() {
        return List.copyOf(comments);
    }

    SortedSet<Integer> rows() {
        return new TreeSet<>(own.keySet());
    }

    /** Columns with words in these rows. */
    SortedSet<Integer> columns(int from, int to) {
        var columns = new TreeSet<Integer>();
        own.subMap(from, true, to, true).values().forEach(row -> columns.addAll(row.keySet()));
        spread.keySet().forEach(at -> {
            if (at >> 32 >= from && at >> 32 <= to) columns.add((int) (at & 0xFFFFFFFFL));
        });
        return columns;
    }

    /** A cell's words, those of the cells that it is merged with included. */
    String words(int row, int column) {
        String here = ownWords(row, column);
        return here.isEmpty() ? spread.getOrDefault(at(row, column), "") : here;
    }

    /** Whether one merged cell takes up all of these columns. */
    boolean reachesAcross(int row, int left, int right) {
        if (left == right || spread.get(at(row, left)) == null) return false;
        return sheet.getMergedRegions().stream()
                .anyMatch(area -> area.isInRange(row, left) && area.isInRange(row, right));
    }

    /**
     * How many rows name the columns where the first one does: cells that are merged over several columns stand above the names
     * of each, cells that are merged over several rows beside them.
     */
    int headDepth(int first, int left, int right) {
        var areas = sheet.getMergedRegions().stream()
                .filter(area ->
                        area.getFirstRow() == first && area.getFirstColumn() >= left && area.getLastColumn() <= right)
                .toList();
        if (areas.stream().noneMatch(area -> area.getLastColumn() > area.getFirstColumn())) return 1;
        int depth = areas.stream()
                .mapToInt(area -> area.getLastRow() - first + 1)
                .max()
                .orElse(1);
        for (int column = left; depth == 1 && column <= right; column++) {
            int at = column;
            boolean under = areas.stream()
                    .anyMatch(area -> area.isInRange(first, at) && area.getLastColumn() > area.getFirstColumn());
            if (under == ownWords(first + 1, column).isEmpty()) return 1;
        }
        depth = Math.max(2, depth);
        if (depth > DEEPEST_HEAD) return 1;
        for (int row = first + 1; row < first + depth; row++)
            for (int column = left; column <= right; column++) if (isNumber(row, column)) return 1;
        return depth;
    }

    String ownWords(int row, int column) {
        var cells = own.get(row);
        return cells == null ? "" : cells.getOrDefault(column, "");
    }

    String allWords() {
        var words = new StringBuilder();
        own.values().forEach(row -> row.values().forEach(w -> words.append(w).append(' ')));
        return words.toString();
    }

    boolean isNumber(int row, int column) {
        Row cells = sheet.getRow(row);
        Cell cell = cells == null ? null : cells.getCell(column);
        if (cell == null) return false;
        return switch (cell.getCellType()) {
            case NUMERIC, BOOLEAN, FORMULA, ERROR -> true;
            case STRING, BLANK, _NONE -> false;
        };
    }

    private void read(List<String> notes) {
        int count = 0;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getColumnIndex() >= MOST_COLUMNS || count >= MOST_CELLS) {
                    notes.add("sheet " + name() + ": read only to column " + MOST_COLUMNS + " and " + MOST_CELLS
                            + " cells; what lies beyond "
                            + new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString()
                            + " was left out");
                    if (count >= MOST_CELLS) return;
                    break;
                }
                String place =
                        name() + "!" + new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString();
                if (cell.getCellType() == CellType.FORMULA)
                    ReachingFormula.in(formula(cell)).ifPresent(what -> hidden.active(place, what));
                if (isUncounted(cell)) {
                    uncounted.add(new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString());
                    continue;
                }
                String why = why(row, cell);
                String words = why.isEmpty() ? words(cell, place) : Words.line(format.formatCellValue(cell));
                var comment = cell.getCellComment();
                if (comment != null && comment.getString() != null)
                    comments.add(Words.clean(comment.getString().getString()));
                if (!why.isEmpty()) hidden.text(place, why, words);
                else if (words.isEmpty() && !CellLook.struck(cell) && hides(cell))
                    hidden.text(place, "shown as nothing by its format", raw(cell));
                else if (!words.isEmpty()) {
                    own.computeIfAbsent(cell.getRowIndex(), r -> new TreeMap<>())
                            .put(cell.getColumnIndex(), words);
                    count++;
                }
            }
        }
    }

    /** As it is written; empty where the library cannot put an old workbook's formula into words. */
    private static String formula(Cell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    /** A formula that no program has counted since it was written: the library takes its result for 0. */
    private static boolean isUncounted(Cell cell) {
        return cell.getCellType() == CellType.FORMULA
                && cell instanceof XSSFCell modern
                && !modern.getCTCell().getT().equals(STCellType.STR)
                && (modern.getCTCell().getV() == null
                        || modern.getCTCell().getV().isBlank());
    }

    private void tell(List<String> notes) {
        if (uncounted.isEmpty()) return;
        int shown = Math.min(MOST_NAMED, uncounted.size());
        String more = uncounted.size() > shown ? " and " + (uncounted.size() - shown) + " more" : "";
        notes.add("sheet " + name() + ": formulas without a stored result were read as empty: "
                + String.join(", ", uncounted.subList(0, shown)) + more
                + "; open it in a spreadsheet program and save it, so that they are counted");
    }

    private String why(Row row, Cell cell) {
        if (row.getZeroHeight()) return "in a hidden row";
        if (sheet.isColumnHidden(cell.getColumnIndex())) return "in a hidden column";
        return CellLook.hidden(cell);
    }

    /** A cell's words as displayed, raised ones set on the line; struck parts are left out, and those that cannot be seen are named. */
    private String words(Cell cell, String place) {
        String shown = format.formatCellValue(cell);
        var stretches = CellLook.stretches(cell);
        boolean struck = CellLook.struck(cell);
        if (stretches.stream().allMatch(CellLook.Stretch::plain) && (!struck || stretches.isEmpty())) {
            String line = Words.line(shown);
            if (struck && !line.isEmpty()) hidden.struck();
            return struck ? "" : line;
        }
        String text = cell.getRichStringCellValue().getString();
        var seen = new StringBuilder();
        var levels = new Levels(seen);
        int done = 0;
        for (var stretch : stretches) {
            between(text.substring(done, stretch.from()), struck, seen, levels);
            done = stretch.to();
            String part = text.substring(stretch.from(), stretch.to());
            if (!stretch.why().isEmpty()) {
                hidden.text(place, stretch.why(), part);
                continue;
            }
            if (stretch.struck()) {
                if (!part.isBlank()) hidden.struck();
                continue;
            }
            levels.next(stretch.level());
            seen.append(part);
        }
        between(text.substring(done), struck, seen, levels);
        levels.settle();
        return Words.line(seen.toString());
    }

    /** What has the look of the cell. */
    private void between(String part, boolean struck, StringBuilder seen, Levels levels) {
        if (part.isEmpty()) return;
        if (struck && !part.isBlank()) hidden.struck();
        if (struck) return;
        levels.next(Levels.Level.LINE);
        seen.append(part);
    }

    private static void boxes(Iterable<?> shapes, List<String> words) {
        for (Object shape : shapes) {
            if (shape instanceof XSSFSimpleShape box) words.add(Words.clean(box.getText()));
            else if (shape instanceof HSSFSimpleShape box && !(shape instanceof HSSFComment) && box.getString() != null)
                words.add(Words.clean(box.getString().getString()));
            else if (shape instanceof ShapeContainer<?> group) boxes(group, words);
        }
    }

    private static boolean hides(Cell cell) {
        String pattern = cell.getCellStyle().getDataFormatString();
        return pattern != null && pattern.startsWith(";;") && !raw(cell).isEmpty();
    }

    private static String raw(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case BOOLEAN, FORMULA, BLANK, ERROR, _NONE -> "";
        };
    }

    private void merge() {
        for (var area : sheet.getMergedRegions()) {
            String words = ownWords(area.getFirstRow(), area.getFirstColumn());
            long size = (long) area.getNumberOfCells();
            if (words.isEmpty() || size > 10_000) continue;
            for (int r = area.getFirstRow(); r <= area.getLastRow(); r++)
                for (int c = area.getFirstColumn(); c <= Math.min(area.getLastColumn(), MOST_COLUMNS); c++)
                    spread.put(at(r, c), words);
        }
    }

    private static long at(int row, int column) {
        return ((long) row << 32) | column;
    }
}
