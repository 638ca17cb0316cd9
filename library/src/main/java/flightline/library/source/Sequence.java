package flightline.library.source;

import java.util.ArrayList;
import java.util.List;

/** The blocks of a manuscript while it is read: joins the lines of one paragraph, gathers table rows and columns. */
final class Sequence {
    private List<Block> blocks = new ArrayList<>();
    private List<Block> outer = new ArrayList<>();
    private boolean inColumns;
    private boolean open;

    void add(Block block, boolean changed) {
        blocks.add(changed ? new Block.Changed(block) : block);
        open = false;
    }

    void text(String text, boolean changed) {
        if (open && last() instanceof Block.Paragraph(String before)) {
            replace(new Block.Paragraph(before + " " + text));
        } else {
            add(new Block.Paragraph(text), changed);
        }
        open = true;
    }

    /** Ends the running paragraph. */
    void rest() {
        open = false;
    }

    /** Adds a continuation line to the last block. */
    void extend(String text) {
        replace(
                switch (last()) {
                    case Block.Paragraph(String before) -> new Block.Paragraph(before + " " + text);
                    case Block.Step(int level, String before) -> new Block.Step(level, before + " " + text);
                    case Block.Item(String before) -> new Block.Item(before + " " + text);
                    case Block.Notice(Block.Notice.Kind kind, String before) ->
                        new Block.Notice(kind, before + " " + text);
                    case Block other -> throw new IllegalArgumentException("nothing here can be continued: " + other);
                });
    }

    /** Adds a row to the table above; a changed row marks the whole table, since a bar beside one cell row reads badly. */
    void row(List<String> cells, boolean changed) {
        if (!(last() instanceof Block.Table table)) {
            throw new IllegalArgumentException("a table row outside a table: " + cells);
        }
        if (cells.size() != table.widths().size()) {
            throw new IllegalArgumentException("row has " + cells.size() + " cells, the table "
                    + table.widths().size() + ": " + cells);
        }
        List<List<String>> rows = new ArrayList<>(table.rows());
        rows.add(cells);
        replace(new Block.Table(table.style(), table.widths(), table.title(), rows));
        if (changed && !(blocks.getLast() instanceof Block.Changed)) {
            blocks.set(blocks.size() - 1, new Block.Changed(blocks.getLast()));
        }
    }

    void openColumns() {
        if (inColumns) {
            throw new IllegalArgumentException("columns inside columns");
        }
        inColumns = true;
        outer = blocks;
        blocks = new ArrayList<>();
        open = false;
    }

    void closeColumns() {
        if (!inColumns) {
            throw new IllegalArgumentException("columns end where none began");
        }
        inColumns = false;
        outer.add(new Block.Columns(List.copyOf(blocks)));
        blocks = outer;
        open = false;
    }

    List<Block> finish() {
        if (inColumns) {
            throw new IllegalArgumentException("columns are not closed at the end of the file");
        }
        return List.copyOf(blocks);
    }

    private Block last() {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("nothing stands before this line");
        }
        return blocks.getLast() instanceof Block.Changed(Block inner) ? inner : blocks.getLast();
    }

    private void replace(Block block) {
        boolean changed = blocks.getLast() instanceof Block.Changed;
        blocks.set(blocks.size() - 1, changed ? new Block.Changed(block) : block);
    }
}
