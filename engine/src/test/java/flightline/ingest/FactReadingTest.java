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
    void dashesOfFederalPrint_areThoseOfNumbers_andWhatIsExceptedIsSaidSo() {
        var document = text("""
                Airworthiness Directives; Quill Airplanes

                AD No.: 2031–15–09

                (c) Applicability
                This AD applies to Quill Model QH42–200, –300, and –320 airplanes, manufacturer serial numbers (MSN) up to 1620
                inclusive, except MSN 1588 and MSN 1601.

                (g) Inspection
                (1) Within 500 flight cycles, inspect the fitting as told in Quill Service Bulletin QH42–32–1115, Revision 02.
                """);
        assertThat(values(document, Fact.Kind.MODEL)).containsExactly("QH42-200", "QH42-300", "QH42-320");
        assertThat(values(document, Fact.Kind.BULLETIN)).containsExactly("SB QH42-32-1115 Revision 02");
        assertThat(values(document, Fact.Kind.SERIALS))
                .containsExactly(
                        "manufacturer serial numbers (MSN) up to 1620 inclusive", "except MSN 1588 and MSN 1601");
        everyFactIsQuoted(document);
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

    @Test
    void directiveAsText_statesActionsAndTimesOfItsLetteredParagraphs() {
        var document = text("""
                14 CFR Part 39
                [Docket No. FAA-2031-0401; Amendment 39-29720; AD 2031-06-09]
                Airworthiness Directives; Larkfield Aircraft Airplanes
                ACTION: Final rule.

                (a) Effective Date
                This AD is effective May 1, 2031.

                (c) Applicability
                This AD applies to Larkfield Aircraft Model LT-46-200 airplanes, serial numbers 1001 through 1060 inclusive.

                (f) Compliance
                Comply with this AD within the compliance times specified.

                (g) Required Actions
                Within 90 days after the effective date of this AD, do the following in accordance with Larkfield Alert Service
                Bulletin 53-53A1400, Revision 2.

                (1) Inspect the frame.
                (i) Look at its left side.
                (2) Before further flight, repair what is cracked.

                (h) Alternative Methods of Compliance (AMOCs)
                (1) Within 10 days, ask the manager.
                """);
        assertThat(values(document, Fact.Kind.PRODUCTS)).hasSize(1);
        assertThat(values(document, Fact.Kind.ACTION))
                .hasSize(3)
                .anySatisfy(
                        action -> assertThat(action).isEqualTo("(1) Inspect the frame. (i) Look at its left side."));
        assertThat(values(document, Fact.Kind.COMPLIANCE))
                .containsExactly("Within 90 days after the effective date of this AD", "Before further flight");
        assertThat(values(document, Fact.Kind.BULLETIN)).containsExactly("SB 53-53A1400 Revision 2");
        everyFactIsQuoted(document);
    }

    @Test
    void directiveAsHtml_headingsWithLettersBeginItsActions() {
        var document = read(
                Path.of("ad.html"),
                FileKind.HTML,
                """
                <h1>Airworthiness Directives; Larkfield Aircraft Airplanes</h1>
                <p>[Docket No. FAA-2031-0401; Amendment 39-29720; AD 2031-06-09]</p>
                <h3>(f) Compliance</h3><p>Comply with this AD within the times.</p>
                <h3>(g) Inspection</h3><p>Within 90 days after the effective date of this AD, inspect the frame.</p>
                <h3>(h) Credit for Previous Actions</h3><p>What was done within 30 days before counts.</p>
                """.getBytes(StandardCharsets.UTF_8),
                new flightline.ingest.text.HtmlParser());
        assertThat(values(document, Fact.Kind.ACTION))
                .containsExactly("Within 90 days after the effective date of this AD, inspect the frame.");
    }

    @Test
    void formOfAnotherAuthority_statesItsFields_andNotTheNextOnes() {
        var canadian = text("""
                Transport Canada
                AIRWORTHINESS DIRECTIVE
                Number: CF-2031-44
                Effective Date: 5 July 2031
                Supersedes: AD CF-2030-15, issued 30 March 2030
                Applicability:
                Larkfield model LT-46-200 aeroplanes, serial numbers 4001 through 4610.
                Compliance:
                Within 36 months from the effective date of this AD.
                Corrective Actions:
                Inspect the boost pump wiring. An AD of the Federal Aviation Administration asks for the same.
                Authorization:
                For the Minister of Transport, within 10 days
                """);
        assertThat(values(canadian, Fact.Kind.ISSUER)).containsExactly("Transport Canada");
        assertThat(canadian.header().supersedes()).containsExactly("AD CF-2030-15");
        assertThat(values(canadian, Fact.Kind.ACTION)).hasSize(1);
        assertThat(values(canadian, Fact.Kind.COMPLIANCE))
                .containsExactly("Within 36 months from the effective date of this AD");
        var european = text("""
                EASA
                Airworthiness Directive
                AD No.: 2031-0123R1
                Issued: 14 July 2031
                Design Approval Holder's Name: LARKFIELD S.A.S.
                Type/Model designation(s): LT-46 aeroplanes
                Effective Date: 21 July 2031
                Applicability:
                LT-46-200 aeroplanes, all MSN.
                Required Action(s) and Compliance Time(s):
                Inspection:
                (1) Within 3 months after the effective date of this AD, inspect the tube.
                (2) If any crack is found, before next flight, replace the tube.
                Ref. Publications:
                Larkfield SB LT46-32-1416 Revision 02.
                """);
        assertThat(values(european, Fact.Kind.ISSUER)).containsExactly("EASA");
        assertThat(values(european, Fact.Kind.MAKE)).containsExactly("LARKFIELD S.A.S.");
        assertThat(values(european, Fact.Kind.ACTION))
                .containsExactly(
                        "(1) Within 3 months after the effective date of this AD, inspect the tube.",
                        "(2) If any crack is found, before next flight, replace the tube.");
        var french = text("""
                AIRWORTHINESS DIRECTIVE
                released by DIRECTION GENERALE DE L'AVIATION CIVILE
                AD No. F-2003-415
                """);
        assertThat(values(french, Fact.Kind.ISSUER)).containsExactly("DGAC");
        everyFactIsQuoted(european);
    }

    @Test
    void noticeOfCancellation_statesWhatItCancels_andReplacesNothing() {
        var notice = text("""
                Airworthiness Directive Cancellation Notice
                AD No.: 2030-0189-CN
                Issued: 02 June 2031
                Design Approval Holder's Name:
                Larkfield Aircraft
                Effective Date: 05 June 2031
                Cancellation: This Notice cancels EASA AD 2030-0189 dated 14 September 2030.
                """);
        assertThat(values(notice, Fact.Kind.CANCELS)).containsExactly("2030-0189");
        assertThat(values(notice, Fact.Kind.MAKE)).containsExactly("Larkfield Aircraft");
        assertThat(notice.header().supersedes()).isEmpty();
    }

    private static StructuredDocument text(String text) {
        return read(
                Path.of("ad.txt"),
                FileKind.PLAIN_TEXT,
                text.getBytes(StandardCharsets.UTF_8),
                new flightline.ingest.text.PlainTextParser());
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
