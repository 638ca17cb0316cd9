package flightline.eval.reading;

import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import flightline.terms.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A trade's own short forms, learned from normalised texts: what a token became, alone and beside its neighbours. What was
 * never seen goes to the product's short forms and spelling, with the words of the trade added.
 */
final class WorkOrderLexicon {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern DATE = Pattern.compile(
            "\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\d*");
    private static final Pattern MEASURED = Pattern.compile("(\\d+(?:[.,]\\d+)?)([a-z]+)");
    private static final Pattern NUMBERED = Pattern.compile("([a-z#]+)(\\d+)");
    private static final Pattern SIGNED = Pattern.compile("([^\\p{L}\\d]*)(.*?)([^\\p{L}\\d]*)");
    private static final double NEIGHBOUR = 1.5;
    private static final double BOTH = 2.5;
    /** What was seen once beside a neighbour may be chance. */
    private static final int DOUBT = 2;

    private final Map<String, Map<String, Integer>> alone = new HashMap<>();
    private final Map<String, Map<String, Integer>> beside = new HashMap<>();
    private final Map<String, Map<String, Integer>> units = new HashMap<>();
    private final Map<String, Map<String, Integer>> numbered = new HashMap<>();
    private final Abbreviations abbreviations = Abbreviations.standard();
    private final Speller speller;

    WorkOrderLexicon(List<List<MaintNorm.Token>> texts, List<String> vocabulary) {
        var words = new TreeMap<String, Integer>();
        for (List<MaintNorm.Token> text : texts) {
            for (int i = 0; i < text.size(); i++) {
                learn(text, i);
                for (String word : text.get(i).normal().split("[^a-z]+"))
                    if (word.length() > 2) words.merge(word, 1, Integer::sum);
            }
        }
        // The trade's own words weigh more than those of aviation.
        var levels = new TreeMap<String, Integer>();
        for (String line : vocabulary) {
            int space = line.indexOf(' ');
            levels.put(line.substring(0, space), Math.min(3, Integer.parseInt(line.substring(space + 1))));
        }
        words.forEach((word, count) -> levels.merge(word, 3 + 31 - Integer.numberOfLeadingZeros(count), Math::max));
        speller = new Speller(Vocabulary.of(levels.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .toList()));
    }

    private void learn(List<MaintNorm.Token> text, int i) {
        String form = form(text, i);
        String normal = text.get(i).normal();
        count(alone, form, normal);
        count(beside, before(text, i) + " < " + form, normal);
        count(beside, form + " > " + after(text, i), normal);
        count(beside, before(text, i) + " < " + form + " > " + after(text, i), normal);
        Matcher measured = MEASURED.matcher(form);
        if (measured.matches() && normal.startsWith("<num> ")) count(units, measured.group(2), normal);
        Matcher counted = NUMBERED.matcher(form);
        if (counted.matches()) count(numbered, counted.group(1), normal);
    }

    /** Only what the token became most often, whatever stands beside it; as it stands where it was never seen. */
    static String mostFrequent(WorkOrderLexicon lexicon, String raw) {
        Map<String, Integer> seen = lexicon.alone.get(raw.toLowerCase(Locale.ROOT));
        return seen == null ? raw : most(seen);
    }

    List<String> normalise(List<MaintNorm.Token> text) {
        var given = new ArrayList<String>();
        for (int i = 0; i < text.size(); i++) given.add(token(text, i));
        return given;
    }

    private String token(List<MaintNorm.Token> text, int i) {
        String form = form(text, i);
        Map<String, Integer> seen = alone.get(form);
        if (seen == null) return unseen(form);
        var scores = new TreeMap<String, Double>();
        add(scores, seen, 1, 0);
        add(scores, beside.get(before(text, i) + " < " + form), NEIGHBOUR, DOUBT);
        add(scores, beside.get(form + " > " + after(text, i)), NEIGHBOUR, DOUBT);
        add(scores, beside.get(before(text, i) + " < " + form + " > " + after(text, i)), BOTH, DOUBT);
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private String unseen(String form) {
        if (NUMBER.matcher(form).matches()) return "<num>";
        if (DATE.matcher(form).matches()) return "<date>";
        Matcher measured = MEASURED.matcher(form);
        if (measured.matches() && units.containsKey(measured.group(2))) return most(units.get(measured.group(2)));
        Matcher counted = NUMBERED.matcher(form);
        if (counted.matches() && numbered.containsKey(counted.group(1))) return most(numbered.get(counted.group(1)));
        if (form.indexOf('/') > 0 || form.indexOf('-') > 0 || form.startsWith("/") || form.startsWith("-")) {
            Optional<String> whole = abbreviations.expansion(form);
            if (whole.isPresent()) return whole.get();
            var parts = new ArrayList<String>();
            for (String part : form.split("(?<=[/-])|(?=[/-])"))
                parts.add(part.equals("/") || part.equals("-") ? part : known(part));
            return String.join(" ", parts);
        }
        Matcher signed = SIGNED.matcher(form);
        if (signed.matches()
                && !signed.group(2).equals(form)
                && !signed.group(2).isEmpty())
            return (signed.group(1) + " " + known(signed.group(2)) + " " + signed.group(3)).strip();
        return known(form);
    }

    private String known(String form) {
        Map<String, Integer> seen = alone.get(form);
        if (seen != null) return most(seen);
        if (form.chars().anyMatch(Character::isDigit))
            return NUMBER.matcher(form).matches() ? "<num>" : "<id>";
        Optional<String> expansion = abbreviations.isAmbiguous(form) || abbreviations.isName(form)
                ? Optional.empty()
                : abbreviations.expansion(form);
        return expansion.or(() -> speller.mended(form)).orElse(form);
    }

    private static String form(List<MaintNorm.Token> text, int i) {
        return i < 0 || i >= text.size() ? "" : text.get(i).raw().toLowerCase(Locale.ROOT);
    }

    private static String before(List<MaintNorm.Token> text, int i) {
        return form(text, i - 1).replaceAll("\\d+", "0");
    }

    private static String after(List<MaintNorm.Token> text, int i) {
        return form(text, i + 1).replaceAll("\\d+", "0");
    }

    private static void count(Map<String, Map<String, Integer>> counts, String key, String normal) {
        counts.computeIfAbsent(key, k -> new TreeMap<>()).merge(normal, 1, Integer::sum);
    }

    private static void add(Map<String, Double> scores, @Nullable Map<String, Integer> seen, double weight, int doubt) {
        if (seen == null) return;
        double all = doubt + seen.values().stream().mapToInt(Integer::intValue).sum();
        seen.forEach((normal, count) -> scores.merge(normal, weight * count / all, Double::sum));
    }

    private static String most(Map<String, Integer> seen) {
        return seen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
