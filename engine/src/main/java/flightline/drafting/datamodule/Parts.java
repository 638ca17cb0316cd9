package flightline.drafting.datamodule;

import flightline.corpus.Block;
import flightline.corpus.HeldDocument;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.drafting.Procedure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The procedures of a document: what stands under a heading and tells somebody to do something. */
public final class Parts {
    /** Named when somebody has to choose. */
    private static final int NAMED = 12;

    private Parts() {}

    /** What was chosen, or why nothing was. */
    public sealed interface Choice {
        record Chosen(Procedure procedure) implements Choice {}

        record None(String why) implements Choice {}
    }

    /** @param wanted words of the heading, or the number in it; absent for a document that is one procedure */
    public static Choice of(HeldDocument held, StructuredDocument document, Optional<String> wanted) {
        String id = held.header().id().value();
        List<PlacedBlock> all = document.blocks();
        if (all.stream().noneMatch(placed -> Procedure.acts(placed.block())))
            return new Choice.None(id + " holds no steps to do: nothing to make a procedure from");
        if (wanted.isPresent()) return named(held, document, wanted.get());
        Optional<Procedure> whole = Procedure.whole(held, document);
        if (whole.isPresent()) return new Choice.Chosen(whole.get());
        List<Integer> parts = innermost(all);
        if (parts.size() == 1) return new Choice.Chosen(new Procedure(held, document, under(all, parts.getFirst())));
        return new Choice.None(id + " holds " + parts.size() + " procedures: name one with its heading, for example "
                + names(all, parts));
    }

    private static Choice named(HeldDocument held, StructuredDocument document, String wanted) {
        String id = held.header().id().value();
        List<PlacedBlock> all = document.blocks();
        String words = wanted.strip().toLowerCase(Locale.ROOT);
        List<Integer> found = new ArrayList<>();
        List<Integer> exactly = new ArrayList<>();
        for (int i = 0; i < all.size(); i++)
            if (all.get(i).block() instanceof Block.Heading heading
                    && heading.text().toLowerCase(Locale.ROOT).contains(words)
                    && acts(under(all, i))) {
                found.add(i);
                if (heading.text().strip().equalsIgnoreCase(wanted.strip())) exactly.add(i);
            }
        if (exactly.size() == 1) found = exactly;
        // A heading around the one that is meant often says the same words.
        if (found.isEmpty())
            return new Choice.None("no heading of " + id + " with steps beneath it says '" + wanted
                    + "'; those with steps are " + names(all, innermost(all)));
        if (found.size() > 1)
            return new Choice.None(found.size() + " headings of " + id + " say '" + wanted + "': " + names(all, found));
        return new Choice.Chosen(new Procedure(held, document, under(all, found.getFirst())));
    }

    /** Headings right above steps; of a task in sections, the task. */
    private static List<Integer> innermost(List<PlacedBlock> all) {
        var parts = new ArrayList<Integer>();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            if (!Procedure.acts(all.get(i).block()) || i < last) continue;
            Optional<Integer> heading = above(all, i);
            if (heading.isEmpty()) continue;
            parts.add(heading.get());
            last = heading.get() + under(all, heading.get()).size();
        }
        return parts.stream().distinct().toList();
    }

    /** Index of the heading of the task around a step; without a task, of the nearest heading that says what it is about. */
    private static Optional<Integer> above(List<PlacedBlock> all, int step) {
        List<String> path = all.get(step).path();
        int wanted = path.size() - 1;
        while (wanted > 0
                && (SectionKind.saysNothing(path.get(wanted)) || SectionKind.of(path.get(wanted)) != SectionKind.STEPS))
            wanted--;
        for (int depth = 0; depth < path.size(); depth++) if (Procedure.isTask(path.get(depth))) wanted = depth;
        for (int i = step; i >= 0; i--)
            if (all.get(i).block() instanceof Block.Heading && all.get(i).path().size() == wanted)
                return Optional.of(i);
        return Optional.empty();
    }

    /** The heading and all beneath it. */
    private static List<PlacedBlock> under(List<PlacedBlock> all, int heading) {
        int to = heading + 1;
        int depth = all.get(heading).path().size();
        while (to < all.size() && all.get(to).path().size() > depth) to++;
        return all.subList(heading, to);
    }

    private static boolean acts(List<PlacedBlock> blocks) {
        return blocks.stream().anyMatch(placed -> Procedure.acts(placed.block()));
    }

    private static String names(List<PlacedBlock> all, List<Integer> headings) {
        String names = headings.stream()
                .limit(NAMED)
                .map(i -> "'" + all.get(i).block().text().strip() + "'")
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
        return headings.size() > NAMED ? names + " and " + (headings.size() - NAMED) + " more" : names;
    }
}
