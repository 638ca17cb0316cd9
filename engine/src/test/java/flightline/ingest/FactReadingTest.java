package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Fact;
import flightline.corpus.StructuredDocument;
import flightline.ingest.passages.PassagesParser;
import flightline.ingest.pdf.PdfParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FactReadingTest {
    private static final Path LIBRARY = Path.of("../library");
    private static final Path PUBLIC = Path.of("../../shared/data/directives");

    @Test
    void wholeDirective_statesNumberDatesProductsAndActionsWithTheirTimes() throws IOException {
        var document = pdf(LIBRARY.resolve("directives/VCAD_AD_2025-03.pdf"));
        assertThat(values(document, Fact.Kind.NUMBER)).containsExactly("2025-03");
        assertThat(values(document, Fact.Kind.ISSUER)).containsExactly("VCAD");
        assertThat(values(document, Fact.Kind.EFFECTIVE)).containsExactly("2025-03-10");
        assertThat(values(document, Fact.Kind.SUPERSEDES)).containsExactly("2024-07");
        assertThat(values(document, Fact.Kind.MODEL)).containsExactly("LT-46-200", "LT-46-300");
        assertThat(values(document, Fact.Kind.SERIALS)).containsExactly("MSN 1001 to 1060", "MSN 1061 to 1074");
        assertThat(values(document, Fact.Kind.BULLETIN)).contains("SB LT46-32-017 Revision 1");
        assertThat(values(document, Fact.Kind.COMPLIANCE))
                .contains(
                        "Within 1,900 FH or 2,300 flight cycles after the effective date, or by 2026-03-31, whichever occurs first");
        assertThat(values(document, Fact.Kind.UNSAFE_CONDITION))
                .singleElement()
                .asString()
                .startsWith("If not corrected");
        everyFactIsQuoted(document);
    }

    @Test
    void proposal_statesUntilWhenToComment_andNoDayOfEffect() throws IOException {
        var document = pdf(LIBRARY.resolve("directives/VCAD_PAD_2025-14_Proposed.pdf"));
        assertThat(document.header().status()).isEqualTo(DocumentStatus.PROPOSED);
        assertThat(values(document, Fact.Kind.COMMENTS_DUE)).containsExactly("2026-01-16");
        assertThat(values(document, Fact.Kind.EFFECTIVE)).isEmpty();
        assertThat(values(document, Fact.Kind.MODEL)).containsExactly("LT-46-200", "LT-46-300");
    }

    @Test
    void bulletin_statesEffectivityCategoryHoursAndMaterial() throws IOException {
        var document = pdf(LIBRARY.resolve("bulletins/LT46-32-017_R1.pdf"));
        assertThat(values(document, Fact.Kind.NUMBER)).containsExactly("LT46-32-017");
        assertThat(values(document, Fact.Kind.CATEGORY))
                .singleElement()
                .asString()
                .startsWith("Mandatory");
        assertThat(values(document, Fact.Kind.SERIALS))
                .containsExactly("MSN 1001 to 1060", "MSN 1061 to 1074", "MSN 1075 and on");
        assertThat(values(document, Fact.Kind.MAN_HOURS)).containsExactly("10 hours");
        assertThat(values(document, Fact.Kind.MATERIAL)).hasSize(4);
        assertThat(values(document, Fact.Kind.DIRECTIVE)).containsExactly("2024-07");
        everyFactIsQuoted(document);
    }

    @Test
    void publicDirectives_stateWhatTheyReplaceAndFromWhen() throws IOException {
        assumeTrue(Files.isDirectory(PUBLIC), "the public directives are not there: skipped");
        var federal = pdf(PUBLIC.resolve("FAA_AD_2025-23-53.pdf"));
        assertThat(values(federal, Fact.Kind.ISSUER)).containsExactly("FAA");
        assertThat(values(federal, Fact.Kind.EFFECTIVE)).containsExactly("2025-12-01");
        assertThat(values(federal, Fact.Kind.COMMENTS_DUE)).containsExactly("2026-01-08");
        assertThat(values(federal, Fact.Kind.SUPERSEDES)).containsExactly("2025-23-51");
        assertThat(values(federal, Fact.Kind.MODEL)).hasSize(12).contains("MD-11F", "DC-10-30F", "KDC-10");
        assertThat(values(federal, Fact.Kind.ACTION)).hasSize(2);
        everyFactIsQuoted(federal);
        var european = pdf(PUBLIC.resolve("EASA_AD_2025-0254R1.pdf"));
        assertThat(values(european, Fact.Kind.ISSUER)).containsExactly("EASA");
        assertThat(values(european, Fact.Kind.EFFECTIVE)).containsExactly("2025-12-08");
        assertThat(values(european, Fact.Kind.COMMENTS_DUE)).isEmpty();
        // Behind the exception that ends the first clause.
        assertThat(values(european, Fact.Kind.MODEL)).hasSize(11).contains("A320-233", "A321-131");
        assertThat(values(european, Fact.Kind.SUPERSEDES)).containsExactly("2025-0254", "2007-0162", "2014-0169");
        assertThat(values(european, Fact.Kind.COMPLIANCE))
                .contains("Within 24 months after the effective date of this AD");
        // Its day of effect is a blank that the printer fills in, so there is none to state.
        assertThat(values(pdf(PUBLIC.resolve("FAA_AD_2022-03-06_FR_2022-02753.pdf")), Fact.Kind.EFFECTIVE))
                .isEmpty();
    }

    @Test
    void abstracts_stateMakerModelsAndWhatTheyReplace() {
        var document = lines("""
                {"document_number":"2031-1","title":"Airworthiness Directives; Quill Helicopters","published":"2031-01-03",\
                "kind":"final","supersedes":[],"abstract":"The FAA is superseding Airworthiness Directive (AD) 2030-\\n02-03, \
                which applied to certain Quill Helicopters Model QH-10, -20, and - 30 helicopters; and AD 2029-01-02, which \
                applied to all. This AD was prompted by a report of a crack, which could result in loss of control. This AD \
                requires an inspection within 30 days after the effective date of this AD."}
                """);
        assertThat(document.header().supersedes()).containsExactly("AD 2030-02-03", "AD 2029-01-02");
        assertThat(values(document, Fact.Kind.MAKE)).containsExactly("Quill Helicopters");
        assertThat(values(document, Fact.Kind.MODEL)).containsExactly("QH-10", "QH-20", "QH-30");
        assertThat(values(document, Fact.Kind.COMPLIANCE))
                .containsExactly("within 30 days after the effective date of this AD");
        assertThat(values(document, Fact.Kind.REASON)).hasSize(1);
        everyFactIsQuoted(document);
    }

    @Test
    void withdrawalOfAProposal_replacesNothing() {
        var document = lines("""
                {"document_number":"2031-2","title":"Airworthiness Directives; Quill","published":"2031-01-03",\
                "kind":"withdrawal","supersedes":["2030-02-03"],"abstract":"The FAA is withdrawing a notice of proposed \
                rulemaking that proposed to supersede Airworthiness Directive (AD) 2030-02-03."}
                """);
        assertThat(document.header().status()).isEqualTo(DocumentStatus.WITHDRAWN);
        assertThat(document.header().supersedes()).isEmpty();
        assertThat(values(document, Fact.Kind.SUPERSEDES)).isEmpty();
    }

    private static void everyFactIsQuoted(StructuredDocument document) {
        assertThat(document.header().facts()).isNotEmpty().allSatisfy(fact -> {
            String words = document.sourceText()
                    .substring(fact.place().start(), fact.place().end());
            assertThat(words).isNotBlank();
        });
    }

    private static List<String> values(StructuredDocument document, Fact.Kind kind) {
        return document.header().facts(kind).map(Fact::value).toList();
    }

    private static StructuredDocument pdf(Path file) throws IOException {
        return read(file, FileKind.PDF, Files.readAllBytes(file), new PdfParser());
    }

    private static StructuredDocument lines(String lines) {
        return read(
                Path.of("a.jsonl"), FileKind.PASSAGES, lines.getBytes(StandardCharsets.UTF_8), new PassagesParser());
    }

    private static StructuredDocument read(Path path, FileKind kind, byte[] bytes, DocumentParser parser) {
        var file = new SourceFile(path, ContentHash.of(bytes), kind, bytes);
        return ((ParseOutcome.Parsed) new Reader(List.of(parser)).read(file))
                .documents()
                .getFirst();
    }
}
