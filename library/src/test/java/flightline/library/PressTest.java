package flightline.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed papers, printed again. {@code -Dgolden=update} writes them into the library instead of comparing. */
class PressTest {
    private static final Path LIBRARY = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void printAll_again_givesTheCommittedBytes() throws IOException {
        boolean update = "update".equals(System.getProperty("golden"));
        List<Press.Printed> papers = new Press().printAll(update ? LIBRARY : folder);
        assertThat(papers).hasSizeGreaterThan(10);
        for (Press.Printed paper : papers) {
            byte[] made = Files.readAllBytes((update ? LIBRARY : folder).resolve(paper.target()));
            assertThat(Files.readAllBytes(LIBRARY.resolve(paper.target())))
                    .as("%s differs from its manuscript; print it with -Dgolden=update", paper.target())
                    .isEqualTo(made);
        }
    }

    @Test
    void manual_inForce_hasItsPagesAndBookmarks() throws IOException {
        try (PDDocument manual =
                Loader.loadPDF(LIBRARY.resolve("manuals/LT46-AMM_R12.pdf").toFile())) {
            assertThat(manual.getNumberOfPages()).isGreaterThanOrEqualTo(85);
            assertThat(manual.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .contains("05 TIME LIMITS AND MAINTENANCE CHECKS", "32 LANDING GEAR", "80 STARTING")
                    .hasSizeGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void papers_aboutBrushesAndPumpNuts_disagreeOnPurpose() throws IOException {
        assertThat(text("manuals/LT46-AMM_R12.pdf"))
                .contains("TASK 24-31-01-601", "12.0 mm (0.472 in)", "28 N\u00b7m (248 lbf\u00b7in)")
                .doesNotContain("14.5 mm", "LT46-24-009");
        assertThat(text("bulletins/LT46-24-009.pdf"))
                .contains("14.5 mm (0.571 in)")
                .doesNotContain("12.0 mm", "LT46-AMM");
        assertThat(text("manuals/LT46-AMM_R11.pdf"))
                .contains("22 N\u00b7m (195 lbf\u00b7in)")
                .doesNotContain("28 N\u00b7m (248 lbf\u00b7in)", "POST MOD 32-0117");
    }

    @Test
    void papers_noPageIsEmpty() throws IOException {
        for (Path paper : papers()) {
            try (PDDocument document = Loader.loadPDF(paper.toFile())) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    assertThat(stripper.getText(document).split("\\s+"))
                            .as("words on page %d of %s", page, paper)
                            .hasSizeGreaterThan(35);
                }
            }
        }
    }

    private static List<Path> papers() throws IOException {
        List<Path> papers = new ArrayList<>();
        for (String folder : List.of("manuals", "bulletins", "directives", "mel")) {
            try (Stream<Path> files = Files.list(LIBRARY.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".pdf")).forEach(papers::add);
            }
        }
        return papers;
    }

    /** The words of a paper with single spaces, so that line ends do not matter. */
    private static String text(String paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(LIBRARY.resolve(paper).toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
