package flightline.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells archives from the packages of XML parts that office programs write, by the names in the central directory. */
final class ZipLook {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    /** An office package names its parts within the first few hundred. */
    private static final int MOST_NAMES = 5_000;

    private ZipLook() {}

    static boolean isZip(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') return false;
        return (bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6);
    }

    static Signature of(byte[] bytes) {
        List<String> names = names(bytes);
        if (names.contains("[Content_Types].xml")) {
            if (names.contains("word/document.xml") || any(names, "word/"))
                return new Signature(FileKind.WORD, "a Word document");
            if (any(names, "xl/")) return new Signature(FileKind.SPREADSHEET, "an Excel workbook");
            if (any(names, "ppt/")) return new Signature(FileKind.SLIDES, "a PowerPoint presentation");
            return new Signature(FileKind.OTHER, "a package of another Office program (save it as PDF or DOCX)");
        }
        if (names.contains("mimetype") && names.contains("META-INF/manifest.xml"))
            return new Signature(FileKind.OTHER, "an OpenDocument file (save it as DOCX, XLSX or PPTX)");
        if (names.contains("mimetype") && names.contains("META-INF/container.xml"))
            return new Signature(FileKind.OTHER, "an EPUB book");
        if (names.contains("META-INF/MANIFEST.MF") && names.stream().anyMatch(n -> n.endsWith(".class")))
            return new Signature(FileKind.OTHER, "a Java program");
        return new Signature(FileKind.ARCHIVE, "a ZIP archive");
    }

    private static boolean any(List<String> names, String folder) {
        return names.stream()
                .anyMatch(n -> n.startsWith(folder) && Set.of("xml", "bin").contains(extension(n)));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Names in the central directory; empty where there is none that can be read. */
    private static List<String> names(byte[] bytes) {
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> names = new ArrayList<>();
        int end = bytes.length - END_SIZE;
        while (end >= 0 && data.getInt(end) != END && bytes.length - END_SIZE - end < LONGEST_COMMENT) end--;
        if (end < 0 || data.getInt(end) != END) return names;
        // Counted from the end: foreign bytes may stand before the first member.
        long at = end - Integer.toUnsignedLong(data.getInt(end + 12));
        while (at >= 0 && at + 46 <= end && data.getInt((int) at) == ENTRY && names.size() < MOST_NAMES) {
            int entry = (int) at;
            int length = Short.toUnsignedInt(data.getShort(entry + 28));
            if (entry + 46L + length > end) break;
            names.add(new String(bytes, entry + 46, length, StandardCharsets.UTF_8));
            at = entry
                    + 46L
                    + length
                    + Short.toUnsignedInt(data.getShort(entry + 30))
                    + Short.toUnsignedInt(data.getShort(entry + 32));
        }
        return names;
    }
}
