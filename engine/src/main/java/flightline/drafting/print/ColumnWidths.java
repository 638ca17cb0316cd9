package flightline.drafting.print;

import flightline.drafting.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How wide the columns of a grid are: each holds its longest word where the sheet has room for all, the rest goes to those that have most to say. Left to themselves, a column that is
 * empty in most rows gets a word a line.
 */
final class ColumnWidths {
    /** Letters that a bold title is wider than plain text, and the edges of a cell. */
    private static final int EDGES = 3;

    private ColumnWidths() {}

    /**
     * In hundredths of the whole, together 100; empty for a grid of no columns.
     *
     * @param letters that go on a line of the whole width
     */
    static List<Double> of(List<Words> header, List<List<List<Words>>> rows, int letters) {
        int columns =
                Math.max(header.size(), rows.stream().mapToInt(List::size).max().orElse(0));
        var least = new ArrayList<Double>();
        var more = new ArrayList<Double>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            List<String> texts = Stream.concat(
                            header.stream().skip(at).limit(1).map(Words::text),
                            rows.stream().filter(row -> row.size() > at).map(row -> Page.joined(row.get(at))))
                    .toList();
            least.add((double) EDGES
                    + texts.stream()
                            .flatMap(text -> Stream.of(text.split("\\s+", -1)))
                            .mapToInt(String::length)
                            .max()
                            .orElse(0));
            more.add(Math.sqrt(texts.stream().mapToInt(String::length).max().orElse(0)));
        }
        fit(least, letters);
        double taken = sum(least);
        double left = Math.max(0, letters - taken);
        double shares = Math.max(1, sum(more));
        var widths = new ArrayList<Double>();
        for (int column = 0; column < columns; column++)
            widths.add(100 * (least.get(column) + left * more.get(column) / shares) / Math.max(1, taken + left));
        double all = sum(widths);
        return widths.stream()
                .map(width -> Math.round(1000 * width / all) / 10.0)
                .toList();
    }

    /** Where not every word has room, those that are longer than a column's even share are parted, and only they. */
    private static void fit(List<Double> least, int letters) {
        if (least.isEmpty() || sum(least) <= letters) return;
        double share = (double) letters / least.size();
        double whole = sum(least.stream().filter(width -> width <= share).toList());
        double smaller = (letters - whole) / (sum(least) - whole);
        least.replaceAll(width -> width <= share ? width : width * smaller);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
