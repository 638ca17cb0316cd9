package flightline.fleet;

import flightline.fleet.Selection.Coded;
import flightline.fleet.Selection.Part;
import flightline.terms.AtaTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds aircraft, models, stations, systems, parts and conditions in a question, by the words that the records and the ATA table have. */
final class NameFinder {
    private static final int LONGEST = 6;
    private static final int SHORTEST_WORD = 3;
    private static final Pattern CODE = Pattern.compile(
            "(?<=\\s)(?:in |of |for |on )?(?:(ata|jasc|chapter|system|section)s? ?(?:chapter |code |section )?(\\d{2}(?:-?\\d{2})?)|(\\d{2}-\\d{2}))(?:-\\d{2})?(?=\\s)");
    private static final Pattern REGISTRATION = Pattern.compile("[a-z0-9]{1,3}-[a-z]{3,4}|n[1-9]\\d{1,4}[a-z]{0,2}");

    private static final Pattern ENDING = Pattern.compile("-[A-Z0-9]{2,4}");

    private final AtaTable ata;
    private final Words words;
    private final boolean removals;
    private final Families families;
    private final Map<String, Set<String>> partsOfWord = new HashMap<>();
    private final Map<String, List<Coded>> systems = new HashMap<>();

    /** @param removals whether it is asked what was taken off: then a name is a part's before it is a system's */
    NameFinder(AtaTable ata, Words words, boolean removals) {
        this.removals = removals;
        this.ata = ata;
        this.words = words;
        this.families = new Families(words.of("model"));
        for (String part : words.of("part"))
            for (String word : part.split("[^\\p{L}\\p{N}]+"))
                partsOfWord.computeIfAbsent(word, w -> new HashSet<>()).add(part);
        for (String code : ata.codes()) if (!code.endsWith("00")) names(code, dashed(code));
        for (String code : ata.chapters()) names(code, code);
        TRADE.forEach((name, chapters) -> systems.put(
                name,
                Stream.of(chapters.split(" "))
                        .map(chapter -> new Coded(chapter, ata.title(chapter).orElse("")))
                        .toList()));
    }

    private void names(String code, String shown) {
        String title = ata.title(code).orElse("");
        put(title.replaceAll("\\(.*?\\)", " "), shown, title);
        // "Air conditioning and pressurization" is asked for by either half.
        if (code.length() == 2) for (String half : title.split(",| and | / ")) put(half, shown, title);
    }

    private void put(String name, String code, String title) {
        String folded = folded(name);
        if (folded.length() < SHORTEST_WORD) return;
        List<Coded> known = systems.computeIfAbsent(folded, n -> new ArrayList<>());
        // A chapter that is called like a section of it says more; it comes last and takes its place.
        if (code.length() == 2) known.removeIf(c -> c.code().startsWith(code));
        if (known.stream().noneMatch(c -> c.code().equals(code))) known.add(new Coded(code, title));
    }

