package flightline.ingest.office;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Whether the words of a cell can be seen, and which of them where its parts are set differently. */
final class CellLook {
    private static final double TINY = 1;
    private static final int ALIKE = 8;
    private static final byte[] WHITE = {-1, -1, -1};

    private CellLook() {}

    /** Why a cell's words cannot be seen; empty where they can. */
    static String hidden(Cell cell) {
        CellStyle style = cell.getCellStyle();
        String why = hidden(cell, cell.getSheet().getWorkbook().getFontAt(style.getFontIndex()));
        String pattern = style.getDataFormatString() == null ? "" : style.getDataFormatString();
        if (why.isEmpty() && cell.getCellType() == CellType.STRING && showsNoText(pattern))
            return "shown as nothing by its format";
        boolean whiteByFormat = pattern.toLowerCase(Locale.ROOT).startsWith("[white]") && isWhite(ground(style));
        return why.isEmpty() && whiteByFormat && cell.getCellType() != CellType.BLANK ? "white on white" : why;
    }

    /** The fourth section of a format is for text. */
    private static boolean showsNoText(String pattern) {
        String[] sections = pattern.split(";", -1);
        return sections.length == 4 && sections[3].isBlank();
    }

    /** A part of a text that has a look of its own; {@code why} is empty where it can be seen. */
    record Stretch(int from, int to, String why, boolean struck, Levels.Level level) {
        /** Whether it reads as it would without a look of its own. */
        boolean plain() {
            return why.isEmpty() && !struck && level == Levels.Level.LINE;
        }
    }

    /** Whether the font of a cell strikes its words; parts of them may have fonts of their own. */
    static boolean struck(Cell cell) {
        var book = cell.getSheet().getWorkbook();
        return book.getFontAt(cell.getCellStyle().getFontIndex()).getStrikeout();
    }

    /** The parts of a cell's own text that are set otherwise than the cell. */
    static java.util.List<Stretch> stretches(Cell cell) {
        var found = new java.util.ArrayList<Stretch>();
        if (cell.getCellType() != CellType.STRING) return found;
        RichTextString text = cell.getRichStringCellValue();
        for (int run = 0; run < text.numFormattingRuns(); run++) {
            int from = text.getIndexOfFormattingRun(run);
            int to = run + 1 < text.numFormattingRuns() ? text.getIndexOfFormattingRun(run + 1) : text.length();
            Font font = text instanceof XSSFRichTextString modern
                    ? modern.getFontOfFormattingRun(run)
                    : cell.getSheet()
                            .getWorkbook()
                            .getFontAt(((org.apache.poi.hssf.usermodel.HSSFRichTextString) text)
                                    .getFontOfFormattingRun(run));
            if (font != null && from < to && to <= text.length())
                found.add(new Stretch(from, to, hidden(cell, font), font.getStrikeout(), level(font)));
        }
        return found;
    }

    private static Levels.Level level(Font font) {
        return switch (font.getTypeOffset()) {
            case Font.SS_SUPER -> Levels.Level.RAISED;
            case Font.SS_SUB -> Levels.Level.LOWERED;
            default -> Levels.Level.LINE;
        };
    }

    private static String hidden(Cell cell, Font font) {
        if (font.getFontHeightInPoints() <= TINY) return "of " + font.getFontHeightInPoints() + " points";
        Optional<byte[]> ink = ink(cell, font);
        Optional<byte[]> ground = ground(cell.getCellStyle());
        if (ink.isEmpty() || ground.isEmpty() || !alike(ink.get(), ground.get())) return "";
        return isWhite(ink) ? "white on white" : "in the colour of its ground";
    }

    /** A cell's ground; white where it has none, absent where a pattern or a colour that is not known fills it. */
    private static Optional<byte[]> ground(CellStyle style) {
        if (style.getFillPattern() == FillPatternType.NO_FILL) return Optional.of(WHITE);
        if (style.getFillPattern() != FillPatternType.SOLID_FOREGROUND) return Optional.empty();
        return rgb(style.getFillForegroundColorColor());
    }

    private static Optional<byte[]> ink(Cell cell, Font font) {
        if (font instanceof XSSFFont modern) return rgb(modern.getXSSFColor());
        return font instanceof HSSFFont old && cell.getSheet().getWorkbook() instanceof HSSFWorkbook book
                ? rgb(old.getHSSFColor(book))
                : Optional.empty();
    }

    private static Optional<byte[]> rgb(@org.jspecify.annotations.Nullable Color colour) {
        if (colour instanceof XSSFColor modern) {
            if (modern.isAuto()) return Optional.empty();
            byte[] rgb = modern.getTint() == 0 ? modern.getRGB() : modern.getRGBWithTint();
            if (rgb != null && rgb.length >= 3) return Optional.of(Arrays.copyOfRange(rgb, rgb.length - 3, rgb.length));
            boolean themesWhite = modern.isThemed() && modern.getTheme() == 0 && !modern.hasTint();
            return themesWhite ? Optional.of(WHITE) : Optional.empty();
        }
        if (!(colour instanceof HSSFColor old) || old.getIndex() == HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex())
            return Optional.empty();
        short[] parts = old.getTriplet();
        return Optional.of(new byte[] {(byte) parts[0], (byte) parts[1], (byte) parts[2]});
    }

    private static boolean isWhite(Optional<byte[]> colour) {
        return colour.map(c -> alike(c, WHITE)).orElse(false);
    }

    private static boolean alike(byte[] one, byte[] other) {
        for (int i = 0; i < 3; i++) if (Math.abs((one[i] & 0xFF) - (other[i] & 0xFF)) > ALIKE) return false;
        return true;
    }
}
