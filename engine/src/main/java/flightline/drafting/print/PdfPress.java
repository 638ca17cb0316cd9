package flightline.drafting.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import flightline.drafting.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A paper as PDF: tagged, with title, language and bookmarks, its fonts inside. Two printings of one paper are the same bytes. */
final class PdfPress {
    private static final String FACE = "Liberation Sans";

    private PdfPress() {}

    static byte[] print(Paper paper) {
        // What it says of style sheets and its own speed is for nobody who reads a paper.
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder()
                .useFont(() -> font("Regular"), FACE, 400, FontStyle.NORMAL, true)
                .useFont(() -> font("Bold"), FACE, 700, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                // Nothing on a paper may fetch anything, whatever words got onto it.
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useUriResolver((base, uri) -> uri != null && uri.startsWith("#") ? uri : null)
                .withProducer("Flightline")
                .withHtmlContent(Page.of(paper), null);
        var out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                dated(document, LocalDate.parse(paper.drafted()));
                document.save(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print the paper: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private static void dated(PDDocument document, LocalDate day) {
        var then = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        then.clear();
        then.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        document.getDocumentInformation().setCreationDate((Calendar) then.clone());
        document.getDocumentInformation().setModificationDate(then);
        document.setDocumentId(day.toEpochDay());
    }

    private static InputStream font(String weight) {
        return Objects.requireNonNull(
                PdfPress.class.getResourceAsStream("/flightline/drafting/fonts/LiberationSans-" + weight + ".ttf"),
                weight);
    }
}
