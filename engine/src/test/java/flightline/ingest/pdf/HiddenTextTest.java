package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Suspicion.Kind;
import flightline.ingest.ParseOutcome;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;

/** Text that no reader of the page sees is suspected and kept out; what only looks so is read as ever. */
final class HiddenTextTest {
    private static final String VISIBLE = PlainPdf.WORDS;
    private static final String HIDDEN = "vexiplonk drizzanthor zibbledoon";
    private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private interface Drawing {
        void on(PDPageContentStream page, PDDocument document) throws IOException;
    }

    @Test
    void whiteOnPaper_isSuspected() throws IOException {
        assertHidden("in the colour of what lies behind it", (page, document) -> write(page, HIDDEN, 600, Color.WHITE));
    }

    @Test
    void nearlyWhiteOnPaper_isSuspected() throws IOException {
        assertHidden(
                "in the colour of what lies behind it",
                (page, document) -> write(page, HIDDEN, 600, new Color(250, 250, 252)));
    }

    @Test
    void blueOnABlueShape_isSuspected() throws IOException {
        assertHidden("in the colour of what lies behind it", (page, document) -> {
            fill(page, Color.BLUE, 590, 30);
            write(page, HIDDEN, 600, Color.BLUE);
        });
    }

    @Test
    void whiteOnABlueShape_isAHeading() throws IOException {
        assertSeen((page, document) -> {
            fill(page, Color.BLUE, 590, 30);
            write(page, HIDDEN, 600, Color.WHITE);
        });
    }

    @Test
    void whiteOnAPicture_isSeen() throws IOException {
        assertSeen((page, document) -> {
            page.drawImage(picture(document), 40, 580, 500, 50);
            write(page, HIDDEN, 600, Color.WHITE);
        });
    }

    @Test
    void invisibleWithoutAPicture_isSuspected() throws IOException {
        assertHidden("set to be invisible", (page, document) -> {
            page.setRenderingMode(RenderingMode.NEITHER);
            write(page, HIDDEN, 600, Color.BLACK);
        });
    }

    @Test
    void invisibleUnderAScannedPage_isASearchableScan() throws IOException {
        assertSeen((page, document) -> {
            page.drawImage(picture(document), 0, 0, 612, 640);
            page.setRenderingMode(RenderingMode.NEITHER);
            write(page, HIDDEN, 600, Color.BLACK);
        });
    }

    @Test
    void transparent_isSuspected() throws IOException {
        assertHidden("fully transparent", (page, document) -> {
            var state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(0f);
            page.setGraphicsStateParameters(state);
            write(page, HIDDEN, 600, Color.BLACK);
        });
    }

    @Test
    void fewHiddenLetters_areNotedOnly() throws IOException {
        var read = parsed((page, document) -> write(page, "vexi", 600, Color.WHITE));
        assertThat(read.suspicions()).isEmpty();
        assertThat(read.notes())
                .containsExactly("4 letters that nobody sees, too few to be a sentence, on 1 page, first on page 1");
    }

    @Test
    void tiny_isSuspected() throws IOException {
        assertHidden("of almost no size", (page, document) -> write(page, HIDDEN, 600, Color.BLACK, 0.3f, 60));
    }

    @Test
    void smallPrint_isSeen() throws IOException {
        assertSeen((page, document) -> write(page, HIDDEN, 600, Color.BLACK, 5, 60));
    }

    @Test
    void beyondTheEdge_isSuspected() throws IOException {
        assertHidden("off the visible page", (page, document) -> write(page, HIDDEN, 600, Color.BLACK, 11, 2_000));
    }

    @Test
    void outsideOfTheClip_isSuspected() throws IOException {
        assertHidden("outside of the part of the page that is painted", (page, document) -> {
            page.saveGraphicsState();
            page.addRect(0, 0, 1, 1);
            page.clip();
            write(page, HIDDEN, 600, Color.BLACK);
            page.restoreGraphicsState();
        });
    }

    @Test
    void withinAClipThatIsAsLargeAsItsLine_isSeen() throws IOException {
        assertSeen((page, document) -> {
            page.saveGraphicsState();
            page.addRect(50, 600, 500, 8);
            page.clip();
            write(page, HIDDEN, 600, Color.BLACK);
            page.restoreGraphicsState();
        });
    }

    @Test
    void behindAShapePaintedLater_isSuspected() throws IOException {
        assertHidden("behind a picture or a shape", (page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            fill(page, Color.WHITE, 590, 30);
        });
    }

    @Test
    void behindAPicturePaintedLater_isSuspected() throws IOException {
        assertHidden("behind a picture or a shape", (page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            page.drawImage(picture(document), 40, 580, 500, 50);
        });
    }

    @Test
    void behindAPictureOfTheWholePage_isSuspected() throws IOException {
        assertHidden("behind a picture or a shape", (page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            page.drawImage(picture(document), 0, 0, 612, 792);
            write(page, VISIBLE, 500, Color.WHITE);
            write(page, VISIBLE, 460, Color.WHITE);
        });
    }

    @Test
    void behindAPictureWhoseMaskLetsNothingThrough_isSuspected() throws IOException {
        assertHidden("behind a picture or a shape", (page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            page.drawImage(masked(document, 255), 40, 580, 500, 50);
        });
    }

    @Test
    void behindAPictureThatIsClear_isSeen() throws IOException {
        assertSeen((page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            page.drawImage(masked(document, 0), 40, 580, 500, 50);
        });
    }

