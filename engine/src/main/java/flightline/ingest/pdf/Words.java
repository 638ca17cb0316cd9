package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes words of characters, in the order in which the page draws them. */
final class Words {
    /** A gap wider than this share of the size parts words where no blank was drawn. */
    static final double APART = 0.17;

    /** Shares of the size of the letters that a run of raised or lowered ones stands behind. */
    private static final double SMALLER = 0.87;

    private static final double SMALLEST = 0.4;
    private static final double LEAST_RAISED = 0.15;
    /** As high as capitals are. */
    private static final double MOST_RAISED = 0.75;

    private static final double LEAST_LOWERED = 0.08;
    private static final double MOST_LOWERED = 0.5;
    private static final double BEHIND = 0.35;
    private static final String SIGNS = "+-\u2212\u00B1";
    /** Letters; more of them are a line of small type of its own. */
    private static final int LONGEST_RUN = 12;

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private double left;
    private double right;
    private double baseline;
    private double size;
    private int bold;
    private int letters;
    private int mark;
    private boolean blankSeen = true;
    private boolean gapBefore = true;
    /** Of the word being made, see {@link Word#raise}; its baseline then is that of the word it stands behind. */
    private double raise;

    private double own;
    /** The word on the line that letters may be raised or lowered behind; of no size where there is none. */
    private double hostSize;

    private double hostBaseline;
    private double hostRight;
    private double runRight;
    private int run;
    private int runLetters;

    /** A document says the same words over and over; each is kept once. */
    private final Map<String, String> known;

    private Words(Map<String, String> known) {
        this.known = known;
    }

    /** @param known words of the document so far; added to */
    static List<Word> of(List<Glyph> glyphs, Map<String, String> known) {
        var making = new Words(known);
        glyphs.forEach(making::take);
        making.finish();
        return making.words;
    }

    private void take(Glyph glyph) {
        if (glyph.isBlank()) {
            finish();
            blankSeen = true;
            return;
        }
        if (!text.isEmpty() && !follows(glyph)) finish();
        if (text.isEmpty()) {
            left = glyph.x();
            right = glyph.x();
            raise = hostSize > 0 ? offset(glyph, hostBaseline, hostSize) : 0;
            if (raise != 0 && !isBehind(glyph, hostRight) && !isBehind(glyph, runRight)) raise = 0;
            own = glyph.y();
            baseline = raise == 0 ? own : hostBaseline;
            size = glyph.size();
            gapBefore = blankSeen;
            mark = glyph.mark();
            blankSeen = false;
        }
        text.append(glyph.text());
        letters++;
        if (glyph.bold()) bold++;
        right = Math.max(right, glyph.x() + glyph.advance());
        if (raise == 0 && glyph.size() > size) {
            size = glyph.size();
            baseline = glyph.y();
        }
    }

    /** How far above the baseline of larger letters a small one is set; 0 where it stands on it or elsewhere. */
    private static double offset(Glyph glyph, double baseline, double size) {
        if (glyph.size() > SMALLER * size || glyph.size() < SMALLEST * size) return 0;
        double up = glyph.y() - baseline;
        boolean raised = up >= LEAST_RAISED * size && up <= MOST_RAISED * size;
        boolean lowered = up <= -LEAST_LOWERED * size && up >= -MOST_LOWERED * size;
        return raised || lowered ? up : 0;
    }

    private boolean isBehind(Glyph glyph, double end) {
        return glyph.x() >= end - APART * hostSize && glyph.x() <= end + BEHIND * hostSize;
    }

    private boolean follows(Glyph glyph) {
        double larger = Math.max(size, glyph.size());
        double gap = glyph.x() - right;
        if (raise != 0 && (Math.abs(glyph.y() - own) > 0.1 * size || glyph.size() > 1.1 * size)) return false;
        // A power must not read as another digit nor a lower tolerance as a number that goes on; an index is part of
        // its word.
        double up = raise == 0 ? offset(glyph, baseline, size) : 0;
        if (up > 0 || (up < 0 && SIGNS.contains(glyph.text()))) return false;
        double blank = glyph.blank() > 0 ? Math.min(glyph.blank() * 0.55, larger * 0.16) : larger * APART;
        return Math.abs(glyph.y() - (raise == 0 ? baseline : own)) <= 0.45 * larger
                && gap <= Math.max(blank, larger * 0.08)
                && gap >= -0.6 * larger;
    }

    private void finish() {
        if (text.isEmpty()) return;
        String written = text.toString();
        String first = known.putIfAbsent(written, written);
        words.add(new Word(
                first == null ? written : first,
                (float) left,
                (float) right,
                (float) baseline,
                (float) size,
                bold * 2 > letters,
                gapBefore,
                mark,
                (float) raise));
        setOff();
        text.setLength(0);
        letters = 0;
        bold = 0;
    }

    /** Counts a run of raised or lowered words; one too long stands on its own, as before it. */
    private void setOff() {
        runRight = right;
        if (raise == 0) {
            hostSize = size;
            hostBaseline = baseline;
            hostRight = right;
            run = words.size();
            runLetters = 0;
            return;
        }
        runLetters += letters;
        if (runLetters <= LONGEST_RUN) return;
        words.subList(run, words.size()).replaceAll(Word::onItsOwn);
        hostSize = 0;
    }
}
