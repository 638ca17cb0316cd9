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
 * @param feet those of them that stand at the foot
 */
record Margins(Map<Integer, List<String>> lines, Map<Integer, List<String>> feet) {
    private static final double ZONE = 0.12;
    private static final String WORD = "effectivity";
    /** Without a colon it may be the title of a chapter. */
    private static final Pattern STATED = Pattern.compile("(?i)" + WORD + " ?[:-] ?(\\S.*)");

    static Margins of(List<Sheet> sheets) {
        var lines = new TreeMap<Integer, List<String>>();
        var feet = new TreeMap<Integer, List<String>>();
        for (Sheet sheet : sheets) {
            List<String> foot = parts(sheet, false);
            var all = new ArrayList<>(parts(sheet, true));
            all.addAll(foot);
            lines.put(sheet.number(), List.copyOf(all));
            feet.put(sheet.number(), foot);
        }
        return new Margins(lines, feet);
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

    /** The statements of effectivity, without the word; in a box at the foot, the words stand in the row beneath it. */
    Map<Integer, String> effectivity() {
        var found = new HashMap<Integer, String>();
        lines.forEach((page, parts) -> {
            for (String part : parts) {
                Matcher stated = STATED.matcher(part);
                if (stated.matches()) found.merge(page, part.substring(stated.start(1)), Margins::both);
            }
        });
        feet.forEach((page, parts) -> {
            for (int i = 0; i + 1 < parts.size(); i++)
                if (parts.get(i).strip().equalsIgnoreCase(WORD)) found.merge(page, parts.get(i + 1), Margins::both);
        });
        return found;
    }

    private static String both(String a, String b) {
        return a.equals(b) ? a : a + " / " + b;
    }
}
