package flightline.ingest.text;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the blocks of a document whose source text is the file's own: ranges of it, trimmed, under their headings. */
final class TextBlocks {
    private static final Pattern NUMBER = Pattern.compile("\\A(\\d+(?:[.-]\\d+)*)[.)]?\\s+\\S");

    private final String source;
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<Open> headings = new ArrayList<>();
    /** A label on a line of its own, which says what the next paragraph or list is. */
    private @Nullable LoneLabel label;

    private Range printed = new Range(0, 0);
    /** Its list: where it stands as one block, and how far it reaches in the text. */
    private int listAt;

    private Range listed = new Range(0, 0);

    private record Open(int level, String title) {}

    /** A range of the source text. */
    record Range(int start, int end) {
        boolean isEmpty() {
            return end <= start;
        }
    }

    TextBlocks(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    List<PlacedBlock> blocks() {
        settle();
        return List.copyOf(blocks);
    }

    /** Where the next block will stand; see {@link #safety}. */
    int mark() {
        return blocks.size();
    }

    String text(Range range) {
        return source.substring(range.start(), range.end());
    }

    Range trim(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(source.charAt(from))) from++;
        while (to > from && Character.isWhitespace(source.charAt(to - 1))) to--;
        return new Range(from, to);
    }

    /**
     * A heading closes all of its level and deeper.
     *
     * @param title without marks of the format, for the path of what stands below
     */
    void heading(int level, int start, int end, String title) {
        Range range = trim(start, end);
        if (range.isEmpty()) return;
        settle();
        headings.removeIf(open -> open.level() >= level);
        Matcher number = NUMBER.matcher(text(range));
        add(new Block.Heading(level, number.find() ? number.group(1) : "", text(range), place(range)));
        headings.add(new Open(level, title.isBlank() ? text(range) : title.strip()));
    }

    /** Whether what comes next is the text of a label that stands alone. */
    boolean labelWaits() {
        return LoneLabel.waits(label);
    }

    /** A paragraph, or a safety text where it or what stands above it begins with such a label. */
    void paragraph(int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty()) return;
        var found = Admonition.labelOf(text(range));
        var waiting = label;
        boolean hasText = found.isPresent()
                && !trim(range.start() + found.get().after(), range.end()).isEmpty();
        if (found.isPresent() && Admonition.alone(text(range)).isPresent()) {
            settle();
            label = new LoneLabel(found.get().kind(), -1, -1);
            printed = range;
        } else if (hasText) {
            safety(
                    mark(),
                    found.get().kind(),
                    range.start() + found.get().after(),
                    range.start() + found.get().end());
        } else if (waiting != null && LoneLabel.waits(waiting)) {
            label = null;
            safety(mark(), waiting.kind(), range.start(), range.end());
        } else {
            settle();
            add(new Block.Paragraph(text(range), place(range)));
        }
    }

    /** Verbatim text such as a listing; its first line keeps its indentation's place but not its blanks. */
    void listing(int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty()) return;
        settle();
        add(new Block.Paragraph(text(range), place(range)));
    }

    void item(String label, int depth, int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty() || belongs(false, label, depth, range)) return;
        settle();
        add(new Block.ListItem(label, depth, text(range), place(range)));
    }

    void step(String number, int depth, int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty() || belongs(true, number, depth, range)) return;
        settle();
        add(new Block.Step(number, depth, text(range), place(range)));
    }

    /** A list ends at this depth; what another one holds does not go on with it. */
    void endList(int depth) {
        if (label != null && label.endsWith(depth)) close();
    }

    /** Whether an item is part of the text that a label waits for; that text reaches to its end then. */
    private boolean belongs(boolean counted, String mark, int depth, Range range) {
        var open = label;
        if (open == null) return false;
        boolean first = LoneLabel.waits(open);
        if (!open.takes(counted, mark, depth)) return false;
        if (first) {
            int before = trim(0, range.start()).end();
            int start = source.startsWith(mark, before - mark.length()) ? before - mark.length() : range.start();
            listAt = blocks.size();
            listed = new Range(start, range.end());
            add(safety(open.kind(), listed));
        } else listed = new Range(listed.start(), range.end());
        return true;
    }

    /** Ends a list that is a label's text: its block holds all of it now. */
    private void close() {
        label = null;
        if (listed.isEmpty() || !(blocks.get(listAt).block() instanceof Block.Safety begun)) return;
        var whole = safety(begun.kind(), listed);
        blocks.set(listAt, new PlacedBlock(blocks.get(listAt).path(), Applicability.ALL, whole));
        listed = new Range(0, 0);
    }

    /**
     * A safety text.
     *
     * @param mark where it goes: {@link #mark} for here, an earlier one to put it before the step that it stands inside
     */
    void safety(int mark, SafetyKind kind, int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty()) return;
        boolean here = mark == blocks.size();
        settle();
        blocks.add(here ? blocks.size() : mark, new PlacedBlock(path(), Applicability.ALL, safety(kind, range)));
    }

    private Block.Safety safety(SafetyKind kind, Range range) {
        return new Block.Safety(kind, false, text(range), place(range));
    }

    private void settle() {
        boolean waits = LoneLabel.waits(label);
        close();
        if (waits) add(new Block.Paragraph(text(printed), place(printed)));
    }

    /** Puts a safety text that was written at {@code from} before the step that it stands inside. */
    void moveSafety(int from, int before) {
        if (from < blocks.size() && blocks.get(from).block() instanceof Block.Safety)
            blocks.add(before, blocks.remove(from));
    }

    void figure(String reference, int start, int end) {
        Range range = trim(start, end);
        settle();
        add(new Block.Figure(reference, text(range), place(range)));
    }

    void table(String caption, List<String> header, List<Block.Row> rows, int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty()) return;
        settle();
        add(new Block.Table(caption, header, rows, text(range), place(range)));
    }

    /** A block that was made of this text elsewhere. */
    void take(Block block) {
        settle();
        add(block);
    }

    Block.Row row(List<String> cells, int start, int end) {
        Range range = trim(start, end);
        return new Block.Row(cells, text(range), place(range));
    }

    /** The title of the first heading, or empty. */
    String firstTitle() {
        for (var placed : blocks) if (placed.block() instanceof Block.Heading h) return h.text();
        return "";
    }

    private static Place place(Range range) {
        return Place.of(range.start(), Math.max(range.start(), range.end()));
    }

    private List<String> path() {
        return headings.stream().map(Open::title).toList();
    }

    private void add(Block block) {
        blocks.add(new PlacedBlock(path(), Applicability.ALL, block));
    }
}
