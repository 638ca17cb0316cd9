package flightline.records.training;

import flightline.terms.Mention;
import flightline.terms.TermReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts pseudonyms in the place of people, addresses, airframes and serial numbers. Part numbers, manual references, codes and
 * measured values stay: a model is to learn them.
 */
public final class Deidentifier {
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\w-])(?:\\+\\d{1,3}[ .-]?)?(?:\\(\\d{2,5}\\)[ .-]?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}(?![\\w-])"
                    + "|(?<!\\w)\\+\\d{1,3}[ .-]?(?:\\(?\\d{1,5}\\)?[ .-]?){2,5}\\d{2,}(?!\\w)"
                    + "|(?i:\\b(?:phone|tel|ph|fax|cell|ext)\\b\\.?\\s*+[:#]?\\s*+)(?<number>[+\\d(][\\d ()./-]{3,}\\d)");
    private static final Pattern STAFF = Pattern.compile(
            "(?i)\\b(?:(?:emp(?:loyee)?|staff|badge|stamp|licen[cs]e|lic|cert(?:ificate)?|a&p|a/p|ia|lp)\\s*+(?:no\\.?|nr\\.?|number|#|id)?\\s*+[:#]?\\s*+)(?<number>[a-z]{0,3}-?\\d{3,9})(?![\\w-])");
    /** Who signs writes their number behind their name. */
    private static final Pattern BEHIND_A_NAME =
            Pattern.compile("[,(]?\\s++#?(?<number>[A-Z]{0,2}\\d{4,9}[A-Z]?)(?![\\w-])");

    private static final Pattern AIRFRAME_SERIAL = Pattern.compile(
            "(?i)\\b(?:msn|manufacturer'?s? serial|airframe serial|a/c serial|esn|engine serial|serial)\\s*+(?:no\\.?|nr\\.?|number|#)?\\s*+[:#]?\\s*+(?<number>(?=[a-z0-9-]*\\d)[a-z0-9-]{3,})");
    private static final Pattern ANY_TAIL = Pattern.compile(
            "(?i)\\b(?:a/c|aircraft|ship|tail|reg(?:istration)?)\\s*+(?:no\\.?|nr\\.?|number|#)?\\s*+[:#]?\\s*+(?<number>n?\\d{3,5}[a-z]{0,2}|[a-z]{1,2}-[a-z]{3,4})(?![\\w-])");

    private final Pseudonyms pseudonyms;
    private final PersonFinder people;
    private final TermReader terms = new TermReader();

    /** @param known whether a word in lower case is English or of the trade, and so no name */
    public Deidentifier(Pseudonyms pseudonyms, Predicate<String> known) {
        this.pseudonyms = pseudonyms;
        this.people = new PersonFinder(known);
    }

    /** A text without them, and how many of each kind were replaced. */
    public record Cleaned(String text, Map<Identifier, Integer> replaced) {
        public Cleaned {
            replaced = Map.copyOf(replaced);
        }
    }

    private record Hit(Identifier kind, int start, int end) {}

    /** What is known of a text without reading it: the airframe that it tells of, and who had to do with it. */
    public record Known(Collection<String> tails, Collection<String> serials, Collection<String> people) {
        public static final Known NOTHING = new Known(List.of(), List.of(), List.of());
    }

    public Cleaned clean(String text, Known known) {
        List<Hit> hits = hits(text, known);
        var taken = new BitSet(text.length());
        var chosen = new ArrayList<Hit>();
        for (Hit hit : hits) {
            int clash = taken.nextSetBit(hit.start);
            if (hit.end <= hit.start || (clash >= 0 && clash < hit.end)) continue;
            taken.set(hit.start, hit.end);
            chosen.add(hit);
        }
        chosen.sort(Comparator.comparingInt(Hit::start));
        var cleaned = new StringBuilder();
        var counts = new EnumMap<Identifier, Integer>(Identifier.class);
        int at = 0;
        for (Hit hit : chosen) {
            cleaned.append(text, at, hit.start).append(pseudonyms.of(hit.kind, text.substring(hit.start, hit.end)));
            counts.merge(hit.kind, 1, Integer::sum);
            at = hit.end;
        }
        return new Cleaned(cleaned.append(text, at, text.length()).toString(), counts);
    }

    /** The surest first: of two that overlap, the first is taken. */
    private List<Hit> hits(String text, Known known) {
        var hits = new ArrayList<Hit>();
        add(hits, Identifier.EMAIL, MAIL, text);
        known.people.forEach(name -> literal(hits, Identifier.PERSON, name, text));
        known.tails.forEach(tail -> literal(hits, Identifier.TAIL, tail, text));
        List<Mention> mentions = terms.read(text);
        var kept = new BitSet(text.length());
        for (Mention mention : mentions) {
            if (mention instanceof Mention.SerialNumber) hits.add(hit(Identifier.SERIAL, mention));
            else if (mention instanceof Mention.Registration) hits.add(hit(Identifier.TAIL, mention));
            else if (mention instanceof Mention.ManualReference
                    || mention instanceof Mention.Directive
                    || mention instanceof Mention.Bulletin) kept.set(mention.start(), mention.end());
        }
        var unsure = new ArrayList<Hit>();
        add(unsure, Identifier.SERIAL, AIRFRAME_SERIAL, text);
        add(unsure, Identifier.TAIL, ANY_TAIL, text);
        add(unsure, Identifier.STAFF, STAFF, text);
        add(unsure, Identifier.PHONE, PHONE, text);
        known.serials.forEach(serial -> literal(unsure, Identifier.SERIAL, serial, text));
        for (PersonFinder.Found name : people.find(text)) {
            unsure.add(new Hit(Identifier.PERSON, name.start(), name.end()));
            Matcher number = BEHIND_A_NAME.matcher(text).region(name.end(), text.length());
            if (number.lookingAt()) unsure.add(new Hit(Identifier.STAFF, number.start("number"), number.end("number")));
        }
        unsure.stream()
                .filter(hit -> {
                    int clash = kept.nextSetBit(hit.start);
                    return clash < 0 || clash >= hit.end;
                })
                .forEach(hits::add);
        return hits;
    }

    private static Hit hit(Identifier kind, Mention mention) {
        return new Hit(kind, mention.start(), mention.end());
    }

    private static void add(List<Hit> hits, Identifier kind, Pattern pattern, String text) {
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            boolean named = m.namedGroups().containsKey("number") && m.group("number") != null;
            hits.add(new Hit(kind, named ? m.start("number") : m.start(), named ? m.end("number") : m.end()));
        }
    }

    /** Also without its dash, as it is often written. */
    private static void literal(List<Hit> hits, Identifier kind, String value, String text) {
        String plain = value.strip();
        if (plain.length() < 3) return;
        String loose = java.util.Arrays.stream(plain.split("[\\s-]+"))
                .map(Pattern::quote)
                .collect(java.util.stream.Collectors.joining("[\\s-]?"));
        add(
                hits,
                kind,
                Pattern.compile("(?<![\\p{L}\\p{N}])" + loose + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE),
                text);
    }
}
