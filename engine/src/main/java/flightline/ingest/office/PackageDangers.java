package flightline.ingest.office;

import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.TargetMode;

/** What in a package is no text: macros, files in it, controls, and references that fetch something. */
final class PackageDangers {
    private final List<Suspicion> found = new ArrayList<>();

    static List<Suspicion> of(OPCPackage pack) throws OpenXML4JException {
        var dangers = new PackageDangers();
        dangers.relations("", pack.getRelationships());
        for (PackagePart part : pack.getParts()) dangers.part(part);
        return dangers.found;
    }

    /**
     * Notes on parts that hold words and are not read.
     *
     * @param diagrams whether the words of diagrams (SmartArt) are among them
     */
    static List<String> unread(OPCPackage pack, boolean diagrams) throws OpenXML4JException {
        long charts = 0;
        long drawn = 0;
        for (PackagePart part : pack.getParts()) {
            if (part.getContentType().endsWith("drawingml.chart+xml")) charts++;
            if (diagrams && part.getContentType().endsWith("diagramData+xml")) drawn++;
        }
        List<String> notes = new ArrayList<>();
        if (charts > 0) notes.add("has " + charts + " charts, whose words and values were left out");
        if (drawn > 0) notes.add("has " + drawn + " diagrams (SmartArt), whose words were left out");
        return notes;
    }

    private void part(PackagePart part) throws OpenXML4JException {
        String name = part.getPartName().getName().substring(1);
        String lower = name.toLowerCase(Locale.ROOT);
        String type = part.getContentType().toLowerCase(Locale.ROOT);
        if (type.contains("vbaproject") || lower.endsWith("vbaproject.bin"))
            add(Kind.MACRO, name, "a program in Visual Basic");
        else if (type.contains("macrosheet") || type.contains("xlm") || lower.contains("/macrosheets/"))
            add(Kind.MACRO, name, "a sheet of macros");
        else if (lower.contains("/activex/") && !lower.endsWith(".rels"))
            add(Kind.ACTIVE_CONTENT, name, "an ActiveX control");
        else if (lower.contains("/externallinks/")) add(Kind.ACTIVE_CONTENT, name, "a link to another workbook");
        else if (lower.contains("/embeddings/") || type.contains("oleobject") || type.endsWith(".package"))
            add(Kind.ATTACHMENT, name, "a file in the document");
        else if (compound(part))
            add(Kind.ATTACHMENT, name, "a compound file, which may hold programs, under another name");
        if (!part.isRelationshipPart()) relations(name, part.getRelationships());
    }

    /** Renamed or not, a compound file begins so. */
    private static boolean compound(PackagePart part) {
        String type = part.getContentType();
        if (type.endsWith("xml") || part.isRelationshipPart()) return false;
        try (var in = part.getInputStream()) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF && head[2] == 0x11;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void relations(String part, PackageRelationshipCollection relations) {
        for (PackageRelationship relation : relations) {
            if (relation.getTargetMode() != TargetMode.EXTERNAL) continue;
            String type = relation.getRelationshipType().replaceAll(".*/", "");
            if (type.equals("hyperlink")) continue;
            String target = String.valueOf(relation.getTargetURI());
            add(
                    Kind.ACTIVE_CONTENT,
                    part,
                    "refers to something outside as " + type + ": "
                            + target.substring(0, Math.min(120, target.length())));
        }
    }

    private void add(Kind kind, String place, String detail) {
        found.add(new Suspicion(kind, place, detail));
    }
}
