package flightline.ingest;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import flightline.corpus.SafetyKind;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.List;

/** Writes a document block by block, for tests of what is made of one. */
final class DocumentBuilder {
    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final String format;
    private List<String> path = List.of();
    private Applicability applicability = Applicability.ALL;

    DocumentBuilder(String format) {
        this.format = format;
    }

    /** A document of no particular format. */
    static DocumentBuilder manual() {
        return new DocumentBuilder("Markdown");
    }

    DocumentBuilder section(int level, String title) {
        List<String> above = new ArrayList<>(path.subList(0, Math.min(level - 1, path.size())));
        path = List.copyOf(above);
        add(new Block.Heading(level, "", title, source.write(title)));
        above.add(title);
        path = List.copyOf(above);
        return this;
    }

    DocumentBuilder holdsFor(Applicability aircraft) {
        applicability = aircraft;
        return this;
    }

    DocumentBuilder paragraph(String text) {
        return add(new Block.Paragraph(text, source.write(text)));
    }

    DocumentBuilder item(int depth, String text) {
        return add(new Block.ListItem("-", depth, text, source.write(text)));
    }

    DocumentBuilder step(int depth, String text) {
        return add(new Block.Step("1", depth, text, source.write(text)));
    }

    DocumentBuilder safety(SafetyKind kind, String text) {
        return add(new Block.Safety(kind, false, text, source.write(text)));
    }

    DocumentBuilder general(SafetyKind kind, String text) {
        return add(new Block.Safety(kind, true, text, source.write(text)));
    }

    DocumentBuilder table(String caption, List<String> header, List<List<String>> rows) {
        int start = source.length() + (source.length() == 0 ? 0 : 1);
        List<Block.Row> placed = new ArrayList<>();
        for (var cells : rows) {
            String text = String.join("\t", cells);
            placed.add(new Block.Row(cells, text, source.write(text)));
        }
        String text = source.toString().substring(start);
        return add(new Block.Table(caption, header, placed, text, Place.of(start, source.length())));
    }

    DocumentBuilder figure(String caption) {
        return add(new Block.Figure("ICN-1", caption, source.write(caption)));
    }

    DocumentBuilder isolation(String id, String question, String answer, String next) {
        return add(new Block.IsolationStep(
                id, question, List.of(new Block.Branch(answer, next)), question, source.write(question)));
    }

    DocumentBuilder end(String id, String text) {
        return add(new Block.IsolationEnd(id, List.of(), text, source.write(text)));
    }

    DocumentBuilder fault(String code, String text) {
        return add(new Block.Fault(code, List.of("DMC-X"), text, source.write(text)));
    }

    DocumentBuilder part(String number, String name) {
        return add(new Block.Part("1-10", number, name, "1", number + " " + name, source.write(number + " " + name)));
    }

    private DocumentBuilder add(Block block) {
        blocks.add(new PlacedBlock(path, applicability, block));
        return this;
    }

    StructuredDocument build() {
        var header = new DocumentHeader(
                new DocumentId("TEST"),
                "Test manual",
                Revision.unstated(),
                DocumentKind.MANUAL,
                DocumentStatus.FINAL,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                List.of(),
                format,
                0);
        return new StructuredDocument(header, source.toString(), blocks);
    }
}
