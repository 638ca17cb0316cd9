package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Drops what is printed at the head or foot of page after page: titles, revisions, page numbers. */
final class RunningHeads {
    /** Share of the page's height at either end in which they stand. */
    private static final double ZONE = 0.14;

    private static final int MOST_ROWS = 6;
    private static final double SAME_HEIGHT = 5;
    private static final Pattern NUMBER = Pattern.compile("\\d+|(?<![\\p{L}])[ivxlcIVXLC]+(?![\\p{L}])");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)(?:page\\s*)?(?:[A-Z]{1,3}-)?(?:\\d{1,4}(?:-\\d{1,4}){0,2}|[ivxlc]{1,6})(?:\\s*(?:of|/)\\s*\\d{1,4})?");

    /** @param keys the row's text and the texts of its parts, numbers masked */
    private record Row(List<Word> words, double y, String text, Set<String> keys) {}

    /** Rows at one end of a page, outermost first. */
    private record End(Sheet sheet, List<Row> rows) {}

    private RunningHeads() {}

    static List<Sheet> dropped(List<Sheet> sheets) {
        if (sheets.size() < 2) return sheets;
        var drop = new ArrayList<Set<Word>>();
        for (int i = 0; i < sheets.size(); i++) drop.add(new HashSet<>());
        for (boolean top : new boolean[] {true, false}) {
            var ends = sheets.stream().map(s -> end(s, top)).toList();
            Map<String, List<Double>> heights = new HashMap<>();
            for (End end : ends)
                for (Row row : end.rows)
                    for (String key : row.keys)
                        heights.computeIfAbsent(key, k -> new ArrayList<>()).add(row.y);
            int fewest = sheets.size() < 4 ? sheets.size() : 3;
            for (int i = 0; i < ends.size(); i++) mark(ends.get(i), heights, fewest, drop.get(i));
        }
        var kept = new ArrayList<Sheet>();
        for (int i = 0; i < sheets.size(); i++) {
            var dropped = drop.get(i);
            Sheet sheet = sheets.get(i);
            kept.add(
                    dropped.isEmpty()
                            ? sheet
                            : sheet.with(sheet.words().stream()
                                    .filter(w -> !dropped.contains(w))
                                    .toList()));
        }
        return kept;
    }

    private static End end(Sheet sheet, boolean top) {
        double inner = top ? sheet.height() * (1 - ZONE) : sheet.height() * ZONE;
        var near = sheet.words().stream()
                .filter(w -> top ? w.baseline() > inner : w.baseline() < inner)
                .toList();
        var rows = Line.rows(near).stream().map(row -> row(sheet, row)).toList();
        var outermostFirst = top ? rows : rows.reversed();
        return new End(sheet, outermostFirst.stream().limit(MOST_ROWS).toList());
    }

    private static String masked(String text) {
        return NUMBER.matcher(text).replaceAll("#");
    }

    private static Row row(Sheet sheet, List<Word> words) {
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        var keys = new HashSet<String>();
        keys.add(masked(text));
        // Title at the left on every page, subject of the page at the right: the part tells.
        for (var span : new Line(sheet, words, Area.around(words), 0).spans()) {
            String part = masked(span.stream().map(Word::text).collect(Collectors.joining(" ")));
            if (part.length() >= 10) keys.add(part);
        }
        return new Row(words, words.getFirst().baseline(), text, keys);
    }

    private static void mark(End end, Map<String, List<Double>> heights, int fewest, Set<Word> drop) {
        int strangers = 0;
        for (int i = 0; i < end.rows.size() && strangers < 2; i++) {
            Row row = end.rows.get(i);
            long alike = row.keys.stream()
                    .mapToLong(key -> heights.getOrDefault(key, List.of()).stream()
                            .filter(y -> Math.abs(y - row.y) <= SAME_HEIGHT)
                            .count())
                    .max()
                    .orElse(0);
            boolean artifact = row.words.stream().allMatch(w -> w.mark() == MarkedContent.ARTIFACT);
            boolean repeated = artifact
                    || alike >= fewest
                    || (i == 0 && PAGE_NUMBER.matcher(row.text).matches());
            // A warning is kept, however often it is printed.
            boolean safety = SafetyLabel.of(row.text).isPresent();
            if (repeated && !safety && !inTallTable(end.sheet, row)) drop.addAll(row.words);
            else strangers++;
        }
    }

    /** The header row of a table that goes on from page to page is no running head. */
    private static boolean inTallTable(Sheet sheet, Row row) {
        double left = row.words.getFirst().left();
        double right = row.words.getLast().right();
        return sheet.rules().stream()
                .anyMatch(r -> !r.horizontal()
                        && r.covers(row.y)
                        && r.length() > 0.15 * sheet.height()
                        && left < r.at()
                        && r.at() < right);
    }
}
