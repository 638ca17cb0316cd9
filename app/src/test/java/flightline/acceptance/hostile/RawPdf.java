package flightline.acceptance.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;

/** A PDF written by hand, object by object, so that any of them can be wrong. Object 1 is the catalogue. */
final class RawPdf {
    private final List<byte[]> objects = new ArrayList<>();

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One page of 612 by 792 points with this content; {@code catalogue} goes into object 1. */
    static RawPdf page(String content, String catalogue, String page) {
        return new RawPdf()
                        .object("<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>")
                        .object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                        .object(
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> "
                                        + page + " >>")
                        .stream("", latin(content))
                        .object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    static String words(String words) {
        return "BT /F 12 Tf 72 700 Td (" + words + ") Tj ET";
    }

    RawPdf object(String body) {
        objects.add(latin(body));
        return this;
    }

    RawPdf stream(String entries, byte[] data) {
        return streamOfLength(entries, data, data.length);
    }

    RawPdf streamOfLength(String entries, byte[] data, long said) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(latin("<< " + entries + " /Length " + said + " >>\nstream\n"));
        body.writeBytes(data);
        body.writeBytes(latin("\nendstream"));
        objects.add(body.toByteArray());
        return this;
    }

    /** So many times the same byte, deflated. */
    static byte[] deflated(byte[] unit, int times) throws java.io.IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            for (int i = 0; i < times; i++) deflater.write(unit);
        }
        return out.toByteArray();
    }

    byte[] bytes() {
        return bytes(0, "");
    }

    /** @param shift added to every offset in the table; {@code trailer} goes into the trailer */
    byte[] bytes(long shift, String trailer) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.7\n"));
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            out.writeBytes(latin((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(latin("\nendobj\n"));
        }
        int table = out.size();
        var xref = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int offset : offsets) xref.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset + shift));
        xref.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R ")
                .append(trailer)
                .append(" >>\n");
        xref.append("startxref\n").append(table).append("\n%%EOF\n");
        out.writeBytes(latin(xref.toString()));
        return out.toByteArray();
    }
}
