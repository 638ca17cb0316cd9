package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.ocr.PageImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** White letters on dark bars, as warnings in scanned manuals are headed. */
class BannersTest {
    private static PageImage drawn(Consumer<Graphics2D> drawing) {
        BufferedImage image = image(drawing);
        return new PageImage(1200, 900, 300, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private static BufferedImage image(Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(1200, 900, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1200, 900);
        pen.setColor(Color.BLACK);
        drawing.accept(pen);
        pen.dispose();
        return image;
    }

    private static void bar(Graphics2D pen) {
        pen.fillRect(100, 100, 1000, 120);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 70));
        pen.drawString("WARNING", 400, 185);
        pen.setColor(Color.BLACK);
        // The frame of the warning hangs together with the bar.
        pen.drawRect(100, 219, 1000, 300);
        pen.drawRect(101, 220, 998, 298);
    }

    @Test
    void lightened_barInAFrame_isWhiteAndTheFrameStays() {
        var image = drawn(BannersTest::bar);
        var light = Banners.lightened(image);
        assertThat(image.dark(130, 130)).isTrue();
        assertThat(light.dark(130, 130)).isFalse();
        assertThat(light.dark(100, 400)).isTrue();
    }

    @Test
    void lightened_linesLettersAndPictures_stayAsTheyAre() {
        var image = drawn(pen -> {
            pen.fillRect(100, 50, 1000, 10);
            pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 70));
            pen.drawString("WARNING", 400, 185);
            pen.fillRect(100, 300, 500, 550);
        });
        assertThat(Banners.lightened(image)).isSameAs(image);
    }

    @Test
    void parse_scannedBanner_headsAWarning() {
        ScannedPdf.assumeInstalled();
        var image = image(pen -> {
            bar(pen);
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
            pen.drawString("HIGH VOLTAGE CAN KILL YOU.", 130, 330);
            pen.drawString("(1) Open the circuit breaker C1203.", 100, 640);
            pen.drawString("(2) Disconnect the connector D3412.", 100, 720);
        });
        var outcome =
                (ParseOutcome.Parsed) new ScannedPdf().picture(image, 288, 216).read();
        assertThat(outcome.documents().getFirst().blocks())
                .extracting(PlacedBlock::block)
                .filteredOn(Block.Safety.class::isInstance)
                .singleElement()
                .satisfies(b -> {
                    assertThat(((Block.Safety) b).kind()).isEqualTo(SafetyKind.WARNING);
                    assertThat(b.text()).contains("CAN KILL YOU");
                });
    }
}
