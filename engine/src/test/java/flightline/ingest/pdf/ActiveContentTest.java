package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;

/** What acts when a file is opened, and files inside a file, are suspected; what only leads somewhere is not. */
final class ActiveContentTest {
    @Test
    void scriptsLaunchesAndFormsOfPrograms_areActive() throws IOException {
        assertThat(PlainPdf.suspicions(document ->
                        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))))
                .extracting(Suspicion::kind)
                .containsExactly(Kind.ACTIVE_CONTENT);
        assertThat(PlainPdf.suspicions(document -> document.getDocumentCatalog().setOpenAction(new PDActionURI())))
                .hasSize(1);
        assertThat(PlainPdf.suspicions(document -> link(document, new PDActionLaunch())))
                .hasSize(1);
        assertThat(PlainPdf.suspicions(document -> {
                    var form = new PDAcroForm(document);
                    form.getCOSObject().setString(COSName.XFA, "<xdp/>");
                    document.getDocumentCatalog().setAcroForm(form);
                }))
                .hasSize(1);
    }

    @Test
    void linksAndAPlaceToOpenAt_areNot() throws IOException {
        assertThat(PlainPdf.suspicions(document -> link(document, new PDActionURI())))
                .isEmpty();
        assertThat(PlainPdf.suspicions(document -> {
                    var there = new PDPageFitDestination();
                    there.setPage(document.getPage(0));
                    var action = new PDActionGoTo();
                    action.setDestination(there);
                    document.getDocumentCatalog().setOpenAction(action);
                }))
                .isEmpty();
    }

    @Test
    void filesInside_areAttachments() throws IOException {
        assertThat(PlainPdf.suspicions(document -> PlainPdf.attach(document, "tool.exe", new byte[] {1, 2})))
                .extracting(Suspicion::kind)
                .containsExactly(Kind.ATTACHMENT);
        assertThat(PlainPdf.suspicions(
                        document -> document.getPage(0).setAnnotations(List.of(new PDAnnotationFileAttachment()))))
                .extracting(Suspicion::kind)
                .containsExactly(Kind.ATTACHMENT);
    }

    private static void link(PDDocument document, PDAction action) throws IOException {
        var link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(10, 10, 50, 20));
        link.setAction(action);
        document.getPage(0).setAnnotations(List.of(link));
    }
}
