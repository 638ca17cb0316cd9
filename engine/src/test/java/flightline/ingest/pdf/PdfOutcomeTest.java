package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.ingest.ParseOutcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

class PdfOutcomeTest {
    private static DrawnPdf simple() {
        return new DrawnPdf().page(pen -> pen.lines(60, 700, "The pump is on the left engine.", "It gives 3000 psi."));
    }

    private static DrawnPdf locked(String owner, String user) throws IOException {
        var pdf = simple();
        var policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        pdf.document.protect(policy);
        return pdf;
    }

    @Test
    void parse_userPassword_isEncrypted() throws IOException {
        assertThat(DrawnPdf.outcome(locked("owner", "user").bytes())).isEqualTo(new ParseOutcome.Encrypted());
    }

    @Test
    void parse_ownerPasswordOnly_isReadAsItOpens() throws IOException {
        assertThat(locked("owner", "").texts()).contains("The pump is on the left engine. It gives 3000 psi.");
    }

    @Test
    void parse_pictureOnly_hasNoTextLayer() throws IOException {
        var pdf = new DrawnPdf();
        var page = new PDPage();
        pdf.document.addPage(page);
        var image = LosslessFactory.createFromImage(pdf.document, new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB));
        try (var content = new PDPageContentStream(pdf.document, page)) {
            content.drawImage(image, 0, 0, 500, 700);
        }
        assertThat(DrawnPdf.outcome(pdf.bytes()))
                .isEqualTo(new ParseOutcome.NoTextLayer(1, "text recognition is switched off"));
    }

    @Test
    void parse_emptyPage_hasNoTextLayer() {
        assertThat(DrawnPdf.outcome(new DrawnPdf().page(pen -> {}).bytes()))
                .isEqualTo(new ParseOutcome.NoTextLayer(1, "nothing was found on them"));
    }

    @Test
    void parse_truncated_saysAtWhichByteTheFileEnds() {
        byte[] whole = simple().bytes();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThat(DrawnPdf.outcome(half)).isInstanceOfSatisfying(ParseOutcome.Malformed.class, m -> {
            assertThat(m.place()).isEqualTo("byte " + half.length);
            assertThat(m.reason()).contains("cut off");
        });
    }

    @Test
    void parse_noPages_isMalformed() throws IOException {
        try (var empty = new PDDocument()) {
            var bytes = new java.io.ByteArrayOutputStream();
            empty.save(bytes);
            assertThat(DrawnPdf.outcome(bytes.toByteArray())).isInstanceOf(ParseOutcome.Malformed.class);
        }
    }

    @Test
    void parse_noPdfAtAll_isMalformedWithAReason() {
        byte[] junk = "%PDF-1.7\nnothing else\nstartxref\n0\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(DrawnPdf.outcome(junk))
                .isInstanceOfSatisfying(
                        ParseOutcome.Malformed.class,
                        m -> assertThat(m.reason()).isNotBlank());
        assertThat(DrawnPdf.outcome(new byte[0])).isInstanceOf(ParseOutcome.Malformed.class);
    }

    @Test
    void parse_bytesChangedAtRandom_neverThrows() {
        byte[] whole = simple().bytes();
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            byte[] broken = whole.clone();
            for (int i = 0; i < 12; i++) broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            assertThat(DrawnPdf.outcome(broken)).as("round %d", round).isNotNull();
        }
    }
}