    private static String dashed(String code) {
        return code.substring(0, 2) + "-" + code.substring(2, 4);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}/-]+", " ")
                .strip();
    }

    /** What was found; further names may be found in what remains. */
    static final class Found {
        final Set<String> tails = new LinkedHashSet<>();
        final Set<String> models = new LinkedHashSet<>();
        final Set<String> stations = new LinkedHashSet<>();
        final Set<Coded> systems = new LinkedHashSet<>();
        final Set<Part> parts = new LinkedHashSet<>();
        final Set<String> conditions = new LinkedHashSet<>();
        final List<Selection.Family> families = new ArrayList<>();
        /** That a word may mean this or that, for the first such word. */
        Optional<String> ambiguous = Optional.empty();

        /** How many things are named by which models could be told apart. */
        long ofModels() {
            return families.size()
                    + models.stream()
                            .filter(model -> families.stream()
                                    .noneMatch(family -> family.models().contains(model)))
                            .count();
        }

        private void unsure(String word, String one, List<String> models) {
            if (ambiguous.isEmpty())
                ambiguous = Optional.of(word.toUpperCase(Locale.ROOT) + " may be " + one + ", or the "
                        + (models.size() == 1 ? "model " : "models ") + String.join(", ", models)
                        + "; name the model in full");
        }
    }

    /** Takes names of several words that hold a number, before that is taken for a year. */
    void takeNumberedNames(Line line, Found found) {
        List<String> left = line.words();
        for (int from = 0; from < left.size(); from++)
            for (int to = Math.min(left.size(), from + LONGEST); to > from + 1; to--) {
                String phrase = String.join(" ", left.subList(from, to)).toUpperCase(Locale.ROOT);
                if (!phrase.matches(".*\\d{4}.*") || !words.has("model", phrase)) continue;
                found.models.add(phrase);
                line.takeWords(from, to, "m");
                left = line.words();
                break;
            }
    }

    /** Notes where a number that was taken for one of rows may be a model. */
    void doubt(int number, Found found) {
        List<String> models = families.of(Integer.toString(number));
        if (!models.isEmpty()) found.unsure(Integer.toString(number), "a number of rows", models);
    }

    /** Takes identifiers and codes: what looks like one is one, or the question cannot be answered. */
    Optional<String> takeIdentifiers(Line line, Found found) {
        for (Optional<MatchResult> code = line.take(CODE, "y"); code.isPresent(); code = line.take(CODE, "y")) {
            String digits = (code.get().group(2) == null
                            ? code.get().group(3)
                            : code.get().group(2))
                    .replace("-", "");
            String shown = digits.length() == 2 ? digits : dashed(digits);
            // 3200 stands for the whole chapter.
            if (shown.endsWith("-00")) shown = shown.substring(0, 2);
            found.systems.add(new Coded(shown, ata.title(shown).orElse("")));
        }
        takeEnding(line, found);
        List<String> left = line.words();
        for (int from = left.size() - 1; from >= 0; from--)
            for (int to = Math.min(left.size(), from + 3); to > from; to--) {
                String phrase = String.join(" ", left.subList(from, to)).toUpperCase(Locale.ROOT);
                String kind = words.has("tail", phrase)
                        ? "t"
                        : words.has("model", phrase) ? "m" : words.has("station", phrase) ? "s" : "";
                if (kind.isEmpty() && to == from + 1 && phrase.matches(".*\\d.*") && words.has("part_number", phrase))
                    kind = "p";
                if (kind.isEmpty() || ("sp".contains(kind) && to == from + 1 && besideItsMake(left, from))) continue;
                switch (kind) {
                    case "t" -> found.tails.add(phrase);
                    case "m" -> found.models.add(phrase);
                    case "s" -> found.stations.add(phrase);
                    default -> found.parts.add(Part.numbered(phrase));
                }
                List<String> models = "sp".contains(kind) ? families.of(phrase) : List.of();
                if (!models.isEmpty()) found.unsure(phrase, kind.equals("s") ? "a station" : "a part number", models);
                line.takeWords(from, to, kind);
                break;
            }
        return line.left().stream()
                .filter(word -> REGISTRATION.matcher(word).matches() && word.matches(".*(?:\\d|^[a-z0-9]{1,2}-).*"))
                .filter(word -> families.of(word).isEmpty() && !isThing(word))
                .findFirst()
                .map(word -> "no records of " + word.toUpperCase(Locale.ROOT) + " are held");
    }

    /** Whether a word that looks like a registration is one of a part, a system or a condition, such as O-ring and de-ice. */
    private boolean isThing(String word) {
        return forms(word).stream()
                .anyMatch(form -> systems.containsKey(form)
                        || words.has("condition", form)
                        || words.of("part").stream().anyMatch(part -> (" " + part + " ").contains(" " + form + " ")));
    }

    /** Whether a word and one beside it are of a model's name: then it is neither a station nor a part number. */
    private boolean besideItsMake(List<String> left, int at) {
        return IntStream.of(at - 1, at)
                .filter(from -> from >= 0 && from + 1 < left.size())
                .anyMatch(from ->
                        !families.of(left.get(from) + " " + left.get(from + 1)).isEmpty());
    }

    /** {@code the -300} is the one model that ends so. */
    private void takeEnding(Line line, Found found) {
        List<String> said = line.words();
        for (int at = 0; at < said.size(); at++) {
            String ending = said.get(at).toUpperCase(Locale.ROOT);
            if (!ENDING.matcher(ending).matches()) continue;
            List<String> models = words.of("model").stream()
                    .filter(model -> model.endsWith(ending))
                    .toList();
            if (models.size() != 1) continue;
            found.models.addAll(models);
            line.takeWords(at, at + 1, "m");
            said = line.words();
        }
    }

    /** Takes names of two words or more. */
    void takeLongNames(Line line, Found found) {
        take(line, found, 2);
    }

    /** Takes what is left of names. */
    void takeNames(Line line, Found found) {
        take(line, found, 1);
    }

    private void take(Line line, Found found, int shortest) {
        for (int length = LONGEST; length >= shortest; length--) {
            List<String> left = line.words();
            for (int from = 0; from + length <= left.size(); from++) {
                String phrase = String.join(" ", left.subList(from, from + length));
                String kind = phrase.contains(Line.GAP) ? "" : meant(phrase, found);
                if (kind.isEmpty()) continue;
                line.takeWords(from, from + length, kind);
                left = line.words();
            }
        }
    }

    /** The kind of what a phrase means, a letter; empty where it means nothing. */
    private String meant(String phrase, Found found) {
        String kind = named(phrase, found);
        boolean numbered = phrase.chars().anyMatch(Character::isDigit);
        if (!kind.isEmpty() && !numbered) return kind;
        List<String> models = families.of(phrase);
        if (models.isEmpty()) return kind;
        if (!kind.isEmpty()) found.unsure(phrase, "a word of a part", models);
        found.models.addAll(models);
        if (models.size() > 1 || !models.getFirst().equalsIgnoreCase(phrase))
            found.families.add(new Selection.Family(families.name(phrase), models));
        return "m";
    }

    private String named(String phrase, Found found) {
        Optional<String> whole = forms(phrase).stream()
                .filter(form -> removals && words.has("part", form))
                .findFirst();
        if (whole.isPresent()) {
            found.parts.add(new Part(whole.get(), true));
            return "p";
        }
        for (String form : forms(phrase)) {
            List<Coded> coded = systems.get(form);
            if (coded == null && words.has("part", form)) {
                found.parts.add(new Part(form, true));
                return "p";
            }
            if (coded != null && !(removals && named(form))) {
                found.systems.addAll(coded);
                return "y";
            }
            if (words.has("condition", form)) {
                found.conditions.add(form);
                return "c";
            }
        }
        for (String form : forms(phrase)) {
            if (form.length() < SHORTEST_WORD || NOISE.contains(form)) continue;
            if (named(form)) {
                found.parts.add(new Part(form, false));
                return "p";
            }
        }
        return "";
    }

    private boolean named(String form) {
        return form.contains(" ") ? inPart(form) : partsOfWord.containsKey(form);
    }

    /** A part that is called by some of its words, as they stand in its name. */
    private boolean inPart(String phrase) {
        return partsOfWord.getOrDefault(phrase.split(" ")[0], Set.of()).stream()
                .anyMatch(part -> (" " + part + " ").contains(" " + phrase + " "));
    }

    /** As it stands, and as one of several: pumps, batteries, switches. */
    private static List<String> forms(String phrase) {
        var forms = new ArrayList<String>();
        forms.add(phrase);
        // "Starter generator" is kept as "starter-generator" by some.
        if (phrase.contains(" ")) forms.add(phrase.replace(' ', '-'));
        if (phrase.endsWith("ies")) forms.add(phrase.substring(0, phrase.length() - 3) + "y");
        if (phrase.endsWith("es")) forms.add(phrase.substring(0, phrase.length() - 2));
        if (phrase.endsWith("s") && !phrase.endsWith("ss")) forms.add(phrase.substring(0, phrase.length() - 1));
        if (phrase.equals("leaks") || phrase.equals("leak") || phrase.equals("leakage")) forms.add("leaking");
        if (phrase.equals("cracks") || phrase.equals("crack")) forms.add("cracked");
        if (phrase.equals("corrosion")) forms.add("corroded");
        if (phrase.equals("wear")) forms.add("worn");
        if (phrase.equals("nff")) forms.add("no fault found");
        forms.add(phrase + "s");
        return forms;
    }

    /** What people call a chapter, or several, without their titles. */
    private static final Map<String, String> TRADE = Map.ofEntries(
            Map.entry("pressurisation", "21"),
            Map.entry("pressurization", "21"),
            Map.entry("air con", "21"),
            Map.entry("autopilot", "22"),
            Map.entry("comms", "23"),
            Map.entry("radio", "23"),
            Map.entry("electrical", "24"),
            Map.entry("electrics", "24"),
            Map.entry("cabin", "25"),
            Map.entry("furnishings", "25"),
            Map.entry("fire protection", "26"),
            Map.entry("flight control", "27"),
            Map.entry("fuel system", "28"),
            Map.entry("hydraulic", "29"),
            Map.entry("hydraulics", "29"),
            Map.entry("de-icing", "30"),
            Map.entry("deicing", "30"),
            Map.entry("de-ice", "30"),
            Map.entry("anti-icing", "30"),
            Map.entry("anti-ice", "30"),
            Map.entry("icing", "30"),
            Map.entry("gear", "32"),
            Map.entry("undercarriage", "32"),
            Map.entry("lighting", "33"),
            Map.entry("nav", "34"),
            Map.entry("avionics", "34"),
            Map.entry("pneumatic", "36"),
            Map.entry("bleed air", "36"),
            Map.entry("bleed", "36"),
            Map.entry("apu", "49"),
            Map.entry("airframe structure", "51"),
            Map.entry("door", "52"),
            Map.entry("propeller", "61"),
            Map.entry("propeller system", "61"),
            Map.entry("powerplant", "71 72 73 74 75 76 77 78 79 80"),
            Map.entry("power plant", "71 72 73 74 75 76 77 78 79 80"),
            Map.entry("engine", "71 72 73 74 75 76 77 78 79 80"),
            Map.entry("engine fuel", "73"),
            Map.entry("oil system", "79"));

    /** Words of a question that say nothing by themselves. */
    static final Set<String> NOISE = Arrays.stream(
                    ("a an and are as at be been by did do does for from get gets give given had happen happened happens has have in into is it its"
                                    + " me my of on or our please records say see seen show tell that the their them there these they this"
                                    + " those to too up us was we were what when where which with you your about across all among around"
                                    + " between during each every fleet gone got if kind kinds much"
                                    + " need needs out over so some still such very want whole within would"
                                    + " year ones one i can could may now then also both any thing things written wrote logged"
                                    + " reported recorded had having going go take took takes taken because due cause caused causes"
                                    + " causing aircraft airplane system systems defect defects part parts issue issues day days time times station stations"
                                    + " item items work action actions against change changes level worked whole total ever overall number numbers")
                            .split(" "))
            .collect(Collectors.toUnmodifiableSet());
}
