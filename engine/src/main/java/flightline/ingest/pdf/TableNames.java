package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the name of a table that stands between the steps of a procedure from a heading that is set alike: when the items below
 * the table count on from those above its name, no section has begun there.
 */
final class TableNames {
    private static final Pattern LAST = Pattern.compile("(.*?)(\\d+|\\p{L})([^\\d\\p{L}]*)");

    private TableNames() {}

    static List<Draft> of(List<Draft> drafts) {
        var told = new ArrayList<Draft>(drafts.size());
        Map<String, String> awaited = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft instanceof Draft.Title title) {
                if (title.number().isEmpty()
                        && i + 1 < drafts.size()
                        && drafts.get(i + 1) instanceof Draft.Tabular table
                        && table.caption().isEmpty()
                        && countsOn(drafts, i + 2, awaited)) {
                    told.add(new Draft.Text(title.text(), title.at()));
                    told.add(new Draft.Tabular(title.text(), table.parts()));
                    i++;
                    continue;
                }
                awaited.clear();
            }
            if (draft instanceof Draft.Entry entry && !entry.label().bullet())
                awaited.put(entry.label().form(), next(entry.label().printed()));
            told.add(draft);
        }
        return told;
    }

    /** Whether the first item from there on is the one awaited. */
    private static boolean countsOn(List<Draft> drafts, int from, Map<String, String> awaited) {
        for (Draft draft : drafts.subList(from, drafts.size())) {
            if (draft instanceof Draft.Title) return false;
            if (draft instanceof Draft.Entry entry && !entry.label().bullet())
                return entry.label().printed().equals(awaited.get(entry.label().form()));
        }
        return false;
    }

    /** The label that counts on: {@code (4)} after {@code (3)}, {@code c.} after {@code b.} */
    private static String next(String printed) {
        Matcher m = LAST.matcher(printed);
        if (!m.matches()) return "";
        String count = m.group(2);
        String next = Character.isDigit(count.charAt(0))
                ? String.valueOf(Long.parseLong(count) + 1)
                : Character.toString(count.codePointAt(0) + 1);
        return m.group(1) + next + m.group(3);
    }
}
