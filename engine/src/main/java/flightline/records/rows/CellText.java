package flightline.records.rows;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;

/**
 * What stands in a cell, in words: numbers as they are shown, but a day always as {@code 2025-03-05}, for the form it is shown in may leave
 * open which is the month. Not for several threads.
 */
final class CellText {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final boolean since1904;
    private final DataFormatter shown = new DataFormatter(Locale.US);
    private final Map<Integer, Form> forms = new HashMap<>();

    /** How numbers of a style are shown. */
    private record Form(int index, String pattern, boolean day) {}

    CellText(ReadOnlySharedStringsTable strings, StylesTable styles, boolean since1904) {
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
    }

    /**
     * @param type as the sheet gives it, {@code n} for a number
     * @param raw as it is stored
     * @return empty where nothing stands there
     */
    String of(String type, int style, String raw) {
        return switch (type) {
            case "s" -> shared(raw);
            case "b" -> raw.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> number(raw.strip(), style);
            case "d" -> raw.strip().replaceFirst("T00:00(:00(\\.0+)?)?$", "");
            default -> raw;
        };
    }

    private String shared(String raw) {
        try {
            return strings.getItemAt(Integer.parseInt(raw.strip())).getString();
        } catch (NumberFormatException | IndexOutOfBoundsException nowhere) {
            throw new IllegalArgumentException("a cell names the text " + raw.strip() + ", which the workbook lacks");
        }
    }

    private String number(String raw, int style) {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException noNumber) {
            return raw;
        }
        Form form = forms.computeIfAbsent(style, this::form);
        if (form.day && value >= 1) {
            LocalDateTime time = DateUtil.getLocalDateTime(value, since1904, true);
            if (time != null)
                return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? time.toLocalDate().toString()
                        : MINUTES.format(time);
        }
        return shown.formatRawCellContents(value, form.index, form.pattern, since1904);
    }

    private Form form(int style) {
        if (style < 0 || style >= styles.getNumCellStyles()) return new Form(0, "General", false);
        var cell = styles.getStyleAt(style);
        String pattern = cell.getDataFormatString() == null ? "General" : cell.getDataFormatString();
        // A span of time ("[h]:mm") is no day, nor is a time of day.
        String letters =
                pattern.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        boolean day = DateUtil.isADateFormat(cell.getDataFormat(), pattern)
                && (letters.indexOf('d') >= 0 || letters.indexOf('y') >= 0);
        return new Form(cell.getDataFormat(), pattern, day);
    }
}
