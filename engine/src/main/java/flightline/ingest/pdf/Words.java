package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes words of characters, in the order in which the page draws them. */
final class Words {
    /** A gap wider than this share of the size parts words where no blank was drawn. */
    private static final double APART = 0.17;

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
            baseline = glyph.y();
            size = glyph.size();
            gapBefore = blankSeen;
            mark = glyph.mark();
            blankSeen = false;
        }
        text.append(glyph.text());
        letters++;
        if (glyph.bold()) bold++;
        right = Math.max(right, glyph.x() + glyph.advance());
        if (glyph.size() > size) {
            size = glyph.size();
            baseline = glyph.y();
        }
    }

    private boolean follows(Glyph glyph) {
        double larger = Math.max(size, glyph.size());
        double gap = glyph.x() - right;
        double blank = glyph.blank() > 0 ? Math.min(glyph.blank() * 0.55, larger * 0.16) : larger * APART;
        return Math.abs(glyph.y() - baseline) <= 0.45 * larger
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
                mark));
        text.setLength(0);
        letters = 0;
        bold = 0;
    }
}
