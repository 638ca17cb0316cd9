package flightline.ingest.text;

import flightline.corpus.SafetyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Warnings that are set as a table: the word in the first cell and the text beside it, below it or in the same cell. A
 * table with any other row is one of data.
 */
final class SafetyBox {
    private final List<SafetyKind> kinds = new ArrayList<>();
    /** The pieces of each one's text. */
    private final List<List<String>> pieces = new ArrayList<>();

    /** A warning, caution or note of the box. */
    record Text(SafetyKind kind, String text) {}

    private SafetyBox() {}

    /** Its warnings in their order; empty where the table is none. */
    static List<Text> of(List<TableLine> rows) {
        var box = new SafetyBox();
        boolean below = false;
        for (TableLine row : rows) {
            List<String> cells = filled(row);
            Optional<Admonition.Label> label = Admonition.labelOf(cells.getFirst());
            if (label.isEmpty()) {
                // A text below its word stands alone in its row; beside another cell it would be data.
                if (!below || cells.size() > 1) return List.of();
                box.add(cells.getFirst());
                continue;
            }
            if (cells.size() > 2) return List.of();
            if (!box.isWhole()) return List.of();
            String own = cells.getFirst().substring(label.get().after()).strip();
            box.kinds.add(label.get().kind());
            box.pieces.add(new ArrayList<>(own.isEmpty() ? List.of() : List.of(own)));
            if (cells.size() > 1) box.add(cells.getLast());
            below = own.isEmpty() && cells.size() == 1;
        }
        return box.isWhole() ? box.texts() : List.of();
    }

    private List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) texts.add(new Text(kinds.get(i), String.join("\n", pieces.get(i))));
        return texts;
    }

    private void add(String more) {
        pieces.getLast().add(more);
    }

    private boolean isWhole() {
        return pieces.isEmpty() || !pieces.getLast().isEmpty();
    }

    /** Cells with words, one that spans several columns once. */
    private static List<String> filled(TableLine row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.cells())
            if (!cell.isBlank() && (cells.isEmpty() || !cells.getLast().equals(cell.strip()))) cells.add(cell.strip());
        return cells;
    }
}
