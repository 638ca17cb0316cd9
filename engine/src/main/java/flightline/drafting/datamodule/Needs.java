package flightline.drafting.datamodule;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the source wants before a procedure begins and after it ends, kind by kind; nothing of a kind that it does not name. */
final class Needs {
    /**
     * One tool, part, person or condition.
     *
     * @param partNumber as a column of that name has it, absent without one
     * @param quantity likewise
     */
    record Need(Traced whole, String name, Optional<String> partNumber, Optional<String> quantity) {}

    private final Map<SectionKind, List<Need>> held = new EnumMap<>(SectionKind.class);

    List<Need> of(SectionKind kind) {
        return held.getOrDefault(kind, List.of());
    }

    void add(SectionKind kind, PlacedBlock placed) {
        if (placed.block() instanceof Block.Table table)
            for (Block.Row row : table.rows()) put(kind, row(placed, table, row));
        else {
            Traced whole = Traced.all(placed);
            put(kind, new Need(whole, whole.text(), Optional.empty(), Optional.empty()));
        }
    }

    private void put(SectionKind kind, Need need) {
        held.computeIfAbsent(kind, k -> new ArrayList<>()).add(need);
    }

    private static Need row(PlacedBlock placed, Block.Table table, Block.Row row) {
        int number = column(table, "part number", "part no", "p/n");
        int quantity = column(table, "quantity", "qty");
        var rest = new ArrayList<String>();
        for (int i = 0; i < row.cells().size(); i++)
            if (i != number && i != quantity && !row.cells().get(i).isBlank())
                rest.add(row.cells().get(i).strip());
        return new Need(
                new Traced(placed, row.place(), row.text()),
                rest.stream().collect(Collectors.joining(", ")),
                cell(row, number),
                cell(row, quantity));
    }

    private static Optional<String> cell(Block.Row row, int column) {
        return column < 0 || column >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(column).strip()).filter(text -> !text.isEmpty());
    }

    private static int column(Block.Table table, String... names) {
        for (int i = 0; i < table.header().size(); i++) {
            String head = table.header().get(i).strip().toLowerCase(Locale.ROOT);
            for (String name : names) if (head.startsWith(name)) return i;
        }
        return -1;
    }
}
