package flightline.ingest.marking;

import flightline.corpus.Block;
import flightline.corpus.Marking;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the markings that a document bears; of all that are found the strictest holds for the whole. */
public final class MarkingReading {
    private static final Pattern FIELD =
            Pattern.compile("(?i)(?:(?:protective|security|document|overall) )?(?:marking|classification)(?: level)?");
    private static final Pattern FIELD_LINE = Pattern.compile("(?s)(" + FIELD.pattern() + ") ?[:\\t] ?(\\S.{0,80})");
    private static final Pattern PORTION = Pattern.compile(
            "\\((U|CUI(?://[A-Z/ -]{2,30})?|TS|TS//[A-Z/ -]{2,20}|S//[A-Z/ -]{2,20}|C//[A-Z/ -]{2,20}|FOUO|U//FOUO|NR|NC|NS)\\)\\s+\\p{L}.*",
            Pattern.DOTALL);
    private static final Map<String, String> SHORT = Map.of(
            "TS",
            "TOP SECRET",
            "S",
            "SECRET",
            "C",
            "CONFIDENTIAL",
            "U",
            "UNCLASSIFIED",
            "NF",
            "NOFORN",
            "NR",
            "NATO RESTRICTED",
            "NC",
            "NATO CONFIDENTIAL",
            "NS",
            "NATO SECRET");
    private static final int TITLE_BLOCK = 30;
    private static final int TITLE_PAGES = 2;
    private static final int OUTERMOST = 2;
    private static final int FEWEST_PORTIONS = 2;

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

    /** A banner stands on every page, or on the first; one page in the middle may quote another document. */
    private static Marking inMargins(Map<Integer, List<String>> margins) {
        var pages = new HashMap<Marking, Set<Integer>>();
        margins.forEach((page, lines) -> lines.forEach(line -> Banner.read(line)
                .or(() -> Legend.read(line))
                .ifPresent(marking ->
                        pages.computeIfAbsent(marking, m -> new HashSet<>()).add(page))));
        return pages.entrySet().stream()
                .filter(e -> e.getValue().contains(1) || e.getValue().size() >= 2)
                .map(Map.Entry::getKey)
                .reduce(Marking.UNMARKED, Marking::and);
    }

    private static Marking inText(StructuredDocument document) {
        List<PlacedBlock> blocks = document.blocks();
        Marking all = portions(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i).block();
            boolean title = title(i, block.place().page());
            boolean outermost = block.place().page().isEmpty() && (i < OUTERMOST || i >= blocks.size() - OUTERMOST);
            if (outermost) all = all.and(Banner.read(block.text()).orElse(Marking.UNMARKED));
            if (title) all = all.and(field(block)).and(ofTitle(block));
        }
        return all;
    }

    private static boolean title(int at, OptionalInt page) {
        return page.isPresent() ? page.getAsInt() <= TITLE_PAGES : at < TITLE_BLOCK;
    }

    private static Marking ofTitle(Block block) {
        if (block instanceof Block.Heading || block instanceof Block.Table) return Marking.UNMARKED;
        boolean distribution = block.text().regionMatches(true, 0, "distribution statement", 0, 22);
        return (distribution ? Banner.read(block.text()) : Optional.<Marking>empty())
                .or(() -> Legend.read(block.text()))
                .orElse(Marking.UNMARKED);
    }

    private static Marking field(Block block) {
        Matcher line = FIELD_LINE.matcher(block.text().strip());
        if (line.matches()) return Banner.ofField(line.group(2)).orElse(Marking.UNMARKED);
        if (!(block instanceof Block.Table table)) return Marking.UNMARKED;
        return table.rows().stream()
                .filter(row -> row.cells().size() == 2
                        && FIELD.matcher(row.cells().getFirst().strip()).matches())
                .flatMap(row -> Banner.ofField(row.cells().getLast()).stream())
                .reduce(Marking.UNMARKED, Marking::and);
    }

    /** One mark alone may be an abbreviation in brackets; a document that marks its portions marks several. */
    private static Marking portions(List<PlacedBlock> blocks) {
        var marks = blocks.stream()
                .map(placed -> PORTION.matcher(placed.block().text()))
                .filter(Matcher::matches)
                .map(mark -> mark.group(1))
                .toList();
        return marks.size() < FEWEST_PORTIONS
                ? Marking.UNMARKED
                : marks.stream().map(MarkingReading::portion).reduce(Marking.UNMARKED, Marking::and);
    }

    private static Marking portion(String mark) {
        Marking all = Marking.UNMARKED;
        for (String part : mark.split("/+")) all = all.and(new Marking(SHORT.getOrDefault(part.strip(), part.strip())));
        return all;
    }
}
