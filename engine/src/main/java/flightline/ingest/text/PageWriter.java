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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the source text of a format whose text is not the file's own characters, and its blocks under their headings. */
public final class PageWriter {
    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<Open> headings = new ArrayList<>();
    /** A label on a line of its own, as printed, which says what the next paragraph or list is. */
    private String printed = "";

    private @Nullable LoneLabel label;
    /** Its list: where it stands as one block, where it is written, its items. */
    private int listAt;

    private @Nullable Place listPlace;
    private final List<String> listed = new ArrayList<>();

    private static final int HERE = -1;

    private record Open(int level, String title) {}

    public String sourceText() {
        settle();
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

    /** How many blocks there are: where the next one will stand. */
    public int mark() {
        return blocks.size();
    }

    /** A paragraph, or a safety text where it or the line above it begins with such a label. */
    public void paragraph(String text) {
        paragraph(text, HERE);
    }

    /** @param before index of the block that a safety text stands before, as it stands inside of it; -1 for none */
    public void paragraph(String text, int before) {
        if (text.isBlank()) return;
        var found = Admonition.labelOf(text);
        String rest = found.map(l -> text.substring(l.after()).strip()).orElse("");
        var waiting = label;
        if (found.isPresent() && Admonition.alone(text).isPresent()) {
            label(found.get().kind(), text, HERE, before);
        } else if (!rest.isEmpty() && found.isPresent()) {
            safety(found.get().kind(), rest, before);
        } else if (waiting != null && LoneLabel.waits(waiting)) {
            label = null;
            safety(waiting.kind(), text, waiting.before());
        } else {
            settle();
            add(new Block.Paragraph(text, source.write(text)));
        }
    }

    /** An item of a list that begins with a label; without a text of its own, its text is what stands below it. */
    public void labelled(String text, int depth) {
        Admonition.alone(text).ifPresentOrElse(kind -> label(kind, text, depth, HERE), () -> paragraph(text));
    }

    /**
     * A label whose text comes next.
     *
     * @param depth of the item that it is itself, -1 where it is none
     */
    void label(SafetyKind kind, String text, int depth, int before) {
        settle();
        printed = text;
        label = new LoneLabel(kind, depth, before);
    }

    public void safety(SafetyKind kind, String text) {
        safety(kind, text, HERE);
    }

    void safety(SafetyKind kind, String text, int before) {
        if (text.isBlank()) return;
        settle();
        insert(before, new Block.Safety(kind, false, text, source.write(text)));
    }

    public void item(String mark, int depth, String text) {
        if (text.isBlank() || belongs(false, mark, depth, text)) return;
        settle();
        add(new Block.ListItem(mark, depth, text, source.write(text)));
    }

    public void step(String number, int depth, String text) {
        if (text.isBlank() || belongs(true, number, depth, text)) return;
        settle();
        add(new Block.Step(number, depth, text, source.write(text)));
    }

    /** A list ends at this depth; what another one holds does not go on with it. */
    void endList(int depth) {
        if (label != null && label.endsWith(depth)) close();
    }

    /** Whether an item is part of the text that a label waits for; it is written so then. */
    private boolean belongs(boolean counted, String mark, int depth, String text) {
        var open = label;
        if (open == null) return false;
        boolean first = LoneLabel.waits(open);
        if (!open.takes(counted, mark, depth)) return false;
        String line = (mark + " " + text).strip();
        Place place = source.write(line);
        var begun = listPlace;
        if (first) {
            listAt = open.before() == HERE ? blocks.size() : open.before();
            insert(listAt, new Block.Safety(open.kind(), false, line, place));
        }
        listPlace = first || begun == null ? place : begun.through(place);
        listed.add(line);
        return true;
    }

    /** Ends a list that is a label's text: its block holds all of it now. */
    private void close() {
        label = null;
        var place = listPlace;
        if (place == null || !(blocks.get(listAt).block() instanceof Block.Safety begun)) return;
        var whole = new Block.Safety(begun.kind(), false, String.join("\n", listed), place);
        blocks.set(listAt, new PlacedBlock(blocks.get(listAt).path(), Applicability.ALL, whole));
        listPlace = null;
        listed.clear();
    }

    public void figure(String reference, String text) {
        if (text.isBlank()) return;
        settle();
        add(new Block.Figure(reference, text, source.write(text)));
    }

    /** A table, or the warnings that it frames; one without words is left out. */
    public void table(String caption, List<TableLine> lines) {
        List<TableLine> filled = lines.stream().filter(l -> !l.isBlank()).toList();
        if (filled.isEmpty()) return;
        var box = SafetyBox.of(filled);
        if (!box.isEmpty()) {
            paragraph(caption);
            box.forEach(text -> safety(text.kind(), text.text()));
            return;
        }
        settle();
        int columns = filled.stream().mapToInt(l -> l.cells().size()).max().orElse(0);
        Place whole = caption.isEmpty() ? null : source.write(caption);
        List<String> header = List.of();
        List<Block.Row> rows = new ArrayList<>();
        List<String> pieces = new ArrayList<>(caption.isEmpty() ? List.of() : List.of(caption));
        for (TableLine filledLine : filled) {
            TableLine line = filledLine.over(columns);
            Place place = source.write(line.text());
            pieces.add(line.text());
            whole = whole == null ? place : whole.through(place);
            if (line.heading() && rows.isEmpty()) header = line.below(header);
            else rows.add(new Block.Row(line.cells(), line.text(), place));
        }
        if (whole != null) add(new Block.Table(caption, header, rows, String.join("\n", pieces), whole));
    }

    /**
     * Another document's blocks, in their order, under the headings that are open here.
     *
     * @param heads which of its paragraphs head what follows them
     */
    public void append(StructuredDocument other, Predicate<String> heads) {
        settle();
        Place all = source.write(other.sourceText());
        List<String> under = path();
        for (PlacedBlock placed : other.blocks()) {
            Block block = Shifted.by(all.start(), placed.block());
            boolean head = block instanceof Block.Paragraph && heads.test(block.text());
            if (head) under = path();
            var path = new ArrayList<>(under);
            path.addAll(placed.path());
            blocks.add(new PlacedBlock(
                    head ? under : path,
                    placed.applicability(),
                    head ? new Block.Heading(under.size() + 1, "", block.text(), block.place()) : block));
            if (head) {
                under = new ArrayList<>(under);
                under.add(block.text());
            }
        }
    }

    private void settle() {
        boolean waits = LoneLabel.waits(label);
        close();
        if (waits) add(new Block.Paragraph(printed, source.write(printed)));
    }

    private void insert(int before, Block block) {
        blocks.add(before == HERE ? blocks.size() : before, new PlacedBlock(path(), Applicability.ALL, block));
    }

    private List<String> path() {
        return headings.stream().map(Open::title).toList();
    }

    private void add(Block block) {
        blocks.add(new PlacedBlock(path(), Applicability.ALL, block));
    }
}
