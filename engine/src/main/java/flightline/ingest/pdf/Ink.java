package flightline.ingest.pdf;

import flightline.corpus.Suspicion;
import java.awt.geom.Point2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * What lies on a page in the order in which it was painted, and so which of its characters a reader sees. Where that cannot
 * be told, as over a pattern or a picture that cannot be decoded, the character counts as seen.
 */
final class Ink {
    private static final int MOST_FILLS = 5_000;
    private static final double UNSEEN_ALPHA = 0.04;
    /** Of each colour component, 0 to 1: less is no contrast to the eye. */
    private static final double SAME = 0.05;
    /** Points about a letter at which a picture is looked at, in sizes of the letter from its origin. */
    private static final List<double[]> LETTER = List.of(
            new double[] {0.05, -0.1},
            new double[] {0.25, -0.1},
            new double[] {0.45, -0.1},
            new double[] {0.05, 0.15},
            new double[] {0.25, 0.15},
            new double[] {0.45, 0.15},
            new double[] {0.05, 0.4},
            new double[] {0.25, 0.4},
            new double[] {0.45, 0.4},
            new double[] {0.05, 0.7},
            new double[] {0.25, 0.7},
            new double[] {0.45, 0.7});

    /** Fewer letters are a slip of a drawing program, not a sentence. */
    private static final int FEWEST_LETTERS = 12;

    /** Why a character is not seen. */
    private enum Why {
        LAYER_OFF("in a layer that is switched off"),
        INVISIBLE("set to be invisible, with no scanned picture above it"),
        TRANSPARENT("fully transparent"),
        TINY("of almost no size"),
        OFF_PAGE("off the visible page"),
        CUT_AWAY("outside of the part of the page that is painted"),
        SAME_COLOUR("in the colour of what lies behind it"),
        COVERED("behind a picture or a shape painted over it"),
        NOTHING_DRAWN("in letters that draw nothing, with no scanned picture above them");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /**
     * @param colour absent (empty array) where it is not one colour: a picture, a pattern
     * @param opaque whether nothing behind it is seen
     * @param picture whether it is none of the page's own shapes
     * @param sight what it shows, and whether that is painted undiluted; absent where it cannot be looked at
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never shared
    private record Fill(
            int order, Area area, float[] colour, boolean opaque, boolean picture, Optional<Picture> sight) {}

    /** @param index of the glyph in the page's list */
    private record Mark(
            int order,
            String text,
            double x,
            double y,
            double size,
            List<float[]> colours,
            Optional<Why> invisible,
            int index) {}

    private final List<Fill> fills = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Map<Why, StringBuilder> hidden = new EnumMap<>(Why.class);
    private final Map<Why, Set<Integer>> hiddenGlyphs = new EnumMap<>(Why.class);
    private final Deque<Area> clips = new ArrayDeque<>();
    private final List<Point2D.Double> path = new ArrayList<>();
    private Area clip = new Area(-1e6, -1e6, 1e6, 1e6);
    private boolean clipping;
    private int order;

    /** Follows paths, clips and fills; every other operator is passed over. */
    void take(String operator, List<COSBase> operands, PathTrace.Placing placing, PDGraphicsState state) {
        switch (operator) {
            case "q" -> push();
            case "Q" -> pop();
            case "m", "l", "c", "v", "y" -> points(operands, placing);
            case "re" -> rectangle(operands, placing);
            case "W", "W*" -> clipping = true;
            case "f", "F", "f*", "B", "B*", "b", "b*" -> {
                fill(bounds(), state, false);
                end();
            }
            case "S", "s", "n" -> end();
            case "sh" -> add(clip, new float[0], false, true, Optional.empty());
            default -> {
                // paints nothing
            }
        }
    }

    void push() {
        clips.push(clip);
    }

    void pop() {
        if (!clips.isEmpty()) clip = clips.pop();
    }

    /**
     * @param opaque whether it lets nothing through
     * @param shown what can be seen on it
     */
    void picture(PathTrace.Placing placing, PDGraphicsState state, boolean opaque, Picture shown) {
        path.clear();
        for (float[] corner : new float[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}})
            path.add(placing.place(corner[0], corner[1]));
        Area area = bounds();
        path.clear();
        boolean solid = solid(state);
        add(area, new float[0], opaque && solid, true, solid ? Optional.of(shown) : Optional.empty());
    }

    private void points(List<COSBase> operands, PathTrace.Placing placing) {
        for (int i = 0; i + 1 < operands.size(); i += 2)
            if (operands.get(i) instanceof COSNumber x && operands.get(i + 1) instanceof COSNumber y)
                path.add(placing.place(x.floatValue(), y.floatValue()));
    }

