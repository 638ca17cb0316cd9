package flightline.ingest.pdf;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;

/**
 * A picture as it lies on a page: what it shows at a point of it. It is decoded when that is first asked, coarsely.
 */
final class Picture {
    private final COSBase key;
    private final boolean stencil;
    private final Rasters.Source image;
    /** A stencil is painted in the colour of its time. */
    private final float[] paint;

    private final Rasters rasters;
    private final Point2D.Double corner;
    private final Point2D.Double right;
    private final Point2D.Double top;

    /**
     * @param key the same for the same picture
     * @param stencil whether it is only a shape, painted in a colour
     * @param paint red, green, blue of what a stencil is painted with; empty where that is not one colour
     * @param placing where a point of the picture's own unit square stands on the page as shown
     */
    Picture(
            COSBase key,
            boolean stencil,
            Rasters.Source image,
            float[] paint,
            Rasters rasters,
            PathTrace.Placing placing) {
        this.key = key;
        this.stencil = stencil;
        this.image = image;
        this.paint = paint;
        this.rasters = rasters;
        this.corner = placing.place(0, 0);
        this.right = placing.place(1, 0);
        this.top = placing.place(0, 1);
    }

    /** Red, green, blue and opacity, 0 to 1, at a point of the page as shown; absent where it cannot be told. */
    Optional<float[]> at(double x, double y) {
        double ax = right.x - corner.x;
        double ay = right.y - corner.y;
        double bx = top.x - corner.x;
        double by = top.y - corner.y;
        double area = ax * by - ay * bx;
        if (Math.abs(area) < 1e-9) return Optional.empty();
        double u = ((x - corner.x) * by - (y - corner.y) * bx) / area;
        double v = ((y - corner.y) * ax - (x - corner.x) * ay) / area;
        if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) return Optional.of(new float[] {0, 0, 0, 0});
        return raster().map(raster -> {
            int column = Math.min(raster.getWidth() - 1, (int) (u * raster.getWidth()));
            int row = Math.min(raster.getHeight() - 1, (int) ((1 - v) * raster.getHeight()));
            float[] colour = new Color(raster.getRGB(column, row), true).getRGBComponents(null);
            // A stencil's shape is known where its colour is not.
            return stencil && paint.length != 3 ? new float[] {Float.NaN, Float.NaN, Float.NaN, colour[3]} : colour;
        });
    }

    private Optional<BufferedImage> raster() {
        Color colour = paint.length == 3 ? new Color(part(0), part(1), part(2)) : Color.BLACK;
        return rasters.of(key, stencil ? colour.getRGB() : 0, image, colour);
    }

    private float part(int component) {
        return Math.clamp(paint[component], 0f, 1f);
    }
}
