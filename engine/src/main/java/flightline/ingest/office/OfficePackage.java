package flightline.ingest.office;

import flightline.ooxml.BoundedPackage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A package of XML parts, opened under the limits that hold for all of them. */
final class OfficePackage {
    private OfficePackage() {}

    static OPCPackage open(byte[] bytes) throws IOException, OpenXML4JException {
        return BoundedPackage.open(bytes);
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
}
