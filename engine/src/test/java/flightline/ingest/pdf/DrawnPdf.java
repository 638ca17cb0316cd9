package flightline.ingest.pdf;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** A PDF drawn for a test, page by page; A4, 595 by 842 points. */
final class DrawnPdf {
    final PDDocument document = new PDDocument();
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);

    /** Draws on an open page. */
    interface Drawing {
        void on(Pen pen) throws IOException;
    }

    final class Pen {
        private final PDPageContentStream content;

        private Pen(PDPageContentStream content) {
            this.content = content;
        }

        Pen text(double x, double y, String text) throws IOException {
            return text(x, y, 10, false, text);
        }

        Pen bold(double x, double y, String text) throws IOException {
            return text(x, y, 10, true, text);
        }

        Pen text(double x, double y, double size, boolean heavy, String text) throws IOException {
            content.beginText();
            content.setFont(heavy ? bold : plain, (float) size);
            content.newLineAtOffset((float) x, (float) y);
            content.showText(text);
            content.endText();
            return this;
        }

        /** Letters that end where the next may begin, raised above the baseline by so much; gives that place. */
        double run(double x, double y, double size, double raise, String text) throws IOException {
            text(x, y + raise, size, false, text);
            return x + plain.getStringWidth(text) / 1000 * size;
        }

        /** Lines 12 points apart. */
        Pen lines(double x, double y, String... lines) throws IOException {
            for (int i = 0; i < lines.length; i++) text(x, y - 12 * i, lines[i]);
            return this;
        }

        Pen upwards(double x, double y, String text) throws IOException {
            content.beginText();
            content.setFont(plain, 10);
            content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, (float) x, (float) y));
            content.showText(text);
            content.endText();
            return this;
        }

        Pen line(double x1, double y1, double x2, double y2) throws IOException {
            content.moveTo((float) x1, (float) y1);
            content.lineTo((float) x2, (float) y2);
            content.stroke();
            return this;
        }

        Pen tint(double left, double bottom, double right, double top) throws IOException {
            content.setNonStrokingColor(0.9f);
            content.addRect((float) left, (float) bottom, (float) (right - left), (float) (top - bottom));
            content.fill();
            content.setNonStrokingColor(0f);
            return this;
        }

        Pen box(double left, double bottom, double right, double top) throws IOException {
            content.addRect((float) left, (float) bottom, (float) (right - left), (float) (top - bottom));
            content.stroke();
            return this;
        }
    }

    DrawnPdf page(Drawing drawing) {
        return page(0, drawing);
    }

    DrawnPdf page(int rotation, Drawing drawing) {
        var page = new PDPage(PDRectangle.A4);
        page.setRotation(rotation);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            drawing.on(new Pen(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    byte[] bytes() {
        return bytes(document);
    }

    /** The document as a file; it is closed. */
    static byte[] bytes(PDDocument document) {
        var bytes = new ByteArrayOutputStream();
        try {
            document.save(bytes);
            document.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    StructuredDocument read() {
        return ((ParseOutcome.Parsed) outcome(bytes())).documents().getFirst();
    }

    List<Block> blocks() {
        return read().blocks().stream().map(PlacedBlock::block).toList();
    }

    List<String> texts() {
        return blocks().stream().map(Block::text).toList();
    }

    static ParseOutcome outcome(byte[] bytes) {
        return new PdfParser().parse(new SourceFile(Path.of("drawn.pdf"), ContentHash.of(bytes), FileKind.PDF, bytes));
    }
}
