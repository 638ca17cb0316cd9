package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is printed at the heads and feet of pages, where it is looked for before it is dropped: markings and effectivity.
 *
 * @param lines parts of rows as wide gaps make them, by 1-based page
 */
record Margins(Map<Integer, List<String>> lines) {
    private static final double ZONE = 0.12;
    private static final Pattern EFFECTIVITY = Pattern.compile("(?i)effectivity ?(?:[:-] ?)?(.*)");

    static Margins of(List<Sheet> sheets) {
        var lines = new TreeMap<Integer, List<String>>();
        for (Sheet sheet : sheets) {
            var parts = new ArrayList<String>();
            for (boolean top : new boolean[] {true, false}) parts.addAll(parts(sheet, top));
            lines.put(sheet.number(), List.copyOf(parts));
        }
        return new Margins(lines);
    }

    private static List<String> parts(Sheet sheet, boolean top) {
        double inner = sheet.height() * (top ? 1 - ZONE : ZONE);
        var near = sheet.words().stream()
                .filter(w -> top ? w.baseline() > inner : w.baseline() < inner)
                .toList();
        return Line.rows(near).stream()
                .flatMap(row -> new Line(sheet, row, Area.around(row), 0).spans().stream())
                .map(span -> span.stream().map(Word::text).collect(Collectors.joining(" ")))
                .toList();
    }

    /** The statements of effectivity, without the word; in a box of its own, the words stand in the row beneath it. */
    Map<Integer, String> effectivity() {
        var found = new HashMap<Integer, String>();
        lines.forEach((page, parts) -> {
            for (int i = 0; i < parts.size(); i++) {
                Matcher stated = EFFECTIVITY.matcher(parts.get(i));
                if (!stated.matches()) continue;
                String words = stated.group(1).strip();
                if (words.isEmpty() && i + 1 < parts.size()) words = parts.get(i + 1);
                if (!words.isEmpty()) found.merge(page, words, (a, b) -> a.equals(b) ? a : a + " / " + b);
            }
        });
        return found;
    }
}
