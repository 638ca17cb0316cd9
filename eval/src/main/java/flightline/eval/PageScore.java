package flightline.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How near a parser's page comes to the label.
 *
 * @param order words in common order, as hits: its F1 is the normalised indel similarity 2·LCS/(n+m) over words
 * @param levels neighbours among the matched headings, and those of them whose order of rank is as labelled
 * @param cells of tables, at row and column
 * @param shifted cells where each table may lie some rows and columns off
 * @param dangers labelled warnings, cautions and notes; a hit is whole and of the labelled kind
 * @param running labelled running heads and feet; {@code hits} are those wrongly kept
 */
record PageScore(
        Tally order,
        Tally headings,
        Tally levels,
        Tally cells,
        Tally shifted,
        Tally steps,
        Tally dangers,
        Tally running) {
    static final PageScore NONE = new PageScore(
            Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE);

    static PageScore of(PageContent label, PageContent found) {
        return new PageScore(
                new Tally(
                        common(label.words(), found.words()),
                        found.words().size(),
                        label.words().size()),
                headings(label, found),
                levels(label, found),
                TableScore.exact(label.tables(), found.tables()),
                TableScore.shifted(label.tables(), found.tables()),
                new Tally(
                        common(label.steps(), found.steps()),
                        found.steps().size(),
                        label.steps().size()),
                dangers(label, found),
                running(label, found));
    }

    PageScore plus(PageScore other) {
        return new PageScore(
                order.plus(other.order),
                headings.plus(other.headings),
                levels.plus(other.levels),
                cells.plus(other.cells),
                shifted.plus(other.shifted),
                steps.plus(other.steps),
                dangers.plus(other.dangers),
                running.plus(other.running));
    }

    /** Mean of those of the five figures that the labels speak of: reading order, headings, cells, steps, warnings. */
    double overall() {
        var figures = new ArrayList<Double>(List.of(order.f1()));
        for (Tally tally : List.of(headings, cells, steps)) if (tally.labelled() > 0) figures.add(tally.f1());
        if (dangers.labelled() > 0) figures.add(dangers.recall());
        return figures.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Length of the longest common subsequence. */
    static int common(List<String> one, List<String> two) {
        int[] above = new int[two.size() + 1];
        for (String word : one) {
            int[] row = new int[two.size() + 1];
            for (int j = 1; j <= two.size(); j++)
                row[j] = word.equals(two.get(j - 1)) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
            above = row;
        }
        return above[two.size()];
    }

    private static Tally headings(PageContent label, PageContent found) {
        return new Tally(
                matched(label, found).size(),
                found.headings().size(),
                label.headings().size());
    }

    /** Levels are counted from the document's own top, which a page does not show: compared is who stands above whom. */
    private static Tally levels(PageContent label, PageContent found) {
        var matched = matched(label, found);
        int same = 0;
        for (int i = 1; i < matched.size(); i++)
            if (rank(matched.get(i - 1).label(), matched.get(i).label())
                    == rank(matched.get(i - 1).found(), matched.get(i).found())) same++;
        int pairs = Math.max(0, matched.size() - 1);
        return new Tally(same, pairs, pairs);
    }

    private static int rank(PageContent.Title before, PageContent.Title after) {
        return Integer.signum(Integer.compare(after.level(), before.level()));
    }

    private record Match(PageContent.Title label, PageContent.Title found) {}

    private static List<Match> matched(PageContent label, PageContent found) {
        var left = new ArrayList<>(found.headings());
        var matched = new ArrayList<Match>();
        for (var title : label.headings()) {
            var same = left.stream().filter(t -> t.text().equals(title.text())).findFirst();
            same.ifPresent(t -> {
                left.remove(t);
                matched.add(new Match(title, t));
            });
        }
        return matched;
    }

    private static Tally dangers(PageContent label, PageContent found) {
        var left = new ArrayList<>(found.dangers());
        int hits = 0;
        for (var danger : label.dangers()) {
            var same = left.stream()
                    .filter(d ->
                            d.kind() == danger.kind() && Collections.indexOfSubList(d.words(), danger.words()) >= 0)
                    .findFirst();
            if (same.isPresent()) {
                hits++;
                left.remove(same.get());
            }
        }
        return new Tally(hits, found.dangers().size(), label.dangers().size());
    }

    private static Tally running(PageContent label, PageContent found) {
        int kept = 0;
        for (var words : label.running())
            if (occurrences(found.words(), words) > occurrences(label.words(), words)) kept++;
        return new Tally(kept, kept, label.running().size());
    }

    private static int occurrences(List<String> text, List<String> words) {
        int count = 0;
        for (int i = 0; !words.isEmpty() && i + words.size() <= text.size(); i++)
            if (text.subList(i, i + words.size()).equals(words)) count++;
        return count;
    }
}