    private void rectangle(List<COSBase> operands, PathTrace.Placing placing) {
        var n = new float[4];
        for (int i = 0; i < 4; i++) {
            if (operands.size() <= i || !(operands.get(i) instanceof COSNumber number)) return;
            n[i] = number.floatValue();
        }
        path.add(placing.place(n[0], n[1]));
        path.add(placing.place(n[0] + n[2], n[1] + n[3]));
    }

    private Area bounds() {
        double left = 1e6;
        double bottom = 1e6;
        double right = -1e6;
        double top = -1e6;
        for (Point2D.Double p : path) {
            left = Math.min(left, p.x);
            right = Math.max(right, p.x);
            bottom = Math.min(bottom, p.y);
            top = Math.max(top, p.y);
        }
        return new Area(left, bottom, right, top);
    }

    private void end() {
        if (clipping && !path.isEmpty()) clip = clip.shared(bounds());
        clipping = false;
        path.clear();
    }

    private void fill(Area area, PDGraphicsState state, boolean picture) {
        // Only a rectangle is known to fill its bounds.
        add(area, Colours.of(state.getNonStrokingColor()), solid(state) && path.size() <= 5, picture, Optional.empty());
    }

    private void add(Area area, float[] colour, boolean opaque, boolean picture, Optional<Picture> sight) {
        Area seen = area.shared(clip);
        if (fills.size() < MOST_FILLS && seen.width() > 0 && seen.height() > 0)
            fills.add(new Fill(order++, seen, colour, opaque, picture, sight));
    }

    private static boolean solid(PDGraphicsState state) {
        return state.getNonStrokeAlphaConstant() > 0.98
                && state.getSoftMask() == null
                && BlendMode.NORMAL.equals(state.getBlendMode());
    }

    /** A character outside the page or of no size; it is no glyph of the page. */
    void outside(String text, boolean tiny) {
        hide(tiny ? Why.TINY : Why.OFF_PAGE, text);
    }

    /** A character on the page that will be the glyph with this index. */
    void mark(String text, Point2D.Double at, double size, int index, boolean layerOff, PDGraphicsState state) {
        RenderingMode mode = state.getTextState().getRenderingMode();
        boolean fills = mode.isFill();
        boolean strokes = mode.isStroke();
        double alpha = Math.max(fills ? state.getNonStrokeAlphaConstant() : 0, strokes ? state.getAlphaConstant() : 0);
        if (layerOff) hide(Why.LAYER_OFF, text, index);
        else if (cutAway(at, size)) hide(Why.CUT_AWAY, text, index);
        else if ((fills || strokes) && alpha < UNSEEN_ALPHA) hide(Why.TRANSPARENT, text, index);
        else {
            var colours = new ArrayList<float[]>();
            if (fills) colours.add(Colours.of(state.getNonStrokingColor()));
            if (strokes) colours.add(Colours.of(state.getStrokingColor()));
            var invisible = mode == RenderingMode.NEITHER ? Optional.of(Why.INVISIBLE) : Optional.<Why>empty();
            marks.add(new Mark(order++, text, at.x, at.y, size, colours, invisible, index));
        }
    }

    /** The same for a character that a program of its font draws, which says itself what it paints. */
    void drawn(
            String text,
            Point2D.Double at,
            double size,
            int index,
            boolean layerOff,
            PDGraphicsState state,
            GlyphProgram.Look look) {
        if (layerOff || state.getNonStrokeAlphaConstant() < UNSEEN_ALPHA) {
            hide(layerOff ? Why.LAYER_OFF : Why.TRANSPARENT, text, index);
            return;
        }
        if (cutAway(at, size)) {
            hide(Why.CUT_AWAY, text, index);
            return;
        }
        boolean off = state.getTextState().getRenderingMode() == RenderingMode.NEITHER;
        var invisible = off
                ? Optional.of(Why.INVISIBLE)
                : look.nothing() ? Optional.of(Why.NOTHING_DRAWN) : Optional.<Why>empty();
        float[] own = Colours.of(state.getNonStrokingColor());
        var colours = look.colours().stream().map(c -> c == null ? own : c).toList();
        marks.add(new Mark(order++, text, at.x, at.y, size, colours, invisible, index));
    }

    /** Whether a character lies outside of the clip as a whole, and by more than its edges may be apart from where it is said to stand. */
    private boolean cutAway(Point2D.Double at, double size) {
        return at.x + size < clip.left()
                || at.x - size > clip.right()
                || at.y + 1.5 * size < clip.bottom()
                || at.y - size > clip.top();
    }

    private void hide(Why why, String text) {
        StringBuilder words = hidden.computeIfAbsent(why, w -> new StringBuilder());
        if (words.length() < 4_000) words.append(text);
    }

    private void hide(Why why, String text, int index) {
        hide(why, text);
        hiddenGlyphs.computeIfAbsent(why, w -> new HashSet<>()).add(index);
    }