    @Test
    void behindAPictureInThePageItself_isSuspected() throws IOException {
        assertHidden("behind a picture or a shape", (page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            page.drawImage(inline(document), 40, 580, 500, 50);
        });
    }

    @Test
    void inTheColourOfThePictureBehind_isSuspected() throws IOException {
        assertHidden("in the colour of what lies behind it", (page, document) -> {
            page.drawImage(plain(document, new Color(30, 60, 90)), 0, 0, 612, 640);
            write(page, HIDDEN, 600, new Color(32, 61, 88));
        });
        assertHidden("in the colour of what lies behind it", (page, document) -> {
            page.drawImage(masked(document, 0), 0, 0, 612, 640);
            write(page, HIDDEN, 600, Color.WHITE);
        });
    }

    @Test
    void onAPictureOfManyColours_isSeen() throws IOException {
        assertSeen((page, document) -> {
            page.drawImage(striped(document), 0, 0, 612, 640);
            write(page, HIDDEN, 600, Color.WHITE);
        });
        assertSeen((page, document) -> {
            page.drawImage(plain(document, new Color(30, 60, 90)), 0, 0, 612, 640);
            write(page, HIDDEN, 600, Color.WHITE);
        });
    }

    @Test
    void underAClearMarkerPen_isSeen() throws IOException {
        assertSeen((page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            var state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(0.4f);
            page.setGraphicsStateParameters(state);
            fill(page, Color.YELLOW, 590, 30);
        });
    }

    @Test
    void behindAClippedShape_isSeen() throws IOException {
        assertSeen((page, document) -> {
            write(page, HIDDEN, 600, Color.BLACK);
            page.saveGraphicsState();
            page.addRect(0, 0, 10, 10);
            page.clip();
            fill(page, Color.WHITE, 590, 30);
            page.restoreGraphicsState();
        });
    }

    @Test
    void layerThatIsOff_isSuspected_andOneThatIsOn_isSeen() throws IOException {
        assertHidden("in a layer that is switched off", (page, document) -> layer(page, document, false));
        assertSeen((page, document) -> layer(page, document, true));
    }

    private static void layer(PDPageContentStream page, PDDocument document, boolean on) throws IOException {
        var group = new PDOptionalContentGroup("revision marks");
        var layers = new PDOptionalContentProperties();
        layers.addGroup(group);
        layers.setGroupEnabled(group, on);
        document.getDocumentCatalog().setOCProperties(layers);
        page.beginMarkedContent(COSName.OC, group);
        write(page, HIDDEN, 600, Color.BLACK);
        page.endMarkedContent();
    }

    private static void assertHidden(String why, Drawing drawing) throws IOException {
        ParseOutcome.Parsed parsed = parsed(drawing);
        assertThat(parsed.suspicions()).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(Kind.HIDDEN_TEXT);
            assertThat(s.place()).isEqualTo("page 1");
            assertThat(s.detail()).startsWith(why).contains("vexiplonk");
        });
        assertThat(parsed.documents().getFirst().sourceText()).contains(VISIBLE).doesNotContain("vexiplonk");
    }

    private static void assertSeen(Drawing drawing) throws IOException {
        ParseOutcome.Parsed parsed = parsed(drawing);
        assertThat(parsed.suspicions()).isEmpty();
        assertThat(parsed.documents().getFirst().sourceText()).contains(VISIBLE).contains(HIDDEN);
    }

    private static ParseOutcome.Parsed parsed(Drawing drawing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                write(content, VISIBLE, 700, Color.BLACK);
                write(content, VISIBLE, 660, Color.BLACK);
                drawing.on(content, document);
            }
            document.save(bytes);
        }
        return (ParseOutcome.Parsed) DrawnPdf.outcome(bytes.toByteArray());
    }

    private static void write(PDPageContentStream page, String text, float y, Color colour) throws IOException {
        write(page, text, y, colour, 11, 60);
    }

    private static void write(PDPageContentStream page, String text, float y, Color colour, float size, float x)
            throws IOException {
        page.setNonStrokingColor(colour);
        page.beginText();
        page.setFont(FONT, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    private static void fill(PDPageContentStream page, Color colour, float y, float height) throws IOException {
        page.setNonStrokingColor(colour);
        page.addRect(40, y, 500, height);
        page.fill();
    }

    private static PDImageXObject plain(PDDocument document, Color colour) throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) image.setRGB(i % 8, i / 8, colour.getRGB());
        return LosslessFactory.createFromImage(document, image);
    }

    private static PDImageXObject striped(PDDocument document) throws IOException {
        var image = new BufferedImage(306, 320, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 306; x++)
            for (int y = 0; y < 320; y++) image.setRGB(x, y, x % 2 == 0 ? 0xFFFFFF : 0x204060);
        return LosslessFactory.createFromImage(document, image);
    }

    private static PDImageXObject masked(PDDocument document, int alpha) throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 64; i++) image.setRGB(i % 8, i / 8, alpha << 24 | 0x336699);
        // A corner that is clear, or the mask would be left out as needless.
        image.setRGB(7, 7, 0x00336699);
        return LosslessFactory.createFromImage(document, image);
    }

    private static PDInlineImage inline(PDDocument document) throws IOException {
        var parameters = new COSDictionary();
        parameters.setInt("W", 2);
        parameters.setInt("H", 2);
        parameters.setInt("BPC", 8);
        parameters.setName("CS", "G");
        return new PDInlineImage(
                parameters, new byte[] {1, 2, 3, 4}, document.getPage(0).getResources());
    }

    private static PDImageXObject picture(PDDocument document) throws IOException {
        return LosslessFactory.createFromImage(document, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
    }
}
