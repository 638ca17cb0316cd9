package flightline.ingest.xml;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.corpus.SourceTextWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the source text and the blocks of one document in reading order, under the headings and the applicability that
 * hold where the walk stands. A section's heading is written with the first block in it, so that empty ones leave none.
 */
public final class BlockWriter {
    private record Section(String number, String title, Applicability applicability) {}

    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private Applicability applicability;
    private int written;

    public BlockWriter(Applicability ofDocument) {
        this.applicability = ofDocument;
    }

    public String sourceText() {
        return source.toString();
    }

    /** Offset after what has been written so far. */
    public int end() {
        return source.length();
    }

    public List<PlacedBlock> blocks() {
        return blocks;
    }

    /** Runs the body under a heading that appears only if the body writes something. */
    public void section(String title, Runnable body) {
        enter(new Section("", title, applicability), body, false);
    }

    /** Runs the body under a heading that the document itself has. */
    public void titled(String number, String title, Runnable body) {
        if (title.isBlank()) body.run();
        else enter(new Section(number, title, applicability), body, true);
    }

    private void enter(Section section, Runnable body, boolean always) {
        sections.add(section);
        if (always) headings();
        body.run();
        sections.removeLast();
        written = Math.min(written, sections.size());
    }

    /** Runs the body where the text holds only for some of the aircraft that the text around it holds for. */
    public void applying(Applicability narrower, Runnable body) {
        Applicability outer = applicability;
        applicability = Applicability.both(outer, narrower);
        body.run();
        applicability = outer;
    }

    public void paragraph(String text) {
        block(text, place -> new Block.Paragraph(text, place));
    }

    public void item(String label, int depth, String text) {
        block(text, place -> new Block.ListItem(label, depth, text, place));
    }

    public void safety(SafetyKind kind, boolean general, String text) {
        block(text, place -> new Block.Safety(kind, general, text, place));
    }

    /** Writes a block unless its text is blank. */
    public void block(String text, Function<Place, Block> made) {
        if (text.isBlank()) return;
        headings();
        put(made.apply(source.write(text)));
    }

    /** Text that belongs to the document but to none of its blocks, such as the caption over a table. */
    public void besides(String text) {
        if (text.isBlank()) return;
        headings();
        source.write(text);
    }

    private void headings() {
        while (written < sections.size()) {
            Section section = sections.get(written);
            Place place = source.write(section.title());
            written++;
            var above = sections.subList(0, written - 1).stream()
                    .map(Section::title)
                    .toList();
            blocks.add(new PlacedBlock(
                    above,
                    section.applicability(),
                    new Block.Heading(written, section.number(), section.title(), place)));
        }
    }

    private void put(Block block) {
        blocks.add(new PlacedBlock(sections.stream().map(Section::title).toList(), applicability, block));
    }
}
