package flightline.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parts the text of a table's row into its cells. Formats whose source text is made on reading part them by tabs; a page
 * that is its own source text (Markdown, reStructuredText, AsciiDoc) has bars between them, over several lines perhaps, or
 * wide gaps.
 */
final class RowCells {
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern GAP = Pattern.compile(" {2,}");
    /** What a page writes around words to set them apart. */
    private static final Pattern DRESS = Pattern.compile("\\*{1,3}|`{1,2}|(?<!\\w)_{1,2}(?=\\w)|(?<=\\w)_{1,2}(?!\\w)");

    private RowCells() {}

    /**
     * The cells, without marks of the format.
     *
     * @param columns how many the table has, as gaps part cells only where they part as many
     */
    static List<String> of(String row, int columns) {
        if (row.indexOf('\t') >= 0) return List.of(row.split("\t", -1));
        if (BAR.matcher(row).find()) return barred(row);
        List<String> gaps = Stream.of(GAP.split(row.strip())).toList();
        return gaps.size() == columns ? gaps : List.of(row);
    }

    private static List<String> barred(String row) {
        var cells = new ArrayList<String>();
        for (String line : row.strip().split("\n", -1)) {
            String inner = line.strip();
            if (inner.startsWith("|")) inner = inner.substring(1);
            if (inner.endsWith("|") && !inner.endsWith("\\|")) inner = inner.substring(0, inner.length() - 1);
            String[] parts = BAR.split(inner, -1);
            for (int i = 0; i < parts.length; i++) {
                String cell = DRESS.matcher(parts[i].replace("\\|", "|"))
                        .replaceAll("")
                        .strip();
                if (i == cells.size()) cells.add(cell);
                else if (!cell.isEmpty()) cells.set(i, (cells.get(i) + " " + cell).strip());
            }
        }
        return cells;
    }
}
