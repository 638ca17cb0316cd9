package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that help to find a passage without being quoted; at most 60 of them. */
final class PassageContext {
    private static final int MOST = 60;
    private static final int NEIGHBOUR = 24;
    /** A passage of fewer words says too little alone to be found. */
    private static final int VERY_SHORT = 8;

    private final String title;
    private final Map<String, List<String>> waysIn = new HashMap<>();

    PassageContext(StructuredDocument document) {
        title = document.header().title();
        for (var placed : document.blocks())
            if (placed.block() instanceof Block.IsolationStep step)
                for (var branch : step.branches())
                    waysIn.computeIfAbsent(branch.next(), next -> new ArrayList<>())
                            .add(Words.clip(step.question().isEmpty() ? step.text() : step.question(), NEIGHBOUR) + " "
                                    + branch.answer());
    }

    /**
     * A row is found by its columns' names.
     *
     * @param leadIn the paragraph that leads into the table, or empty
     */
    String ofRow(Block.Table table, Block.Row row, String leadIn) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.clip(table.caption(), NEIGHBOUR));
        parts.add(String.join(" | ", table.header().stream().distinct().toList()));
        parts.add(Words.clip(leadIn, NEIGHBOUR));
        // A cell that spans several rows stands in the text of the first only.
        for (String cell : row.cells())
            if (!row.text().contains(longestWord(cell))) parts.add(Words.clip(cell, NEIGHBOUR));
        return join(parts);
    }

    /** Tells whether a cell stands in its row even where the row's text carries marks of its format. */
    private static String longestWord(String cell) {
        return Words.of(cell, 0, cell.length()).stream()
                .map(word -> cell.substring(word.start(), word.end()))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /**
     * A step is found by its procedure.
     *
     * @param parent text of the step above, empty for a main step
     * @param leadIn the paragraph that leads into the procedure, or empty
     */
    String ofStep(List<String> path, String parent, String leadIn) {
        return join(List.of(
                title,
                path.isEmpty() ? "" : path.getLast(),
                Words.clip(leadIn, NEIGHBOUR),
                Words.clip(parent, NEIGHBOUR)));
    }

    String ofIsolation(String id) {
        return join(waysIn.getOrDefault(id, List.of()));
    }

    String ofFault(Block.Fault fault) {
        return join(List.of(fault.code(), String.join(" ", fault.isolation())));
    }

    String ofList(String leadIn) {
        return Words.clip(leadIn, NEIGHBOUR);
    }

    /** Adds what stood before to the context of a text too short to be found by itself. */
    String withNeighbour(String context, String text, String before) {
        String neighbour = Words.clip(before, NEIGHBOUR);
        return Words.count(text) >= VERY_SHORT || context.contains(neighbour)
                ? context
                : join(List.of(context, neighbour));
    }

    private static String join(List<String> parts) {
        Set<String> distinct = new LinkedHashSet<>();
        for (String part : parts) if (!part.isBlank()) distinct.add(part.strip());
        return Words.clip(String.join("; ", distinct), MOST);
    }
}
