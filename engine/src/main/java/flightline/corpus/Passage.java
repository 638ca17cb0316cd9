package flightline.corpus;

import java.util.List;

/**
 * The smallest piece of a document that is found and cited: a step, a table row, a paragraph.
 *
 * @param ordinal 0-based position among the passages of its document
 * @param path headings above it, outermost first
 * @param text the source text at {@code place}, letter for letter
 * @param context words that help to find it but are not quoted: column names, caption, neighbours; may be empty
 * @param safety warnings and cautions that belong to it, gravest first; never parted from it
 * @param firstBlock index of its first block in the document's block list
 * @param lastBlock index of its last block, inclusive
 * @param reading how its text came off the page
 */
public record Passage(
        int ordinal,
        PassageKind kind,
        List<String> path,
        String text,
        String context,
        Place place,
        List<SafetyText> safety,
        Applicability applicability,
        int firstBlock,
        int lastBlock,
        Reading reading) {
    public Passage {
        path = List.copyOf(path);
        safety = List.copyOf(safety);
    }

    /** One whose text was written as characters. */
    public Passage(
            int ordinal,
            PassageKind kind,
            List<String> path,
            String text,
            String context,
            Place place,
            List<SafetyText> safety,
            Applicability applicability,
            int firstBlock,
            int lastBlock) {
        this(
                ordinal,
                kind,
                path,
                text,
                context,
                place,
                safety,
                applicability,
                firstBlock,
                lastBlock,
                Reading.CHARACTERS);
    }

    /** The same for fewer aircraft: those that both hold for. */
    public Passage narrowedTo(Applicability further) {
        if (further.equals(Applicability.ALL)) return this;
        return new Passage(
                ordinal,
                kind,
                path,
                text,
                context,
                place,
                safety,
                Applicability.both(applicability, further),
                firstBlock,
                lastBlock,
                reading);
    }
}
