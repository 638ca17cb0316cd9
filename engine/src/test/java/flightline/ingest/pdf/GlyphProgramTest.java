package flightline.ingest.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Suspicion;
import flightline.ingest.ParseOutcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

/** Letters of a Type 3 font are judged by what their programs leave on the paper. */
final class GlyphProgramTest {
    private static final String VISIBLE = "Remove the pump and drain the oil.";
    private static final String HIDDEN = "vexiplonk drizzanthor zibbledoon";

    @Test
    void lettersThatAProgramDraws_areJudgedByWhatItPaints() throws IOException {
        assertThat(said("600 0 d0 0 0 500 700 re f")).isEmpty();
        assertThat(said("600 0 0 0 500 700 d1 0 0 500 700 re f")).isEmpty();
        assertThat(said("600 0 0 0 500 700 d1 10 w 0 0 m 0 700 l S")).isEmpty();
        assertThat(said("600 0 d0")).hasValueSatisfying(s -> assertThat(s).startsWith("in letters that draw nothing"));
        for (String nothing : List.of(
                "600 0 d0 0 0 500 700 re n",
                "600 0 d0 0 0 0 0 re f",
                "600 0 d0 0 0 1 1 re f",
                "600 0 d0 0 0 0 0 re W n 0 0 500 700 re f",
                "600 0 0 0 500 700 d1 q 500 0 0 700 0 0 cm BI /W 8 /H 1 /IM true /BPC 1 ID \u00ff EI Q"))
            assertThat(said(nothing))
                    .as(nothing)
                    .hasValueSatisfying(s -> assertThat(s).startsWith("in letters that"));
        for (String white : List.of("600 0 d0 1 g 0 0 500 700 re f", "600 0 d0 1 1 1 RG 10 w 0 0 m 0 700 l S"))
            assertThat(said(white))
                    .as(white)
                    .hasValueSatisfying(s -> assertThat(s).startsWith("in the colour of"));
        assertThat(said("600 0 0 0 500 700 d1 1 g 0 0 500 700 re f"))
                .as("a shape takes the colour of the text")
                .isEmpty();
    }

    @Test
    void lettersThatDrawNothingUnderAScan_areASearchableScan() throws IOException {
        var read = drawn("600 0 d0", true);
        assertThat(read.suspicions()).isEmpty();
        assertThat(read.documents().getFirst().sourceText()).contains("vexiplonk");
    }

    /** What is said of the hidden words where each of their letters is drawn by this program; absent where they are seen. */
    private static Optional<String> said(String program) throws IOException {
        var read = drawn(program, false);
        assertThat(read.documents().getFirst().sourceText().contains("vexiplonk"))
                .as(program)
                .isEqualTo(read.suspicions().isEmpty());
        return read.suspicions().stream().map(Suspicion::detail).findFirst();
    }

    private static ParseOutcome.Parsed drawn(String program, boolean overAPicture) throws IOException {
        var shown = new StringBuilder(overAPicture ? "q 612 0 0 640 0 0 cm /Scan Do Q " : "");
        shown.append("0 g BT /Plain 11 Tf 1 0 0 1 60 700 Tm (" + VISIBLE + ") Tj 0 -20 Td (" + VISIBLE + ") Tj ");
        shown.append("/Drawn 11 Tf 1 0 0 1 60 600 Tm ");
        for (String word : HIDDEN.split(" ")) shown.append('(').append(word).append(") Tj 100 0 Td ");
        shown.append("ET");
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            var resources = new PDResources();
            resources.put(COSName.getPDFName("Plain"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            resources.put(COSName.getPDFName("Drawn"), new PDType3Font(font(program)));
            resources.put(
                    COSName.getPDFName("Scan"),
                    LosslessFactory.createFromImage(document, new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)));
            page.setResources(resources);
            page.setContents(new PDStream(
                    document, new ByteArrayInputStream(shown.toString().getBytes(ISO_8859_1))));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return (ParseOutcome.Parsed) DrawnPdf.outcome(bytes.toByteArray());
        }
    }

    private static COSDictionary font(String program) throws IOException {
        var font = new COSDictionary();
        font.setName("Type", "Font");
        font.setName("Subtype", "Type3");
        font.setItem("FontBBox", numbers(0, 0, 1000, 1000));
        font.setItem("FontMatrix", numbers(0.001f, 0, 0, 0.001f, 0, 0));
        var programs = new COSDictionary();
        var differences = new COSArray();
        differences.add(COSInteger.get('a'));
        var widths = new COSArray();
        for (char c = 'a'; c <= 'z'; c++) {
            var stream = new COSStream();
            try (var out = stream.createOutputStream()) {
                out.write(program.getBytes(ISO_8859_1));
            }
            programs.setItem(String.valueOf(c), stream);
            differences.add(COSName.getPDFName(String.valueOf(c)));
            widths.add(COSInteger.get(600));
        }
        var encoding = new COSDictionary();
        encoding.setName("Type", "Encoding");
        encoding.setItem("Differences", differences);
        font.setItem("CharProcs", programs);
        font.setItem("Encoding", encoding);
        font.setInt("FirstChar", 'a');
        font.setInt("LastChar", 'z');
        font.setItem("Widths", widths);
        return font;
    }

    private static COSArray numbers(float... numbers) {
        var array = new COSArray();
        array.setFloatArray(numbers);
        return array;
    }
}
