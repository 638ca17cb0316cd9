package flightline.corpus;

import java.util.List;

/**
 * A document read: its header, its source text, and its blocks in reading order. It cannot be built with a block whose
 * text differs from the source text at its place; that is what makes every later quotation exact.
 */
public record StructuredDocument(DocumentHeader header, String sourceText, List<PlacedBlock> blocks) {
    public StructuredDocument {
        blocks = List.copyOf(blocks);
        for (var placed : blocks) {
            var block = placed.block();
            require(sourceText, block.text(), block.place());
            if (block instanceof Block.Table table)
                for (var row : table.rows()) require(sourceText, row.text(), row.place());
        }
    }

    private static void require(String source, String text, Place place) {
        if (place.end() > source.length()
                || !source.startsWith(text, place.start())
                || text.length() != place.end() - place.start())
            throw new IllegalArgumentException("block text is not the source text at " + place.start() + ".."
                    + place.end() + ": '" + text.substring(0, Math.min(60, text.length())) + "'");
    }
}
