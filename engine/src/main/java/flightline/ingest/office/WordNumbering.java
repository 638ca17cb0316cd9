package flightline.ingest.office;

import flightline.ingest.text.NumberForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Counts lists and headings as Word does when it prints them. Lists of one definition count on; levels below begin anew. */
final class WordNumbering {
    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    private static final int LEVELS = 9;

    private final Map<String, Element> definitions = new HashMap<>();
    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final WordStyles styles;

    /**
     * What stands before a paragraph.
     *
     * @param label as printed, for example {@code 2.3} or {@code (a)}; for a bullet empty
     */
    record Label(String label, boolean bullet, int level) {}

    WordNumbering(WordStyles styles) {
        this.styles = styles;
    }

    void read(Element numbering) {
        for (Element e : Xml.children(numbering, "abstractNum")) definitions.put(Xml.attribute(e, "abstractNumId"), e);
        for (Element e : Xml.children(numbering, "num")) lists.put(Xml.attribute(e, "numId"), e);
    }

    /** Counts one paragraph; empty where its list is not defined or prints nothing. */
    Optional<Label> next(String list, int level) {
        Element num = lists.get(list);
        if (num == null || level < 0 || level >= LEVELS) return Optional.empty();
        String id = definition(num, 0);
        Optional<Element> own = level(num, id, level);
        if (own.isEmpty()) return Optional.empty();
        int[] count = counts.computeIfAbsent(id, k -> fresh());
        restart(num, list, count);
        count[level] = count[level] < 0 ? start(num, id, level) : count[level] + 1;
        for (int i = 0; i < level; i++) if (count[i] < 0) count[i] = start(num, id, i);
        for (int below = level + 1; below < LEVELS; below++)
            if (restarts(level(num, id, below), level)) count[below] = -1;
        String form = Xml.value(own.get(), "numFmt").orElse("decimal");
        if (form.equals("bullet")) return Optional.of(new Label("", true, level));
        String text = text(num, id, own.get(), count);
        return text.isBlank() ? Optional.empty() : Optional.of(new Label(text.strip(), false, level));
    }

    /** The level that belongs to a style in the list that the style names; 0 where none is said to. */
    int levelOf(String list, String style) {
        Element num = lists.get(list);
        Element definition = num == null ? null : definitions.get(definition(num, 0));
        if (definition == null) return 0;
        return Xml.children(definition, "lvl").stream()
                .filter(l -> Xml.value(l, "pStyle").orElse("").equals(style))
                .map(l -> Xml.number(Xml.attribute(l, "ilvl"), 0))
                .findFirst()
                .orElse(0);
    }

    private String definition(Element num, int depth) {
        String id = Xml.value(num, "abstractNumId").orElse("");
        Element found = definitions.get(id);
        Optional<String> style = found == null ? Optional.empty() : Xml.value(found, "numStyleLink");
        if (style.isEmpty() || depth > 5) return id;
        return styles.said(style.get(), s -> Xml.value(s, "pPr", "numPr", "numId"))
                .flatMap(n -> Optional.ofNullable(lists.get(n)))
                .map(n -> definition(n, depth + 1))
                .orElse(id);
    }

    private static int[] fresh() {
        int[] count = new int[LEVELS];
        Arrays.fill(count, -1);
        return count;
    }

    /** A list that says where it begins does so when it is first used, whatever another list of its kind counted to. */
    private void restart(Element num, String list, int[] count) {
        if (!begun.add(list)) return;
        for (Element override : Xml.children(num, "lvlOverride")) {
            int level = Xml.number(Xml.attribute(override, "ilvl"), -1);
            boolean says = Xml.child(override, "startOverride").isPresent();
            if (says && level >= 0 && level < LEVELS) count[level] = -1;
        }
    }

    private static boolean restarts(Optional<Element> level, int above) {
        int after = level.flatMap(l -> Xml.value(l, "lvlRestart"))
                .map(v -> Xml.number(v, LEVELS))
                .orElse(LEVELS);
        return after != 0 && above < after;
    }

    private int start(Element num, String id, int level) {
        Optional<String> override = Xml.children(num, "lvlOverride").stream()
                .filter(o -> Xml.attribute(o, "ilvl").equals(Integer.toString(level)))
                .findFirst()
                .flatMap(o -> Xml.value(o, "startOverride"));
        // A level that does not say where it begins begins at zero (ISO/IEC 29500-1, 17.9.25).
        return Xml.number(
                override.or(() -> level(num, id, level).flatMap(l -> Xml.value(l, "start")))
                        .orElse("0"),
                0);
    }

    private Optional<Element> level(Element num, String id, int level) {
        String wanted = Integer.toString(level);
        Optional<Element> own = Xml.children(num, "lvlOverride").stream()
                .filter(o -> Xml.attribute(o, "ilvl").equals(wanted))
                .findFirst()
                .flatMap(o -> Xml.child(o, "lvl"));
        Element definition = definitions.get(id);
        if (own.isPresent() || definition == null) return own;
        return Xml.children(definition, "lvl").stream()
                .filter(l -> Xml.attribute(l, "ilvl").equals(wanted))
                .findFirst();
    }

    private String text(Element num, String id, Element own, int[] count) {
        String pattern = Xml.value(own, "lvlText").orElse("");
        boolean plain = Xml.flag(own, "isLgl").orElse(false);
        // Word writes %1 for the count of the outermost level, %9 for that of the innermost.
        return PLACE.matcher(pattern).replaceAll(place -> {
            int level = place.group(1).charAt(0) - '1';
            String form =
                    level(num, id, level).flatMap(l -> Xml.value(l, "numFmt")).orElse("decimal");
            return Matcher.quoteReplacement(NumberForm.print(plain ? "decimal" : form, Math.max(0, count[level])));
        });
    }
}
