package flightline.ingest.marking;

import flightline.corpus.Block;
import flightline.corpus.Marking;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the markings that a document bears; of all that are found the strictest holds for the whole. */
public final class MarkingReading {
    private static final int TITLE_BLOCK = 30;
    private static final int TITLE_PAGES = 2;
    /** Characters; a title block that is longer is none. */
    private static final int LONGEST_TITLE = 30_000;

    private static final int OUTERMOST_BLOCKS = 2;
    private static final int OUTERMOST_LINES = 3;
    private static final Pattern GAP = Pattern.compile("\\t+| {3,}");

    private MarkingReading() {}

    /**
     * The document with the strictest of its own marking and those that it bears.
     *
     * @param margins lines at the heads and feet of its pages, by 1-based page; empty for a format without pages
     */
    public static StructuredDocument of(StructuredDocument document, Map<Integer, List<String>> margins) {
        Marking found = document.header().marking().and(inMargins(margins)).and(inText(document));
        return found.equals(document.header().marking())
                ? document
                : document.headed(document.header().marked(found));
    }

    /** What a statement elsewhere marks with: a field of a record, the status section of a data module. */
    public static Marking ofStatement(String text) {
        return Banner.read(text).or(() -> Legend.read(text)).orElse(Marking.UNMARKED);
    }

    /** The first and last lines of a text that say something: what {@link #of} looks at as if it were printed at a page's head and foot. */
    public static List<String> outermost(String text) {
        List<String> lines = text.lines().toList();
        var ends = new ArrayList<String>();
        int first = 0;
        for (; first < lines.size() && ends.size() < OUTERMOST_LINES; first++)
            if (Banner.says(lines.get(first))) ends.add(lines.get(first));
        var last = new ArrayList<String>();
        for (int i = lines.size() - 1; i >= first && last.size() < OUTERMOST_LINES; i--)
            if (Banner.says(lines.get(i))) last.add(lines.get(i));
        ends.addAll(last.reversed());
        return ends;
    }

    /** A banner stands on every page, or on the first; one page in the middle may quote another document. */
    private static Marking inMargins(Map<Integer, List<String>> margins) {
        var pages = new HashMap<Marking, Set<Integer>>();
        var small = new HashMap<Marking, Set<Integer>>();
        margins.forEach((page, lines) -> {
            var found = new ArrayList<Optional<Marking>>();
            lines.forEach(line -> found.add(Banner.read(line)));
            // A legend goes over several lines.
            found.add(Legend.read(String.join(" ", lines)));
            lines.forEach(line -> found.add(Legend.read(line)));
            for (Optional<Marking> marking : found)
                marking.ifPresent(
                        m -> pages.computeIfAbsent(m, k -> new HashSet<>()).add(page));
            for (String line : lines)
                Banner.inSmallLetters(line)
                        .ifPresent(m ->
                                small.computeIfAbsent(m, k -> new HashSet<>()).add(page));
        });
        // What stands at the head of one page of many in small letters may be the title of a part.
        int enough = Math.min(2, margins.size());
        small.values().removeIf(on -> on.size() < enough);
        small.forEach((marking, on) ->
                pages.computeIfAbsent(marking, k -> new HashSet<>()).addAll(on));
        return pages.entrySet().stream()
                .filter(e -> e.getValue().contains(1) || e.getValue().size() >= 2)
                .map(Map.Entry::getKey)
                .reduce(Marking.UNMARKED, Marking::and);
    }

    private static Marking inText(StructuredDocument document) {
        List<PlacedBlock> blocks = document.blocks();
        Marking all = Portions.in(document).and(inLines(document));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i).block();
            boolean paged = block.place().page().isPresent();
            boolean outermost = !paged && (i < OUTERMOST_BLOCKS || i >= blocks.size() - OUTERMOST_BLOCKS);
            if (outermost) all = all.and(ofOutermost(block));
            if (block instanceof Block.Table table && !paged)
                all = all.and(Banner.read(table.caption()).orElse(Marking.UNMARKED));
            if (title(i, block.place().page())) all = all.and(ofTitle(block));
        }
        return all;
    }

    /** Line by line as the file has them: a paragraph may begin with a banner, and a field may be no text of the document. */
    private static Marking inLines(StructuredDocument document) {
        Marking all = Marking.UNMARKED;
        boolean paged = document.blocks().stream()
                .anyMatch(b -> b.block().place().page().isPresent());
        if (!paged)
            for (String line : outermost(document.sourceText()))
                all = all.and(Banner.read(line).or(() -> apart(line)).orElse(Marking.UNMARKED));
        List<String> title = document.sourceText()
                .substring(0, titleEnd(document))
                .lines()
                .filter(Banner::says)
                .toList();
        for (int i = 0; i < title.size(); i++)
            all = all.and(TitleField.ofLine(title.get(i), i + 1 < title.size() ? title.get(i + 1) : "")
                    .orElse(Marking.UNMARKED));
        return all;
    }

    /** What stands apart from other words on a line, as in a running head that is typed: "SECRET          Copy 2". */
    private static Optional<Marking> apart(String line) {
        // The cells of a row are parted in the same way, and name what they like.
        String[] parts = GAP.split(line.strip(), 4);
        if (parts.length > 3 || line.contains("\t")) return Optional.empty();
        Optional<Marking> all = Optional.empty();
        for (String part : parts) {
            Optional<Marking> one = Banner.read(part);
            all = all.isPresent() && one.isPresent() ? Optional.of(all.get().and(one.get())) : all.or(() -> one);
        }
        return all;
    }

    private static int titleEnd(StructuredDocument document) {
        int end = 0;
        List<PlacedBlock> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++)
            if (title(i, blocks.get(i).block().place().page()))
                end = Math.max(end, blocks.get(i).block().place().end());
        boolean whole = blocks.size() <= TITLE_BLOCK
                && blocks.stream().allMatch(b -> b.block().place().page().isEmpty());
        return Math.min(whole ? document.sourceText().length() : end, LONGEST_TITLE);
    }

    private static boolean title(int at, OptionalInt page) {
        return page.isPresent() ? page.getAsInt() <= TITLE_PAGES : at < TITLE_BLOCK;
    }

    private static Marking ofOutermost(Block block) {
        boolean line = block.text().strip().indexOf('\n') < 0;
        boolean alone = line && block instanceof Block.Paragraph;
        return (line ? Banner.read(block.text()) : Optional.<Marking>empty())
                .or(() -> alone ? Banner.inSmallLetters(block.text()) : Optional.empty())
                .or(() -> Legend.read(block.text()))
                .orElse(Marking.UNMARKED);
    }

    private static Marking ofTitle(Block block) {
        return switch (block) {
            case Block.Heading heading -> Marking.UNMARKED;
            case Block.Table table ->
                table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(MarkingReading::statement)
                        .reduce(TitleField.ofTable(table), Marking::and);
            default -> statement(block.text());
        };
    }

    private static Marking statement(String text) {
        boolean distribution = text.strip().regionMatches(true, 0, "distribution statement", 0, 22);
        return (distribution ? Banner.read(text) : Optional.<Marking>empty())
                .or(() -> Legend.read(text))
                .orElse(Marking.UNMARKED);
    }
}
