package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words on one baseline within one column, left to right.
 *
 * @param column the column's left and right edge, as far as text reaches in it
 * @param frame number of the drawn box that it stands in, 0 for none
 */
record Line(Sheet sheet, List<Word> words, Area column, int frame) implements Piece {
    Line {
        words = List.copyOf(words);
    }

    /** Groups words into lines, top to bottom. */
    static List<Line> of(Sheet sheet, List<Word> words) {
        return of(sheet, words, 0);
    }

    static List<Line> of(Sheet sheet, List<Word> words, int frame) {
        if (words.isEmpty()) return List.of();
        Area column = Area.around(words);
        return rows(words).stream()
                .map(row -> new Line(sheet, row, column, frame))
                .toList();
    }

    /** Words that share a baseline, raised and lowered ones among them; top to bottom, each left to right. */
    static List<List<Word>> rows(List<Word> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble((Word w) -> -w.baseline()).thenComparingDouble(Word::left));
        var rows = new ArrayList<List<Word>>();
        var row = new ArrayList<Word>();
        double baseline = 0;
        double size = 0;
        for (Word word : sorted) {
            double reach = Math.min(0.35 * Math.max(size, word.size()), 0.6 * Math.min(size, word.size()));
            if (!row.isEmpty() && baseline - word.baseline() > reach) {
                rows.add(joined(row));
                row = new ArrayList<>();
            }
            if (row.isEmpty() || word.size() > size) {
                baseline = word.baseline();
                size = word.size();
            }
            row.add(word);
        }
        if (!row.isEmpty()) rows.add(joined(row));
        return rows;
    }

    /** Left to right, with torn words made whole. */
    private static List<Word> joined(List<Word> row) {
        row.sort(Comparator.comparingDouble(Word::left));
        var whole = new ArrayList<Word>(row.size());
        for (Word word : row) {
            boolean torn = !whole.isEmpty()
                    && !word.gapBefore()
                    && Math.abs(word.left() - whole.getLast().right()) <= 0.08 * word.size();
            if (torn) whole.set(whole.size() - 1, whole.getLast().followedBy(word));
            else whole.add(word);
        }
        return whole;
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    double left() {
        return words.getFirst().left();
    }

    double right() {
        return words.stream().mapToDouble(Word::right).max().orElse(left());
    }

    /** Of its tallest letters. */
    double size() {
        return largest().size();
    }

    double baseline() {
        return largest().baseline();
    }

    private Word largest() {
        Word largest = words.getFirst();
        for (Word word : words) if (word.size() > largest.size() + 0.1) largest = word;
        return largest;
    }

    boolean bold() {
        int all = 0;
        int bold = 0;
        for (Word word : words) {
            all += word.text().length();
            if (word.bold()) bold += word.text().length();
        }
        return bold * 10 >= all * 9;
    }

    Area area() {
        return Area.around(words);
    }

    /** Left edges of the parts that wide gaps make of it. */
    List<List<Word>> spans() {
        var spans = new ArrayList<List<Word>>();
        double right = Double.NEGATIVE_INFINITY;
        for (Word word : words) {
            if (spans.isEmpty() || word.left() - right > Math.max(7.5, 0.95 * word.size()))
                spans.add(new ArrayList<>());
            spans.getLast().add(word);
            right = Math.max(right, word.right());
        }
        return spans;
    }
}
