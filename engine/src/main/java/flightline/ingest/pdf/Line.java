package flightline.ingest.pdf;

import flightline.ingest.ScriptMarks;
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

    /** Left to right, with torn words made whole, raised letters among them. */
    private static List<Word> joined(List<Word> row) {
        row.sort(Comparator.comparingDouble(Word::left).thenComparingDouble(w -> -w.raise()));
        var whole = new ArrayList<Word>(row.size());
        for (int i = 0; i < row.size(); i++) {
            Word word = row.get(i);
            boolean torn = i > 0 && isTorn(row.get(i - 1), whole.getLast(), word);
            String next = i + 1 < row.size() ? row.get(i + 1).text() : "";
            String joint = torn ? joint(lastOf(whole), word, next) : " ";
            if (joint.equals(" ")) whole.add(word);
            else whole.set(whole.size() - 1, whole.getLast().followedBy(joint, word));
        }
        return whole;
    }

    private static boolean isTorn(Word before, Word soFar, Word word) {
        if (word.gapBefore()) return false;
        double gap = Math.abs(word.left() - soFar.right());
        // Letters set off are drawn a little apart.
        return before.raise() == word.raise()
                ? gap <= 0.08 * word.size()
                : gap <= Words.APART * Math.max(before.size(), word.size());
    }

    /** The last two words, as a unit is known by the number before it. */
    private static String lastOf(List<Word> words) {
        return words.subList(Math.max(0, words.size() - 2), words.size()).stream()
                .map(Word::text)
                .collect(Collectors.joining(" "));
    }

    private static String joint(String before, Word word, String next) {
        if (word.raise() == 0) return "";
        return word.raise() < 0
                ? ScriptMarks.beforeLowered(before, word.text())
                : ScriptMarks.beforeRaised(before, word.text(), next, false);
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

    /** Whether a rule is drawn below just these of its words. */
    boolean underlined(List<Word> some) {
        Area area = Area.around(some);
        return sheet.rules().stream()
                .anyMatch(r -> r.horizontal()
                        && r.at() < baseline()
                        && r.at() > baseline() - 0.35 * size()
                        && Math.abs(r.from() - area.left()) < 4
                        && Math.abs(r.to() - area.right()) < 4);
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
