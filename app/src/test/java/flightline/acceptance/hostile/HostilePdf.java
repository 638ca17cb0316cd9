package flightline.acceptance.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** PDF. */
final class HostilePdf {
    private HostilePdf() {}

    /** @param secret a file that no reader may open */
    static List<HostileFile> files(Path secret) throws IOException {
        byte[] sound = RawPdf.page(RawPdf.words("Torque the nut."), "", "").bytes();
        return List.of(
                new HostileFile("pdf-cut-off.pdf", Arrays.copyOf(sound, sound.length * 2 / 3)),
                new HostileFile(
                        "pdf-wrong-offsets.pdf",
                        RawPdf.page(RawPdf.words("Torque the nut."), "", "").bytes(37, "")),
                new HostileFile(
                        "pdf-table-before-itself.pdf",
                        RawPdf.page(RawPdf.words("x"), "", "").bytes(0, "/Prev " + tableOf(sound))),
                new HostileFile(
                        "pdf-size-of-the-world.pdf",
                        RawPdf.page(RawPdf.words("x"), "", "").bytes(0, "/Size 2147483647")),
                new HostileFile("pdf-pages-in-a-circle.pdf", circle()),
                new HostileFile("pdf-a-thousand-million-pages.pdf", countless()),
                new HostileFile("pdf-wrong-length.pdf", wrongLength()),
                new HostileFile("pdf-content-bomb.pdf", contentBomb()),
                new HostileFile(
                        "pdf-nested-arrays.pdf",
                        RawPdf.page("[".repeat(200_000), "", "").bytes()),
                new HostileFile(
                        "pdf-nested-dictionaries.pdf",
                        RawPdf.page("x", "/A " + "<< /A ".repeat(50_000), "").bytes()),
                new HostileFile("pdf-form-of-itself.pdf", formOfItself()),
                new HostileFile(
                        "pdf-unbalanced-states.pdf",
                        RawPdf.page("q ".repeat(200_000) + RawPdf.words("x"), "", "")
                                .bytes()),
                new HostileFile(
                        "pdf-script.pdf",
                        RawPdf.page(
                                        RawPdf.words("Read me."),
                                        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
                                        "")
                                .bytes()),
                new HostileFile(
                        "pdf-launch.pdf",
                        RawPdf.page(RawPdf.words("Read me."), "/OpenAction << /S /Launch /F (/bin/sh) >>", "")
                                .bytes()),
                new HostileFile("pdf-attachment.pdf", attachment()),
                new HostileFile("pdf-content-in-another-file.pdf", foreign(secret)),
                new HostileFile(
                        "pdf-page-of-the-world.pdf",
                        RawPdf.page(RawPdf.words("x"), "", "/MediaBox [0 0 1e30 1e30] /UserUnit 1e9")
                                .bytes()),
                new HostileFile(
                        "pdf-no-numbers.pdf",
                        RawPdf.page("BT /F nan Tf 1e999 -1e999 Td 99999999999999999999 0 0 1 0 0 Tm (x) Tj ET", "", "")
                                .bytes()),
                new HostileFile(
                        "pdf-page-turned-oddly.pdf",
                        RawPdf.page(RawPdf.words("x"), "", "/Rotate -2147483648")
                                .bytes()),
                new HostileFile(
                        "pdf-no-catalogue.pdf", new RawPdf().object("null").bytes()),
                new HostileFile("pdf-letters-without-end.pdf", letters()),
                new HostileFile("pdf-picture-of-the-world.pdf", picture()),
                new HostileFile("pdf-character-map-bomb.pdf", characterMap()),
                new HostileFile("pdf-outline-in-a-circle.pdf", outline()),
                new HostileFile("pdf-only-a-head.pdf", RawPdf.latin("%PDF-1.7\n%%EOF")));
    }

    private static int tableOf(byte[] pdf) {
        return new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("xref\n0");
    }

    private static byte[] circle() {
        return new RawPdf()
                .object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>")
                .object("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>")
                .bytes();
    }

    private static byte[] countless() {
        return new RawPdf()
                .object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>")
                .object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>")
                .bytes();
    }

    private static byte[] wrongLength() {
        return new RawPdf()
                .object("<< /Type /Catalog /Pages 2 0 R >>")
                .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                .object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>")
                .streamOfLength("", RawPdf.latin(RawPdf.words("x")), 4_000_000_000L)
                .bytes();
    }

    private static byte[] contentBomb() throws IOException {
        return new RawPdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>")
                        .stream("/Filter /FlateDecode", RawPdf.deflated(RawPdf.latin("q Q ".repeat(16_384)), 8_000))
                        .bytes();
    }

    private static byte[] formOfItself() {
        return new RawPdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >>"
                                        + " >> >>")
                        .stream("", RawPdf.latin("/X Do"))
                        .stream(
                                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
                                RawPdf.latin("/X Do /X Do"))
                        .bytes();
    }

    private static byte[] attachment() {
        return RawPdf.page(RawPdf.words("Read me."), "/Names << /EmbeddedFiles << /Names [(x.exe) 6 0 R] >> >>", "")
                .object("<< /Type /Filespec /F (../../x.exe) /EF << /F 7 0 R >> >>")
                .stream("/Type /EmbeddedFile", RawPdf.latin("MZ"))
                .bytes();
    }

    private static byte[] foreign(Path secret) {
        return new RawPdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>")
                        .stream("/F << /Type /Filespec /F (" + secret + ") >>", RawPdf.latin(""))
                        .bytes();
    }

    private static byte[] letters() throws IOException {
        return new RawPdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"
                                        + " >>")
                        .stream(
                                "/Filter /FlateDecode",
                                RawPdf.deflated(
                                        RawPdf.latin("BT /F 12 Tf 72 700 Td (" + "word ".repeat(2_000) + ") Tj ET\n"),
                                        600))
                        .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
                        .bytes();
    }

    private static byte[] picture() throws IOException {
        return new RawPdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >>"
                                        + " >> >>")
                        .stream("", RawPdf.latin("600 0 0 700 0 0 cm /X Do"))
                        .stream(
                                "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
                                        + " /Filter /FlateDecode",
                                RawPdf.deflated(new byte[1 << 20], 64))
                        .bytes();
    }

    private static byte[] characterMap() {
        return new RawPdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"
                                        + " >>")
                        .stream("", RawPdf.latin(RawPdf.words("abc")))
                        .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>")
                        .stream(
                                "",
                                RawPdf.latin(
                                        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000>"
                                                + " <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041>"
                                                + " endbfrange endcmap"))
                        .bytes();
    }

    private static byte[] outline() {
        return RawPdf.page(RawPdf.words("x"), "/Outlines 6 0 R", "")
                .object("<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>")
                .object("<< /Title (again) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Last 7 0 R /Dest [3 0 R /Fit] >>")
                .bytes();
    }
}
