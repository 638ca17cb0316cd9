package flightline.fleet;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text will be, without the font that whoever looks at it has: of a common sans-serif font that runs wide, so that in
 * others there is room left. The same on every machine.
 */
final class Lettering {
    private Lettering() {}

    /** In the unit of the size. */
    static double width(String text, int size) {
        return size * text.codePoints().mapToDouble(Lettering::width).sum();
    }

    /** In sizes of the font. */
    private static double width(int letter) {
        if ("ijl'|IJ".indexOf(letter) >= 0) return 0.3;
        if (" ,.:;!/\\()[]-frt".indexOf(letter) >= 0) return 0.41;
        if ("mMW@%".indexOf(letter) >= 0) return 1;
        if ("w&#+<>=~^".indexOf(letter) >= 0) return 0.84;
        if (letter >= 0x1100) return 1;
        return letter > 0x7f || Character.isUpperCase(letter) ? 0.79 : 0.64;
    }

    /** The text, or as much of its beginning as fits into the room, with a sign that there is more. */
    static String shortened(String text, int size, double room) {
        if (width(text, size) <= room) return text;
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > room) end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Broken between words into so many lines at the most, the last shortened where that is not enough. */
    static List<String> lines(String text, int size, double room, int most) {
        var lines = new ArrayList<String>();
        String rest = text.strip();
        while (lines.size() + 1 < most && width(rest, size) > room) {
            int end = rest.lastIndexOf(' ');
            while (end > 0 && width(rest.substring(0, end), size) > room) end = rest.lastIndexOf(' ', end - 1);
            // One word that is longer than the line is left to the last one.
            if (end <= 0) break;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        lines.add(shortened(rest, size, room));
        return lines;
    }
}
