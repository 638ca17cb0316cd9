package flightline.ingest.pdf;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.ocr.Tesseract;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Assumptions;

/** Pages of other PDFs as pictures, as a scanner would make them, and text recognition as this machine has it. */
final class ScannedPdf {
    private static final int RESOLUTION = 200;

    final PDDocument document = new PDDocument();

    /** The page as a picture that lies askew by so many degrees clockwise, on a page that is turned back. */
    ScannedPdf scan(byte[] pdf, int page, int turn) {
        try (PDDocument source = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(source).renderImageWithDPI(page - 1, RESOLUTION, ImageType.GRAY);
            PDRectangle size = source.getPage(page - 1).getCropBox();
            boolean across = turn % 180 != 0;
            var sheet = new PDPage(
                    across
                            ? new PDRectangle(size.getHeight(), size.getWidth())
                            : new PDRectangle(size.getWidth(), size.getHeight()));
            sheet.setRotation((360 - turn) % 360);
            document.addPage(sheet);
            try (var content = new PDPageContentStream(document, sheet)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, turned(image, turn)),
                        0,
                        0,
                        sheet.getMediaBox().getWidth(),
                        sheet.getMediaBox().getHeight());
            }
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A picture that fills a page. */
    ScannedPdf picture(BufferedImage image, double width, double height) {
        var sheet = new PDPage(new PDRectangle((float) width, (float) height));
        document.addPage(sheet);
        try (var content = new PDPageContentStream(document, sheet)) {
            content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, (float) width, (float) height);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** The page as a copy of a copy of it: so many specks on it, the same ones with every run. */
    ScannedPdf smudged(byte[] pdf, int page, int specks) {
        try (PDDocument source = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(source).renderImageWithDPI(page - 1, 100, ImageType.GRAY);
            var chance = new Random(3);
            for (int i = 0; i < specks; i++)
                image.setRGB(
                        chance.nextInt(image.getWidth()),
                        chance.nextInt(image.getHeight()),
                        chance.nextBoolean() ? 0 : 0xFFFFFF);
            PDRectangle size = source.getPage(page - 1).getCropBox();
            return picture(image, size.getWidth(), size.getHeight());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BufferedImage turned(BufferedImage image, int turn) {
        if (turn == 0) return image;
        boolean across = turn % 180 != 0;
        int width = across ? image.getHeight() : image.getWidth();
        int height = across ? image.getWidth() : image.getHeight();
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = turned.createGraphics();
        pen.translate(width / 2.0, height / 2.0);
        pen.rotate(Math.toRadians(turn));
        pen.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
        pen.dispose();
        return turned;
    }

    byte[] bytes() {
        return DrawnPdf.bytes(document);
    }

    ParseOutcome read() {
        return read(bytes(), tesseract());
    }

    static ParseOutcome read(byte[] bytes, Tesseract tesseract) {
        return new PdfParser(tesseract, 2)
                .parse(new SourceFile(Path.of("scan.pdf"), ContentHash.of(bytes), FileKind.PDF, bytes));
    }

    static Tesseract tesseract() {
        return new Tesseract("tesseract", "eng", Duration.ofMinutes(2), () -> false);
    }

    static void assumeInstalled() {
        boolean installed;
        try {
            installed = new ProcessBuilder("tesseract", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            installed = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            installed = false;
        }
        Assumptions.assumeTrue(
                installed, "skipped: Tesseract (package tesseract-ocr) is not installed on this machine");
    }
}
