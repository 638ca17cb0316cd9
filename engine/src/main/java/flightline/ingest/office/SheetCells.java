package flightline.ingest.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** The visible words of a sheet's cells, as displayed, by row and column (0-based). */
final class SheetCells {
    private static final int MOST_CELLS = 500_000;
    private static final int MOST_COLUMNS = 200;

    private final Sheet sheet;
    private final Hidden hidden;
    private final DataFormatter format = new DataFormatter(Locale.US);
    private final TreeMap<Integer, TreeMap<Integer, String>> own = new TreeMap<>();
    private final Map<Long, String> spread = new HashMap<>();
    private final List<String> comments = new ArrayList<>();

    SheetCells(Sheet sheet, Hidden hidden, List<String> notes) {
        this.sheet = sheet;
        this.hidden = hidden;
        format.setUseCachedValuesForFormulaCells(true);
        read(notes);
        merge();
    }

    String name() {
        return sheet.getSheetName();
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
                String words = Words.line(format.formatCellValue(cell));
                String place =
                        name() + "!" + new CellReference(cell.getRowIndex(), cell.getColumnIndex()).formatAsString();
                var comment = cell.getCellComment();
                if (comment != null && comment.getString() != null)
                    comments.add(Words.clean(comment.getString().getString()));
                String why = why(row, cell);
                if (!why.isEmpty()) hidden.text(place, why, words);
                else if (words.isEmpty() && hides(cell))
                    hidden.text(place, "shown as nothing by its format", raw(cell));
                else if (!words.isEmpty()) {
                    own.computeIfAbsent(cell.getRowIndex(), r -> new TreeMap<>())
                            .put(cell.getColumnIndex(), words);
                    count++;
                }
            }
        }
    }

    private String why(Row row, Cell cell) {
        if (row.getZeroHeight()) return "in a hidden row";
        if (sheet.isColumnHidden(cell.getColumnIndex())) return "in a hidden column";
        CellStyle style = cell.getCellStyle();
        if (style.getFillPattern() != FillPatternType.NO_FILL) return "";
        var font = sheet.getWorkbook().getFontAt(style.getFontIndex());
        if (font.getFontHeightInPoints() <= 1) return "of " + font.getFontHeightInPoints() + " points";
        boolean white = font.getColor() == org.apache.poi.ss.usermodel.IndexedColors.WHITE.getIndex()
                && sheet.getWorkbook() instanceof HSSFWorkbook;
        if (style instanceof XSSFCellStyle modern) {
            XSSFColor color = modern.getFont().getXSSFColor();
            String hex = color == null || color.isThemed() ? "" : String.valueOf(color.getARGBHex());
            white = hex.endsWith("FFFFFF")
                    || (color != null && color.isThemed() && color.getTheme() == 0 && !color.hasTint());
        }
        return white ? "white on white" : "";
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
