package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.search.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds documents in force that give different values for what reads like the same thing, and old or proposed ones that tempt. */
final class Disagreements {
    private static final double SAME_THING = 0.6;
    private static final int LOOK_AT = 12;
    private static final Pattern QUANTITY = Pattern.compile(
            "(\\d+(?:[.,]\\d+)*)\\s*(n·m|nm|lbf[·.\\s-]?(?:in|ft)|psi|psid|bar|kpa|mm|in|v|vdc|a|mω|kω|ω|ohms?|°c|°f|s|seconds?|min|minutes?|hours?|fh|cycles|kg|lb|rpm|%)(?![\\p{L}\\d])");

    private Disagreements() {}

    static List<Conflict> among(List<Exhibits.Document> documents, Docket docket) {
        var conflicts = new ArrayList<Conflict>();
        List<Exhibits.Document> best = documents.subList(0, Math.min(LOOK_AT, documents.size()));
        for (int i = 0; i < best.size(); i++)
            for (int k = i + 1; k < best.size(); k++) compare(best.get(i), best.get(k), docket, conflicts);
        return conflicts;
    }

    private static void compare(Exhibits.Document a, Exhibits.Document b, Docket docket, List<Conflict> conflicts) {
        Hit one = a.hit();
        Hit two = b.hit();
        boolean sameDocument =
                one.document().header().id().equals(two.document().header().id());
        Passage left = one.passage();
        Passage right = two.passage();
        if (sameDocument || !left.applicability().equals(right.applicability())) return;
        Map<String, Set<String>> values = values(left.text());
        Map<String, Set<String>> others = values(right.text());
        if (alike(left.text(), right.text()) < SAME_THING) return;
        for (String unit : values.keySet()) {
            Set<String> theirs = others.getOrDefault(unit, Set.of());
            var common = new HashSet<>(values.get(unit));
            common.retainAll(theirs);
            if (theirs.isEmpty() || !common.isEmpty()) continue;
            conflicts.add(new Conflict(
                    one.document().header().id() + " gives " + String.join(", ", values.get(unit)) + " " + unit + ", "
                            + two.document().header().id() + " gives " + String.join(", ", theirs) + " " + unit
                            + ". Both are in force. Ask engineering before you use either.",
                    List.of(docket.enter(a), docket.enter(b))));
            return;
        }
    }

    private static double alike(String a, String b) {
        Set<String> one = words(a);
        Set<String> two = words(b);
        if (one.size() < 4 || two.size() < 4) return 0;
        var both = new HashSet<>(one);
        both.retainAll(two);
        return (double) both.size() / Math.min(one.size(), two.size());
    }

    private static Set<String> words(String text) {
        return Words.of(text.replaceAll("\\d+(?:[.,]\\d+)*", " "));
    }

    private static Map<String, Set<String>> values(String text) {
        var values = new HashMap<String, Set<String>>();
        Matcher matcher = QUANTITY.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find())
            values.computeIfAbsent(matcher.group(2), u -> new java.util.TreeSet<>())
                    .add(matcher.group(1));
        return values;
    }
}
