package flightline.diagnosis;

import flightline.corpus.Applicability;
import flightline.corpus.Passage;
import flightline.corpus.Sentences;
import flightline.diagnosis.claim.ClaimText;
import flightline.search.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds documents in force that give different values for what reads like the same thing, and old or proposed ones that tempt. */
final class Disagreements {
    private static final double SAME_THING = 0.7;
    private static final int LOOK_AT = 12;
    private static final Pattern QUANTITY = Pattern.compile(
            "(?=\\d)(?<![\\p{L}\\d.,-])(\\d+(?:[.,]\\d+)*)\\s*(n·m|nm|lbf[·.\\s-]?(?:in|ft)|psi|psid|bar|kpa|mm|in|v|vdc|a|mω|kω|ω|ohms?|°c|°f|s|seconds?|min|minutes?|hours?|fh|cycles|kg|lb|rpm|%)(?![\\p{L}\\d·])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What parts one act from the next. */
    private static final Pattern CLAUSE = Pattern.compile("[,;:]\\s|\\b(?:and|then)\\s", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE = Pattern.compile("\\n(?=\\p{Lu})");

    private static final Pattern PRE =
            Pattern.compile("\\bpre[ -]?(?:sb|mod|ad|service bulletin)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POST =
            Pattern.compile("\\bpost[ -]?(?:sb|mod|ad|service bulletin)", Pattern.CASE_INSENSITIVE);
    /** Words that two sentences need before their likeness says anything. */
    private static final int FEWEST = 3;

    private Disagreements() {}

    static List<Conflict> among(List<Exhibits.Document> documents, Docket docket) {
        var conflicts = new ArrayList<Conflict>();
        List<Exhibits.Document> best = documents.subList(0, Math.min(LOOK_AT, documents.size()));
        List<Said> said = best.stream().flatMap(one -> said(one).stream()).toList();
        for (int i = 0; i < best.size(); i++)
            for (int k = i + 1; k < best.size(); k++) compare(best.get(i), best.get(k), said, docket, conflicts);
        return conflicts;
    }

    /** A sentence that states values: only such can differ in one. Each is read once, for it meets many others. */
    private record Said(Exhibits.Document from, String text, Map<String, Map<Double, String>> values) {
        boolean inDocumentOf(Exhibits.Document other) {
            return from.hit().document().key().equals(other.hit().document().key());
        }
    }

    private static List<Said> said(Exhibits.Document document) {
        return Sentences.of(document.hit().passage().text()).stream()
                .map(sentence -> new Said(document, sentence, values(sentence)))
                .filter(said -> !said.values.isEmpty())
                .toList();
    }

    /** @param all that is said anywhere: where both documents give both values, a nut is torqued twice */
    private static void compare(
            Exhibits.Document a, Exhibits.Document b, List<Said> all, Docket docket, List<Conflict> conflicts) {
        Hit one = a.hit();
        Hit two = b.hit();
        boolean sameDocument =
                one.document().header().id().equals(two.document().header().id());
        Passage left = one.passage();
        Passage right = two.passage();
        if (sameDocument || !meet(left.applicability(), right.applicability()) || otherState(one, two)) return;
        for (Said said : all) {
            if (!said.from.id().equals(a.id())) continue;
            for (Said other : all) {
                if (!other.from.id().equals(b.id())) continue;
                Optional<String> difference = difference(said, other);
                if (difference.isEmpty() || (known(said, b, all) && known(other, a, all))) continue;
                String text = one.document().header().id() + ": \"" + said.text + "\" — "
                        + two.document().header().id() + ": \"" + other.text + "\" Both are in force; they differ in "
                        + difference.get() + ". Ask engineering before you use either.";
                if (conflicts.stream().noneMatch(c -> c.text().equals(text)))
                    conflicts.add(new Conflict(text, List.of(docket.enter(a), docket.enter(b))));
                return;
            }
        }
    }

    /** Whether the document gives one of the values too, if in another place. */
    private static boolean known(Said said, Exhibits.Document document, List<Said> all) {
        return all.stream()
                .filter(one -> one.inDocumentOf(document))
                .anyMatch(one -> said.values.entrySet().stream()
                        .anyMatch(e -> one.values.getOrDefault(e.getKey(), Map.of()).keySet().stream()
                                .anyMatch(e.getValue()::containsKey)));
    }

    /** What holds for all aircraft meets what holds for some; whether two that hold for some meet is not known. */
    private static boolean meet(Applicability a, Applicability b) {
        return a.equals(b) || a.equals(Applicability.ALL) || b.equals(Applicability.ALL);
    }

    /** The values in which two sentences differ that are otherwise of one thing; empty where they do not. */
    private static Optional<String> difference(Said a, Said b) {
        boolean sameUnit = a.values.keySet().stream().anyMatch(b.values::containsKey);
        if (!sameUnit || !ofOneThing(a, b)) return Optional.empty();
        for (var entry : a.values.entrySet()) {
            Map<Double, String> theirs = b.values.getOrDefault(entry.getKey(), Map.of());
            var common = new HashSet<>(entry.getValue().keySet());
            common.retainAll(theirs.keySet());
            if (!theirs.isEmpty() && common.isEmpty())
                return Optional.of(String.join(", ", entry.getValue().values()) + " against "
                        + String.join(", ", theirs.values()));
        }
        return Optional.empty();
    }

    /**
     * Whether two sentences are of one thing: they read alike but for their values; or what one says before its value the
     * other says as well, whatever stands around it, and what the other says besides ("the hub bolts <i>of the propeller</i>") is what the first one's document
     * speaks of there.
     */
    private static boolean ofOneThing(Said a, Said b) {
        if (alike(a.text, b.text) >= SAME_THING) return true;
        Set<String> one = before(a.text);
        Set<String> two = before(b.text);
        if (one.size() < FEWEST || two.size() < FEWEST) return false;
        return (two.containsAll(one) && heard(two, one, a.from.hit()))
                || (one.containsAll(two) && heard(one, two, b.from.hit()));
    }

    private static boolean heard(Set<String> more, Set<String> said, Hit hit) {
        var rest = new HashSet<>(more);
        rest.removeAll(said);
        return rest.isEmpty() || unnumbered(surroundings(hit)).containsAll(rest);
    }

    /** The words of the clause that leads to the first value: what the value is of. */
    private static Set<String> before(String text) {
        // A heading that stands over a line is no part of it.
        String plain = ClaimText.of(LINE.matcher(text).replaceAll("; "));
        Matcher value = QUANTITY.matcher(plain);
        if (!value.find()) return Set.of();
        String clause = plain.substring(0, value.start());
        Matcher cut = CLAUSE.matcher(clause);
        int start = 0;
        while (cut.find()) start = cut.end();
        return unnumbered(clause.substring(start));
    }

    /** Whether one speaks of the aircraft before a modification and the other of it after. */
    private static boolean otherState(Hit one, Hit two) {
        String left = surroundings(one);
        String right = surroundings(two);
        return (says(PRE, left) && says(POST, right) && !says(PRE, right))
                || (says(POST, left) && says(PRE, right) && !says(POST, right));
    }

    private static boolean says(Pattern state, String text) {
        return state.matcher(text).find();
    }

    private static String surroundings(Hit hit) {
        Passage passage = hit.passage();
        return hit.document().header().title() + " " + String.join(" ", passage.path()) + " " + passage.context() + " "
                + passage.text();
    }

    private static double alike(String a, String b) {
        Set<String> one = words(a);
        Set<String> two = words(b);
        if (one.size() < FEWEST || two.size() < FEWEST) return 0;
        var both = new HashSet<>(one);
        both.retainAll(two);
        return (double) both.size() / (one.size() + two.size() - both.size());
    }

    private static Set<String> words(String text) {
        String plain = QUANTITY.matcher(ClaimText.of(text)).replaceAll(" ");
        return unnumbered(plain);
    }

    private static Set<String> unnumbered(String text) {
        return Words.of(text.replaceAll("\\d+(?:[.,]\\d+)*", " "));
    }

    /** Values by unit, each by its number as it is written. */
    private static Map<String, Map<Double, String>> values(String text) {
        var values = new TreeMap<String, Map<Double, String>>();
        // Most sentences state none, and this is the quickest way to know it.
        if (text.chars().noneMatch(Character::isDigit)) return values;
        Matcher matcher = QUANTITY.matcher(ClaimText.of(text));
        while (matcher.find())
            values.computeIfAbsent(unit(matcher.group(2)), u -> new TreeMap<>())
                    .put(number(matcher.group(1)), matcher.group());
        return values;
    }

    /** A comma that parts no thousands is a decimal one. */
    private static double number(String written) {
        String plain = written.replace(',', '.');
        boolean one = plain.indexOf('.') == plain.lastIndexOf('.');
        return Double.parseDouble(one ? plain : plain.replace(".", ""));
    }

    private static String unit(String written) {
        String unit = written.toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "seconds", "second" -> "s";
            case "minutes", "minute" -> "min";
            case "hours" -> "hour";
            case "ohm", "ohms" -> "ω";
            // mΩ and MΩ are a milliard apart.
            case "mω" -> written;
            default -> unit.replaceAll("[·.\\s-]", "");
        };
    }
}
