package flightline.ingest.office;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.sl.usermodel.Background;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.PaintStyle;
import org.apache.poi.sl.usermodel.PictureShape;
import org.apache.poi.sl.usermodel.PlaceableShape;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Sheet;
import org.apache.poi.sl.usermodel.SimpleShape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;

/** Whether words on a slide can be seen: not those of a point, nor those in the colour of what surely lies behind them. */
final class SlideLook {
    private static final double TINY = 1;
    /** Of 255, for each of red, green and blue: nobody tells such colours apart. */
    private static final int ALIKE = 8;

    /** What gives the slide its ground; absent where that is a picture or a run of colours. */
    private final Optional<Color> ground;
    /** Where something else is drawn that may lie behind words: pictures, and shapes of a colour. */
    private final List<Rectangle2D> painted = new ArrayList<>();

    SlideLook(Slide<?, ?> slide) {
        this.ground = ground(slide);
        paint(slide);
        for (Sheet<?, ?> below = slide.getMasterSheet(); below != null && painted.size() < 500; ) {
            paint(below);
            below = below.getMasterSheet();
        }
    }

    /** Why a run cannot be seen; empty where it can, and where that cannot be told. */
    String hidden(TextRun run, TextShape<?, ?> shape) {
        Double size = run.getFontSize();
        if (size != null && size <= TINY) return "of " + size + " points";
        Optional<Color> ink = colour(run.getFontColor());
        Optional<Color> behind = behind(shape);
        if (ink.isEmpty() || behind.isEmpty() || !alike(ink.get(), behind.get())) return "";
        return alike(ink.get(), Color.WHITE) ? "white on white" : "in the colour of its ground";
    }

    /** Where it stands; nowhere where neither it nor what it is made after says so. */
    static Rectangle2D anchor(Shape<?, ?> shape) {
        try {
            Rectangle2D at = shape instanceof PlaceableShape<?, ?> placed ? placed.getAnchor() : null;
            return at == null ? new Rectangle2D.Double() : at;
        } catch (IllegalArgumentException | NullPointerException unplaced) {
            // The library says it in two ways.
            return new Rectangle2D.Double();
        }
    }

    private Optional<Color> behind(TextShape<?, ?> shape) {
        PaintStyle own =
                shape.getFillStyle() == null ? null : shape.getFillStyle().getPaint();
        if (own != null) return colour(own);
        Rectangle2D at = anchor(shape);
        // A cell has no place of its own, and its table's style may colour it.
        boolean alone = at.getWidth() > 0 && painted.stream().noneMatch(p -> p.intersects(at));
        return alone ? ground : Optional.empty();
    }

    private void paint(Sheet<?, ?> sheet) {
        for (Shape<?, ?> shape : sheet.getShapes()) {
            boolean covers = shape instanceof PictureShape
                    || shape instanceof GroupShape
                    || (shape instanceof SimpleShape<?, ?> simple
                            && simple.getFillStyle() != null
                            && simple.getFillStyle().getPaint() != null);
            if (covers) painted.add(anchor(shape));
        }
    }

    private static Optional<Color> ground(Slide<?, ?> slide) {
        Background<?, ?> background = slide.getBackground();
        PaintStyle paint = background == null || background.getFillStyle() == null
                ? null
                : background.getFillStyle().getPaint();
        return paint == null ? Optional.of(Color.WHITE) : colour(paint);
    }

    private static Optional<Color> colour(@org.jspecify.annotations.Nullable PaintStyle paint) {
        if (!(paint instanceof PaintStyle.SolidPaint solid)) return Optional.empty();
        var style = solid.getSolidColor();
        if (style == null || style.getColor() == null) return Optional.empty();
        boolean whole = style.getAlpha() < 0 || style.getAlpha() >= 100_000;
        boolean plain = style.getLumMod() < 0 && style.getLumOff() < 0 && style.getShade() < 0 && style.getTint() < 0;
        // What makes a colour darker or lighter is not reckoned here.
        return whole && plain ? Optional.of(style.getColor()) : Optional.empty();
    }

    private static boolean alike(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) <= ALIKE
                && Math.abs(one.getGreen() - other.getGreen()) <= ALIKE
                && Math.abs(one.getBlue() - other.getBlue()) <= ALIKE;
    }
}
