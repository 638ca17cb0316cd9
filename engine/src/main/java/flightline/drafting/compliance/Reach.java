package flightline.drafting.compliance;

import flightline.corpus.Citation;
import flightline.drafting.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a directive reaches an aircraft, and by which of its words. */
final class Reach {
    private static final Pattern EXCEPT = Pattern.compile(
            "(?i)\\b(?:and )?except (?:those |aircraft |airplanes |aeroplanes )?(?:on which |that |with )?");
    private static final Pattern ONLY = Pattern.compile(
            "(?i)\\b(?:with (?!main gears)|equipped with|fitted with|incorporating|on which|as identified in (?!paragraphs?\\b))");

    /** A model without its variant: {@code A320}, {@code 737}, {@code LT-46}. */
    private static final Pattern FAMILY = Pattern.compile("[A-Z]{2,3}-\\d+|[A-Z]*\\d+");

    private static final Pattern SERIES = Pattern.compile("(?i)\\bseries\\b");
    private static final Pattern CERTAIN = Pattern.compile("(?i)\\bcertain\\b(?! flights?\\b)");

    private final Directive directive;
    private final Tail tail;

    Reach(Directive directive, Tail tail) {
        this.directive = directive;
        this.tail = tail;
    }

    /**
     * What came of it.
     *
     * @param why in the directive's words where it has any
     * @param open what a person has to find out, empty where it is decided
     */
    record Found(Answered applies, List<Words> why, List<String> open) {}

    Found found() {
        if (directive.products().isEmpty() || directive.models().isEmpty())
            return new Found(
                    Answered.UNKNOWN,
                    List.of(new Words.Ours("its applicability was not read for sure")),
                    List.of("applicability"));
        Answered model = model();
        List<Words> quoted = new ArrayList<>(List.of(new Words.Ours("it says:")));
        Optional<Citation> clause = clause();
        clause.or(() -> Optional.of(directive.products().getFirst()))
                .ifPresent(one -> quoted.add(Words.Quoted.all(one)));
        if (model == Answered.NO) return new Found(Answered.NO, with("model not listed;", quoted), List.of());
        if (model == Answered.UNKNOWN || clause.isEmpty())
            return new Found(
                    Answered.UNKNOWN, with("variant of the model not told;", quoted), List.of("model variant"));
        return within(part(clause.get().quote()), quoted);
    }

    /** Whether its words may mean the model; false only where they mean others for sure. */
    boolean mayName() {
        return model() != Answered.NO;
    }

    private Found within(String words, List<Words> quoted) {
        var condition = new Condition(tail);
        Matcher first = EXCEPT.matcher(words);
        String scope = first.find() ? words.substring(0, first.start()) : words;
        Answered serial = serial(scope, condition);
        if (serial == Answered.NO) return new Found(Answered.NO, with("serial number not in it;", quoted), List.of());
        Answered exempt = Answered.NO;
        String[] exceptions = EXCEPT.split(words);
        for (int at = 1; at < exceptions.length; at++) {
            Answered one = condition.holds(exceptions[at].replaceFirst("[.;]\\s*$", ""));
            if (one == Answered.YES)
                return new Found(Answered.NO, with("excepted by the fleet list;", quoted), List.of());
            if (one == Answered.UNKNOWN) exempt = one;
        }
        Answered only = Answered.YES;
        Matcher narrowed = ONLY.matcher(scope);
        if (narrowed.find()) only = condition.holds(scope.substring(narrowed.end()));
        if (CERTAIN.matcher(scope).find()) only = only.and(Answered.UNKNOWN);
        if (only == Answered.NO)
            return new Found(Answered.NO, with("the fleet list says otherwise;", quoted), List.of());
        if (serial == Answered.UNKNOWN || exempt == Answered.UNKNOWN || only == Answered.UNKNOWN) {
            List<String> open = condition.missing().isEmpty()
                    ? List.of("what the applicability asks for")
                    : condition.missing().stream().distinct().toList();
            return new Found(Answered.UNKNOWN, with("not decided;", quoted), open);
        }
        return new Found(Answered.YES, quoted, List.of());
    }

    private static List<Words> with(String ours, List<Words> quoted) {
        var all = new ArrayList<Words>(List.of(new Words.Ours(ours)));
        all.addAll(quoted);
        return all;
    }

    /** A family's name is not one of its variants, nor the other way round. */
    private Answered model() {
        String own = Tail.bare(tail.model());
        boolean near = false;
        for (String model : directive.models()) {
            String listed = Tail.bare(model);
            if (own.equals(listed) || (own.endsWith(listed) && own.length() - listed.length() > 3)) return Answered.YES;
            near |= own.startsWith(listed) || listed.startsWith(own);
        }
        return near || maybeFamily() ? Answered.UNKNOWN : Answered.NO;
    }

    /** Whether the family is named as a series, or in a way of which no variant was read. */
    private boolean maybeFamily() {
        Matcher named = FAMILY.matcher(tail.model());
        String family = Tail.bare(named.lookingAt() ? named.group() : tail.model());
        String said = directive.products().stream().map(Citation::quote).reduce("", (a, b) -> a + " " + b);
        boolean listed =
                directive.models().stream().anyMatch(model -> Tail.bare(model).startsWith(family));
        return Tail.bare(said).contains(family)
                && (!listed || SERIES.matcher(said).find());
    }

    /** The listed products that name the aircraft's model. */
    private Optional<Citation> clause() {
        return directive.products().stream()
                .filter(product -> names(product.quote()))
                .min(Comparator.comparingInt(product -> product.quote().length()));
    }

    private boolean names(String words) {
        return Tail.bare(words).contains(Tail.bare(tail.model()));
    }

    /** Products are listed in sentences parted by semicolons, each with exceptions of its own. */
    private String part(String words) {
        for (String part : words.split(";")) if (names(part)) return part;
        return words;
    }

    /** The serial numbers that stand behind the model, up to the next model's. */
    private Answered serial(String scope, Condition condition) {
        String bare = scope.replaceAll("\\s+", " ");
        int at = bare.indexOf(tail.model());
        String behind = at < 0 ? bare : bare.substring(at + tail.model().length());
        Matcher numbers = Pattern.compile(
                        "(?i)\\b(?:all|MSN\\s+\\d+(?:\\s+to\\s+\\d+)?)(?:[^;]*?)(?=\\b[A-Z]{2,3}-\\d|$)")
                .matcher(behind);
        if (!numbers.find()) return Answered.YES;
        String said = numbers.group();
        return said.toLowerCase(Locale.ROOT).startsWith("all") ? Answered.YES : condition.holds(serials(said));
    }

    private static String serials(String said) {
        Matcher only = Pattern.compile("(?i)MSN\\s+\\d+(?:\\s+to\\s+\\d+)?").matcher(said);
        var all = new ArrayList<String>();
        while (only.find()) all.add(only.group());
        return String.join(" or ", all);
    }
}
