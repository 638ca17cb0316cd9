package flightline.ingest.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/**
 * Decodes pictures to look at their colours, each as coarsely as will do, and holds the last few, since the same one may lie
 * on every page. What would take too much is not decoded: then nothing is told of it.
 */
final class Rasters {
    private static final int HELD = 4;
    /** Of a picture as it is stored; A4 at 600 dots per inch has 35 million. */
    private static final long MOST_PIXELS = 40_000_000;
    /** Finer than a letter: A4 at 100 dots per inch. */
    private static final long KEPT_PIXELS = 1_000_000;
    /** Of all pictures of a page together. */
    private static final long MOST_OF_A_PAGE = 150_000_000;

    private final Map<Key, Optional<BufferedImage>> held = new LinkedHashMap<>(16, 0.75f, true);
    private long read;

    private record Key(COSBase image, int colour) {}

    /** Where a picture comes from when it is asked for. */
    @FunctionalInterface
    interface Source {
        PDImage open() throws IOException;
    }

    /** A new page begins: it may read as much as any. */
    void page() {
        read = 0;
    }

    /** @param colour of what is painted, 0 where it is no stencil */
    Optional<BufferedImage> of(COSBase key, int colour, Source source, Color paint) {
        var known = held.get(new Key(key, colour));
        if (known != null) return known;
        Optional<BufferedImage> decoded = decode(source, paint);
        held.put(new Key(key, colour), decoded);
        if (held.size() > HELD) held.remove(held.keySet().iterator().next());
        return decoded;
    }

    private Optional<BufferedImage> decode(Source source, Color paint) {
        if (read > MOST_OF_A_PAGE) return Optional.empty();
        try {
            PDImage image = source.open();
            long pixels = (long) image.getWidth() * image.getHeight();
            read += pixels;
            if (pixels <= 0 || pixels > MOST_PIXELS || read > MOST_OF_A_PAGE) return Optional.empty();
            if (image.isStencil()) return Optional.ofNullable(image.getStencilImage(paint));
            int coarse = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
            return Optional.ofNullable(image.getImage(null, Math.max(1, coarse)));
        } catch (IOException | RuntimeException unread) {
            return Optional.empty();
        }
    }
}
