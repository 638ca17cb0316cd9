package flightline.diagnosis;

import flightline.corpus.Passage;
import flightline.search.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds documents in force that give different values for what reads like the same thing, and old or proposed ones that tempt. */
final class Disagreements {
    private static final double SAME_THING = 0.7;
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
        for (String said : Sentences.of(left.text()))
            for (String other : Sentences.of(right.text())) {
                Optional<String> difference = difference(said, other);
                if (difference.isEmpty()) continue;
                String text = one.document().header().id() + ": \"" + said + "\" — "
                        + two.document().header().id() + ": \"" + other + "\" Both are in force; they differ in "
                        + difference.get() + ". Ask engineering before you use either.";
                if (conflicts.stream().noneMatch(c -> c.text().equals(text)))
                    conflicts.add(new Conflict(text, List.of(docket.enter(a), docket.enter(b))));
                return;
            }
    }

    /** The values in which two sentences differ that otherwise read alike; empty where they do not. */
    private static Optional<String> difference(String a, String b) {
        Map<String, Set<String>> values = values(a);
        Map<String, Set<String>> others = values(b);
        if (values.isEmpty() || others.isEmpty() || alike(a, b) < SAME_THING) return Optional.empty();
        for (String unit : values.keySet()) {
            Set<String> theirs = others.getOrDefault(unit, Set.of());
            var common = new HashSet<>(values.get(unit));
            common.retainAll(theirs);
            if (!theirs.isEmpty() && common.isEmpty())
                return Optional.of(
                        String.join(", ", values.get(unit)) + " against " + String.join(", ", theirs) + " " + unit);
        }
        return Optional.empty();
    }

    private static double alike(String a, String b) {
        Set<String> one = words(a);
        Set<String> two = words(b);
        if (one.size() < 4 || two.size() < 4) return 0;
        var both = new HashSet<>(one);
        both.retainAll(two);
        return (double) both.size() / (one.size() + two.size() - both.size());
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
