package flightline.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes Excel workbooks for tests, cell by cell. */
final class Workbooks implements AutoCloseable {
    final XSSFWorkbook book = new XSSFWorkbook();

    XSSFSheet sheet(String name) {
        return book.createSheet(name);
    }

    /** Puts values side by side: texts, numbers, booleans, days, formulas that begin with an equals sign; null leaves a cell out. */
    XSSFRow row(XSSFSheet sheet, int number, @Nullable Object... values) {
        XSSFRow row = sheet.createRow(number - 1);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) put(row.createCell(i), value);
        }
        return row;
    }

    private void put(Cell cell, Object value) {
        switch (value) {
            case LocalDate day -> {
                cell.setCellValue(day);
                cell.setCellStyle(styled("m/d/yy"));
            }
            case LocalDateTime time -> {
                cell.setCellValue(time);
                cell.setCellStyle(styled("d/m/yyyy h:mm"));
            }
            case Number number -> cell.setCellValue(number.doubleValue());
            case Boolean truth -> cell.setCellValue(truth);
            case String formula when formula.startsWith("=") -> cell.setCellFormula(formula.substring(1));
            default -> cell.setCellValue(value.toString());
        }
    }

    org.apache.poi.ss.usermodel.CellStyle styled(String pattern) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        return style;
    }

    Path write(Path file) {
        try (var out = Files.newOutputStream(file)) {
            book.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
