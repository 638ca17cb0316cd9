package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.PassageKind;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyText;
import flightline.corpus.StructuredDocument;
import java.util.List;

/**
 * Neighbouring paragraphs and list items that become one passage.
 *
 * @param first index of the first block
 * @param last index of the last block, inclusive
 * @param words count of words so far
 */
record ParagraphRun(int first, int last, int words) {
    private static final int JOINED = 120;
    private static final int WITH_LEAD_IN = 180;
    private static final int SHORT = 50;
    /** What may part two blocks that are joined: white space and the marks of lists, but no words. */
    private static final int WIDEST_GAP = 24;

    static ParagraphRun of(StructuredDocument document, int index) {
        return new ParagraphRun(
                index, index, Words.count(block(document, index).block().text()));
    }

    ParagraphRun and(StructuredDocument document, int next) {
        return new ParagraphRun(
                first, next, words + Words.count(block(document, next).block().text()));
    }

    /** Whether the block at {@code next} says so little, or belongs so closely, that it is better read together. */
    boolean accepts(StructuredDocument document, List<List<SafetyText>> safety, int next) {
        var head = block(document, first);
        var tail = block(document, last);
        var candidate = block(document, next);
        boolean sameSurroundings = next == last + 1
                && head.path().equals(candidate.path())
                && head.applicability().equals(candidate.applicability())
                && tail.block().place().page().equals(candidate.block().place().page())
                && safety.get(first).equals(safety.get(next));
        if (!sameSurroundings || !contiguous(document.sourceText(), tail.block(), candidate.block())) return false;
        int more = Words.count(candidate.block().text());
        boolean list = candidate.block() instanceof Block.ListItem;
        if (list && head.block() instanceof Block.Paragraph lead && SafetyAssignment.leadsIn(lead))
            return words + more <= WITH_LEAD_IN;
        // What leads into a list goes with the list, not with what stood before it.
        if (candidate.block() instanceof Block.Paragraph lead && SafetyAssignment.leadsIn(lead)) return false;
        return words + more <= JOINED && Math.min(words, more) < SHORT;
    }

    PassageKind kind(StructuredDocument document) {
        for (int i = first; i <= last; i++)
            if (block(document, i).block() instanceof Block.Paragraph) return PassageKind.PARAGRAPH;
        return PassageKind.LIST_ITEM;
    }

    private static boolean contiguous(String source, Block before, Block after) {
        int from = before.place().end();
        int to = after.place().start();
        if (to < from || to - from > WIDEST_GAP) return false;
        return source.substring(from, to).chars().noneMatch(Character::isLetter);
    }

    private static PlacedBlock block(StructuredDocument document, int index) {
        return document.blocks().get(index);
    }
}
