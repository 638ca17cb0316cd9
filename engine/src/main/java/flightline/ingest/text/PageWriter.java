package flightline.ingest.text;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the source text of a format whose text is not the file's own characters, and its blocks under their headings. */
public final class PageWriter {
    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<Open> headings = new ArrayList<>();
    /** A label on a line of its own, as printed, which says what the next paragraph is. */
    private String label = "";

    private record Open(int level, String title) {}

    public String sourceText() {
        return source.toString();
    }

    public List<PlacedBlock> blocks() {
        settle();
        return List.copyOf(blocks);
    }

    /** The title of the first heading, or empty. */
    public String firstTitle() {
        for (var placed : blocks) if (placed.block() instanceof Block.Heading h) return h.text();
        return "";
    }

    /** The kind of safety text that a word or a style's name announces. */
    public static Optional<SafetyKind> kind(String word) {
        return Admonition.kind(word);
    }

    /** Whether a text begins with a label such as {@code WARNING:} or {@code NOTE} on a line of its own. */
    public static boolean labelled(String text) {
        return Admonition.labelOf(text).isPresent();
    }

    /** A heading closes all of its level and deeper. */
    public void heading(int level, String number, String title) {
        if (title.isBlank()) return;
        settle();
        headings.removeIf(open -> open.level() >= level);
        String printed = title.split("\\s", 2)[0].replaceAll("[.)]$", "");
        String named = number.isEmpty() && printed.matches("\\d+(?:[.-]\\d+)*") ? printed : number;
        add(new Block.Heading(level, named, title, source.write(title)));
        headings.add(new Open(level, title));
    }

    /** A paragraph, or a safety text where it or the line above it begins with such a label. */
    public void paragraph(String text) {
        if (text.isBlank()) return;
        var found = Admonition.labelOf(text);
        String rest = found.map(l -> text.substring(l.after()).strip()).orElse("");
        if (found.isPresent() && rest.isEmpty()) {
            settle();
            label = text;
        } else if (found.isPresent()) {
            safety(found.get().kind(), rest);
        } else if (!label.isEmpty()) {
            SafetyKind kind = Admonition.labelOf(label).orElseThrow().kind();
            label = "";
            safety(kind, text);
        } else {
            add(new Block.Paragraph(text, source.write(text)));
        }
    }

    public void safety(SafetyKind kind, String text) {
        if (text.isBlank()) return;
        settle();
        add(new Block.Safety(kind, false, text, source.write(text)));
    }

    public void item(String mark, int depth, String text) {
        if (text.isBlank()) return;
        settle();
        add(new Block.ListItem(mark, depth, text, source.write(text)));
    }

    public void step(String number, int depth, String text) {
        if (text.isBlank()) return;
        settle();
        add(new Block.Step(number, depth, text, source.write(text)));
    }

    public void figure(String reference, String text) {
        if (text.isBlank()) return;
        settle();
        add(new Block.Figure(reference, text, source.write(text)));
    }

    /** A table; one without words is left out. */
    public void table(String caption, List<TableLine> lines) {
        List<TableLine> filled = lines.stream().filter(l -> !l.text().isBlank()).toList();
        if (filled.isEmpty()) return;
        settle();
        Place whole = caption.isEmpty() ? null : source.write(caption);
        List<String> header = List.of();
        List<Block.Row> rows = new ArrayList<>();
        List<String> pieces = new ArrayList<>(caption.isEmpty() ? List.of() : List.of(caption));
        for (TableLine line : filled) {
            Place place = source.write(line.text());
            pieces.add(line.text());
            whole = whole == null ? place : whole.through(place);
            if (line.heading() && rows.isEmpty()) header = line.below(header);
            else rows.add(new Block.Row(line.cells(), line.text(), place));
        }
        if (whole != null) add(new Block.Table(caption, header, rows, String.join("\n", pieces), whole));
    }

    /** Another document's blocks, in their order, under the headings that are open here. */
    public void append(StructuredDocument other) {
        settle();
        Place all = source.write(other.sourceText());
        for (PlacedBlock placed : other.blocks()) {
            var path = new ArrayList<>(path());
            path.addAll(placed.path());
            blocks.add(new PlacedBlock(path, placed.applicability(), Shifted.by(all.start(), placed.block())));
        }
    }

    private void settle() {
        if (label.isEmpty()) return;
        String text = label;
        label = "";
        add(new Block.Paragraph(text, source.write(text)));
    }

    private List<String> path() {
        return headings.stream().map(Open::title).toList();
    }

    private void add(Block block) {
        blocks.add(new PlacedBlock(path(), Applicability.ALL, block));
    }
}
