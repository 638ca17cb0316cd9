package flightline.flow;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The labels of warnings and the numbers of steps that a reader sees on the page and the source text does not have, as
 * formats keep them apart from the words (Word, HTML, S1000D).
 */
public final class Signs {
    private Signs() {}

    /**
     * One before some words.
     *
     * @param at offset of those words in the source text
     * @param words for example {@code WARNING:} or {@code (3)}
     */
    public record Sign(int at, String words) {}

    /** Those before blocks that begin between two offsets of the source text, in their order. */
    static List<Sign> in(StructuredDocument document, int from, int to) {
        var blocks = document.blocks().stream()
                .map(PlacedBlock::block)
                .sorted(Comparator.comparingInt((Block block) -> block.place().start()))
                .toList();
        List<Sign> found = new ArrayList<>();
        int reached = 0;
        for (Block block : blocks) {
            int at = block.place().start();
            String sign = sign(block);
            // What stands between two blocks is the sign as the file has it.
            if (!sign.isBlank()
                    && from <= at
                    && at < to
                    && reached <= at
                    && document.sourceText().substring(reached, at).isBlank()) found.add(new Sign(at, sign));
            reached = Math.max(reached, block.place().end());
        }
        return found;
    }

    private static String sign(Block block) {
        return switch (block) {
            case Block.Safety safety -> safety.kind().name() + ":";
            case Block.Step step -> step.number().strip();
            default -> "";
        };
    }
}
