package flightline.ingest.effectivity;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Applicability.Verdict;
import flightline.corpus.Configuration;
import flightline.corpus.ContentHash;
import flightline.corpus.StructuredDocument;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.text.HtmlParser;
import flightline.ingest.text.MarkdownParser;
import flightline.ingest.text.PlainTextParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EffectivityReadingTest {
    @Test
    void lineUnderOneOfSeveralTopHeadings_governsItsSectionOnly() {
        var markdown = markdown("""
                # Removal of the drain valve, early aircraft

                Effectivity: MSN 1001-1010

                Use tool A1.

                # Removal of the drain valve, late aircraft

                Effectivity: MSN 1011 and subsequent

                Use tool B2.

                # Installation of the drain valve

                Use tool C3.
                """);
        assertThat(of(markdown, "A1", "1005")).isEqualTo(Verdict.YES);
        assertThat(of(markdown, "A1", "1011")).isEqualTo(Verdict.NO);
        assertThat(of(markdown, "B2", "1011")).isEqualTo(Verdict.YES);
        assertThat(of(markdown, "C3", "1005")).isEqualTo(Verdict.YES);
        var html = html("<h1>Early</h1><p>Effectivity: MSN 1001-1010</p><p>Use tool A1.</p>"
                + "<h1>Late</h1><p>Effectivity: MSN 1011-1020</p><p>Use tool B2.</p>");
        assertThat(of(html, "A1", "1005")).isEqualTo(Verdict.YES);
        assertThat(of(html, "B2", "1005")).isEqualTo(Verdict.NO);
        var text = text("""
                PUMP MANUAL

                1. REMOVAL, EARLY AIRCRAFT

                Effectivity: MSN 1001-1010

                Use tool A1.

                2. REMOVAL, LATE AIRCRAFT

                Effectivity: MSN 1011-1020

                Use tool B2.
                """);
        assertThat(of(text, "A1", "1005")).isEqualTo(Verdict.YES);
        assertThat(of(text, "B2", "1015")).isEqualTo(Verdict.YES);
        assertThat(of(text, "B2", "1005")).isEqualTo(Verdict.NO);
    }

    @Test
    void sectionCalledSo_governsTheSectionItIsIn_whereItsWordsAreUnderstood() {
        var document = markdown("""
                # Bleeding

                ## Effectivity

                - MSN 1001-1010
                - MSN 1020 and subsequent

                ## Procedure

                Use tool A1.

                # Filling

                ## Applicability

                This section tells how applicability is written.

                ## Procedure

                Use tool B2.
                """);
        assertThat(of(document, "A1", "1005")).isEqualTo(Verdict.YES);
        assertThat(of(document, "A1", "1021")).isEqualTo(Verdict.YES);
        assertThat(of(document, "A1", "1015")).isEqualTo(Verdict.NO);
        assertThat(of(document, "B2", "1015")).isEqualTo(Verdict.YES);
    }

    @Test
    void sentenceThatSaysForWhomItHolds_countsAsALineDoes() {
        for (String sentence : List.of(
                "Applicable to aircraft MSN 0012 thru 0450 except 0100.",
                "This procedure applies only to aircraft serial numbers 0012 to 0450, excluding 0100.",
                "This task is applicable to MSN 0012 through 0450, inclusive, except MSN 0100. Two people are needed."))
            for (var document : List.of(
                    markdown("# Valve\n\n" + sentence + "\n\n## Removal\n\n1. Use tool A1.\n"),
                    html("<h1>Valve</h1><p>" + sentence + "</p><h2>Removal</h2><p>Use tool A1.</p>"))) {
                assertThat(of(document, "A1", "50")).as(sentence).isEqualTo(Verdict.YES);
                assertThat(of(document, "A1", "0100")).as(sentence).isEqualTo(Verdict.NO);
                assertThat(of(document, "A1", "500")).as(sentence).isEqualTo(Verdict.NO);
            }
    }

    @Test
    void sentenceAboutSomethingElse_saysNothing_andOneHalfUnderstoodLeavesItOpen() {
        for (String sentence : List.of(
                "Applicable to all maintenance staff.",
                "This procedure applies to the left and right units.",
                "Effective on 3 March 2025."))
            assertThat(of(markdown("# Valve\n\n" + sentence + "\n\n## Removal\n\nUse tool A1.\n"), "A1", "50"))
                    .as(sentence)
                    .isEqualTo(Verdict.YES);
        for (String sentence : List.of(
                "Applicable to MSN 0012 thru 0450 with winglets.",
                "Applicable to MSN 0012 thru 0450. MSN 0451 and on have it from the factory."))
            assertThat(of(markdown("# Valve\n\n" + sentence + "\n\n## Removal\n\nUse tool A1.\n"), "A1", "500"))
                    .as(sentence)
                    .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void lineOfTheTitleBlock_governsAll_underATitleOrBeforeAnyHeading() {
        var titled = markdown("""
                # Valve manual

                Effectivity: MSN 1001-1010

                ## Removal

                Use tool A1.
                """);
        assertThat(of(titled, "A1", "1011")).isEqualTo(Verdict.NO);
        var before = markdown("Effectivity: MSN 1001-1010\n\n# Removal\n\nUse tool A1.\n\n# Installation\n\nUse B2.\n");
        assertThat(of(before, "A1", "1011")).isEqualTo(Verdict.NO);
        assertThat(of(before, "B2", "1011")).isEqualTo(Verdict.NO);
        var capitals = text("""
                PUMP MANUAL

                Revision 3

                Effectivity: MSN 1001-1010

                REMOVAL

                Use tool A1.

                INSTALLATION

                Use tool B2.
                """);
        assertThat(of(capitals, "A1", "1011")).isEqualTo(Verdict.NO);
        assertThat(of(capitals, "B2", "1005")).isEqualTo(Verdict.YES);
    }

    @Test
    void twoLinesOfOneSectionPartedByText_decideNothing() {
        var document =
                text("Effectivity: MSN 1001-1010\n\nUse tool A1.\n\nEffectivity: MSN 1011-1020\n\nUse tool B2.\n");
        assertThat(of(document, "A1", "1005")).isEqualTo(Verdict.UNKNOWN);
        assertThat(of(document, "B2", "1005")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void bulletinOfPlainText_holdsForWhatItsLetteredParagraphSays() {
        var bulletin = text("""
                LARKFIELD SERVICE BULLETIN 71-1234
                Revision 2, dated 1 March 2024

                1. Planning Information
                A. Effectivity
                LT-46-200 aeroplanes, MSN 1001-1060, except 1008.
                B. Reason
                The cowl latch may open.
                2. Accomplishment Instructions
                (1) Replace the latch with MSN plate.
                """);
        assertThat(of(bulletin, "cowl", "1001")).isEqualTo(Verdict.YES);
        assertThat(of(bulletin, "cowl", "1008")).isEqualTo(Verdict.NO);
        assertThat(bulletin.header().applicability().display())
                .isEqualTo("LT-46-200 aeroplanes, MSN 1001-1060, except 1008.");
    }

    @Test
    void directiveOfTheRegister_holdsForWhatItsParagraphOnApplicabilitySays() {
        var directive = html("""
                <pre>
                14 CFR Part 39
                [Docket No. FAA-2031-0401; Amendment 39-29720; AD 2031-06-09]
                Airworthiness Directives; Larkfield Aircraft Airplanes

                ACTION: Final rule.

                (a) Effective Date

                    This AD is effective May 1, 2031.

                (c) Applicability

                    This AD applies to Larkfield Aircraft Model LT-46-200 series
                airplanes, certificated in any category, serial numbers 1001 through
                1060 inclusive.

                (d) Subject

                    Code 53, Fuselage.
                </pre>""");
        assertThat(of(directive, "Fuselage", "1060")).isEqualTo(Verdict.YES);
        assertThat(of(directive, "Fuselage", "1061")).isEqualTo(Verdict.NO);
    }

    @Test
    void bulletinThatTellsNoEffectivity_isNotTakenToHoldForAll_oneThatSaysAllIs() {
        var silent = text("LARKFIELD SERVICE BULLETIN 53-1400\n\nReason\n\nCracks at the frame.\n");
        assertThat(of(silent, "frame", "1001")).isEqualTo(Verdict.UNKNOWN);
        assertThat(silent.header().applicability()).isInstanceOf(Applicability.Unread.class);
        var all = text(
                "LARKFIELD SERVICE BULLETIN 53-1401\n\nEffectivity:\nAll serial numbers.\n\nReason:\nCracks at the frame.\n");
        assertThat(of(all, "frame", "1001")).isEqualTo(Verdict.YES);
        var manual = text("FRAME MANUAL\n\nCracks at the frame.\n");
        assertThat(of(manual, "Cracks", "1001")).isEqualTo(Verdict.YES);
    }

    private static Verdict of(StructuredDocument document, String words, String serial) {
        return document.blocks().stream()
                .filter(placed -> placed.block().text().contains(words))
                .findFirst()
                .orElseThrow()
                .applicability()
                .appliesTo(new Configuration(Map.of(Configuration.SERIAL, serial)));
    }

    private static StructuredDocument markdown(String text) {
        return read("valve.md", FileKind.MARKDOWN, text);
    }

    private static StructuredDocument html(String body) {
        return read(
                "valve.html", FileKind.HTML, "<html><head><title>Valve</title></head><body>" + body + "</body></html>");
    }

    private static StructuredDocument text(String text) {
        return read("valve.txt", FileKind.PLAIN_TEXT, text);
    }

    private static StructuredDocument read(String name, FileKind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var reader = new Reader(List.of(new PlainTextParser(), new MarkdownParser(), new HtmlParser()));
        var file = new SourceFile(Path.of(name), ContentHash.of(bytes), kind, bytes);
        return ((ParseOutcome.Parsed) reader.read(file)).documents().getFirst();
    }
}
