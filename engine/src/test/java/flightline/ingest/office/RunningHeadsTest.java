package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.parsed;
import static flightline.ingest.office.OfficeFiles.texts;
import static flightline.ingest.office.OfficeFiles.word;
import static flightline.ingest.office.OfficeFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.DocumentHeader;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands at the heads and feet of pages, sheets and slides marks the document and is no text of it. */
final class RunningHeadsTest {
    @ParameterizedTest
    @CsvSource({
        "CUI//SP-CTI, CUI//SP-CTI",
        "CONTROLLED UNCLASSIFIED INFORMATION, CUI",
        "NATO RESTRICTED, NATO RESTRICTED",
        "FOR OFFICIAL USE ONLY, FOUO",
        "Brake manual, UNMARKED"
    })
    void word_footer_marksTheDocument(String line, String marking) throws IOException {
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().setText("Chock the wheels.");
            var footer =
                    doc.createFooter(HeaderFooterType.DEFAULT).createParagraph().createRun();
            footer.setText(line);
            footer.addTab();
            footer.setText("Revision 4", 1);
            var read = word(doc);
            assertThat(header(read).marking().label()).isEqualTo(marking);
            assertThat(header(read).revision().label()).contains("4");
            assertThat(texts(read)).containsExactly("Chock the wheels.");
        }
    }

    @Test
    void word_headAndFootOfDifferentMarkings_theStricterHolds() throws IOException {
        try (var doc = new XWPFDocument()) {
            doc.createParagraph().createRun().setText("Chock the wheels.");
            doc.createHeader(HeaderFooterType.FIRST)
                    .createParagraph()
                    .createRun()
                    .setText("RESTRICTED");
            doc.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("SECRET");
            assertThat(header(word(doc)).marking().label()).isEqualTo("SECRET");
        }
    }

    @Test
    void workbook_footer_marksTheDocument() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Limits");
            sheet.createRow(0).createCell(0).setCellValue("2 mm at most");
            sheet.getFooter().setCenter("SECRET");
            sheet.getFooter().setRight("Page &P of &N");
            var read = workbook(book);
            assertThat(header(read).marking().label()).isEqualTo("SECRET");
            assertThat(texts(read)).containsExactly("Limits", "2 mm at most");
        }
    }

    @Test
    void slides_wordsOnTheMaster_markTheDocument() throws IOException {
        try (var show = new XMLSlideShow()) {
            var banner = show.getSlideMasters().getFirst().createTextBox();
            banner.setAnchor(new Rectangle(0, 0, 100, 20));
            banner.setText("SECRET");
            var box = show.createSlide().createTextBox();
            box.setAnchor(new Rectangle(50, 50, 300, 100));
            box.setText("Chock both wheels.");
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            var read = parsed(new SlidesParser(), FileKind.SLIDES, bytes.toByteArray());
            assertThat(header(read).marking().label()).isEqualTo("SECRET");
            assertThat(texts(read)).containsExactly("Slide 1", "Chock both wheels.");
        }
    }

    private static DocumentHeader header(ParseOutcome.Parsed read) {
        return read.documents().getFirst().header();
    }
}
