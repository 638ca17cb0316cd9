package flightline.ingest.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.jspecify.annotations.Nullable;

/**
 * Follows the little program by which a Type 3 font draws a character, and tells what it leaves on the paper. Where that
 * cannot be told it counts as drawn, in a colour that is not known.
 */
final class GlyphProgram {
    private static final int MOST_OPERATORS = 5_000;
    /** Of the size of the letter: what is smaller is a speck. */
    private static final double SPECK = 0.02;

    private static final double UNSEEN_ALPHA = 0.04;
    private static final Set<String> FILLS = Set.of("f", "F", "f*", "B", "B*", "b", "b*");
    private static final Set<String> STROKES = Set.of("S", "s", "B", "B*", "b", "b*");
    private static final Set<String> TEXTS = Set.of("Tj", "TJ", "'", "\"");
    private static final Set<String> OTHER_FILL_COLOURS = Set.of("cs", "sc", "scn");
    private static final Set<String> OTHER_STROKE_COLOURS = Set.of("CS", "SC", "SCN");

    /**
     * What a character leaves on the paper.
     *
     * @param colours of its paints: red, green, blue; empty where one is not known; {@code null} for that of the text
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Look(boolean nothing, List<float @Nullable []> colours) {}

    private static final Look UNKNOWN = new Look(false, List.of(new float[0]));

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record State(
            AffineTransform matrix, float @Nullable [] fill, float @Nullable [] stroke, double alpha, Area clip) {}

    private final PDResources resources;
    private final AffineTransform fontMatrix;
    private final Deque<State> saved = new ArrayDeque<>();
    private final List<float @Nullable []> colours = new ArrayList<>();
    private final List<Point2D> path = new ArrayList<>();
    private State now = new State(new AffineTransform(), null, null, 1, new Area(-1e9, -1e9, 1e9, 1e9));
    private boolean clipping;
    private boolean coloured;
    private boolean drawn;

    private GlyphProgram(PDResources resources, AffineTransform fontMatrix) {
        this.resources = resources;
        this.fontMatrix = fontMatrix;
    }

    static Look of(PDType3Font font, int code) {
        try {
            PDType3CharProc program = font.getCharProc(code);
            if (program == null) return new Look(true, List.of());
            PDResources resources = font.getResources();
            var follower = new GlyphProgram(
                    resources == null ? new PDResources() : resources,
                    font.getFontMatrix().createAffineTransform());
            return follower.follow(new PDFStreamParser(program));
        } catch (IOException | RuntimeException unread) {
            return UNKNOWN;
        }
    }

    private Look follow(PDFStreamParser parser) throws IOException {
        var operands = new ArrayList<COSBase>();
        int operators = 0;
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                if (++operators > MOST_OPERATORS) return UNKNOWN;
                take(operator, operands);
                operands.clear();
            } else if (token instanceof COSBase operand) operands.add(operand);
        }
        return new Look(!drawn, colours);
    }

    private void take(Operator operator, List<COSBase> operands) {
        String name = operator.getName();
        float[] n = numbers(operands);
        switch (name) {
            case "d0" -> coloured = true;
            case "q" -> saved.push(now);
            case "Q" -> {
                if (!saved.isEmpty()) now = saved.pop();
            }
            case "cm" -> {
                if (n.length == 6) {
                    var matrix = new AffineTransform(now.matrix);
                    matrix.concatenate(new AffineTransform(n));
                    now = new State(matrix, now.fill, now.stroke, now.alpha, now.clip);
                }
            }
            case "gs" -> transparency(operands);
            case "m", "l", "c", "v", "y" -> {
                for (int i = 0; i + 1 < n.length; i += 2) point(n[i], n[i + 1]);
            }
            case "re" -> {
                if (n.length == 4) {
                    point(n[0], n[1]);
                    point(n[0] + n[2], n[1]);
                    point(n[0] + n[2], n[1] + n[3]);
                    point(n[0], n[1] + n[3]);
                }
            }
            case "W", "W*" -> clipping = true;
            case "n" -> end();
            case "g", "rg", "k" -> colour(rgb(n), true);
            case "G", "RG", "K" -> colour(rgb(n), false);
            case "BI" -> inlineImage(operator);
            case "Do", "sh" -> paint(new float[0], true);
            default -> {
                if (FILLS.contains(name)) painted(now.fill, true);
                if (STROKES.contains(name)) painted(now.stroke, false);
                if (FILLS.contains(name) || STROKES.contains(name)) end();
                if (TEXTS.contains(name)) paint(now.fill, true);
                if (OTHER_FILL_COLOURS.contains(name)) colour(new float[0], true);
                if (OTHER_STROKE_COLOURS.contains(name)) colour(new float[0], false);
            }
        }
    }

    private void transparency(List<COSBase> operands) {
        if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) return;
        PDExtendedGraphicsState state = resources.getExtGState(name);
        Float alpha = state == null ? null : state.getNonStrokingAlphaConstant();
        if (alpha != null) now = new State(now.matrix, now.fill, now.stroke, alpha, now.clip);
    }

    private void colour(float[] colour, boolean fill) {
        // One that only gives a shape takes the text's colour, whatever it says itself.
        if (!coloured) return;
        now = new State(now.matrix, fill ? colour : now.fill, fill ? now.stroke : colour, now.alpha, now.clip);
    }

    private void point(float x, float y) {
        path.add(now.matrix.transform(new Point2D.Double(x, y), null));
    }

    private void end() {
        if (clipping) {
            Area bounds = bounds(path);
            now = new State(now.matrix, now.fill, now.stroke, now.alpha, now.clip.shared(bounds));
        }
        clipping = false;
        path.clear();
    }

    private void painted(float @Nullable [] colour, boolean filled) {
        if (path.isEmpty()) return;
        Area area = bounds(path).shared(now.clip);
        if (area.right() < area.left() || area.top() < area.bottom()) return;
        double width = Math.hypot(fontMatrix.getScaleX(), fontMatrix.getShearY()) * area.width();
        double height = Math.hypot(fontMatrix.getScaleY(), fontMatrix.getShearX()) * area.height();
        boolean speck = Math.max(width, height) < SPECK;
        boolean flat = filled && (area.width() <= 0 || area.height() <= 0);
        paint(colour, !speck && !flat);
    }

    private void inlineImage(Operator operator) {
        try {
            var image = new PDInlineImage(operator.getImageParameters(), operator.getImageData(), resources);
            if (!image.isStencil()) paint(new float[0], true);
            else paint(now.fill, hasInk(image));
        } catch (IOException | RuntimeException unread) {
            paint(new float[0], true);
        }
    }

    private static boolean hasInk(PDInlineImage image) throws IOException {
        var shape = image.getStencilImage(java.awt.Color.BLACK);
        for (int y = 0; y < shape.getHeight(); y++)
            for (int x = 0; x < shape.getWidth(); x++) if (shape.getRGB(x, y) >>> 24 != 0) return true;
        return false;
    }

    private void paint(float @Nullable [] colour, boolean leavesInk) {
        if (!leavesInk || now.alpha < UNSEEN_ALPHA) return;
        drawn = true;
        colours.add(colour);
    }

    private static float[] rgb(float[] n) {
        return switch (n.length) {
            case 1 -> new float[] {n[0], n[0], n[0]};
            case 3 -> n;
            case 4 -> new float[] {(1 - n[0]) * (1 - n[3]), (1 - n[1]) * (1 - n[3]), (1 - n[2]) * (1 - n[3])};
            default -> new float[0];
        };
    }

    private static float[] numbers(List<COSBase> operands) {
        var numbers = new float[operands.size()];
        int count = 0;
        for (COSBase operand : operands)
            if (operand instanceof COSNumber number) numbers[count++] = number.floatValue();
        return java.util.Arrays.copyOf(numbers, count);
    }

    private static Area bounds(List<Point2D> points) {
        double left = Double.MAX_VALUE;
        double bottom = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        for (Point2D p : points) {
            left = Math.min(left, p.getX());
            right = Math.max(right, p.getX());
            bottom = Math.min(bottom, p.getY());
            top = Math.max(top, p.getY());
        }
        return new Area(left, bottom, right, top);
    }
}
