package flightline.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as they come from an office: one sentence in each of them. */
final class Parcel {
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    Parcel with(String name, byte[] bytes) {
        members.put(name, bytes);
        return this;
    }

    byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    static byte[] word(String title, String sentence) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(title);
            document.createParagraph().createRun().setText(sentence);
            document.write(out);
        }
        return out.toByteArray();
    }

    static byte[] workbook(String sheet, String sentence) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            book.createSheet(sheet).createRow(0).createCell(0).setCellValue(sentence);
            book.write(out);
        }
        return out.toByteArray();
    }

    static byte[] slides(String sentence) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var show = new XMLSlideShow()) {
            var box = show.createSlide().createTextBox();
            box.setAnchor(new java.awt.Rectangle(50, 50, 300, 100));
            box.setText(sentence);
            show.write(out);
        }
        return out.toByteArray();
    }

    static byte[] asciidoc(String title, String sentence) {
        return ("= " + title + "\n\n" + sentence + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A message with an attachment of plain text. */
    static byte[] mail(String subject, String sentence, String attachment, String attached) {
        return ("From: line@example.org\r\nTo: hangar@example.org\r\nSubject: " + subject
                        + "\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                        + sentence
                        + "\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\""
                        + attachment + "\"\r\n\r\n" + attached + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
