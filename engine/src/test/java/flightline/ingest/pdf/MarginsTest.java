package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Marking;
import flightline.corpus.StructuredDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands at heads and feet of pages: effectivity governs its page, a banner the document. */
class MarginsTest {
    private static DrawnPdf manual(String... feet) {
        var pdf = new DrawnPdf();
        int page = 0;
        for (String foot : feet) {
            int number = ++page;
            pdf.page(pen -> pen.text(60, 810, "LARKFIELD LT-46")
                    .bold(60, 720, "Task " + number)
                    .lines(60, 700, "Open the valve of the engine and wait until it is cold.")
                    .text(60, 40, foot)
                    .text(300, 40, "LT46-AMM-001")
                    .text(480, 40, "Page " + number));
        }
        return pdf;
    }

    private static List<String> effectivity(StructuredDocument document) {
        return document.blocks().stream()
                .map(b -> b.applicability().display())
                .distinct()
                .toList();
    }

    @Test
    void effectivityAtTheFoot_governsItsPage() {
        String early = "EFFECTIVITY: MSN 1001-1060";
        String late = "EFFECTIVITY: MSN 1061 AND ON";
        var read = manual(
                        early,
                        early,
                        early,
                        "EFFECTIVITY: ALL",
                        "EFFECTIVITY: ALL",
                        "EFFECTIVITY: ALL",
                        late,
                        late,
                        late)
                .read();
        assertThat(effectivity(read)).containsExactly("MSN 1001-1060", "all", "MSN 1061 AND ON");
    }

    @Test
    void effectivityInABox_standsBeneathTheWord() {
        var pdf = new DrawnPdf();
        pdf.page(pen -> pen.lines(60, 700, "Open the valve of the engine and wait until it is cold.")
                .text(60, 60, "EFFECTIVITY")
                .text(60, 46, "PRE SB 32-017")
                .text(480, 46, "Page 201"));
        assertThat(effectivity(pdf.read())).containsExactly("PRE SB 32-017");
    }

    @Test
    void banner_onEveryPage_marksTheDocument() {
        var pdf = new DrawnPdf();
        for (int i = 0; i < 3; i++)
            pdf.page(pen -> pen.text(270, 820, "CUI//SP-CTI")
                    .lines(60, 700, "The confidential report is kept in a SECRET place.", "It is not controlled.")
                    .text(270, 20, "CUI//SP-CTI"));
        assertThat(pdf.read().header().marking()).isEqualTo(new Marking("CUI//SP-CTI"));
    }

    @Test
    void wordsOfTheText_markNothing() {
        var pdf = new DrawnPdf()
                .page(pen -> pen.text(60, 820, "Chapter 3")
                        .lines(
                                60,
                                700,
                                "The confidential report is secret.",
                                "CONFIDENTIAL",
                                "CUI is explained in 32 CFR 2002."));
        assertThat(pdf.read().header().marking()).isEqualTo(Marking.UNMARKED);
    }
}
