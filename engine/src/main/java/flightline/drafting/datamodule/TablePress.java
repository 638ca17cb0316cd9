package flightline.drafting.datamodule;

import flightline.corpus.Block;
import java.util.List;
import java.util.Optional;

/** Sets a table. */
record TablePress(XmlText out) {
    void write(Block.Table table, Optional<Traced> caption, String... attributes) {
        out.begin("table", attributes);
        String title = caption.map(Traced::text).orElse(table.caption()).strip();
        if (!title.isEmpty()) out.words("title", title);
        int columns = table.rows().stream()
                .mapToInt(row -> row.cells().size())
                .max()
                .orElse(Math.max(1, table.header().size()));
        out.begin("tgroup", "cols", Integer.toString(columns));
        if (!table.header().isEmpty()) {
            out.begin("thead");
            row(table.header(), columns);
            out.end();
        }
        out.begin("tbody");
        for (Block.Row row : table.rows()) row(row.cells(), columns);
        if (table.rows().isEmpty())
            for (String line : table.text().split("\n", -1)) row(List.of(line.split("\t", -1)), columns);
        out.end().end().end();
    }

    /** All words of a block; of a table those of its cells, for some formats rule their tables with characters. */
    static String words(Block block) {
        if (!(block instanceof Block.Table table) || table.rows().isEmpty()) return block.text();
        var words = new StringBuilder(String.join("\t", table.header()));
        for (Block.Row row : table.rows()) words.append('\n').append(String.join("\t", row.cells()));
        return words.toString();
    }

    private void row(List<String> cells, int columns) {
        out.begin("row");
        for (int i = 0; i < columns; i++) {
            String words = i < cells.size() ? cells.get(i).strip() : "";
            if (words.isEmpty()) out.empty("entry");
            else {
                out.begin("entry");
                out.words("para", words).end();
            }
        }
        out.end();
    }
}
