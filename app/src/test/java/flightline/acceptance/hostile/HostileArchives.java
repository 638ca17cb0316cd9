package flightline.acceptance.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP archives, and office documents, which are such. */
final class HostileArchives {
    private static final byte[] PAPER = bytes("# Paper\n\nText of a paper.\n");
    private static final String TYPES =
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                    + "<Override PartName=\"/%s\" ContentType=\"%s\"/></Types>";
    private static final String RELATIONS = "<?xml version=\"1.0\"?><Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"%s\"/></Relationships>";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String NAMESPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private HostileArchives() {}

    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Member(String name, byte[] content) {}

    /** @param secret a file that no reader may open; {@code outside} one that no reader may make */
    static List<HostileFile> files(Path secret, Path outside) throws IOException {
        byte[] plain = zip(new Member("a.md", PAPER));
        return List.of(
                new HostileFile(
                        "zip-climbs-out.zip",
                        zip(new Member("../../../escaped.md", PAPER), new Member("good.md", PAPER))),
                new HostileFile("zip-absolute.zip", zip(new Member(outside.toString(), PAPER))),
                new HostileFile(
                        "zip-other-slashes.zip",
                        zip(new Member("..\\..\\escaped.md", PAPER), new Member("C:\\escaped.md", PAPER))),
                new HostileFile("zip-no-name.zip", zip(new Member("/", PAPER), new Member("a\u0000b.md", PAPER))),
                new HostileFile("zip-long-name.zip", zip(new Member("n".repeat(60_000) + ".md", PAPER))),
                new HostileFile("zip-bomb.zip", zip(new Member("zeros.txt", new byte[200 << 20]))),
                new HostileFile("zip-of-zips.zip", nested(12)),
                new HostileFile("zip-many-members.zip", many(25_000)),
                new HostileFile("zip-cut-off.zip", Arrays.copyOf(plain, plain.length / 2)),
                new HostileFile("zip-false-sizes.zip", falseSizes(plain)),
                new HostileFile("zip-encrypted.zip", flagged(plain)),
                new HostileFile("zip-one-content-many-names.zip", overlapping(2_000)),
                new HostileFile("zip-same-name-twice.zip", twice()),
                new HostileFile("zip-not-one.zip", bytes("PK\3\4 is how it begins, but nothing follows")),
                new HostileFile(
                        "docx-entity-bomb.docx",
                        office(
                                "word/document.xml",
                                WORD,
                                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(5_000)
                                        + "\"><!ENTITY c \"" + "&b;".repeat(5_000) + "\">]><w:document " + NAMESPACE
                                        + "><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>")),
                new HostileFile(
                        "docx-external-entity.docx",
                        office(
                                "word/document.xml",
                                WORD,
                                "<!DOCTYPE a [<!ENTITY a SYSTEM \"" + secret.toUri()
                                        + "\">]><w:document " + NAMESPACE
                                        + "><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>")),
                new HostileFile(
                        "docx-deep-tables.docx",
                        office(
                                "word/document.xml",
                                WORD,
                                "<w:document " + NAMESPACE + "><w:body>"
                                        + "<w:tbl><w:tr><w:tc>".repeat(3_000) + "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
                                        + "</w:tc></w:tr></w:tbl>".repeat(3_000) + "</w:body></w:document>")),
                new HostileFile(
                        "docx-bomb.docx",
                        office(
                                "word/document.xml",
                                WORD,
                                "<w:document " + NAMESPACE + "><w:body><w:p><w:r><w:t>" + " ".repeat(150 << 20)
                                        + "</w:t></w:r></w:p></w:body></w:document>")),
                new HostileFile("docx-not-what-it-says.docx", office("word/document.xml", WORD, "<nothing/>")),
                new HostileFile(
                        "docx-part-missing.docx",
                        zip(
                                new Member("[Content_Types].xml", bytes(TYPES.formatted("word/document.xml", WORD))),
                                new Member("_rels/.rels", bytes(RELATIONS.formatted("word/document.xml"))))),
                new HostileFile(
                        "xlsx-last-cell.xlsx", sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")),
                new HostileFile(
                        "xlsx-no-such-string.xlsx",
                        sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>999999999</v></c></row>")));
    }

    private static byte[] sheet(String rows) throws IOException {
        String types = TYPES.formatted("xl/workbook.xml", SHEET)
                .replace(
                        "</Types>",
                        "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        return zip(
                new Member("[Content_Types].xml", bytes(types)),
                new Member("_rels/.rels", bytes(RELATIONS.formatted("xl/workbook.xml"))),
                new Member(
                        "xl/workbook.xml",
                        bytes("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\""
                                + " sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
                new Member(
                        "xl/_rels/workbook.xml.rels",
                        bytes(RELATIONS
                                .formatted("worksheets/sheet1.xml")
                                .replace("/officeDocument\"", "/worksheet\""))),
                new Member(
                        "xl/worksheets/sheet1.xml",
                        bytes(
                                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                        + rows
                                        + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>")));
    }

    private static byte[] office(String part, String type, String xml) throws IOException {
        return zip(
                new Member("[Content_Types].xml", bytes(TYPES.formatted(part, type))),
                new Member("_rels/.rels", bytes(RELATIONS.formatted(part))),
                new Member(part, bytes(xml)));
    }

    private static byte[] zip(Member... members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Member member : members) {
                zip.putNextEntry(new ZipEntry(member.name()));
                zip.write(member.content());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] nested(int deep) throws IOException {
        byte[] inner = zip(new Member("a.md", PAPER));
        for (int i = 0; i < deep; i++) inner = zip(new Member("inner.zip", inner));
        return inner;
    }

    private static byte[] many(int count) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry(i + ".md"));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** Sizes in the directory are all ones. */
    private static byte[] falseSizes(byte[] zip) {
        byte[] changed = zip.clone();
        int directory = find(changed, 0x02014b50);
        Arrays.fill(changed, directory + 20, directory + 28, (byte) 0x7F);
        return changed;
    }

    /** Says of its member that it is encrypted. */
    private static byte[] flagged(byte[] zip) {
        byte[] changed = zip.clone();
        changed[6] |= 1;
        changed[find(changed, 0x02014b50) + 8] |= 1;
        return changed;
    }

    private static int find(byte[] bytes, int signature) {
        for (int i = bytes.length - 4; i >= 0; i--) if (little(bytes, i) == signature) return i;
        throw new IllegalStateException("no such signature");
    }

    private static int little(byte[] bytes, int at) {
        return java.nio.ByteBuffer.wrap(bytes, at, 4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    /** A directory of many names, all of which are the same stored mebibyte. */
    private static byte[] overlapping(int names) {
        byte[] content = new byte[1 << 20];
        Arrays.fill(content, (byte) 'a');
        var crc = new CRC32();
        crc.update(content);
        var out = new ByteArrayOutputStream();
        out.writeBytes(header(0x04034b50, "0.md", crc.getValue(), content.length, false));
        out.writeBytes(content);
        int directory = out.size();
        for (int i = 0; i < names; i++)
            out.writeBytes(header(0x02014b50, i + ".md", crc.getValue(), content.length, true));
        int length = out.size() - directory;
        number(out, 0x06054b50, 4);
        number(out, 0, 4);
        number(out, names, 2);
        number(out, names, 2);
        number(out, length, 4);
        number(out, directory, 4);
        number(out, 0, 2);
        return out.toByteArray();
    }

    private static byte[] header(int signature, String name, long crc, int size, boolean central) {
        var out = new ByteArrayOutputStream();
        number(out, signature, 4);
        if (central) number(out, 20, 2);
        number(out, 20, 2);
        number(out, 0, 2);
        number(out, 0, 2);
        number(out, 0x21_0000L, 4);
        number(out, crc, 4);
        number(out, size, 4);
        number(out, size, 4);
        number(out, name.length(), 2);
        number(out, 0, 2);
        if (central) {
            number(out, 0, 2);
            number(out, 0, 2);
            number(out, 0, 2);
            number(out, 0, 4);
            number(out, 0, 4);
        }
        out.writeBytes(bytes(name));
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, long value, int length) {
        for (int i = 0; i < length; i++) out.write((int) (value >> (8 * i)) & 0xFF);
    }

    private static byte[] twice() throws IOException {
        byte[] zip = zip(new Member("a.md", PAPER), new Member("b.md", PAPER));
        for (int i = 0; i < zip.length - 4; i++)
            if (zip[i] == 'b' && zip[i + 1] == '.' && zip[i + 2] == 'm' && zip[i + 3] == 'd') zip[i] = 'a';
        return zip;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
