package flightline.ingest.sgml;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlStandard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads SGML files: the standard that owns the root element reads the rest. */
public final class SgmlDocuments implements DocumentParser {
    private final List<XmlStandard> standards;

    /** @param standards the first that owns a root reads the file */
    public SgmlDocuments(List<XmlStandard> standards) {
        this.standards = List.copyOf(standards);
    }

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.SGML);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        return switch (new SgmlReader().read(decoded.text())) {
            case SgmlReading.Refused(var place, var reason) -> new ParseOutcome.Malformed(place, reason);
            case SgmlReading.Tree(var root, var slips, var suspicions) -> {
                var notes = new ArrayList<>(decoded.notes());
                notes.addAll(slips);
                yield handed(root, file.name(), notes).suspected(suspicions);
            }
        };
    }

    /** The tree alone; empty where the bytes cannot be read as SGML. */
    public static Optional<XmlElement> tree(byte[] bytes) {
        return switch (new SgmlReader().read(DecodedText.of(bytes).text())) {
            case SgmlReading.Tree tree -> Optional.of(tree.root());
            case SgmlReading.Refused refused -> Optional.empty();
        };
    }

    private ParseOutcome handed(XmlElement root, String fileName, List<String> notes) {
        for (XmlStandard standard : standards)
            if (standard.owns(root)) return withNotes(standard.read(root, fileName), notes);
        return new ParseOutcome.NotADocument("SGML of no standard that is read: root element <" + root.name() + ">");
    }

    private static ParseOutcome withNotes(ParseOutcome outcome, List<String> notes) {
        if (!(outcome instanceof ParseOutcome.Parsed(var documents, var more, var suspicions))) return outcome;
        var all = new ArrayList<>(notes);
        all.addAll(more);
        return new ParseOutcome.Parsed(documents, all, suspicions);
    }
}
