package flightline.ingest.effectivity;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a document, where it speaks of all of itself: what stands before its first heading, and what stands under its own
 * title before the next heading.
 *
 * <p>Of many short documents the first heading is no title but the first of their sections. It is a title where no heading like
 * it follows, or where nothing but short lines stands under it and the headings like it have no statements of their own.
 */
final class TitleBlock {
    private final int first;
    private final int from;
    private final int to;

    private TitleBlock(int first, int from, int to) {
        this.first = first;
        this.from = from;
        this.to = to;
    }

    static TitleBlock of(List<PlacedBlock> blocks) {
        List<Integer> headings = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) if (blocks.get(i).block() instanceof Block.Heading) headings.add(i);
        if (headings.isEmpty()) return new TitleBlock(blocks.size(), 0, 0);
        int last = 0;
        // Titles are set in several lines: the maker, the kind of document, the subject.
        while (last + 1 < headings.size()
                && !isNumbered(blocks, headings.get(last + 1))
                && onlyLines(blocks, headings.get(last) + 1, headings.get(last + 1))
                && !states(blocks, headings.get(last) + 1, headings.get(last + 1))) last++;
        int title = headings.get(last);
        int next = last + 1 < headings.size() ? headings.get(last + 1) : blocks.size();
        boolean own = !isNumbered(blocks, title) && isTitle(blocks, headings.subList(last, headings.size()), next);
        return new TitleBlock(headings.getFirst(), own ? title + 1 : 0, own ? next : 0);
    }

    /** Whether the block at this place among the document's blocks is in it. */
    boolean holds(int at) {
        return at < first || (at >= from && at < to);
    }

    /** @param headings the one in question and those behind it */
    private static boolean isTitle(List<PlacedBlock> blocks, List<Integer> headings, int next) {
        int title = headings.getFirst();
        boolean alike = false;
        boolean stating = false;
        for (int i = 1; i < headings.size(); i++) {
            int heading = headings.get(i);
            if (level(blocks, heading) > level(blocks, title) || isNumbered(blocks, heading)) continue;
            alike = true;
            stating |= states(blocks, heading + 1, i + 1 < headings.size() ? headings.get(i + 1) : blocks.size());
        }
        if (!alike) return true;
        boolean above = level(blocks, next) > level(blocks, title);
        return !above && !stating && onlyLines(blocks, title + 1, next);
    }

    private static boolean onlyLines(List<PlacedBlock> blocks, int from, int to) {
        return blocks.subList(from, to).stream().allMatch(placed -> EffectivityReading.isLine(placed.block()));
    }

    private static boolean states(List<PlacedBlock> blocks, int from, int to) {
        return blocks.subList(from, to).stream().anyMatch(placed -> EffectivityReading.states(placed.block()));
    }

    private static int level(List<PlacedBlock> blocks, int at) {
        return blocks.get(at).block() instanceof Block.Heading heading ? heading.level() : 0;
    }

    private static boolean isNumbered(List<PlacedBlock> blocks, int at) {
        return blocks.get(at).block() instanceof Block.Heading heading
                && (!heading.number().isEmpty() || heading.text().matches("(?s)(?:\\(\\w\\)|\\w\\.|\\d[\\d.-]*)\\s.*"));
    }
}
