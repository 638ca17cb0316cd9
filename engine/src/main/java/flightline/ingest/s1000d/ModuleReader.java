package flightline.ingest.s1000d;

import flightline.corpus.DocumentLinks;
import flightline.corpus.Recognition;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.ingest.CommonInformation;
import flightline.ingest.xml.BlockWriter;
import flightline.ingest.xml.XmlElement;
import java.util.List;

/** Reads one module under its long names: header, applicability, what it shares, blocks, references. Not for reuse. */
final class ModuleReader {
    private final XmlElement whole;
    private final XmlElement root;
    private final XmlElement content;
    private final String fileName;
    private final CommonInformation common;
    private final List<String> notes;

    /**
     * @param whole the module as it was written; what it has that is deleted still counts for how it is marked
     * @param root the module without what is deleted
     * @param notes takes what a librarian should know, each with its line
     */
    ModuleReader(
            XmlElement whole,
            XmlElement root,
            XmlElement content,
            String fileName,
            CommonInformation common,
            List<String> notes) {
        this.whole = whole;
        this.root = root;
        this.content = content;
        this.fileName = fileName;
        this.common = common;
        this.notes = notes;
    }

    StructuredDocument read() {
        var headers = new HeaderReader(whole, fileName, notes);
        var shared = new SharedWords(common, headers.id(), notes);
        var applicability = new ApplicabilityReader(root, shared, notes);
        var ofModule = headers.applicability(applicability, shared);
        var header = headers.read(ofModule);
        var numbers = new Numbers(content);
        var words = new InlineText(numbers, shared, applicability, header.applicability());
        var entries = new RepositoryReader(words, applicability, header).entries(content);
        shared.own(header.id(), entries);

        var out = new BlockWriter(header.applicability());
        var ranges = new Ranges();
        var desk = new Desk(
                header.id().value(),
                out,
                numbers,
                words,
                new FieldText(words),
                new Flow(words),
                applicability,
                shared,
                ranges,
                notes);
        if (!ofModule.inWords().isEmpty()) out.safety(SafetyKind.NOTE, true, "Applicability: " + ofModule.inWords());
        new ModuleWalk(desk).inside(content);
        var references = new ReferenceReader(out.sourceText(), out.blocks(), numbers, words, ranges).read(root);
        // Words that are taken over bring their marking with them.
        return new StructuredDocument(
                header.marked(header.marking().and(shared.marking())),
                out.sourceText(),
                out.blocks(),
                Recognition.NONE,
                new DocumentLinks(references, shared.wants(), entries));
    }
}
