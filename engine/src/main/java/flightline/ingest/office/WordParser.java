package flightline.ingest.office;

import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Struck;
import flightline.ingest.text.PageWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.w3c.dom.Element;

/** Reads Word documents. The source text is the words as they print, block by block, without running heads. */
public final class WordParser implements DocumentParser {
    static final String COMMENTED = "has comments in its margin, which were left out";

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.WORD);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        try (OPCPackage pack = OfficePackage.open(file.bytes())) {
            List<PackagePart> main = Identity.mainPart(pack);
            if (main.isEmpty()) return new ParseOutcome.Malformed("", "a Word package without a document in it");
            return read(file, pack, main.getFirst());
        } catch (OpenXML4JException | IOException | RuntimeException broken) {
            // The library says of most broken parts so by runtime exceptions of many kinds, its own and the JDK's.
            return new ParseOutcome.Malformed("", "not a sound Word package: " + Unsound.reason(broken));
        }
    }

    private static ParseOutcome read(SourceFile file, OPCPackage pack, PackagePart main)
            throws IOException, OpenXML4JException {
        var out = new PageWriter();
        var hidden = new Hidden();
        var styles = new WordStyles();
        var numbering = new WordNumbering(styles);
        var text = new WordText(styles, hidden);
        var body = new WordBody(out, styles, numbering, text);
        for (var part : List.of("styles", "numbering", "footnotes", "endnotes")) {
            var related = OfficePackage.related(main, part);
            if (related.isEmpty()) continue;
            Element root = OfficePackage.tree(related.get()).getDocumentElement();
            switch (part) {
                case "styles" -> styles.read(root);
                case "numbering" -> numbering.read(root);
                default -> notes(root, body);
            }
        }
        Element document = OfficePackage.tree(main).getDocumentElement();
        var root = Xml.child(document, "body");
        root.ifPresent(body::read);
        String heads = runningHeads(pack, new WordText(styles, new Hidden()));
        StructuredDocument read = Identity.document(file, pack, "Word", out, heads);
        var suspicions = new ArrayList<>(PackageDangers.of(pack));
        suspicions.addAll(hidden.found());
        return new ParseOutcome.Parsed(List.of(read), notes(pack, text), suspicions);
    }

    /** The note of a document, new or old, whose changes were not settled. */
    static String tracked(int insertions, int deletions) {
        return "has tracked changes: " + insertions + " insertions were read as text, " + deletions
                + " deletions left out; accept or reject them before it is issued";
    }

    private static void notes(Element root, WordBody body) {
        for (Element note : Xml.children(root)) {
            // Separators have a type of their own.
            String type = Xml.attribute(note, "type");
            if (type.isEmpty() || type.equals("normal"))
                body.note(note.getLocalName() + ":" + Xml.attribute(note, "id"), note);
        }
    }

    private static List<String> notes(OPCPackage pack, WordText text) throws OpenXML4JException {
        List<String> notes = new ArrayList<>(PackageDangers.unread(pack, true));
        if (text.foreignParts() > 0)
            notes.add("holds " + text.foreignParts()
                    + " parts in another format (altChunk), which were left out; save it anew with Word");
        if (text.insertions() + text.deletions() > 0) notes.add(tracked(text.insertions(), text.deletions()));
        Struck.note(text.struck()).ifPresent(notes::add);
        for (PackagePart part : pack.getParts())
            if (part.getPartName().getName().endsWith("/comments.xml")) notes.add(COMMENTED);
        return notes;
    }

    /** Their words are no text of the document, but may say how it is marked and which revision it is. */
    private static String runningHeads(OPCPackage pack, WordText text) throws IOException, OpenXML4JException {
        var words = new StringBuilder();
        for (PackagePart part : pack.getParts()) {
            String type = part.getContentType();
            if (!type.endsWith(".header+xml") && !type.endsWith(".footer+xml")) continue;
            var paragraphs = OfficePackage.tree(part).getElementsByTagNameNS("*", "p");
            for (int i = 0; i < paragraphs.getLength() && i < 200; i++)
                if (paragraphs.item(i) instanceof Element p)
                    words.append(text.of(p, false).replace('\t', '\n')).append('\n');
        }
        return words.toString();
    }
}
