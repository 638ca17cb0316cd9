package flightline.ingest.pdf;

import flightline.ingest.effectivity.FleetLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects a warning whole. Where its end is in doubt the next lines are taken too: half a warning is worse than one
 * sentence too many.
 */
final class Dangers {
    private final Typography type;
    private final Continuation continuation;
    private final Headings headings;

    Dangers(Typography type, Continuation continuation, Headings headings) {
        this.type = type;
        this.continuation = continuation;
        this.headings = headings;
    }

    /**
     * The lines of the warning that begins at {@code start}.
     *
     * @param label of that line
     */
    List<Line> collect(List<Piece> pieces, int start, SafetyLabel label) {
        Line first = (Line) pieces.get(start);
        var lines = new ArrayList<Line>(List.of(first));
        boolean alone = label.rest().isEmpty();
        for (int i = start + 1; i < pieces.size(); i++) {
            if (!(pieces.get(i) instanceof Line line)
                    || SafetyLabel.of(line.text()).isPresent()) break;
            boolean boxed = first.frame() != 0 && line.frame() == first.frame();
            if (boxed) {
                lines.add(line);
                continue;
            }
            // A box round the word alone holds nothing of the text: that stands below it.
            boolean textInBox = !alone || (lines.size() > 1 && lines.get(1).frame() == first.frame());
            boolean boxIsDone = first.frame() != 0 && textInBox;
            if (boxIsDone || !belongs(lines, line, alone)) break;
            lines.add(line);
        }
        return lines;
    }

    private boolean belongs(List<Line> soFar, Line line, boolean alone) {
        Line first = soFar.getFirst();
        Line above = soFar.getLast();
        if (above.sheet().number() != line.sheet().number()) return overThePage(soFar, line, alone);
        if (alone && soFar.size() == 1) return (within(above, line, 3) || first.frame() != 0) && !isSectionTitle(line);
        double textLeft = alone ? soFar.get(1).left() : textLeft(first);
        if (beginsAnew(soFar, line, alone)) return false;
        boolean hangs =
                !alone && textLeft > first.left() + 12 && line.left() >= textLeft - 3 && line.left() < textLeft + 90;
        if (hangs && within(above, line, 2.6)) return true;
        if (Label.of(line).filter(l -> !l.bullet()).isPresent() && line.left() < textLeft - 3) return false;
        boolean open = !Continuation.endsSentence(above.text());
        if (continuation.close(above, line) && continuation.alike(above, line)) {
            boolean next = Label.of(line).isPresent() && !open && !above.text().endsWith(":");
            return !next || Label.of(line).filter(Label::bullet).isPresent();
        }
        if (isSectionTitle(line) && !(open && Headings.capitals(above.text()))) return false;
        if (open && within(above, line, 2.2) && !Label.stands(line)) return true;
        return within(above, line, 2.2) && dressedAlike(above, line) && !Label.stands(line);
    }

    /**
     * Whether a step or the number of a task begins below the warning, though it may be set as far in as the warning's text:
     * the sentence above is done, and the warning is no list itself.
     */
    private static boolean beginsAnew(List<Line> soFar, Line line, boolean alone) {
        if (!Continuation.endsSentence(soFar.getLast().text())) return false;
        if (Headings.counts(line.text()) || FleetLines.is(line.text())) return true;
        Optional<String> form = Label.of(line).filter(l -> !l.bullet()).map(Label::form);
        if (form.isEmpty() || soFar.stream().anyMatch(l -> l.text().endsWith(":"))) return false;
        String said = alone
                ? soFar.get(1).text()
                : SafetyLabel.of(soFar.getFirst().text()).map(SafetyLabel::rest).orElse("");
        return !counted(said).equals(form);
    }

    /** How the line counts, where it is a counted item. */
    private static Optional<String> counted(String text) {
        return Label.of(text).filter(l -> !l.bullet()).map(Label::form);
    }

    private boolean overThePage(List<Line> soFar, Line line, boolean alone) {
        Line above = soFar.getLast();
        if (alone && soFar.size() == 1) return !isSectionTitle(line);
        if (Label.stands(line)) return false;
        if (!Continuation.endsSentence(above.text())) return true;
        return dressedAlike(above, line) && Math.abs(above.left() - line.left()) < 3;
    }

    private boolean isSectionTitle(Line line) {
        return line.size() >= Headings.LARGER * type.body()
                || (!Headings.numberOf(line.text()).isEmpty()
                        && headings.begins(line, Optional.empty(), Optional.empty()));
    }

    /** Set in capitals or in bold as the warning is, while running text is not. */
    private boolean dressedAlike(Line above, Line line) {
        boolean capitals = Headings.capitals(above.text()) && Headings.capitals(line.text());
        return capitals || (above.bold() && line.bold() && !type.boldBody());
    }

    private boolean within(Line above, Line line, double pitches) {
        double gap = above.baseline() - line.baseline();
        return gap > 0 && gap <= pitches * Math.max(type.pitch(line), type.pitch(above));
    }

    private static double textLeft(Line first) {
        var words = first.words();
        for (int i = 1; i < words.size(); i++) {
            String before = words.get(i - 1).text();
            boolean label = before.matches(".*[:.!–—]") || before.matches("(?:WARNING|CAUTION|NOTE)S?|-");
            if (label && !words.get(i).text().matches("[-–—:!]"))
                return words.get(i).left();
        }
        return first.left();
    }
}
