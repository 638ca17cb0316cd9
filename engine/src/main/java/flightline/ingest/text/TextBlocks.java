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

/** Collects the blocks of a document whose source text is the file's own: ranges of it, trimmed, under their headings. */
final class TextBlocks {
    private static final Pattern NUMBER = Pattern.compile("\\A(\\d+(?:[.-]\\d+)*)[.)]?\\s+\\S");

    private final String source;
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<Open> headings = new ArrayList<>();

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
        headings.removeIf(open -> open.level() >= level);
        Matcher number = NUMBER.matcher(text(range));
        add(new Block.Heading(level, number.find() ? number.group(1) : "", text(range), place(range)));
        headings.add(new Open(level, title.isBlank() ? text(range) : title.strip()));
    }

    /** A paragraph, or a safety text where it begins with such a label. */
    void paragraph(int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty()) return;
        var label = Admonition.labelOf(text(range));
        if (label.isPresent()
                && !trim(range.start() + label.get().after(), range.end()).isEmpty())
            safety(mark(), label.get().kind(), range.start() + label.get().after(), range.end());
        else add(new Block.Paragraph(text(range), place(range)));
    }

    /** Verbatim text such as a listing; its first line keeps its indentation's place but not its blanks. */
    void listing(int start, int end) {
        Range range = trim(start, end);
        if (!range.isEmpty()) add(new Block.Paragraph(text(range), place(range)));
    }

    void item(String label, int depth, int start, int end) {
        Range range = trim(start, end);
        if (!range.isEmpty()) add(new Block.ListItem(label, depth, text(range), place(range)));
    }

    void step(String number, int depth, int start, int end) {
        Range range = trim(start, end);
        if (!range.isEmpty()) add(new Block.Step(number, depth, text(range), place(range)));
    }

    /**
     * A safety text.
     *
     * @param mark where it goes: {@link #mark} for here, an earlier one to put it before the step that it stands inside
     */
    void safety(int mark, SafetyKind kind, int start, int end) {
        Range range = trim(start, end);
        if (range.isEmpty()) return;
        var block = new Block.Safety(kind, false, text(range), place(range));
        blocks.add(mark, new PlacedBlock(path(), Applicability.ALL, block));
    }

    /** Puts a safety text that was written at {@code from} before the step that it stands inside. */
    void moveSafety(int from, int before) {
        if (from < blocks.size() && blocks.get(from).block() instanceof Block.Safety)
            blocks.add(before, blocks.remove(from));
    }

    void figure(String reference, int start, int end) {
        Range range = trim(start, end);
        add(new Block.Figure(reference, text(range), place(range)));
    }

    void table(String caption, List<String> header, List<Block.Row> rows, int start, int end) {
        Range range = trim(start, end);
        if (!range.isEmpty()) add(new Block.Table(caption, header, rows, text(range), place(range)));
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
