package flightline.drafting;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Citation;
import flightline.corpus.Configuration;
import flightline.corpus.Effectivity;
import flightline.corpus.HeldDocument;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A procedure as a document has it: a whole data module, or one task of a manual.
 *
 * @param blocks in reading order; of the document, none left out between the first and the last
 */
public record Procedure(HeldDocument held, StructuredDocument document, List<PlacedBlock> blocks) {
    private static final Pattern TASK = Pattern.compile("(?:SUB)?TASK\\b", Pattern.CASE_INSENSITIVE);
    /** More than that under one heading is a chapter, not a task. */
    private static final int MOST_BLOCKS = 120;
    /** Some eight pages. */
    private static final int MOST_CHARACTERS = 20_000;

    public Procedure {
        blocks = List.copyOf(blocks);
    }

    /**
     * The procedure that a passage is of; absent where nothing around it tells what to do.
     *
     * @param at offset of the passage in the source text
     */
    public static Optional<Procedure> around(HeldDocument held, StructuredDocument document, int at) {
        return acting(held, document, isOneTask(held, document) ? document.blocks() : task(document.blocks(), at));
    }

    /** The procedure that a document is; absent where it tells nobody what to do, and of a manual with many. */
    public static Optional<Procedure> whole(HeldDocument held, StructuredDocument document) {
        return isOneTask(held, document) ? acting(held, document, document.blocks()) : Optional.empty();
    }

    private static Optional<Procedure> acting(
            HeldDocument held, StructuredDocument document, List<PlacedBlock> blocks) {
        return blocks.stream().anyMatch(placed -> acts(placed.block()))
                ? Optional.of(new Procedure(held, document, blocks))
                : Optional.empty();
    }

    /** A data module, or a page of text that is not long and not parted into tasks; not a manual, whatever it is written in. */
    private static boolean isOneTask(HeldDocument held, StructuredDocument document) {
        if (held.header().format().startsWith("S1000D")) return true;
        return held.header().pages() == 0
                && document.blocks().size() <= MOST_BLOCKS
                && document.sourceText().length() <= MOST_CHARACTERS
                && document.blocks().stream()
                                .map(PlacedBlock::block)
                                .filter(block -> block instanceof Block.Heading && isTask(block.text()))
                                .count()
                        <= 1;
    }

    /** Whether it tells somebody to do something. */
    public static boolean acts(Block block) {
        return switch (block) {
            case Block.Step step -> true;
            case Block.IsolationStep step -> true;
            case Block.IsolationEnd end -> true;
            case Block.Heading heading -> false;
            case Block.Paragraph paragraph -> false;
            case Block.ListItem item -> false;
            case Block.Safety safety -> false;
            case Block.Table table -> false;
            case Block.Figure figure -> false;
            case Block.Fault fault -> false;
            case Block.Part part -> false;
            case Block.Exercise exercise -> false;
        };
    }

    /** Whether a heading calls what is beneath it a task. */
    public static boolean isTask(String heading) {
        return TASK.matcher(heading).lookingAt();
    }

    /**
     * Of a manual, the task around the passage with all its parts. Where the manual calls none a task, what stands under the
     * innermost heading that has steps, but never a whole manual.
     */
    private static List<PlacedBlock> task(List<PlacedBlock> all, int at) {
        int hit = -1;
        for (int i = 0; i < all.size(); i++) if (all.get(i).block().place().start() <= at) hit = i;
        if (hit < 0) return List.of();
        List<String> path = all.get(hit).path();
        for (int depth = 1; depth <= path.size(); depth++)
            if (isTask(path.get(depth - 1))) return run(all, hit, path.subList(0, depth));
        for (int depth = path.size(); depth > 1; depth--) {
            List<PlacedBlock> under = run(all, hit, path.subList(0, depth));
            if (under.size() > MOST_BLOCKS) return List.of();
            if (under.stream().anyMatch(placed -> acts(placed.block()))) return under;
        }
        return List.of();
    }

    /** The unbroken run of blocks around one that stand under these headings, the last heading itself included. */
    private static List<PlacedBlock> run(List<PlacedBlock> all, int hit, List<String> above) {
        int from = hit;
        while (from > 0 && under(all.get(from - 1), above)) from--;
        int to = hit;
        while (to + 1 < all.size() && under(all.get(to + 1), above)) to++;
        if (from > 0
                && all.get(from - 1).block() instanceof Block.Heading heading
                && heading.text().strip().equals(above.getLast().strip())) from--;
        return new ArrayList<>(all.subList(from, to + 1));
    }

    private static boolean under(PlacedBlock placed, List<String> above) {
        return placed.path().size() >= above.size()
                && placed.path().subList(0, above.size()).equals(above);
    }

    /** For which aircraft, compared with one. */
    Effectivity effectivity(Configuration aircraft) {
        return Effectivity.of(held.header().applicability(), aircraft);
    }

    /** The place of a block in the document, to be followed. */
    Citation cite(PlacedBlock placed, Configuration aircraft, LocalDate on) {
        return cite(placed, placed.block().place(), placed.block().text(), aircraft, on);
    }

    /** The same for a part of a block, as a row of a table. */
    public Citation cite(PlacedBlock placed, Place place, String quote, Configuration aircraft, LocalDate on) {
        return Citation.of(
                held,
                on,
                Effectivity.of(placed.applicability(), aircraft),
                placed.path(),
                place,
                quote,
                document.reading(place));
    }

    /** For which aircraft a block holds beyond what its document does; absent where it holds wherever the document does. */
    public Optional<Applicability> further(PlacedBlock placed) {
        Applicability whole = held.header().applicability();
        Applicability own = placed.applicability();
        if (own.equals(whole) || own.equals(Applicability.ALL)) return Optional.empty();
        if (!(own instanceof Applicability.AllOf(var parts))) return Optional.of(own);
        List<Applicability> rest =
                parts.stream().filter(part -> !part.equals(whole)).toList();
        return switch (rest.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(rest.getFirst());
            default -> Optional.of(new Applicability.AllOf(rest));
        };
    }

    /** Whether its structure holds these words beside the running text. */
    boolean says(String text) {
        for (PlacedBlock placed : blocks) {
            if (further(placed).filter(own -> own.display().equals(text)).isPresent()) return true;
            if (placed.block() instanceof Block.IsolationStep step
                    && step.branches().stream()
                            .anyMatch(branch -> branch.answer().equals(text))) return true;
            if (placed.block() instanceof Block.Table table && table.caption().equals(text)) return true;
        }
        return false;
    }
}
