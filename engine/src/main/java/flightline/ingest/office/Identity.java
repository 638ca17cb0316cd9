package flightline.ingest.office;

import flightline.corpus.DocumentHeader;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentIdentity;
import flightline.ingest.SourceFile;
import flightline.ingest.marking.MarkingReading;
import flightline.ingest.text.PageWriter;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;

/** Puts a header on an office document: from its properties, its running heads and its text. */
final class Identity {
    private Identity() {}

    /** @param runningHeads lines at the heads and feet of its pages, which are no text of the document but may mark it */
    static StructuredDocument document(
            SourceFile file, OPCPackage pack, String format, PageWriter out, String runningHeads) {
        String title = property(pack, true);
        String version = property(pack, false);
        var blocks = out.blocks();
        String said = runningHeads + (version.isEmpty() ? "" : "Revision " + version + "\n") + out.sourceText();
        DocumentHeader header = DocumentIdentity.read(file.name(), List.of(title, out.firstTitle()), said)
                .header(format, 0);
        var document = new StructuredDocument(header, out.sourceText(), blocks);
        List<String> margins = runningHeads.lines().filter(l -> !l.isBlank()).toList();
        return MarkingReading.of(document, Map.of(1, margins));
    }

    /** The document's own part; empty where the package says of none that it is. */
    static List<PackagePart> mainPart(OPCPackage pack) {
        for (PackageRelationship relation : pack.getRelationships())
            if (relation.getRelationshipType().endsWith("/officeDocument")
                    && relation.getTargetMode() == TargetMode.INTERNAL) {
                PackagePart part = pack.getPart(relation);
                if (part != null) return List.of(part);
            }
        return List.of();
    }

    /** Whether the package is in the strict form, whose names are others; Word documents in it are read, no other ones. */
    static boolean isStrict(OPCPackage pack) {
        for (PackageRelationship relation : pack.getRelationships())
            if (relation.getRelationshipType().startsWith("http://purl.oclc.org/ooxml/")) return true;
        return false;
    }

    private static String property(OPCPackage pack, boolean title) {
        try {
            var properties = pack.getPackageProperties();
            return (title ? properties.getTitleProperty() : properties.getVersionProperty()).orElse("");
        } catch (OpenXML4JException none) {
            return "";
        }
    }
}
