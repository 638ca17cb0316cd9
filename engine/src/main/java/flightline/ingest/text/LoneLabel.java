package flightline.ingest.text;

import flightline.corpus.SafetyKind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label such as {@code WARNING} without a text of its own. What follows is its text: a paragraph, or a list with all its
 * items, bullets or numbers that begin at one; numbers that go on from before are the procedure's.
 */
final class LoneLabel {
    private static final Pattern FIRST = Pattern.compile("(?i)(?:step\\s+)?\\(?0?(?:1|a|i)[.):]{0,2}");

    private final SafetyKind kind;
    private final int depth;
    private final int before;
    private boolean listed;
    private boolean counted;
    private int top;
    private String mark = "";

    /**
     * A label that waits for its text.
     *
     * @param depth of the item that it is itself, -1 where it is none
     * @param before index of the block that its text must precede, or -1
     */
    LoneLabel(SafetyKind kind, int depth, int before) {
        this.kind = kind;
        this.depth = depth;
        this.before = before;
    }

    SafetyKind kind() {
        return kind;
    }

    int before() {
        return before;
    }

    static boolean waits(@Nullable LoneLabel label) {
        return label != null && !label.listed;
    }

    /** Whether an item of a list, or where {@code counted} a step, belongs to its text; it is taken then. */
    boolean takes(boolean counted, String mark, int depth) {
        if (depth <= this.depth) return false;
        if (!listed) {
            if (counted && !FIRST.matcher(mark).matches()) return false;
            this.counted = counted;
            this.top = depth;
            this.mark = mark;
            listed = true;
            return true;
        }
        if (depth != top) return depth > top;
        return counted == this.counted && counted != mark.equals(this.mark);
    }

    /** Whether the list that ends at this depth was its text. */
    boolean endsWith(int depth) {
        return listed && depth <= top;
    }
}
