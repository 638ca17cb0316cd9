package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.parsed;
import static flightline.ingest.office.OfficeFiles.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.ingest.FileKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks of programs that write fewer styles than Excel does. */
final class WholeStylesTest {
    private static final String SHEET =
            "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; Axle nut 25",
                "<cellXfs><xf numFmtId='0'/></cellXfs>; Axle nut 25",
                "<fonts><font/></fonts><cellXfs><xf numFmtId='2' fontId='0' applyNumberFormat='1'/></cellXfs>; Axle nut 25.00",
                "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf fillId='0'/></cellXfs>; Axle nut 25",
            })
    void workbook_withoutStylesThatExcelWrites_isRead(String styles, String row) throws IOException {
        byte[] whole;
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Torque");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Item");
            head.createCell(1).setCellValue("Torque");
            var line = sheet.createRow(1);
            line.createCell(0).setCellValue("Axle nut");
            line.createCell(1).setCellValue(25);
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            whole = bytes.toByteArray();
        }
        byte[] bare = with(whole, SHEET + styles.replace('\'', '"') + "</styleSheet>");
        var read = parsed(new WorkbookParser(), FileKind.SPREADSHEET, bare);
        assertThat(texts(read).getLast()).endsWith(row.replace("Axle nut ", ""));
        assertThat(texts(read).getLast()).contains("Axle nut");
    }

    private static byte[] with(byte[] book, String styles) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(book));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(part.getName().equals("xl/styles.xml") ? styles.getBytes(UTF_8) : from.readAllBytes());
            }
        }
        return out.toByteArray();
    }
}
