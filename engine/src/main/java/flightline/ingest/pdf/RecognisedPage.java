package flightline.ingest.pdf;

import flightline.corpus.Reading;
import flightline.ingest.ocr.PageImage;
import flightline.ingest.ocr.RecognisedLine;
import flightline.ingest.ocr.RecognisedWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** Makes of recognised lines what the rest of the parser works on: words in points, with the size and weight of their type. */
final class RecognisedPage {
    /** Of 100; a figure or an identifier read with less is said to be uncertain. */
    private static final int SURE = 85;
    /** Of 100; what is below on a line that is below as a whole is a smudge or a drawing. */
    private static final int SMUDGE = 40;
    /** Lines whose size differs by less are of one size: it is measured on the letters that happen to stand there. */
    private static final double SAME_SIZE = 1.17;
    /** Strokes this much wider than the page's usual ones are bold. */
    private static final double HEAVY = 1.3;

    private final PageImage image;
    private final List<RecognisedLine> lines;
    private final double points;

    private RecognisedPage(PageImage image, List<RecognisedLine> lines) {
        this.image = image;
        this.lines = lines.stream().filter(RecognisedPage::legible).toList();
        this.points = 72.0 / image.dotsPerInch();
    }

    /**
     * The page with its recognised words.
     *
     * @param image turned so that most text runs from left to right
     * @param turn quarter turns, counter-clockwise, from the page as shown to that
     */
    static Sheet of(Sheet empty, PageImage image, int turn, List<RecognisedLine> lines) {
        var page = new RecognisedPage(image, lines);
        var uncertain = new LinkedHashSet<String>();
        for (RecognisedLine line : page.lines)
            for (RecognisedWord word : line.words())
                if (word.confidence() < SURE) identifier(word.text()).ifPresent(uncertain::add);
        return new Sheet(
                empty.number(),
                turn % 2 == 1 ? empty.shownHeight() : empty.shownWidth(),
                turn % 2 == 1 ? empty.shownWidth() : empty.shownHeight(),
                turn,
                page.words(),
                List.of(),
                InkRules.of(image),
                List.of(),
                empty.images(),
                new Reading(true, List.copyOf(uncertain)));
    }

    private static boolean legible(RecognisedLine line) {
        return line.turn() == 0
                && (line.confidence() >= SMUDGE || line.words().stream().anyMatch(w -> w.confidence() >= 70));
    }

    /** What a mistake in would harm: anything with a figure, and codes in capitals; without the marks around it. */
    static java.util.Optional<String> identifier(String word) {
        String bare = word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}%°]+$", "");
        boolean figure = bare.chars().anyMatch(Character::isDigit);
        boolean code = bare.length() > 3 && bare.contains("-") && bare.equals(bare.toUpperCase(Locale.ROOT));
        return figure || code ? java.util.Optional.of(bare) : java.util.Optional.empty();
    }

    private List<Word> words() {
        double usualSize = usual(lines.stream()
                .flatMap(l -> l.words().stream().map(w -> l.size()))
                .toList());
        double usualStroke = usual(lines.stream()
                .flatMap(l -> l.words().stream().map(w -> stroke(w) / l.size()))
                .toList());
        double slope = usual(lines.stream().map(RecognisedLine::slope).toList());
        var words = new ArrayList<Word>();
        for (RecognisedLine line : lines) {
            boolean same = line.size() < SAME_SIZE * usualSize && line.size() * SAME_SIZE > usualSize;
            double size = same ? usualSize * points : Math.round(line.size() * points);
            for (int i = 0; i < line.words().size(); i++) {
                RecognisedWord word = line.words().get(i);
                if (!isReadTwice(line, word)) words.add(word(line, asWide(line, i), size, usualStroke, slope));
            }
        }
        return words;
    }

    /** The word ending before the next one of its line: the program draws the boxes of some over their neighbours. */
    private static RecognisedWord asWide(RecognisedLine line, int index) {
        RecognisedWord word = line.words().get(index);
        if (index + 1 == line.words().size()) return word;
        int next = line.words().get(index + 1).left();
        boolean over = word.left() < next && next < word.right();
        return over
                ? new RecognisedWord(word.text(), word.left(), word.top(), next, word.bottom(), word.confidence())
                : word;
    }

    /**
     * Where two areas of the page overlap, a word is read in both; the surer reading, or else the longer, stands. Words of
     * one line are different words, however their boxes lie, but for letters that were read once more in their word.
     */
    private boolean isReadTwice(RecognisedLine own, RecognisedWord word) {
        for (RecognisedLine line : lines)
            for (RecognisedWord other : line.words()) {
                if (other.equals(word) || !covers(other, word)) continue;
                if (line.equals(own) && !isPart(other.text(), word.text())) continue;
                boolean better = other.text().length() != word.text().length()
                        ? other.text().length() > word.text().length()
                        : other.confidence() > word.confidence();
                if (better) return true;
            }
        return false;
    }

    private static boolean isPart(String whole, String part) {
        return whole.contains(part) && part.chars().noneMatch(Character::isDigit);
    }

    private static boolean covers(RecognisedWord outer, RecognisedWord inner) {
        int wide = Math.min(outer.right(), inner.right()) - Math.max(outer.left(), inner.left());
        int high = Math.min(outer.bottom(), inner.bottom()) - Math.max(outer.top(), inner.top());
        double area = (double) (inner.right() - inner.left()) * (inner.bottom() - inner.top());
        return wide > 0 && high > 0 && (double) wide * high > 0.6 * area;
    }

    private Word word(RecognisedLine line, RecognisedWord word, double size, double usualStroke, double slope) {
        double at = line.baseline() + line.slope() * (word.left() - line.left());
        // Of a page that lies askew the lines are set straight, or words in one row would not share a baseline.
        double straight = at - slope * (word.left() - image.width() / 2.0);
        return new Word(
                word.text(),
                word.left() * points,
                word.right() * points,
                (image.height() - straight) * points,
                size,
                stroke(word) / line.size() > HEAVY * usualStroke,
                true);
    }

    /** Mean width of the strokes of ink along the rows of a word's box, in pixels. */
    private double stroke(RecognisedWord word) {
        int ink = 0;
        int strokes = 0;
        for (int y = Math.max(0, word.top()); y < Math.min(image.height(), word.bottom()); y++) {
            boolean before = false;
            for (int x = Math.max(0, word.left()); x < Math.min(image.width(), word.right()); x++) {
                boolean dark = image.dark(x, y);
                if (dark) ink++;
                if (dark && !before) strokes++;
                before = dark;
            }
        }
        return strokes == 0 ? 0 : (double) ink / strokes;
    }

    private static double usual(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}
