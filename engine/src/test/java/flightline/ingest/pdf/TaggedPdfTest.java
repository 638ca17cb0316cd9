package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class TaggedPdfTest {
    /** A page whose every text is tagged; all in one plain size, so that only the tags tell what is what. */
    private static final class Tagged {
        private final DrawnPdf pdf = new DrawnPdf();
        private final PDPage page = new PDPage(PDRectangle.A4);
        private final PDStructureTreeRoot root = new PDStructureTreeRoot();
        private final PDPageContentStream content;
        private int marks;

        Tagged() throws IOException {
            pdf.document.addPage(page);
            pdf.document.getDocumentCatalog().setStructureTreeRoot(root);
            content = new PDPageContentStream(pdf.document, page);
        }

        PDStructureElement element(PDStructureNode parent, String type) {
            var element = new PDStructureElement(type, parent);
            element.setPage(page);
            parent.appendKid(element);
            return element;
        }

        void text(PDStructureElement element, double x, double y, String text) throws IOException {
            var properties = new COSDictionary();
            properties.setInt(COSName.MCID, marks);
            content.beginMarkedContent(COSName.P, PDPropertyList.create(properties));
            draw(x, y, text);
            content.endMarkedContent();
            element.appendKid(marks++);
        }

        void artifact(double x, double y, String text) throws IOException {
            content.beginMarkedContent(COSName.ARTIFACT);
            draw(x, y, text);
            content.endMarkedContent();
        }

        private void draw(double x, double y, String text) throws IOException {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.newLineAtOffset((float) x, (float) y);
            content.showText(text);
            content.endText();
        }

        List<Block> blocks() throws IOException {
            content.close();
            return pdf.blocks();
        }
    }

    private static void paragraphs(Tagged tagged, PDStructureNode root, double from) throws IOException {
        for (int i = 0; i < 6; i++)
            tagged.text(
                    tagged.element(root, "P"),
                    60,
                    from - 24 * i,
                    "The pump number " + i + " supplies the left system alone.");
    }

    @Test
    void read_taggedHeadings_areHeadingsOfTheirLevelThoughTheyLookLikeText() throws IOException {
        var tagged = new Tagged();
        tagged.text(tagged.element(tagged.root, "H1"), 60, 780, "Hydraulic power");
        tagged.text(tagged.element(tagged.root, "H2"), 60, 756, "Pumps of the left side");
        paragraphs(tagged, tagged.root, 720);
        assertThat(tagged.blocks())
                .filteredOn(Block.Heading.class::isInstance)
                .extracting(b -> ((Block.Heading) b).level() + " " + b.text())
                .containsExactly("1 Hydraulic power", "2 Pumps of the left side");
    }

    @Test
    void read_treeThatCallsMostTextHeadings_isNotBelieved() throws IOException {
        var tagged = new Tagged();
        for (int i = 0; i < 8; i++)
            tagged.text(tagged.element(tagged.root, "H2"), 60, 780 - 30 * i, "the pump is on the left side of the bay");
        assertThat(tagged.blocks()).filteredOn(Block.Heading.class::isInstance).isEmpty();
    }

    @Test
    void read_taggedTable_hasItsCellsAndNames() throws IOException {
        var tagged = new Tagged();
        paragraphs(tagged, tagged.root, 780);
        var table = tagged.element(tagged.root, "Table");
        String[][] cells = {{"Part", "Torque in newton metres"}, {"Nut", "28"}, {"Union of the drain", "9"}};
        for (int r = 0; r < cells.length; r++) {
            var row = tagged.element(table, "TR");
            for (int c = 0; c < 2; c++)
                tagged.text(tagged.element(row, r == 0 ? "TH" : "TD"), 60 + 160 * c, 600 - 14 * r, cells[r][c]);
        }
        assertThat(tagged.blocks())
                .filteredOn(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.header()).containsExactly("Part", "Torque in newton metres");
                    assertThat(t.rows())
                            .extracting(Block.Row::cells)
                            .containsExactly(List.of("Nut", "28"), List.of("Union of the drain", "9"));
                });
    }

    @Test
    void read_taggedTableWhoseRowsStandElsewhere_isLeftToThePage() throws IOException {
        var tagged = new Tagged();
        paragraphs(tagged, tagged.root, 780);
        var table = tagged.element(tagged.root, "Table");
        // The tree has the rows upside down.
        var texts = new ArrayList<>(List.of("below", "in the middle", "above"));
        for (int r = 0; r < 3; r++) {
            var row = tagged.element(table, "TR");
            tagged.text(tagged.element(row, "TD"), 60, 500 + 30 * r, "Row " + texts.get(r));
            tagged.text(tagged.element(row, "TD"), 220, 500 + 30 * r, "value " + texts.get(r));
        }
        var read = String.join("\n", tagged.blocks().stream().map(Block::text).toList());
        assertThat(read.indexOf("above")).isLessThan(read.indexOf("below"));
    }

    @Test
    void read_artifacts_areDroppedAtTheEndsOfPages() throws IOException {
        var tagged = new Tagged();
        tagged.artifact(60, 820, "Only once is this printed");
        paragraphs(tagged, tagged.root, 700);
        tagged.content.close();
        tagged.pdf.page(pen -> pen.lines(60, 700, "A page more, without tags.", "It has two lines."));
        assertThat(tagged.pdf.texts()).noneMatch(t -> t.contains("Only once"));
    }
}
