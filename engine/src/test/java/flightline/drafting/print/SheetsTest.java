package flightline.drafting.print;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.SafetyKind;
import flightline.drafting.Line;
import flightline.drafting.Paper;
import flightline.drafting.PaperKind;
import flightline.drafting.Section;
import flightline.drafting.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** How papers fall on their sheets. */
final class SheetsTest {
    private static final String FEET = "Do not open the union before the system is depressurized, number %d. ";

    @Test
    void warning_standsOnThePageOfItsStep() throws IOException {
        var lines = new ArrayList<Line>();
        for (int n = 100; n < 140; n++) {
            lines.add(danger(SafetyKind.WARNING, FEET.formatted(n).repeat(n % 5 + 1)));
            lines.add(danger(SafetyKind.CAUTION, "Keep the ring dry, number " + n + "."));
            lines.add(step("Turn the nut, number " + n + "."));
        }
        List<String> pages = pages(paper(PaperKind.WORKCARD, lines));
        assertThat(pages).hasSizeGreaterThan(4);
        for (int n = 100; n < 140; n++) {
            String number = "number " + n + ".";
            assertThat(pages.stream().filter(page -> page.contains(number)))
                    .as("pages with parts of " + number)
                    .hasSize(1);
        }
    }

    @Test
    void moreWarningsThanAPageHolds_andOneThatFillsPages_areAllPrinted() throws IOException {
        var lines = new ArrayList<Line>();
        for (int n = 100; n < 160; n++)
            lines.add(danger(SafetyKind.WARNING, FEET.formatted(n).repeat(3)));
        lines.add(danger(SafetyKind.WARNING, FEET.formatted(160).repeat(120)));
        lines.add(step("Turn the nut, number 161."));
        List<String> pages = pages(paper(PaperKind.WORKCARD, lines));
        assertThat(pages).hasSizeBetween(6, 10);
        for (int n = 100; n <= 161; n++) assertThat(String.join(" ", pages)).contains("number " + n);
    }

    @Test
    void cellsOfARowThatIsQuotedAsALine_areParted() throws IOException {
        Paper paper = paper(PaperKind.DISCREPANCY, List.of(step("BRAKE TEMP\tvalve out of rig\tConnect a gauge")));
        assertThat(pages(paper).getFirst()).contains("BRAKE TEMP · valve out of rig · Connect a gauge");
        try (XWPFDocument word = word(paper)) {
            assertThat(paragraph(word, "BRAKE").getText()).contains("BRAKE TEMP · valve out of rig · Connect a gauge");
        }
    }

    @Test
    void wordWiderThanTheSheet_staysOnIt_andLeavesItsNeighboursWhole() throws IOException {
        String endless = "X9".repeat(80);
        var grid = new Line.Grid(
                List.of(new Words.Ours("Item"), new Words.Ours("Part number"), new Words.Ours("Torque")),
                List.of(List.of(
                        List.of(new Words.Ours("Bearing")),
                        List.of(new Words.Ours(endless)),
                        List.of(new Words.Ours("20 Nm")))));
        Paper paper = paper(PaperKind.WORKCARD, List.of(step("Install the bearing " + endless + " now."), grid));
        try (var pdf = Loader.loadPDF(PdfPress.print(paper))) {
            float right = pdf.getPage(0).getMediaBox().getWidth() - 40;
            var letters = new ArrayList<TextPosition>();
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                    super.processTextPosition(letter);
                }
            };
            String text = stripper.getText(pdf);
            assertThat(letters).allMatch(letter -> letter.getX() + letter.getWidth() < right);
            assertThat(text.replaceAll("\\s+", "")).containsSubsequence(endless + "now.", endless, "20Nm");
            assertThat(text).contains("Torque", "Bearing");
        }
    }

    @Test
    void word_isNumbered_onA4_andKeepsWarningsWholeBeforeTheirStep() throws IOException {
        var lines = List.of(
                danger(SafetyKind.WARNING, "Depressurize the system."),
                danger(SafetyKind.CAUTION, "Keep the ring dry."),
                step("Turn the nut."));
        try (XWPFDocument word = word(paper(PaperKind.WORKCARD, lines))) {
            String foot = word.getFooterList()
                    .getFirst()
                    .getParagraphs()
                    .getLast()
                    .getCTP()
                    .xmlText();
            assertThat(foot).containsSubsequence("Page ", "\"PAGE\"", " of ", "\"NUMPAGES\"");
            var size = word.getDocument().getBody().getSectPr().getPgSz();
            assertThat(size.getW().toString() + " x " + size.getH()).isEqualTo("11906 x 16838");
            XWPFParagraph warning = paragraph(word, "WARNING");
            assertThat(warning.isKeepNext()).isTrue();
            assertThat(warning.getCTP().getPPr().isSetKeepLines()).isTrue();
            assertThat(warning.getBorderBetween()).isEqualTo(Borders.SINGLE);
        }
        try (XWPFDocument word = word(paper(PaperKind.DIRECTIVE_MATRIX, lines))) {
            var size = word.getDocument().getBody().getSectPr().getPgSz();
            assertThat(size.getW().toString() + " x " + size.getH()).isEqualTo("16838 x 11906");
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument word, String beginning) {
        return word.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static XWPFDocument word(Paper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(WordPress.print(paper)));
    }

    private static List<String> pages(Paper paper) throws IOException {
        var pages = new ArrayList<String>();
        try (var pdf = Loader.loadPDF(PdfPress.print(paper))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    private static Paper paper(PaperKind kind, List<? extends Line> lines) {
        return new Paper(
                kind,
                Marking.UNMARKED,
                "2026-07-01",
                List.of(),
                List.of(),
                List.of(new Section(List.of(new Words.Ours("Procedure")), List.copyOf(lines))));
    }

    private static Line.Danger danger(SafetyKind kind, String text) {
        return new Line.Danger(kind, quoted(text));
    }

    private static Line.Step step(String text) {
        return new Line.Step("", 0, quoted(text), Optional.empty(), true);
    }

    private static Words.Quoted quoted(String text) {
        return new Words.Quoted(
                text,
                new Citation(
                        new DocumentId("MANUAL"),
                        "1",
                        true,
                        "Manual",
                        List.of(),
                        Place.of(0, text.length()),
                        text,
                        ContentHash.of("x")));
    }
}
