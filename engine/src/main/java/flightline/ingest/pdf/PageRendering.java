package flightline.ingest.pdf;

import flightline.ingest.ocr.PageImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages as pictures in greys, as they are shown: cropped and turned. Not safe for several threads, as PDFBox is not. */
final class PageRendering {
    /** What text recognition is trained for. */
    private static final int BEST = 300;

    private static final int COARSEST = 72;
    /** A0 at 100 dots per inch; larger pages are drawn coarser. */
    private static final double MOST_PIXELS = 16e6;

    private final PDFRenderer renderer;

    PageRendering(PDDocument document) {
        this.renderer = new PDFRenderer(document);
        this.renderer.setSubsamplingAllowed(true);
    }

    PageImage draw(Sheet sheet) throws IOException {
        double inches = sheet.shownWidth() / 72 * sheet.shownHeight() / 72;
        int resolution = (int) Math.min(BEST, Math.sqrt(MOST_PIXELS / Math.max(1, inches)));
        if (resolution < COARSEST) throw new IOException("too large to be drawn");
        BufferedImage image = renderer.renderImageWithDPI(sheet.number() - 1, resolution, ImageType.GRAY);
        byte[] greys = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new PageImage(image.getWidth(), image.getHeight(), resolution, greys);
    }
}
