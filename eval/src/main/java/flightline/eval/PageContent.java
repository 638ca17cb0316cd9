package flightline.eval;

import flightline.corpus.SafetyKind;
import java.util.List;

/**
 * What stands on one page, in the one form in which labels and a parser's blocks are compared. All text is folded by {@link Fold}.
 *
 * @param words in reading order, without running heads and feet
 * @param steps the printed numbers of steps in reading order
 * @param running words of each running head or foot; empty for a parser's page, where they should be gone
 */
record PageContent(
        List<String> words,
        List<Title> headings,
        List<List<Cell>> tables,
        List<String> steps,
        List<Danger> dangers,
        List<List<String>> running) {
    /** @param level 1 for the document's main division */
    record Title(String text, int level) {}

    /**
     * A cell that holds text.
     *
     * @param row 0-based, the header's row included
     * @param column 0-based
     * @param rows how many it covers, at least 1
     * @param columns how many it covers, at least 1
     */
    record Cell(int row, int column, int rows, int columns, String text) {
        boolean covers(int otherRow, int otherColumn) {
            return row <= otherRow && otherRow < row + rows && column <= otherColumn && otherColumn < column + columns;
        }
    }

    /** A warning, caution or note; {@code words} without the word that names its kind. */
    record Danger(SafetyKind kind, List<String> words) {}
}
