package flightline.ingest.office;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Whether a run can be seen: its own properties, then its style's, then its paragraph's. */
final class WordLook {
    private static final int TINY_HALF_POINTS = 2;
    private static final int ALIKE = 8;
    private static final String WHITE = "FFFFFF";
    private static final Pattern COLOUR = Pattern.compile("[0-9A-Fa-f]{6}");
    private static final Map<String, String> HIGHLIGHTS = Map.of(
            "white",
            WHITE,
            "black",
            "000000",
            "yellow",
            "FFFF00",
            "red",
            "FF0000",
            "blue",
            "0000FF",
            "green",
            "00FF00",
            "darkGray",
            "808080",
            "lightGray",
            "C0C0C0");

    private final WordStyles styles;

    WordLook(WordStyles styles) {
        this.styles = styles;
    }

    /**
     * Why it cannot be seen; empty where it can.
     *
     * @param onWhite whether nothing is known to colour the ground behind the paragraph
     */
    String hidden(Element run, String paragraphStyle, boolean onWhite) {
        if (said(run, paragraphStyle, "vanish").map(v -> isOn(v)).orElse(false)) return "marked as hidden";
        int size = Xml.number(said(run, paragraphStyle, "sz").orElse(""), 20);
        if (size <= TINY_HALF_POINTS) return "of " + size / 2.0 + " points";
        String ink = said(run, paragraphStyle, "color").orElse("");
        String ground = ground(run, onWhite);
        if (!alike(ink, ground)) return "";
        return alike(ink, WHITE) ? "white on white" : "in the colour of its ground";
    }

    /** The colour behind a run as six digits; empty where it is not known. */
    private static String ground(Element run, boolean onWhite) {
        Optional<String> marked = Xml.value(run, "rPr", "highlight").filter(name -> !name.equals("none"));
        if (marked.isPresent()) return HIGHLIGHTS.getOrDefault(marked.get(), "");
        Optional<Element> shading = Xml.child(run, "rPr", "shd").filter(WordLook::coloured);
        if (shading.isPresent())
            return Xml.attribute(shading.get(), "themeFill").isEmpty() ? Xml.attribute(shading.get(), "fill") : "";
        return onWhite ? WHITE : "";
    }

    /** Too alike for an eye; what is no colour of six digits is like nothing. */
    private static boolean alike(String one, String other) {
        if (!COLOUR.matcher(one).matches() || !COLOUR.matcher(other).matches()) return false;
        for (int i = 0; i < 6; i += 2) {
            int apart = Integer.parseInt(one.substring(i, i + 2), 16) - Integer.parseInt(other.substring(i, i + 2), 16);
            if (Math.abs(apart) > ALIKE) return false;
        }
        return true;
    }

    /** Whether a line is drawn through it. */
    boolean struck(Element run, String paragraphStyle) {
        return said(run, paragraphStyle, "strike").map(v -> isOn(v)).orElse(false)
                || said(run, paragraphStyle, "dstrike").map(v -> isOn(v)).orElse(false);
    }

    /** Whether it is set on the line, above or below it. */
    Levels.Level level(Element run, String paragraphStyle) {
        return switch (said(run, paragraphStyle, "vertAlign").orElse("")) {
            case "superscript" -> Levels.Level.RAISED;
            case "subscript" -> Levels.Level.LOWERED;
            default -> Levels.Level.LINE;
        };
    }

    /** Whether a shading gives a ground that is not white. */
    static boolean coloured(Element shading) {
        String fill = Xml.attribute(shading, "fill");
        boolean themed = !Xml.attribute(shading, "themeFill").isEmpty();
        return themed || !(fill.isEmpty() || fill.equalsIgnoreCase("auto") || fill.equalsIgnoreCase("FFFFFF"));
    }

    private static boolean isOn(String value) {
        return !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    private Optional<String> said(Element run, String paragraphStyle, String property) {
        return Xml.value(run, "rPr", property)
                .or(() -> Xml.value(run, "rPr", "rStyle")
                        .flatMap(style -> styles.said(style, s -> Xml.value(s, "rPr", property))))
                .or(() -> styles.said(paragraphStyle, s -> Xml.value(s, "rPr", property)));
    }
}
