package flightline.ingest.pdf;

import flightline.ingest.effectivity.FleetLines;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a line goes on with the text of the line before it. */
final class Continuation {
    /** Begins or is what parts one text from the next, as {@code ---- END OF TASK ----}. */
    private static final Pattern DIVIDER = Pattern.compile("^[-–—_=*.]{4,}(?:\\s|$)");

    private final Typography type;

    Continuation(Typography type) {
        this.type = type;
    }

    /** Whether the line is set close below: same column, same size, no white between. */
    boolean close(Line above, Line line) {
        return within(above, line, 1.28);
    }

    boolean within(Line above, Line line, double pitches) {
        if (above.sheet().number() != line.sheet().number() || above.frame() != line.frame()) return false;
        double gap = above.baseline() - line.baseline();
        return gap > 0 && gap <= pitches * Math.max(type.pitch(line), type.pitch(above)) + 0.5;
    }

    boolean alike(Line above, Line line) {
        return Math.abs(above.size() - line.size()) <= 0.12 * Math.max(above.size(), line.size());
    }

    /** Whether the line carries on in the next column or on the next page what stopped in the middle of a sentence. */
    boolean carriesOver(Line above, Line line) {
        boolean elsewhere = above.sheet().number() != line.sheet().number()
                || line.baseline() > above.baseline() + 2 * line.size()
                || line.left() > above.column().right();
        return elsewhere
                && above.frame() == 0
                && line.frame() == 0
                && alike(above, line)
                && above.bold() == line.bold()
                && !endsSentence(above.text())
                && (Character.isLowerCase(line.text().codePointAt(0))
                        || full(above)
                        || above.text().endsWith("-"));
    }

    /**
     * Whether the line goes on with a paragraph or an item.
     *
     * @param soFar its lines, at least one
     */
    boolean goesOn(List<Line> soFar, Line line) {
        Line above = soFar.getLast();
        if (Headings.counts(line.text())
                || FleetLines.is(line.text())
                || DIVIDER.matcher(line.text()).find()) return false;
        if (carriesOver(above, line)) return true;
        if (!close(above, line) || !alike(above, line)) return false;
        if (above.bold() != line.bold() && !full(above)) return false;
        boolean ended = endsSentence(above.text());
        boolean indented = line.left() > above.left() + 0.7 * line.size() && soFar.size() > 1;
        boolean outdented = line.left() < above.left() - 0.7 * line.size() && soFar.size() > 1;
        if (ended && indented) return false;
        if (outdented && (ended || !full(above))) return false;
        return !(ended && isShort(above) && Character.isUpperCase(line.text().codePointAt(0)));
    }

    static boolean endsSentence(String text) {
        return text.matches("(?s).*[.!?:;][)\\]”\"’']{0,2}");
    }

    private static boolean full(Line line) {
        return line.right() >= line.column().right() - 0.12 * line.column().width();
    }

    private static boolean isShort(Line line) {
        return line.right() < line.column().right() - 0.25 * line.column().width();
    }
}
