package flightline.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Airframes that stand under more than one registration: what is asked by aircraft takes them apart. */
final class Airframes {
    /** Of the words that are counted when the table is built. */
    static final String KIND = "airframe";

    private static final String BETWEEN = "\t";
    /** In SQL: model, serial and tail. */
    static final String WORD = "coalesce(model, '') || '" + BETWEEN + "' || serial || '" + BETWEEN + "' || tail";

    private static final int SHOWN = 3;

    private Airframes() {}

    /** Said of questions by aircraft; empty where no airframe changed its registration. */
    static Optional<String> caveat(Question question, ClearedRecords records) {
        boolean byAircraft = question.form() == Form.RECURRING
                || question.form() == Form.COMPARE
                || question.by().filter(by -> by == Grouping.TAIL).isPresent()
                || !question.selection().tails().isEmpty();
        return byAircraft ? caveat(records.airframes()) : Optional.empty();
    }

    private static Optional<String> caveat(Grid words) {
        Map<String, TreeSet<String>> tails = new LinkedHashMap<>();
        for (int i = 0; i < words.rows().size(); i++) {
            String[] parts = words.text(i, "word").split(BETWEEN, -1);
            tails.computeIfAbsent((parts[0] + " serial " + parts[1]).strip(), frame -> new TreeSet<>())
                    .add(parts[2]);
        }
        List<String> changed = tails.entrySet().stream()
                .filter(frame -> frame.getValue().size() > 1)
                .map(frame -> frame.getKey() + " under " + String.join(" and ", frame.getValue()))
                .toList();
        if (changed.isEmpty()) return Optional.empty();
        String more = changed.size() > SHOWN ? " and " + (changed.size() - SHOWN) + " more" : "";
        return Optional.of("one airframe stands under several registrations, each counted by itself: "
                + String.join("; ", changed.stream().limit(SHOWN).toList()) + more);
    }
}
