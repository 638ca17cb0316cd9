package flightline.flow;

import flightline.archive.Archive;
import flightline.archive.GraphicStore;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.Exposure;
import flightline.corpus.Block;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Reading;
import flightline.corpus.StructuredDocument;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Opens a document for reading: its blocks around a place, the bytes of its file, its graphics. Each opening is in the log. */
public final class OpenFlow {
    /** Blocks before a place, and after it; a data module is shown whole. */
    private static final int BEFORE = 60;

    private static final int AFTER = 140;

    private final Gate gate;
    private final PassageIndex index;
    private final Archive archive;
    private final AuditLog audit;

    public OpenFlow(Gate gate, PassageIndex index, Archive archive, AuditLog audit) {
        this.gate = gate;
        this.index = index;
        this.archive = archive;
        this.audit = audit;
    }

    /** What is to be opened: a revision as displayed, or none for the one in force that day, else the newest. */
    public record Wanted(DocumentId document, String revision, LocalDate on) {}

    /**
     * A place with the document around it.
     *
     * @param start of the place in the source text, 0-based; {@code end} is exclusive
     * @param blocks in their order
     * @param first number of the first of them in the document, 0-based
     * @param all how many the document has
     * @param place where it stands on its page, as far as the document has pages
     * @param original whether the file itself is handed out, or why not
     * @param reading how the text at the place came off its page
     */
    public record Opened(
            HeldDocument document,
            int start,
            int end,
            List<PlacedBlock> blocks,
            int first,
            int all,
            Optional<Place> place,
            Original original,
            Reading reading) {}

    /** What becomes of the wish for a file. */
    public sealed interface Handed {
        /** Read when they are asked for. */
        record Bytes(HeldDocument document, Supplier<byte[]> bytes) implements Handed {}

        /** @param why in words for who asked */
        record Withheld(String why) implements Handed {}
    }

    /** A graphic and the name of its file; its bytes are read when they are asked for. */
    public record Picture(String fileName, Supplier<byte[]> bytes) {}

    /**
     * Around a place, or from a block on.
     *
     * @param from number of the first block wanted; empty for those around the place
     * @return absent where nothing of that name is held or the asker may not see it, and for a place that the document lacks
     */
    public Optional<Opened> open(Wanted wanted, int start, int end, Optional<Integer> from, Principal asker) {
        var visible = new Visible(gate, index, asker);
        Optional<Opened> opened = visible.revision(wanted.document, wanted.revision, wanted.on)
                .flatMap(held -> archive.document(held.source(), wanted.document)
                        .filter(d -> start >= 0
                                && start <= end
                                && end <= d.sourceText().length())
                        .map(d -> opened(held, d, start, end, from, visible)));
        log(
                asker,
                wanted,
                start + ".." + end,
                opened.isPresent() ? "shown" : "not found",
                opened.map(o -> exposure(o)).orElse(Exposure.NONE));
        return opened;
    }

    private Opened opened(
            HeldDocument held, StructuredDocument document, int start, int end, Optional<Integer> from, Visible seen) {
        List<PlacedBlock> all = document.blocks();
        int cited = firstTouched(all, start, end);
        int first = Math.clamp(from.orElse(cited - BEFORE), 0, Math.max(0, all.size() - 1));
        int last = Math.min(all.size(), from.isPresent() ? first + BEFORE + AFTER : cited + AFTER);
        return new Opened(
                held,
                start,
                end,
                all.subList(first, Math.max(first, last)),
                first,
                all.size(),
                onPage(all, start, end),
                Original.of(held, index, archive, seen::maySee),
                document.reading(Place.of(start, end)));
    }

    private static int firstTouched(List<PlacedBlock> all, int start, int end) {
        for (int i = 0; i < all.size(); i++) if (touches(all.get(i).block().place(), start, end)) return i;
        return 0;
    }

    private static boolean touches(Place place, int start, int end) {
        return place.start() < end && start < place.end();
    }

