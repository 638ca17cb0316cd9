package flightline.ingest.pdf;

import flightline.corpus.Block;
import flightline.corpus.Box;
import flightline.corpus.Place;
import flightline.corpus.SourceTextWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a table into the source text: a line per row, cells parted by tabs. */
final class TableWriter {
    private final SourceTextWriter source;
    private final Joining joining;

    TableWriter(SourceTextWriter source, Joining joining) {
        this.source = source;
        this.joining = joining;
    }

    /** The block; absent for a table whose every cell is blank. */
    Optional<Block.Table> write(Draft.Tabular table) {
        TableOnPage first = table.parts().getFirst();
        var header = first.rows().subList(0, first.headerRows());
        var body = new ArrayList<Block.Row>();
        var text = new ArrayList<String>();
        int start = -1;
        int end = 0;
        for (TableOnPage part : table.parts()) {
            int names = start < 0 ? part.headerRows() : 0;
            for (int i = 0; i < part.rows().size(); i++) {
                TableRow row = part.rows().get(i);
                var cells = cells(row);
                if (cells.stream().allMatch(String::isEmpty)) continue;
                String line = String.join("\t", cells);
                Box box = part.sheet().box(row.area());
                Place place = source.write(line, OptionalInt.of(part.sheet().number()), Optional.of(box));
                if (start < 0) start = place.start();
                end = place.end();
                text.add(line);
                if (i >= names) body.add(new Block.Row(cells, line, place));
            }
        }
        if (start < 0) return Optional.empty();
        Extent at = Extent.of(first.sheet(), first.area());
        Place whole = new Place(start, end, OptionalInt.of(at.page()), Optional.of(at.box()));
        return Optional.of(new Block.Table(table.caption(), names(header), body, String.join("\n", text), whole));
    }

    private List<String> cells(TableRow row) {
        return row.cells().stream()
                .map(lines -> joining.join(lines).replace('\t', ' '))
                .toList();
    }

    /** A column under two header rows bears both names, also that of a cell which reaches over several columns. */
    private List<String> names(List<TableRow> header) {
        if (header.isEmpty()) return List.of();
        int columns = header.getFirst().cells().size();
        return IntStream.range(0, columns)
                .mapToObj(c -> header.stream()
                        .map(r -> cells(r).get(r.owners().get(c)))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
