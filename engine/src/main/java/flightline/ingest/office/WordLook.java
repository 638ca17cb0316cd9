package flightline.ingest.office;

import java.util.Optional;
import org.w3c.dom.Element;

/** Whether a run can be seen: its own properties, then its style's, then its paragraph's. */
final class WordLook {
    private static final int TINY_HALF_POINTS = 2;

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
        boolean white = said(run, paragraphStyle, "color").orElse("").equalsIgnoreCase("FFFFFF");
        boolean ground = Xml.child(run, "rPr", "shd").map(WordLook::coloured).orElse(false)
                || Xml.child(run, "rPr", "highlight").isPresent();
        return white && onWhite && !ground ? "white on white" : "";
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
