package flightline.ingest.s1000d;

import flightline.ingest.CommonInformation;
import flightline.ingest.ParseOutcome;
import flightline.ingest.xml.Scripts;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlStandard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads S1000D: data modules, publication modules and data management lists become documents, every other S1000D object
 * is named for what it is. Stateless, safe for several threads.
 */
public final class S1000dParser implements XmlStandard {
    private static final Map<String, String> NO_DOCUMENTS = Map.of(
            "ddn", "S1000D data dispatch note: lists what was sent, carries no maintenance text",
            "dataUpdateFile",
                    "S1000D data update file: changes to another module, which is to be ingested in its new issue",
            "comment", "S1000D comment form on another module",
            "icnMetadataFile", "S1000D description of a graphic",
            "scormContentPackage", "S1000D content package for training: lists learning modules, carries no text",
            "containedDataModules", "S1000D list of modules");

    private static final Scripts SCRIPTS = new Scripts(Set.of("superScript"), Set.of("subScript"));

    private static final Set<String> DOCUMENTS = Set.of("dmodule", "pm", "dml");

    @Override
    public boolean owns(XmlElement root) {
        return DOCUMENTS.contains(root.name()) || NO_DOCUMENTS.containsKey(root.name());
    }

    @Override
    public ParseOutcome read(XmlElement asWritten, String fileName) {
        return read(asWritten, fileName, CommonInformation.NONE);
    }

    @Override
    public ParseOutcome read(XmlElement asWritten, String fileName, CommonInformation common) {
        String other = NO_DOCUMENTS.get(asWritten.name());
        if (other != null) return new ParseOutcome.NotADocument(other);
        XmlElement whole = SCRIPTS.marked(ShortNames.lengthened(asWritten));
        if (content(whole).isEmpty())
            return new ParseOutcome.Malformed(
                    "line " + whole.line(), "not an S1000D module: <" + whole.name() + "> has no <content>");
        var notes = new ArrayList<String>();
        XmlElement live = DeletedContent.leftOut(whole, notes);
        XmlElement content = content(live).orElseGet(() -> new XmlElement("content", Map.of(), whole.line()));
        return new ParseOutcome.Parsed(
                List.of(new ModuleReader(whole, live, content, fileName, common, notes).read()), notes);
    }

    private static Optional<XmlElement> content(XmlElement root) {
        return root.children().stream()
                .filter(c -> c.is("content", "dmlContent", "dml-content"))
                .findFirst();
    }
}
