package flightline.ingest.xml;

import flightline.ingest.CommonInformation;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.List;
import java.util.Set;

/** Reads XML files: the standard that owns the root element reads the rest; XML of no such standard is named for what it is. */
public final class XmlDocuments implements DocumentParser {
    private final List<XmlStandard> standards;

    /** @param standards the first that owns a root reads the file */
    public XmlDocuments(List<XmlStandard> standards) {
        this.standards = List.copyOf(standards);
    }

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.XML);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        return parse(file, CommonInformation.NONE);
    }

    @Override
    public ParseOutcome parse(SourceFile file, CommonInformation common) {
        return switch (new XmlReader().read(file.bytes())) {
            case XmlReading.Refused(var place, var reason) -> new ParseOutcome.Malformed(place, reason);
            case XmlReading.Tree(var root, var suspicions) ->
                handed(root, file.name(), common).suspected(suspicions);
        };
    }

    private ParseOutcome handed(XmlElement root, String fileName, CommonInformation common) {
        for (XmlStandard standard : standards) if (standard.owns(root)) return standard.read(root, fileName, common);
        return new ParseOutcome.NotADocument("XML of no standard that is read: root element <" + root.name() + ">");
    }
}
