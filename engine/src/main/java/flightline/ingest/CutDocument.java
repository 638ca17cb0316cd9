package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyText;
import flightline.corpus.StructuredDocument;
import flightline.ingest.effectivity.RowEffectivity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** One document on the cutter's table. */
final class CutDocument {
    /** Words above which a paragraph is cut; some more than a piece has, so that no cut leaves a scrap. */
    private static final int LONGEST_PARAGRAPH = 225;
    /** A step stays whole unless it is longer than an embedding model reads. */
    private static final int LONGEST_STEP = 320;

    private final StructuredDocument document;
    private final List<List<SafetyText>> safety;
    private final PassageContext context;
    private final MelItems melItems;
    private final BitSet directory;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Block.Step> stepsAbove = new ArrayList<>();
    private Optional<ParagraphRun> run = Optional.empty();
    private String leadIn = "";

    CutDocument(StructuredDocument document) {
        this.document = document;
        this.safety = SafetyAssignment.of(document);
        this.context = new PassageContext(document);
        this.melItems = new MelItems(document);
        this.directory = DirectoryLines.in(document);
    }

    List<Passage> passages() {
        for (int i = 0; i < document.blocks().size(); i++)
            visit(i, document.blocks().get(i));
        endRun();
        return List.copyOf(passages);
    }

    private void visit(int i, PlacedBlock placed) {
        Block block = placed.block();
        if (!(block instanceof Block.Paragraph || block instanceof Block.ListItem)) endRun();
        switch (block) {
            case Block.Heading heading -> {
                stepsAbove.clear();
                leadIn = "";
            }
            case Block.Paragraph paragraph -> {
                prolong(i, paragraph);
                leadIn = SafetyAssignment.leadsIn(paragraph) ? paragraph.text() : "";
            }
            case Block.ListItem item -> prolong(i, item);
            case Block.Step step -> addStep(i, placed.path(), step);
            case Block.Safety s -> add(i, PassageKind.SAFETY, block, "");
            case Block.Table table -> addRows(i, table);
            case Block.Figure figure -> add(i, PassageKind.FIGURE, block, Words.clip(figure.reference(), 10));
            case Block.Fault fault -> add(i, PassageKind.FAULT, block, context.ofFault(fault));
            case Block.IsolationStep step -> add(i, PassageKind.ISOLATION_STEP, block, context.ofIsolation(step.id()));
            case Block.IsolationEnd end -> add(i, PassageKind.ISOLATION_END, block, context.ofIsolation(end.id()));
            case Block.Part part -> add(i, PassageKind.PART, block, "");
            case Block.Exercise exercise -> {}
        }
    }

    private void prolong(int i, Block block) {
        if (block.text().isBlank()) return;
        if (directory.get(i)) {
            endRun();
            return;
        }
        var open = run.filter(r -> r.accepts(document, safety, i));
        if (open.isEmpty()) endRun();
        run = Optional.of(open.map(r -> r.and(document, i)).orElseGet(() -> ParagraphRun.of(document, i)));
    }

    private void endRun() {
        if (run.isEmpty()) return;
        ParagraphRun ended = run.get();
        run = Optional.empty();
        Place place = document.blocks().get(ended.first()).block().place();
        if (ended.last() > ended.first())
            place = place.through(document.blocks().get(ended.last()).block().place());
        PassageKind kind = ended.kind(document);
        String before = kind == PassageKind.LIST_ITEM ? context.ofList(leadIn) : "";
        addPieces(ended.first(), ended.last(), kind, place, LONGEST_PARAGRAPH, before);
    }

    private void addStep(int i, List<String> path, Block.Step step) {
        stepsAbove.removeIf(above -> above.depth() >= step.depth());
        String parent = stepsAbove.isEmpty() ? "" : stepsAbove.getLast().text();
        stepsAbove.add(step);
        addPieces(i, i, PassageKind.STEP, step.place(), LONGEST_STEP, context.ofStep(path, parent, leadIn));
    }

    private void addRows(int i, Block.Table table) {
        if (table.rows().isEmpty())
            addPieces(i, i, PassageKind.PARAGRAPH, table.place(), LONGEST_PARAGRAPH, table.caption());
        for (var row : table.rows())
            if (!row.text().isBlank()) {
                String words = context.ofRow(table, row, leadIn);
                // A procedure is of little use without the name of what it is for.
                String ofItem = melItems.procedureOf(table, row)
                        .map(item -> "procedure for item " + item + "; " + words)
                        .orElse(words);
                addRow(i, row, ofItem, melItems.line(row));
                passages.set(passages.size() - 1, passages.getLast().narrowedTo(RowEffectivity.of(table, row)));
            }
    }

    private void addRow(int i, Block.Row row, String words, Optional<String> melItem) {
        PassageKind kind = melItem.isPresent() ? PassageKind.MEL_ITEM : PassageKind.TABLE_ROW;
        add(i, i, kind, row.place(), melItem.map(item -> item + "; " + words).orElse(words));
    }

    private void addPieces(int first, int last, PassageKind kind, Place place, int longest, String words) {
        for (var piece : SentenceCuts.cut(document.sourceText(), place.start(), place.end(), longest))
            add(first, last, kind, new Place(piece.start(), piece.end(), place.page(), place.box()), words);
    }

    private void add(int i, PassageKind kind, Block block, String words) {
        if (!block.text().isBlank()) add(i, i, kind, block.place(), words);
    }

    private void add(int first, int last, PassageKind kind, Place place, String words) {
        var placed = document.blocks().get(first);
        String text = document.sourceText().substring(place.start(), place.end());
        // The row above says nothing of the row below.
        boolean sibling = kind != PassageKind.TABLE_ROW
                && kind != PassageKind.MEL_ITEM
                && !passages.isEmpty()
                && passages.getLast().path().equals(placed.path());
        passages.add(new Passage(
                passages.size(),
                kind,
                placed.path(),
                text,
                context.withNeighbour(words, text, sibling ? passages.getLast().text() : ""),
                place,
                safety.get(first),
                placed.applicability(),
                first,
                last,
                document.reading(place)));
    }
}
