package flightline.ingest.effectivity;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines such as {@code ARO 001-012, 015; POST SB 737-27-1290}: an operator's letters and the numbers that a maker gave its aircraft. What
 * follows holds for these until the next such line; which aircraft they are, the text does not tell.
 */
public final class FleetLines {
    private static final String NUMBERS = "\\d{3}(?:-\\d{3})?";
    private static final Pattern LINE =
            Pattern.compile("([A-Z]{3}) (ALL|" + NUMBERS + "(?:, ?" + NUMBERS + "){0,40})(?: ?; ?(\\S.{1,120}))?");

    private FleetLines() {}

    /** Whether the text is such a line by its form. */
    public static boolean is(String text) {
        return LINE.matcher(text.strip()).matches();
    }

    /** For whom blocks hold by such lines, where the same letters stand before ALL elsewhere in the document. */
    static Map<PlacedBlock, Applicability> in(List<PlacedBlock> blocks) {
        var held = new IdentityHashMap<PlacedBlock, Applicability>();
        var operators = new HashSet<String>();
        for (PlacedBlock placed : blocks) {
            Matcher line = LINE.matcher(placed.block().text().strip());
            if (line.matches() && line.group(2).equals("ALL")) operators.add(line.group(1));
        }
        if (operators.isEmpty()) return held;
        Applicability current = Applicability.ALL;
        for (PlacedBlock placed : blocks) {
            Matcher line = LINE.matcher(placed.block().text().strip());
            boolean states =
                    !(placed.block() instanceof Block.Step) && line.matches() && operators.contains(line.group(1));
            if (states)
                current = line.group(2).equals("ALL") && line.group(3) == null
                        ? Applicability.ALL
                        : new Applicability.Unread(line.group());
            if (!current.equals(Applicability.ALL)) held.put(placed, current);
        }
        return held;
    }
}
