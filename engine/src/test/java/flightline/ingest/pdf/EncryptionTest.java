package flightline.ingest.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import flightline.ingest.ParseOutcome;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** What of a file stays closed while its pages open is named, and the rest is read. */
final class EncryptionTest {
    @Test
    void filesInsideThatAreEncrypted_areNamed_andThePagesRead() throws IOException {
        byte[] written = PlainPdf.written(document -> document.getDocument()
                .getTrailer()
                .setItem(COSName.getPDFName("EncrypX"), encryptionOfFilesOnly("Identity")));
        var outcome = (ParseOutcome.Parsed) DrawnPdf.outcome(encrypted(written));
        assertThat(outcome.documents().getFirst().sourceText()).contains(PlainPdf.WORDS);
        assertThat(outcome.suspicions())
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo(Kind.ENCRYPTED_PART))
                .satisfies(s -> assertThat(s.detail()).contains("files inside it open only with a password"));
    }

    @Test
    void pagesThatAskForAPassword_areRefused() throws IOException {
        byte[] written = PlainPdf.written(document -> document.getDocument()
                .getTrailer()
                .setItem(COSName.getPDFName("EncrypX"), encryptionOfFilesOnly("StdCF")));
        assertThat(DrawnPdf.outcome(encrypted(written))).isInstanceOf(ParseOutcome.Encrypted.class);
    }

    @Test
    void pagesThatAskForACertificate_areRefusedAsEncrypted() throws IOException {
        byte[] written = PlainPdf.written(document -> {
            var encryption = encryptionOfFilesOnly("StdCF");
            encryption.setName("Filter", "Adobe.PubSec");
            document.getDocument().getTrailer().setItem(COSName.getPDFName("EncrypX"), encryption);
        });
        assertThat(DrawnPdf.outcome(encrypted(written))).isInstanceOf(ParseOutcome.Encrypted.class);
    }

    @Test
    void streamEncryptedByItself_isNamed() throws IOException {
        var closed = new COSStream();
        try (var out = closed.createRawOutputStream()) {
            out.write(new byte[] {1, 2, 3, 4});
        }
        closed.setItem(COSName.FILTER, COSName.getPDFName("Crypt"));
        var parameters = new COSDictionary();
        parameters.setName(COSName.NAME, "Special");
        closed.setItem(COSName.DECODE_PARMS, parameters);
        assertThat(PlainPdf.suspicions(document -> {
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Extra"), closed);
                    document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
                }))
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo(Kind.ENCRYPTED_PART))
                .satisfies(s -> assertThat(s.detail()).contains("Special"));
        assertThat(PlainPdf.suspicions(document ->
                        document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()))))
                .as("a file that may only not be printed")
                .isEmpty();
    }

    @Test
    void coverOfAnEncryptedDocument_isNamed() throws IOException {
        var payload = new COSDictionary();
        payload.setName("Type", "EncryptedPayload");
        payload.setName("Subtype", "AcmeRights");
        var file = new COSDictionary();
        file.setName("AFRelationship", "EncryptedPayload");
        file.setItem("EP", payload);
        var files = new COSArray(List.of(file));
        assertThat(PlainPdf.suspicions(document ->
                        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), files)))
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo(Kind.ENCRYPTED_PART))
                .satisfies(s -> assertThat(s.detail()).contains("AcmeRights").contains("only its cover"));
    }

    @Test
    void archiveInsideThatAsksForAPassword_isNamed() throws IOException {
        byte[] archive = {'P', 'K', 3, 4, 20, 0, 1, 0, 0, 0};
        assertThat(PlainPdf.suspicions(document -> PlainPdf.attach(document, "drawings.zip", archive)))
                .extracting(Suspicion::kind)
                .containsExactlyInAnyOrder(Kind.ATTACHMENT, Kind.ENCRYPTED_PART);
    }

    /** As a program writes it that asks a password for attachments alone. */
    private static COSDictionary encryptionOfFilesOnly(String pages) {
        var filter = new COSDictionary();
        filter.setName("CFM", "AESV2");
        filter.setName("AuthEvent", "EFOpen");
        filter.setInt("Length", 16);
        var filters = new COSDictionary();
        filters.setItem("StdCF", filter);
        var encryption = new COSDictionary();
        encryption.setDirect(true);
        encryption.setName("Filter", "Standard");
        encryption.setInt("V", 4);
        encryption.setInt("R", 4);
        encryption.setInt("Length", 128);
        encryption.setInt("P", -4);
        for (String key : List.of("O", "U")) encryption.setItem(key, new COSString(new byte[32]));
        encryption.setItem("CF", filters);
        encryption.setName("StmF", pages);
        encryption.setName("StrF", pages);
        encryption.setName("EFF", "StdCF");
        return encryption;
    }

    private static byte[] encrypted(byte[] setAside) {
        return new String(setAside, ISO_8859_1).replace("/EncrypX", "/Encrypt").getBytes(ISO_8859_1);
    }
}