    /** The page that the place begins on, and the box around what it touches there. */
    private static Optional<Place> onPage(List<PlacedBlock> all, int start, int end) {
        return all.stream()
                .flatMap(placed -> OpenFlow.pieces(placed.block()))
                .filter(piece -> touches(piece, start, end) && piece.page().isPresent())
                .reduce((a, b) -> a.page().equals(b.page()) ? a.through(b) : a);
    }

    /** Rows of a table stand by themselves. */
    private static Stream<Place> pieces(Block block) {
        return block instanceof Block.Table table && !table.rows().isEmpty()
                ? table.rows().stream().map(Block.Row::place)
                : Stream.of(block.place());
    }

    private static Exposure exposure(Opened opened) {
        var header = opened.document.header();
        if (opened.blocks.isEmpty()) return Exposure.NONE;
        var around = Place.of(
                opened.blocks.getFirst().block().place().start(),
                opened.blocks.getLast().block().place().end());
        String id = Exposure.passage(header.id(), header.revision().display(), around);
        String text = String.join(
                "\n", opened.blocks.stream().map(b -> b.block().text()).toList());
        return Exposure.of(List.of(id), List.of(Exposure.Shown.text(id, text)));
    }

    /** The file that the document came from; absent where nothing of that name is held or the asker may not see it. */
    public Optional<Handed> original(Wanted wanted, Principal asker) {
        var visible = new Visible(gate, index, asker);
        Optional<HeldDocument> held = visible.revision(wanted.document, wanted.revision, wanted.on);
        Optional<Handed> handed = held.map(document -> switch (Original.of(document, index, archive, visible::maySee)) {
            case Original.Whole whole -> new Handed.Bytes(document, () -> bytes(document));
            case Original.Withheld(var why) -> new Handed.Withheld(why);
        });
        boolean whole = handed.filter(h -> h instanceof Handed.Bytes).isPresent();
        log(
                asker,
                wanted,
                "file",
                whole ? "shown" : handed.isPresent() ? "withheld" : "not found",
                whole ? held.map(OpenFlow::exposure).orElse(Exposure.NONE) : Exposure.NONE);
        return handed;
    }

    private byte[] bytes(HeldDocument document) {
        try {
            return archive.originalBytes(document.source());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file of " + document.key() + ": " + e.getMessage(), e);
        }
    }

    private static Exposure exposure(HeldDocument document) {
        String id = document.key();
        return Exposure.of(
                List.of(id), List.of(new Exposure.Shown(id, document.source().hex())));
    }

    /** A graphic that the document shows; absent where it shows none of that name, or none is kept. */
    public Optional<Picture> graphic(Wanted wanted, String reference, Principal asker) {
        var visible = new Visible(gate, index, asker);
        return visible.revision(wanted.document, wanted.revision, wanted.on)
                .flatMap(held -> archive.document(held.source(), wanted.document))
                .filter(document -> document.blocks().stream().anyMatch(b -> shows(b.block(), reference)))
                .flatMap(document -> archive.graphics().find(reference))
                .map(kept -> new Picture(kept.fileName(), () -> bytes(kept)));
    }

    private byte[] bytes(GraphicStore.KeptGraphic kept) {
        try {
            return archive.graphics().read(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read graphic " + kept.number() + ": " + e.getMessage(), e);
        }
    }

    private static boolean shows(Block block, String reference) {
        return block instanceof Block.Figure figure && figure.reference().equals(reference);
    }

    /** Whether a graphic is kept under that name, so that the page need not show an empty frame. */
    public boolean keeps(String reference) {
        return archive.graphics().find(reference).isPresent();
    }

    private void log(Principal asker, Wanted wanted, String what, String outcome, Exposure exposure) {
        audit.append(new AuditEvent(
                "show",
                asker.name(),
                wanted.document + " " + wanted.revision + " " + what,
                outcome,
                Map.of(),
                exposure));
    }
}
