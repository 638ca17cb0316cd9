package flightline.ingest.manuals;

import flightline.corpus.Applicability;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads EFFECT elements: effectivity codes in pairs ({@code 001005 010999} is 001 to 005 and 010 to 999), service
 * bulletins that have to be or must not be embodied, and words.
 *
 * <p>A code is what one manual calls an aircraft, so it becomes a property of its own per model; which aircraft has which
 * code the manual's cross-reference table tells. A range to the highest code is open: later aircraft are in it. Words that
 * are more than the codes repeated leave open whether the text holds.
 */
final class Effectivity {
    private record Range(long from, long to, int digits) {
        String written() {
            // The highest code stands for all that are not built yet.
            if (number(to).matches("9+") && from < to) return number(from) + "~";
            return number(from) + (from == to ? "" : "~" + number(to));
        }

        private String number(long code) {
            return String.format(Locale.ROOT, "%0" + digits + "d", code);
        }

        boolean all() {
            return from <= 1 && number(to).matches("9+");
        }
    }

    /** Nothing but codes, and the words that lead to them and join them. */
    private static final Pattern RANGES_ONLY =
            Pattern.compile("(?i)(?:[\\d\\s,;:&*-]|\\b(?:on|for|a/c|aircraft|effectivity|thru|to|and|all)\\b)+");

    private static final Pattern PAIR = Pattern.compile("(?:\\d\\d){1,9}");

    private final String property;

    /** @param property what an aircraft's code is called, see {@link #property} */
    Effectivity(String property) {
        this.property = property;
    }

    /** The name under which a model's effectivity codes are kept, for example {@code effectivity lt46}. */
    static String property(String model) {
        return ("effectivity " + model).strip().toLowerCase(Locale.ROOT);
    }

    /** What the EFFECT elements right in this one say. */
    Holds of(XmlElement element) {
        Holds all = Holds.ALL;
        for (XmlElement effect : element.children("effect")) all = both(all, read(effect));
        return all;
    }

    static Holds both(Holds a, Holds b) {
        String words =
                a.inWords().isEmpty() || b.inWords().isEmpty() || a.inWords().equals(b.inWords())
                        ? (a.inWords().isEmpty() ? b.inWords() : a.inWords())
                        : a.inWords() + "; " + b.inWords();
        return new Holds(Applicability.both(a.computed(), b.computed()), words);
    }

    private Holds read(XmlElement effect) {
        var words = new ArrayList<String>();
        List<Range> base = ranges(said(effect, "effrg"), words);
        boolean misread = !words.isEmpty();
        Applicability computed = codes(base);
        for (XmlElement bulletin : effect.children("sbeff"))
            computed = Applicability.both(computed, bulletin(bulletin, base, words));
        for (XmlElement change : effect.children("coceff")) {
            say(words, "COC " + change.attribute("cocnbr"));
            say(words, change.attribute("effrg"));
            say(words, change.attribute("efftext"));
        }
        say(words, said(effect, "efftext"));
        if (effect.children("efftext").isEmpty() && effect.hasOwnWords()) say(words, effect.text());
        String all = String.join("; ", words);
        // Words may narrow what the codes say, so they leave it open within the codes; mere repetitions do not.
        boolean repeats = !misread && RANGES_ONLY.matcher(all).matches();
        if (all.isEmpty()) return new Holds(computed, "");
        return new Holds(
                repeats && !(computed instanceof Applicability.All)
                        ? new Applicability.Worded(all, computed)
                        : Applicability.both(computed, new Applicability.Unread(all)),
                all);
    }

    private static String said(XmlElement effect, String name) {
        String attribute = effect.attribute(name);
        return attribute.isEmpty() ? effect.child(name).map(XmlElement::text).orElse("") : attribute;
    }

    /** Inside its range the bulletin decides; outside it the text holds whether it is embodied or not. */
    private Applicability bulletin(XmlElement bulletin, List<Range> base, List<String> words) {
        String number = bulletin.attribute("sbnbr");
        String state = bulletin.attribute("sbcond").toLowerCase(Locale.ROOT);
        say(words, bulletin.attribute("efftext"));
        if (number.isEmpty() || state.isEmpty()) {
            say(words, (state + " SB " + number).strip());
            return Applicability.ALL;
        }
        Applicability condition = new Applicability.Has("sb " + number, List.of(state));
        List<Range> within = ranges(bulletin.attribute("effrg"), words);
        List<Range> outside = without(base, within);
        if (within.isEmpty() || (outside.isEmpty() && !base.isEmpty())) return condition;
        if (base.isEmpty()) outside = without(List.of(everything(within)), within);
        return outside.isEmpty() ? condition : new Applicability.AnyOf(List.of(codes(outside), condition));
    }

    private static Range everything(List<Range> like) {
        int digits = like.getFirst().digits();
        return new Range(0, Long.parseLong("9".repeat(digits)), digits);
    }

    private static List<Range> without(List<Range> base, List<Range> taken) {
        List<Range> left = base;
        for (Range gone : taken) {
            var next = new ArrayList<Range>();
            for (Range range : left) {
                if (gone.to() < range.from() || gone.from() > range.to()) {
                    next.add(range);
                    continue;
                }
                if (range.from() < gone.from()) next.add(new Range(range.from(), gone.from() - 1, range.digits()));
                if (range.to() > gone.to()) next.add(new Range(gone.to() + 1, range.to(), range.digits()));
            }
            left = next;
        }
        return left;
    }

    private Applicability codes(List<Range> ranges) {
        if (ranges.isEmpty() || ranges.stream().anyMatch(Range::all)) return Applicability.ALL;
        return new Applicability.Has(
                property, ranges.stream().map(Range::written).toList());
    }

    /** Codes in pairs; what is none is kept as words, and then nothing is computed, so that no aircraft is left out by mistake. */
    private static List<Range> ranges(String written, List<String> words) {
        if (written.isBlank() || written.strip().equalsIgnoreCase("ALL")) return List.of();
        var ranges = new ArrayList<Range>();
        for (String pair : written.strip().split("[\\s,]+")) {
            int half = pair.length() / 2;
            if (!PAIR.matcher(pair).matches() || pair.substring(0, half).compareTo(pair.substring(half)) > 0) {
                say(words, written);
                return List.of();
            }
            ranges.add(new Range(Long.parseLong(pair.substring(0, half)), Long.parseLong(pair.substring(half)), half));
        }
        return ranges;
    }

    private static void say(List<String> words, String text) {
        String said = XmlElement.squeeze(text);
        if (!said.isEmpty() && !said.equalsIgnoreCase("ALL") && !words.contains(said)) words.add(said);
    }
}
