package flightline.ingest.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A package of XML parts, opened under the limits that hold for all of them. */
final class OfficePackage {
    /** Packed drawings and styles of real documents stay below 1 to 100. */
    private static final double LEAST_RATIO = 0.005;

    /** Drawings of lines that repeat are packed far better than that; a small part does no harm whatever it is packed to. */
    private static final long SMALL_PART = 2L << 20;

    private static final long LARGEST_PART = 192L << 20;
    private static final long MOST_TEXT = 64L << 20;
    private static final long MOST_PARTS = 20_000;

    private OfficePackage() {}

    /** Opens it. The library keeps its limits for the whole process: this is the one place that sets them, always alike. */
    static OPCPackage open(byte[] bytes) throws IOException, OpenXML4JException {
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setGraceEntrySize(SMALL_PART);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxTextSize(MOST_TEXT);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        return OPCPackage.open(new ByteArrayInputStream(bytes));
    }

    /** A part as a tree; no document type is read and nothing outside is opened. */
    static Document tree(PackagePart part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return DocumentHelper.readDocument(in);
        } catch (SAXException broken) {
            throw new IOException(part.getPartName().getName() + " is not XML: " + broken.getMessage(), broken);
        }
    }

    /** The part that a part is related to by a relationship whose type ends so. */
    static Optional<PackagePart> related(PackagePart from, String type) {
        try {
            for (var relation : from.getRelationships())
                if (relation.getRelationshipType().endsWith("/" + type)
                        && relation.getTargetMode() == org.apache.poi.openxml4j.opc.TargetMode.INTERNAL)
                    return Optional.ofNullable(from.getRelatedPart(relation));
        } catch (OpenXML4JException dangling) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    static boolean isWeb(URI target) {
        String scheme = target.getScheme();
        return scheme != null && (scheme.startsWith("http") || scheme.equals("mailto"));
    }
}
