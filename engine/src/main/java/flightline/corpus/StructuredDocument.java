package flightline.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document read: its header, its source text, its blocks in reading order, and what ties it to others. It cannot be built
 * with a block whose text differs from the source text at its place; that is what makes every later quotation exact.
 */
public record StructuredDocument(
        DocumentHeader header,
        String sourceText,
        List<PlacedBlock> blocks,
        Recognition recognition,
        DocumentLinks links) {
    /**
     * @param recognition absent in what was archived before text was recognised
     * @param links absent in what was archived before links were kept
     */
    public StructuredDocument(
            DocumentHeader header,
            String sourceText,
            List<PlacedBlock> blocks,
            @Nullable Recognition recognition,
            @Nullable DocumentLinks links) {
        this.header = header;
        this.sourceText = sourceText;
        this.blocks = List.copyOf(blocks);
        this.recognition = recognition == null ? Recognition.NONE : recognition;
        this.links = links == null ? DocumentLinks.NONE : links;
        for (var placed : blocks) {
            var block = placed.block();
            require(sourceText, block.text(), block.place());
            if (block instanceof Block.Table table)
                for (var row : table.rows()) require(sourceText, row.text(), row.place());
        }
    }

    public StructuredDocument(
            DocumentHeader header, String sourceText, List<PlacedBlock> blocks, Recognition recognition) {
        this(header, sourceText, blocks, recognition, DocumentLinks.NONE);
    }

    public StructuredDocument(DocumentHeader header, String sourceText, List<PlacedBlock> blocks) {
        this(header, sourceText, blocks, Recognition.NONE);
    }

    /** The same document under another header. */
    public StructuredDocument headed(DocumentHeader other) {
        return new StructuredDocument(other, sourceText, blocks, recognition, links);
    }

    /** The same blocks under other conditions. */
    public StructuredDocument with(List<PlacedBlock> others) {
        return new StructuredDocument(header, sourceText, others, recognition, links);
    }

    /** How the text at a place was read off its page. */
    public Reading reading(Place place) {
        return recognition.of(place, sourceText);
    }

    private static void require(String source, String text, Place place) {
        if (place.end() > source.length()
                || !source.startsWith(text, place.start())
                || text.length() != place.end() - place.start())
            throw new IllegalArgumentException("block text is not the source text at " + place.start() + ".."
                    + place.end() + ": '" + text.substring(0, Math.min(60, text.length())) + "'");
    }
}