    /** Judges the page; call it once, when everything is painted. */
    void judge() {
        for (Mark mark : marks) {
            if (mark.invisible().isPresent()) {
                if (fills.stream().noneMatch(f -> f.picture() && holds(f.area(), mark)))
                    hide(mark.invisible().get(), mark.text(), mark.index());
            } else if (covered(mark)) hide(Why.COVERED, mark.text(), mark.index());
            else if (blends(mark)) hide(Why.SAME_COLOUR, mark.text(), mark.index());
        }
    }

    private boolean covered(Mark mark) {
        for (int i = fills.size() - 1; i >= 0 && fills.get(i).order() > mark.order(); i--)
            if (holds(fills.get(i).area(), mark) && (fills.get(i).opaque() || hides(fills.get(i), mark))) return true;
        return false;
    }

    /** Whether a picture that may let something through does so nowhere about the character. */
    private static boolean hides(Fill fill, Mark mark) {
        return fill.sight().isPresent()
                && LETTER.stream()
                        .allMatch(part -> sample(fill.sight().get(), mark, part)
                                .filter(seen -> seen[3] > 0.98)
                                .isPresent());
    }

    private static Optional<float[]> sample(Picture picture, Mark mark, double[] part) {
        return picture.at(mark.x() + part[0] * mark.size(), mark.y() + part[1] * mark.size());
    }

    /** Whether every paint under the character, down to the paper, has its colour. */
    private boolean blends(Mark mark) {
        if (mark.colours().isEmpty()) return false;
        for (int i = fills.size() - 1; i >= 0; i--) {
            Fill fill = fills.get(i);
            if (fill.order() > mark.order()
                    || !fill.area().holds(mark.x() + 0.2 * mark.size(), mark.y() + 0.3 * mark.size())) continue;
            if (fill.sight().isPresent()) {
                switch (against(fill.sight().get(), mark)) {
                    case STANDS_OUT -> {
                        return false;
                    }
                    case BLENDS -> {
                        return true;
                    }
                    case SEES_THROUGH -> {
                        continue;
                    }
                }
            }
            if (!mark.colours().stream().allMatch(c -> alike(c, fill.colour()))) return false;
            if (fill.opaque()) return true;
        }
        return mark.colours().stream().allMatch(c -> alike(c, Colours.paper()));
    }

    /** How a character stands on a picture. */
    private enum Contrast {
        STANDS_OUT,
        BLENDS,
        /** The picture shows nothing else there than what lies behind it, or nothing at all. */
        SEES_THROUGH
    }

    private static Contrast against(Picture picture, Mark mark) {
        boolean through = false;
        for (double[] part : LETTER) {
            Optional<float[]> seen = sample(picture, mark, part);
            if (seen.isEmpty()) return Contrast.STANDS_OUT;
            float[] pixel = seen.get();
            through |= pixel[3] <= 0.98;
            if (pixel[3] < UNSEEN_ALPHA) continue;
            float[] colour = {pixel[0], pixel[1], pixel[2]};
            if (!mark.colours().stream().allMatch(c -> alike(c, colour))) return Contrast.STANDS_OUT;
        }
        return through ? Contrast.SEES_THROUGH : Contrast.BLENDS;
    }

    private static boolean holds(Area area, Mark mark) {
        return area.holds(mark.x(), mark.y()) && area.holds(mark.x() + 0.3 * mark.size(), mark.y() + 0.5 * mark.size());
    }

    private static boolean alike(float[] a, float[] b) {
        if (a.length != 3 || b.length != 3) return false;
        for (int i = 0; i < 3; i++) if (Math.abs(a[i] - b[i]) > SAME) return false;
        return true;
    }

    /** Indices of the glyphs that no reader sees; those too few to be a sentence are left. */
    Set<Integer> hiddenGlyphs() {
        var all = new HashSet<Integer>();
        hiddenGlyphs.forEach((why, glyphs) -> {
            if (sentence(why)) all.addAll(glyphs);
        });
        return all;
    }

    List<Suspicion> suspicions(int page) {
        var found = new ArrayList<Suspicion>();
        hidden.forEach((why, text) -> {
            if (sentence(why))
                found.add(new Suspicion(
                        Suspicion.Kind.HIDDEN_TEXT,
                        "page " + page,
                        why.words + ": "
                                + flightline.ingest.inspection.Excerpt.of(
                                        text.toString().strip())));
        });
        return found;
    }

    /** How many letters are hidden without making a sentence; they stay in the text. */
    int slips() {
        return hidden.keySet().stream()
                .filter(why -> !sentence(why))
                .mapToInt(this::letters)
                .sum();
    }

    private boolean sentence(Why why) {
        return letters(why) >= FEWEST_LETTERS;
    }

    private int letters(Why why) {
        StringBuilder text = hidden.get(why);
        return text == null ? 0 : (int) text.chars().filter(Character::isLetter).count();
    }
}
