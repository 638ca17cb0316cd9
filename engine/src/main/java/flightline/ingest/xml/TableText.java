package flightline.ingest.xml;

import flightline.corpus.Block;
import flightline.corpus.Place;
import java.util.ArrayList;
import java.util.List;

/** Writes a table whose cells are known: cells parted by tabs, rows by line feeds, the header row first. */
public final class TableText {
    private TableText() {}

    /**
     * @param caption for the block only; it is not written into the text
     * @param header empty where there is none
     */
    public static void write(BlockWriter out, String caption, List<String> header, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        if (!header.isEmpty()) lines.add(String.join("\t", header));
        for (List<String> row : rows) lines.add(String.join("\t", row));
        String text = String.join("\n", lines);
        out.block(text, place -> {
            var placed = new ArrayList<Block.Row>();
            int at = place.start() + (header.isEmpty() ? 0 : lines.getFirst().length() + 1);
            for (List<String> row : rows) {
                String line = String.join("\t", row);
                placed.add(new Block.Row(List.copyOf(row), line, Place.of(at, at + line.length())));
                at += line.length() + 1;
            }
            return new Block.Table(caption, List.copyOf(header), placed, text, place);
        });
    }
}
