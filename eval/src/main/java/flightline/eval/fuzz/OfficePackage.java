package flightline.eval.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A sound office package around one part that the fuzzer writes: mutated as they lie, deflated bytes would hardly ever get
 * past the checksum.
 */
enum OfficePackage {
    WORD("word/document.xml", "wordprocessingml.document.main"),
    WORKBOOK("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
    SLIDES("ppt/slides/slide1.xml", "presentationml.slide");

    private static final String OFFICE = "http://schemas.openxmlformats.org/";
    private static final String LAYOUT = "ppt/slideLayouts/slideLayout1.xml";
    private static final String MASTER = "ppt/slideMasters/slideMaster1.xml";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final String part;
    private final String type;

    OfficePackage(String part, String type) {
        this.part = part;
        this.type = type;
    }

    byte[] around(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            switch (this) {
                case WORD -> frame(zip, part, type, "");
                case WORKBOOK -> {
                    frame(zip, "xl/workbook.xml", "spreadsheetml.sheet.main", override(part, type));
                    put(
                            zip,
                            "xl/workbook.xml",
                            "<workbook xmlns=\"" + OFFICE + "spreadsheetml/2006/main\" xmlns:r=\"" + OFFICE
                                    + "officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\""
                                    + " r:id=\"r1\"/></sheets></workbook>");
                    put(zip, "xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
                }
                case SLIDES -> {
                    frame(
                            zip,
                            "ppt/presentation.xml",
                            "presentationml.presentation.main",
                            override(part, type)
                                    + override(LAYOUT, "presentationml.slideLayout")
                                    + override(MASTER, "presentationml.slideMaster"));
                    put(
                            zip,
                            "ppt/presentation.xml",
                            "<p:presentation xmlns:p=\"" + OFFICE + "presentationml/2006/main\" xmlns:r=\"" + OFFICE
                                    + "officeDocument/2006/relationships\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"r1\"/>"
                                    + "</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>");
                    put(zip, "ppt/_rels/presentation.xml.rels", relations("slide", "slides/slide1.xml"));
                    // A slide without a layout, and a layout without a master, are refused before any word is read.
                    put(zip, "ppt/slides/_rels/slide1.xml.rels", relations("slideLayout", "/" + LAYOUT));
                    put(zip, LAYOUT, empty("sldLayout"));
                    put(zip, "ppt/slideLayouts/_rels/slideLayout1.xml.rels", relations("slideMaster", "/" + MASTER));
                    put(zip, MASTER, empty("sldMaster"));
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String empty(String element) {
        return "<p:" + element + " xmlns:p=\"" + OFFICE + "presentationml/2006/main\"><p:cSld><p:spTree><p:nvGrpSpPr>"
                + "<p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld></p:"
                + element + ">";
    }

    private static void frame(ZipOutputStream zip, String main, String type, String more) throws IOException {
        put(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"" + OFFICE + "package/2006/content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                        + " ContentType=\"application/xml\"/>" + override(main, type) + more + "</Types>");
        put(zip, "_rels/.rels", relations("officeDocument", main));
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relations(String type, String target) {
        return "<Relationships xmlns=\"" + OFFICE + "package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
                + OFFICE + "officeDocument/2006/relationships/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
