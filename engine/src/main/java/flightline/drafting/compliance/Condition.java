package flightline.drafting.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether words of a directive hold for an aircraft: modifications, bulletins, parts and serial numbers that they name are looked
 * up in the fleet list. Words that are not understood never make it hold; one part that does not hold is enough that it does not.
 */
final class Condition {
    private static final Pattern MODIFICATION = Pattern.compile(
            "(?i)\\b(PRE|POST)?[ -]?(?:MOD|modification \\(mod\\)|modification|mod\\.?)\\s+(\\d[\\d-]*\\d)");
    private static final Pattern BULLETIN = Pattern.compile(
            "(?i)(?:the original issue of\\s+)?\\b(?:SB|Service Bulletin(?: \\(SB\\))?)\\s+((?-i:[A-Z0-9]+(?:-[A-Z0-9]+)+))(?![a-z0-9])(?:,? (?:at )?(Revision|Rev\\.?|original issue)\\s*(\\d*))?(?:, dated [\\d-]+)?");
    private static final Pattern PART = Pattern.compile("\\b([A-Z]{1,3}\\d{1,2}-\\d{3,4}-\\d{2,4})\\b");
    private static final Pattern SERIALS =
            Pattern.compile("(?i)\\bMSN\\s+(\\d+)(?:\\s+(?:to|through)\\s+(?:MSN\\s+)?(\\d+))?");
    private static final Pattern FAMILY =
            Pattern.compile("\\b(A3\\d\\d|[A-Z]{2,3}-\\d{2}(?:-\\d{3})?)\\s+(?:aeroplanes|airplanes|aircraft)");
    private static final Pattern NEGATED = Pattern.compile("(?i)\\b(?:has|have|was|were) not\\b|\\bnot been\\b");
    private static final Set<String> ON =
            Set.of("post", "embodied", "yes", "true", "done", "fitted", "installed", "in production");
    private static final Set<String> OFF =
            Set.of("pre", "not embodied", "no", "false", "not done", "not fitted", "removed");
    /** Words that add nothing to what was looked up. */
    private static final Set<String> FILLERS = Set.of(
            "aircraft",
            "aeroplanes",
            "airplanes",
            "with",
            "on",
            "which",
            "was",
            "were",
            "done",
            "in",
            "accordance",
            "the",
            "of",
            "a",
            "an",
            "are",
            "is",
            "has",
            "have",
            "been",
            "having",
            "embodied",
            "service",
            "production",
            "one",
            "or",
            "both",
            "main",
            "gear",
            "gears",
            "harness",
            "sensor",
            "downlock",
            "that",
            "those",
            "and",
            "issue",
            "airbus",
            "not",
            "before",
            "effective",
            "date",
            "this",
            "ad",
            "directive",
            "by");

    private final Tail tail;
    private final List<String> missing = new ArrayList<>();

    Condition(Tail tail) {
        this.tail = tail;
    }

    /** What the fleet list would have to tell, as the directive names it. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    Answered holds(String words) {
        boolean negated = NEGATED.matcher(words).find();
        String rest = words;
        Answered all = Answered.YES;
        boolean any = false;
        for (Matcher m = MODIFICATION.matcher(words); m.find(); any = true) {
            Answered state = state("mod " + m.group(2), m.group());
            if (m.group(1) != null && m.group(1).equalsIgnoreCase("pre")) state = state.not();
            all = all.and(negated ? state.not() : state);
            rest = rest.replace(m.group(), " ");
        }
        for (Matcher m = BULLETIN.matcher(words); m.find(); any = true) {
            boolean original = m.group().toLowerCase(Locale.ROOT).contains("original issue");
            Answered state = bulletin(
                    m.group(1),
                    original ? "ORIGINAL" : Optional.ofNullable(m.group(3)).orElse(""),
                    m.group());
            all = all.and(negated ? state.not() : state);
            rest = rest.replace(m.group(), " ");
        }
        for (Matcher m = PART.matcher(words); m.find(); any = true) {
            all = all.and(state(m.group(1), m.group()));
            rest = rest.replace(m.group(), " ");
        }
        Answered numbered = serials(words);
        if (SERIALS.matcher(words).find()) {
            any = true;
            all = all.and(numbered);
            rest = SERIALS.matcher(rest).replaceAll(" ");
        }
        for (Matcher m = FAMILY.matcher(words); m.find(); any = true) {
            all = all.and(Tail.bare(tail.model()).startsWith(Tail.bare(m.group(1))) ? Answered.YES : Answered.NO);
            rest = rest.replace(m.group(), " ");
        }
        if (!any) return Answered.UNKNOWN;
        return all == Answered.YES && !understood(rest) ? Answered.UNKNOWN : all;
    }

    private static boolean understood(String rest) {
        for (String word : rest.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
            if (!word.isEmpty() && !FILLERS.contains(word)) return false;
        return true;
    }

    private Answered serials(String words) {
        Optional<Long> own = serial();
        Answered answer = Answered.NO;
        for (Matcher m = SERIALS.matcher(words); m.find(); ) {
            if (own.isEmpty()) {
                missing.add("serial number");
                return Answered.UNKNOWN;
            }
            long from = Long.parseLong(m.group(1));
            long to = m.group(2) == null ? from : Long.parseLong(m.group(2));
            if (own.get() >= from && own.get() <= to) answer = Answered.YES;
        }
        return answer;
    }

    private Optional<Long> serial() {
        return tail.serial().matches("\\d{1,12}") ? Optional.of(Long.parseLong(tail.serial())) : Optional.empty();
    }

    /** @param words under which the directive names it */
    private Answered state(String identifier, String words) {
        Optional<Map.Entry<String, String>> known = tail.configured(identifier);
        String value = known.map(entry -> entry.getValue().strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (ON.contains(value)) return Answered.YES;
        if (OFF.contains(value)) return Answered.NO;
        missing.add(words.strip());
        return Answered.UNKNOWN;
    }

    /** @param revision {@code ORIGINAL}, a number, or empty for any */
    private Answered bulletin(String number, String revision, String words) {
        List<Tail.Done> done = tail.done().stream()
                .filter(one -> Tail.names(one.what(), number))
                .toList();
        if (done.isEmpty()) {
            if (tail.complete()) return Answered.NO;
            Optional<Map.Entry<String, String>> known = tail.configured(number);
            if (known.isPresent()) return state(number, words);
            missing.add(words.strip());
            return Answered.UNKNOWN;
        }
        if (revision.isEmpty()) return Answered.YES;
        boolean same = done.stream()
                .anyMatch(one -> revisionOf(one.what(), number).equals(revision.replaceFirst("^0+(?=.)", "")));
        boolean unsaid =
                done.stream().anyMatch(one -> revisionOf(one.what(), number).isEmpty());
        if (!same && unsaid) missing.add(words.strip());
        return same ? Answered.YES : unsaid ? Answered.UNKNOWN : Answered.NO;
    }

    private static String revisionOf(String what, String number) {
        String behind = Tail.bare(what);
        behind = behind.substring(
                behind.indexOf(Tail.bare(number)) + Tail.bare(number).length());
        if (behind.startsWith("ORIGINAL")) return "ORIGINAL";
        return behind.replaceFirst("^(?:AT)?(?:REVISION|REV|R|ISSUE)0*(\\d*).*$", "$1");
    }
}
