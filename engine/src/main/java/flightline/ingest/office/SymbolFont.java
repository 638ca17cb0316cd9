package flightline.ingest.office;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The signs of the font Symbol, whose characters office programs write by number in a range that has no signs of its own. */
final class SymbolFont {
    private static final int FIRST = 0xF000;
    private static final int LAST = 0xF0FF;
    /** Those that are what they are in any font. */
    private static final String AS_THEY_ARE = " !#%&()+,./0123456789:;<=>?[]_{|}";
    /** Number and sign, one pair after the other. */
    private static final String OTHERS =
            "\u00b0°\u00b1±\u00b7•mµWΩ\u00a3≤\u00b3≥\u00b4×\u00b8÷DΔ-−\u00b9≠\u00bb≈\u00ba≡\u00ae→\u00ac←\u00ad↑\u00af↓"
                    + "\u00d6√\u00a5∞\u00d0∠\u00b2″\u00a2′\u00d7⋅\u00b5∝~∼aαbβgγdδeεhηqθkκlλnνpπrρsσtτ"
                    + "fφyψwωGΓQΘLΛPΠSΣFΦYΨ\u00d2®\u00d3©\u00d4™";

    private static final Map<Integer, String> SIGNS = signs();

    private SymbolFont() {}

    private static Map<Integer, String> signs() {
        var signs = new HashMap<Integer, String>();
        AS_THEY_ARE.chars().forEach(c -> signs.put(c, Character.toString(c)));
        for (int i = 0; i + 1 < OTHERS.length(); i += 2)
            signs.put((int) OTHERS.charAt(i), OTHERS.substring(i + 1, i + 2));
        return Map.copyOf(signs);
    }

    /** A character of a font of signs, as far as it is known which sign that is. */
    static String sign(@Nullable String font, int code) {
        boolean numbered = code >= FIRST && code <= LAST;
        String sign = is(font) ? SIGNS.get(code & 0xFF) : null;
        if (sign != null) return sign;
        return numbered ? "\uFFFD" : Character.toString(code);
    }

    /** Words of a run that is set in a font: of the font Symbol what is written by number becomes its sign, all else stays. */
    static String words(@Nullable String font, String written) {
        if (!is(font) || written.chars().noneMatch(c -> c >= FIRST && c <= LAST)) return written;
        var words = new StringBuilder();
        written.chars().forEach(c -> words.append(c >= FIRST && c <= LAST ? sign(font, c) : Character.toString(c)));
        return words.toString();
    }

    private static boolean is(@Nullable String font) {
        return "symbol".equalsIgnoreCase(font);
    }
}
