package flightline.flow;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import flightline.corpus.SafetyKind;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small document, written block by block. */
final class Paper {
    private final String id;
    private final String title;
    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private Revision revision = new Revision("1", Optional.of(LocalDate.of(2025, 1, 1)));
    private DocumentStatus status = DocumentStatus.FINAL;
    private Marking marking = Marking.UNMARKED;
    private Applicability applicability = Applicability.ALL;
    private List<String> path;
    private List<String> ata = List.of();

    Paper(String id, String title) {
        this.id = id;
        this.title = title;
        this.path = List.of(title);
    }

    Paper revision(String label, LocalDate issued) {
        revision = new Revision(label, Optional.of(issued));
        return this;
    }

    Paper status(DocumentStatus other) {
        status = other;
        return this;
    }

    Paper marked(String label) {
        marking = new Marking(label);
        return this;
    }

    Paper holdsFor(Applicability aircraft) {
        applicability = aircraft;
        return this;
    }

    Paper ata(String... codes) {
        ata = List.of(codes);
        return this;
    }

    Paper under(String... headings) {
        path = List.of(headings);
        return this;
    }

    /** A heading right under the title; what follows stands beneath it. */
    Paper heading(String text) {
        path = List.of(title);
        add(new Block.Heading(2, "", text, source.write(text)));
        path = List.of(title, text);
        return this;
    }

    Paper paragraph(String text) {
        return add(new Block.Paragraph(text, source.write(text)));
    }

    Paper step(String text) {
        return add(new Block.Step("1", 0, text, source.write(text)));
    }

    Paper caution(String text) {
        return add(new Block.Safety(SafetyKind.CAUTION, false, text, source.write(text)));
    }

    Paper warning(String text) {
        return add(new Block.Safety(SafetyKind.WARNING, false, text, source.write(text)));
    }

    Paper isolation(String id, String question, String next) {
        return isolation(id, question, List.of(new Block.Branch("No", next)));
    }

    Paper isolation(String id, String question, List<Block.Branch> branches) {
        return add(new Block.IsolationStep(id, question, branches, question, source.write(question)));
    }

    Paper end(String id, String text) {
        return add(new Block.IsolationEnd(id, List.of(), text, source.write(text)));
    }

    Paper table(String caption, List<String> header, List<String> cells) {
        String text = String.join("\t", cells);
        var place = source.write(text);
        return add(new Block.Table(caption, header, List.of(new Block.Row(cells, text, place)), text, place));
    }

    private Paper add(Block block) {
        blocks.add(new PlacedBlock(path, applicability, block));
        return this;
    }

    StructuredDocument build() {
        var header = new DocumentHeader(
                new DocumentId(id),
                title,
                revision,
                DocumentKind.MANUAL,
                status,
                marking,
                Applicability.ALL,
                ata,
                List.of(),
                "Markdown",
                0);
        return new StructuredDocument(header, source.toString(), blocks);
    }
}
