package flightline.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words of a text stayed, went and came. */
final class WordDiff {
    /** A number with its decimals and a code with its dashes are one word each. */
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|[\\p{L}\\p{N}]+(?:[.,'’/·°-][\\p{L}\\p{N}]+)*|[^\\p{L}\\p{N}\\s]");

    private WordDiff() {}

    /** Words, marks and the blanks between them; joined they are the text again. */
    static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        Matcher each = TOKEN.matcher(text);
        while (each.find()) tokens.add(each.group());
        return tokens;
    }

    static List<WordEdit> between(String before, String after) {
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        var edits = new ArrayList<WordEdit>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int from = delta.getSource().getPosition();
            add(edits, WordEdit.Fate.KEPT, old.subList(at, from));
            add(edits, WordEdit.Fate.REMOVED, delta.getSource().getLines());
            add(edits, WordEdit.Fate.ADDED, delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        add(edits, WordEdit.Fate.KEPT, old.subList(at, old.size()));
        return List.copyOf(edits);
    }

    private static void add(List<WordEdit> edits, WordEdit.Fate fate, List<String> words) {
        if (!words.isEmpty()) edits.add(new WordEdit(fate, String.join("", words)));
    }
}
