package flightline.ingest.office;

import flightline.ingest.text.NumberForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** Counts the lists of an old Word document as {@link WordNumbering} does those of a new one. */
final class OldWordNumbering {
    private static final int LEVELS = 9;
    private static final int BULLET = 23;

    private final Map<Integer, int[]> counts = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /** Counts one paragraph; empty where its list is not defined or prints nothing. */
    Optional<WordNumbering.Label> next(Paragraph paragraph) {
        if (!paragraph.isInList()) return Optional.empty();
        try {
            return next(paragraph.getList(), paragraph.getIlfo(), Math.clamp(paragraph.getIlvl(), 0, LEVELS - 1));
        } catch (RuntimeException undefined) {
            // The file names a list that it does not hold; the library says so in several ways.
            return Optional.empty();
        }
    }

    private Optional<WordNumbering.Label> next(HWPFList list, int override, int level) {
        int[] count = counts.computeIfAbsent(list.getLsid(), k -> fresh());
        // A list that says where it begins does so when it is first used.
        for (int i = 0; i < LEVELS; i++)
            if (list.isStartAtOverridden((char) i) && begun.add(override + " " + i)) count[i] = -1;
        count[level] = count[level] < 0 ? list.getStartAt((char) level) : count[level] + 1;
        for (int i = 0; i < level; i++) if (count[i] < 0) count[i] = list.getStartAt((char) i);
        Arrays.fill(count, level + 1, LEVELS, -1);
        if (list.getNumberFormat((char) level) == BULLET) return Optional.of(new WordNumbering.Label("", true, level));
        String label = Words.line(text(list, level, count));
        return label.isEmpty() ? Optional.empty() : Optional.of(new WordNumbering.Label(label, false, level));
    }

    /** In the pattern, the characters 0 to 8 stand for the counts of the levels. */
    private static String text(HWPFList list, int level, int[] count) {
        String pattern = list.getNumberText((char) level);
        var label = new StringBuilder();
        for (int i = 0; pattern != null && i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c < LEVELS) label.append(NumberForm.print(form(list.getNumberFormat(c)), Math.max(0, count[c])));
            else label.append(c);
        }
        return label.toString();
    }

    private static int[] fresh() {
        int[] count = new int[LEVELS];
        Arrays.fill(count, -1);
        return count;
    }

    /** The new format's name of a form that the old one numbers ([MS-OSHARED] 2.2.1.3). */
    private static String form(int number) {
        return switch (number) {
            case 1 -> "upperRoman";
            case 2 -> "lowerRoman";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            case 5 -> "ordinal";
            case 22 -> "decimalZero";
            case BULLET, 255 -> "none";
            default -> "decimal";
        };
    }
}
