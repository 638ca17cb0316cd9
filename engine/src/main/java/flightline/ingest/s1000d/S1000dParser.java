package flightline.ingest.s1000d;

import flightline.corpus.DocumentHeader;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an S1000D file: data modules, publication modules and data management lists become documents, every other S1000D
 * object and every other XML is named for what it is. Stateless, safe for several threads.
 */
public final class S1000dParser implements DocumentParser {
    private static final Map<String, String> NO_DOCUMENTS = Map.of(
            "ddn", "S1000D data dispatch note: lists what was sent, carries no maintenance text",
            "dataUpdateFile",
                    "S1000D data update file: changes to another module, which is to be ingested in its new issue",
            "comment", "S1000D comment form on another module",
            "icnMetadataFile", "S1000D description of a graphic",
            "scormContentPackage", "S1000D content package for training: lists learning modules, carries no text",
            "containedDataModules", "S1000D list of modules");

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.XML);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        return switch (new XmlReader().read(file.bytes())) {
            case XmlReading.Refused(var place, var reason) -> new ParseOutcome.Malformed(place, reason);
            case XmlReading.Tree(var root) -> document(root, file.name());
        };
    }

    private static ParseOutcome document(XmlElement root, String fileName) {
        if (!root.is("dmodule", "pm", "dml")) {
            String known = NO_DOCUMENTS.get(root.name());
            return new ParseOutcome.NotADocument(
                    known != null ? known : "not S1000D: root element <" + root.name() + ">");
        }
        Optional<XmlElement> content = root.children().stream()
                .filter(c -> c.is("content", "dmlContent", "dml-content"))
                .findFirst();
        if (content.isEmpty())
            return new ParseOutcome.Malformed(
                    "line " + root.line(), "not an S1000D module: <" + root.name() + "> has no <content>");
        var notes = new ArrayList<String>();
        var headerReader = new HeaderReader(root, fileName, notes);
        var applicability = headerReader.applicability();
        var header = headerReader.read(applicability);
        return new ParseOutcome.Parsed(List.of(written(root, content.get(), header, applicability, notes)), notes);
    }

    private static StructuredDocument written(
            XmlElement root,
            XmlElement content,
            DocumentHeader header,
            ApplicabilityReader.Said applicability,
            List<String> notes) {
        var out = new BlockWriter(header.applicability());
        var numbers = new Numbers(content);
        var words = new InlineText(numbers);
        var desk = new Desk(
                header.id().value(),
                out,
                numbers,
                words,
                new FieldText(words),
                new Flow(words),
                new ApplicabilityReader(root),
                notes);
        if (!applicability.inWords().isEmpty())
            out.safety(SafetyKind.NOTE, true, "Applicability: " + applicability.inWords());
        new ModuleWalk(desk).inside(content);
        return new StructuredDocument(header, out.sourceText(), out.blocks());
    }
}
