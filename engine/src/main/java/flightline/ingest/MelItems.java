package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.DocumentKind;
import flightline.corpus.Fact;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of a minimum equipment list, the intervals of its categories, and the procedures that tables of their own give for
 * items by their numbers; empty for any other document.
 */
final class MelItems {
    private static final Pattern CHAPTER =
            Pattern.compile("(?:(?i)ATA\\s+|chapter\\s+)?(\\d{2})(?:-00)?\\s*[.:–—-]?\\s+(?-i)\\p{Lu}\\p{L}{2,}");

    private final boolean list;
    private final Map<String, String> intervals = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<Block.Row, MelItem> items = new HashMap<>();
    private final Map<String, List<Block.Row>> procedures = new HashMap<>();

    MelItems(StructuredDocument document) {
        list = document.header().kind() == DocumentKind.MINIMUM_EQUIPMENT_LIST;
        if (list) {
            String chapter = "";
            for (var placed : document.blocks())
                if (placed.block() instanceof Block.Table table) {
                    intervals(table);
                    chapter = items(table, chapter);
                } else if (placed.block() instanceof Block.Heading heading)
                    chapter = chapterOf(heading.number() + " " + heading.text()).orElse(chapter);
        }
        if (list)
            for (var placed : document.blocks()) if (placed.block() instanceof Block.Table table) procedures(table);
    }

    /**
     * The items of a table; older lists count them anew in each system, whose number and name stand in a row or a heading above.
     *
     * @param chapter of the items so far, empty before the first
     * @return that of the last
     */
    private String items(Block.Table table, String chapter) {
        String current = chapter;
        for (Block.Row row : table.rows()) {
            var filled = row.cells().stream().filter(c -> !c.isBlank()).toList();
            if (filled.size() == 1) current = chapterOf(filled.getFirst()).orElse(current);
            MelItem.of(table.header(), row.cells(), current).ifPresent(item -> {
                items.put(row, item);
                numbers.put(item.number(), item.title());
            });
        }
        return current;
    }

    private static Optional<String> chapterOf(String title) {
        Matcher m = CHAPTER.matcher(DocumentIdentity.oneLine(title).strip());
        return m.lookingAt() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** Rows of a table of procedures, whose first column is an item's number. */
    private void procedures(Block.Table table) {
        if (!MelItem.procedures(table.header())) return;
        for (Block.Row row : table.rows())
            MelItem.numberOf(row.cells())
                    .filter(numbers::containsKey)
                    .ifPresent(number -> procedures
                            .computeIfAbsent(number, n -> new ArrayList<>())
                            .add(row));
    }

    /** The title of the item whose procedure a row gives, absent where the row gives none. */
    Optional<String> procedureOf(Block.Table table, Block.Row row) {
        if (!list || !MelItem.procedures(table.header())) return Optional.empty();
        return MelItem.numberOf(row.cells()).filter(numbers::containsKey).map(n -> n + " " + numbers.get(n));
    }

    private void intervals(Block.Table table) {
        List<String> header =
                table.header().stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
        boolean told = header.size() >= 2
                && header.getFirst().contains("category")
                && header.get(1).contains("interval");
        if (told)
            for (Block.Row row : table.rows())
                if (row.cells().size() >= 2 && row.cells().getFirst().strip().matches("[A-D]"))
                    intervals.put(
                            row.cells().getFirst().strip(),
                            DocumentIdentity.oneLine(row.cells().get(1)));
    }

    /** The item in one line, absent where the row is none. */
    Optional<String> line(Block.Row row) {
        return Optional.ofNullable(items.get(row)).map(item -> item.line(intervals.getOrDefault(item.category(), "")));
    }

    private List<Block.Row> proceduresFor(Block.Row row) {
        return Optional.ofNullable(items.get(row))
                .map(item -> procedures.getOrDefault(item.number(), List.of()))
                .orElse(List.of());
    }

    static void read(StatedFacts stated) {
        var items = new MelItems(stated.document());
        for (var placed : stated.document().blocks())
            if (placed.block() instanceof Block.Table table)
                for (Block.Row row : table.rows()) {
                    items.line(row)
                            .ifPresent(line -> stated.state(
                                    Fact.Kind.MEL_ITEM,
                                    line,
                                    row.place().start(),
                                    row.place().end()));
                    for (Block.Row procedure : items.proceduresFor(row))
                        stated.quote(
                                Fact.Kind.MEL_PROCEDURE,
                                procedure.place().start(),
                                procedure.place().end());
                }
    }
}
