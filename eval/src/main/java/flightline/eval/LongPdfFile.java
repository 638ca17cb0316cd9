package flightline.eval;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a long PDF page by page, holding only the places of its objects: headings, steps, warnings, ruled tables, two columns. */
final class LongPdfFile {
    private static final int FIRST_PAGE_OBJECT = 5;

    private final OutputStream out;
    private final long[] places;
    private long written;

    private LongPdfFile(OutputStream out, int pages) {
        this.out = out;
        this.places = new long[FIRST_PAGE_OBJECT + 2 * pages];
    }

    static void write(Path file, int pages) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new LongPdfFile(out, pages).write(pages);
        }
    }

    private void write(int pages) throws IOException {
        put("%PDF-1.4\n");
        object(1, "<</Type/Catalog/Pages 2 0 R>>");
        object(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        object(4, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
        for (int page = 0; page < pages; page++) {
            int number = FIRST_PAGE_OBJECT + 2 * page;
            object(
                    number,
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>/Contents "
                            + (number + 1) + " 0 R>>");
            String content = content(page);
            object(number + 1, "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream");
        }
        tree(pages);
        long table = written;
        put("xref\n0 " + places.length + "\n0000000000 65535 f \n");
        for (int i = 1; i < places.length; i++) put(String.format(Locale.ROOT, "%010d 00000 n \n", places[i]));
        put("trailer\n<</Size " + places.length + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
    }

    private void tree(int pages) throws IOException {
        places[2] = written;
        put("2 0 obj\n<</Type/Pages/Count " + pages + "/Kids[");
        for (int page = 0; page < pages; page++) put((FIRST_PAGE_OBJECT + 2 * page) + " 0 R\n");
        put("]>>\nendobj\n");
    }

    private void object(int number, String body) throws IOException {
        places[number] = written;
        put(number + " 0 obj\n" + body + "\nendobj\n");
    }

    private void put(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes);
        written += bytes.length;
    }

    private static String content(int page) {
        var content = new StringBuilder();
        show(content, 'B', 8, 62, 800, "LONG MANUAL");
        show(content, 'F', 8, 500, 40, "Page " + (page + 1));
        show(content, 'B', 12, 62, 760, (page + 1) + ". Check of unit " + (page * 7 % 1013));
        switch (page % 3) {
            case 0 -> steps(content, page);
            case 1 -> table(content, page);
            default -> columns(content, page);
        }
        return content.toString();
    }

    private static void steps(StringBuilder content, int page) {
        show(content, 'B', 9, 72, 735, "WARNING: RELEASE THE PRESSURE OF UNIT " + page + " BEFORE YOU OPEN A LINE.");
        for (int i = 1; i <= 30; i++)
            show(
                    content,
                    'F',
                    9,
                    68,
                    730 - 20 * i,
                    "(" + i + ") Measure point " + (page + i) + " and write " + i * page % 97
                            + " mm in the log when it is in limits.");
    }

    private static void table(StringBuilder content, int page) {
        for (int row = 0; row <= 30; row++) {
            int y = 730 - 20 * row;
            content.append("62 ").append(y).append(" m 540 ").append(y).append(" l S\n");
            if (row == 30) continue;
            show(content, row == 0 ? 'B' : 'F', 8, 66, y - 14, row == 0 ? "Item" : "Item " + (page + row));
            show(content, row == 0 ? 'B' : 'F', 8, 226, y - 14, row == 0 ? "Limit" : row * page % 89 + " hours");
            show(content, row == 0 ? 'B' : 'F', 8, 386, y - 14, row == 0 ? "Remark" : "See unit " + row);
        }
        for (int x : new int[] {62, 222, 382, 540})
            content.append(x).append(" 130 m ").append(x).append(" 730 l S\n");
    }

    private static void columns(StringBuilder content, int page) {
        for (int i = 0; i < 45; i++) {
            show(content, 'F', 9, 62, 735 - 14 * i, "Line " + i + " of page " + page + " tells of the left side");
            show(content, 'F', 9, 314, 735 - 14 * i, "and goes on with " + (page * i % 1009) + " at the right.");
        }
    }

    private static void show(StringBuilder content, char font, int size, int x, int y, String text) {
        content.append("BT /")
                .append(font)
                .append(' ')
                .append(size)
                .append(" Tf ")
                .append(x)
                .append(' ')
                .append(y);
        content.append(" Td (")
                .append(text.replace("(", "\\(").replace(")", "\\)"))
                .append(") Tj ET\n");
    }
}
