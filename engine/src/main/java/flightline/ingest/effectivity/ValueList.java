package flightline.ingest.effectivity;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of serial numbers or registrations with ranges, closed or open: {@code 1001-1010, 1015 and subsequent}. */
final class ValueList {
    private static final String UNTIL = " ?(?:thru|through|to|until|-) ?";
    private static final Pattern AND_ON = Pattern.compile(
            "(?i) ?(?:,? ?(?:and|&) (?:subsequent|subs\\.?|on|onwards?|up|above|after|later|higher)|onwards?|\\+)"
                    + "(?: (?:aircraft|airplanes|serial numbers|units))?");
    private static final Pattern FROM = Pattern.compile("(?i)from ");
    private static final Pattern BEFORE = Pattern.compile("(?i)(?:prior to|before|earlier than|below) ");
    private static final Pattern UP_TO = Pattern.compile("(?i)up to(?: and including)? ");
    private static final Pattern AFTER = Pattern.compile("(?i)(?:after|later than|above) ");
    private static final Pattern SEPARATOR = Pattern.compile("(?i),? (?:and|or|&) |, ?| ?; ?");
    /** Between values as long as each other only: of {@code 1001/02} the second is short for another. */
    private static final Pattern STROKE = Pattern.compile(" ?/ ?");

    private final Pattern value;
    private final Pattern label;
    private final List<String> values = new ArrayList<>();
    private final List<Applicability> odd = new ArrayList<>();

    /**
     * @param value what one looks like
     * @param label may stand before any of them
     */
    ValueList(Pattern value, Pattern label) {
        this.value = value;
        this.label = label;
    }

    /** Absent where some word of the list is not understood. */
    Optional<Applicability> read(String list, String property) {
        String rest = list.strip();
        while (!rest.isEmpty()) {
            var labelled = label.matcher(rest);
            if (labelled.lookingAt()) rest = rest.substring(labelled.end());
            Optional<String> after = one(rest, property);
            if (after.isEmpty()) return Optional.empty();
            rest = after.get();
            if (rest.isEmpty()) break;
            Matcher separator = SEPARATOR.matcher(rest);
            Matcher stroke = STROKE.matcher(rest);
            if (separator.lookingAt()) rest = rest.substring(separator.end());
            else if (stroke.lookingAt() && beside(rest.substring(stroke.end()))) rest = rest.substring(stroke.end());
            else return Optional.empty();
            if (rest.isEmpty()) return Optional.empty();
        }
        if (!values.isEmpty()) odd.addFirst(new Applicability.Has(property, values));
        if (odd.isEmpty()) return Optional.empty();
        return Optional.of(odd.size() == 1 ? odd.getFirst() : new Applicability.AnyOf(odd));
    }

    /** Reads one value or range at the start; what is left behind it, absent where there is none. */
    private Optional<String> one(String text, String property) {
        for (Pattern open : List.of(BEFORE, AFTER, UP_TO)) {
            var start = open.matcher(text);
            if (!start.lookingAt()) continue;
            String rest = text.substring(start.end());
            var labelled = label.matcher(rest);
            if (labelled.lookingAt()) rest = rest.substring(labelled.end());
            Optional<String> bound = at(rest);
            if (bound.isEmpty()) return bound;
            String end = bound.get();
            if (open == UP_TO) values.add("~" + end);
            else
                odd.add(new Applicability.AllOf(List.of(
                        new Applicability.Has(property, List.of(open == BEFORE ? "~" + end : end + "~")),
                        new Applicability.Not(new Applicability.Has(property, List.of(end))))));
            return Optional.of(rest.substring(end.length()));
        }
        boolean onwards = FROM.matcher(text).lookingAt();
        String rest = onwards ? text.substring("from ".length()) : text;
        Optional<String> first = at(rest);
        if (first.isEmpty()) return first;
        String from = first.get();
        rest = rest.substring(from.length());
        var range = Pattern.compile("(?i)" + UNTIL).matcher(rest);
        if (range.lookingAt()) {
            String behind = rest.substring(range.end());
            var labelled = label.matcher(behind);
            if (labelled.lookingAt()) behind = behind.substring(labelled.end());
            Optional<String> last = at(behind);
            if (last.isEmpty() || !ordered(from, last.get())) return Optional.empty();
            values.add(from + "~" + last.get());
            return Optional.of(behind.substring(last.get().length()));
        }
        var open = AND_ON.matcher(rest);
        if (open.lookingAt()) {
            values.add(from + "~");
            return Optional.of(rest.substring(open.end()));
        }
        values.add(onwards ? from + "~" : from);
        return Optional.of(rest);
    }

    /** Whether what follows a stroke is a value of the same form as the one before it. */
    private boolean beside(String text) {
        if (values.isEmpty() || values.getLast().indexOf('~') >= 0) return false;
        String last = values.getLast();
        return at(text).filter(next -> shape(next).equals(shape(last))).isPresent();
    }

    private static String shape(String value) {
        return value.replaceAll("\\p{L}", "A").replaceAll("\\d", "1");
    }

    private Optional<String> at(String text) {
        var found = value.matcher(text);
        if (!found.lookingAt()) return Optional.empty();
        boolean whole = found.end() == text.length() || " ,;+-)/".indexOf(text.charAt(found.end())) >= 0;
        return whole ? Optional.of(found.group()) : Optional.empty();
    }

    /** A range that runs backwards was misread or misprinted. */
    private static boolean ordered(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        return new Applicability.Has("x", List.of(a + "~")).appliesTo(new Configuration(Map.of("x", b)))
                == Applicability.Verdict.YES;
    }
}
