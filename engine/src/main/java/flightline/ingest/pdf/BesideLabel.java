package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts a warning's word before all of its text where it is set half way down beside it: read line by line, the text's
 * first lines would come before the word, and be lost to the warning.
 */
final class BesideLabel {
    private BesideLabel() {}

    static List<Line> first(List<Line> lines) {
        var ordered = new ArrayList<>(lines);
        for (int i = 1; i < ordered.size(); i++) {
            Optional<Beside> beside = beside(ordered, i);
            if (beside.isPresent()) beside.get().move(ordered);
        }
        return ordered;
    }

    /**
     * A label beside its text.
     *
     * @param first index of the text's first line, above the label
     * @param rest what stands on the label's own line, may be empty
     */
    private record Beside(int first, int at, List<Word> label, List<Word> rest) {
        void move(List<Line> lines) {
            Line own = lines.get(at);
            Line top = lines.get(first);
            var words = new ArrayList<Word>();
            for (Word w : label)
                words.add(new Word(w.text(), w.left(), w.right(), top.baseline(), w.size(), w.bold(), w.gapBefore()));
            words.addAll(top.words());
            if (rest.isEmpty()) lines.remove(at);
            else lines.set(at, new Line(own.sheet(), rest, own.column(), own.frame()));
            lines.set(first, new Line(top.sheet(), words, top.column(), top.frame()));
        }
    }

    private static Optional<Beside> beside(List<Line> lines, int at) {
        Line line = lines.get(at);
        var spans = line.spans();
        String word = spans.getFirst().stream().map(Word::text).collect(Collectors.joining(" "));
        if (SafetyLabel.of(word).filter(l -> l.rest().isEmpty()).isEmpty()) return Optional.empty();
        double right = Area.around(spans.getFirst()).right();
        var rest = line.words().subList(spans.getFirst().size(), line.words().size());
        double left =
                rest.isEmpty() ? lines.get(at - 1).left() : rest.getFirst().left();
        if (left < right + 3) return Optional.empty();
        int first = at;
        while (first > 0 && belongs(lines.get(first - 1), lines.get(first), left)) first--;
        int last = at;
        while (last < lines.size() - 1 && belongs(lines.get(last + 1), lines.get(last), left)) last++;
        if (first == at) return Optional.empty();
        double middle = (lines.get(first).baseline() + lines.get(last).baseline()) / 2;
        return Math.abs(middle - line.baseline()) < 0.8 * line.size()
                ? Optional.of(new Beside(first, at, spans.getFirst(), List.copyOf(rest)))
                : Optional.empty();
    }

    private static boolean belongs(Line line, Line neighbour, double left) {
        return Math.abs(line.left() - left) < 6
                && Math.abs(line.baseline() - neighbour.baseline()) < 1.5 * line.size()
                && SafetyLabel.of(line.text()).isEmpty();
    }
}
