package flightline.library.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** One page being printed. Coordinates in points, origin at the lower left. */
final class Sheet {
    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();
    static final double LEFT = 62;
    static final double RIGHT = WIDTH - 50;
    static final double TOP = HEIGHT - 82;
    static final double BOTTOM = 84;
    static final double MEASURE = RIGHT - LEFT;

    private final PDPage page = new PDPage(PDRectangle.A4);
    private final Faces faces;
    private final PDPageContentStream pen;
    private boolean changed;

    Sheet(PDDocument document, Faces faces) {
        this.faces = faces;
        try {
            // Uncompressed: zlib builds differ from system to system, and the same manuscript must give the same bytes
            // on each.
            this.pen = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    PDPage page() {
        return page;
    }

    Faces faces() {
        return faces;
    }

    /** Whether something on this page was changed by the revision. */
    boolean changed() {
        return changed;
    }

    /** Puts the revision bar in the left margin from {@code top} down to {@code bottom}. */
    void bar(double top, double bottom) {
        changed = true;
        line(1.6, LEFT - 12, top, LEFT - 12, bottom);
    }

    void text(Face face, double size, double x, double y, String text) {
        if (text.isEmpty()) {
            return;
        }
        draw(() -> {
            pen.beginText();
            pen.setFont(faces.font(face), (float) size);
            pen.newLineAtOffset((float) x, (float) y);
            pen.showText(Faces.printable(text));
            pen.endText();
        });
    }

    void textRight(Face face, double size, double right, double y, String text) {
        text(face, size, right - faces.width(face, size, text), y, text);
    }

    void textMid(Face face, double size, double middle, double y, String text) {
        text(face, size, middle - faces.width(face, size, text) / 2, y, text);
    }

    void line(double weight, double x1, double y1, double x2, double y2) {
        path(weight, List.of(x1, y1, x2, y2), false, -1);
    }

    /** A box from its upper left corner; {@code grey} below 0 leaves it empty. */
    void box(double weight, double x, double top, double width, double height, double grey) {
        path(weight, List.of(x, top, x + width, top, x + width, top - height, x, top - height), true, grey);
    }

    /** A path through x, y, x, y, ...; {@code grey} 0 is black, 1 white, below 0 not filled. */
    void path(double weight, List<Double> points, boolean closed, double grey) {
        draw(() -> {
            pen.setLineWidth((float) weight);
            trace(points, closed);
            if (grey >= 0) {
                pen.setNonStrokingColor((float) grey);
                if (weight > 0) {
                    pen.fillAndStroke();
                } else {
                    pen.fill();
                }
                pen.setNonStrokingColor(0f);
            } else {
                pen.stroke();
            }
        });
    }

    void circle(double weight, double x, double y, double r) {
        double k = 0.5523 * r;
        draw(() -> {
            pen.setLineWidth((float) weight);
            pen.moveTo((float) (x + r), (float) y);
            curve(x + r, y + k, x + k, y + r, x, y + r);
            curve(x - k, y + r, x - r, y + k, x - r, y);
            curve(x - r, y - k, x - k, y - r, x, y - r);
            curve(x + k, y - r, x + r, y - k, x + r, y);
            pen.closeAndStroke();
        });
    }

    void dash(boolean dashed) {
        draw(() -> pen.setLineDashPattern(dashed ? new float[] {4, 3} : new float[0], 0));
    }

    void finish() {
        draw(pen::close);
    }

    private void trace(List<Double> points, boolean closed) throws IOException {
        for (int i = 0; i + 1 < points.size(); i += 2) {
            float x = points.get(i).floatValue();
            float y = points.get(i + 1).floatValue();
            if (i == 0) {
                pen.moveTo(x, y);
            } else {
                pen.lineTo(x, y);
            }
        }
        if (closed) {
            pen.closePath();
        }
    }

    private void curve(double a, double b, double c, double d, double e, double f) throws IOException {
        pen.curveTo((float) a, (float) b, (float) c, (float) d, (float) e, (float) f);
    }

    private interface Stroke {
        void make() throws IOException;
    }

    private static void draw(Stroke stroke) {
        try {
            stroke.make();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
