package flightline.ingest.pdf;

import java.util.ArrayDeque;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Follows which marked content a page is drawing: the number that its structure tree calls it by. */
final class MarkedContent {
    /** Drawn outside of any numbered content. */
    static final int NONE = -1;
    /** Drawn as decoration: running heads, page numbers, rules. */
    static final int ARTIFACT = -2;

    private static final int DEEPEST = 500;

    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private int beyond;

    void begin(@Nullable COSName tag, @Nullable COSDictionary properties) {
        if (open.size() >= DEEPEST) {
            beyond++;
            return;
        }
        int number = properties == null ? NONE : properties.getInt(COSName.MCID, NONE);
        boolean artifact = COSName.ARTIFACT.equals(tag) || current() == ARTIFACT;
        open.push(artifact ? ARTIFACT : number >= 0 ? number : current());
    }

    void end() {
        if (beyond > 0) beyond--;
        else if (!open.isEmpty()) open.pop();
    }

    int current() {
        Integer top = open.peek();
        return top == null ? NONE : top;
    }
}
