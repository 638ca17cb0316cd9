package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentIdentityTest {
    private static final String FINAL_RULE = """
            [Federal Register, Volume 91 Number 12 (Tuesday, January 20, 2026)]
            [Rules and Regulations]
            DEPARTMENT OF TRANSPORTATION
            14 CFR Part 39
            [Docket No. FAA-2025-4410; Project Identifier AD-2025-00417-T; Amendment 39-
            29111; AD 2026-01-
            07]
            Airworthiness Directives; Lindgren Aircraft
            Airplanes
            AGENCY: Federal Aviation Administration (FAA), DOT.
            ACTION: Final rule.
            SUMMARY: The FAA is superseding Airworthiness Directives (ADs) 2019-
            01-02 and 2021-07-11, which applied to all Model LT-46 airplanes. EASA issued EASA AD 2025-0111,
            which supersedes EASA AD 2020-0092.
            (d) Subject
            Joint Aircraft System Component (JASC) Code 3230, Landing gear retract system.
            """;

    static DocumentIdentity read(String fileName, String text) {
        return DocumentIdentity.read(fileName, List.of(), text);
    }

    @Test
    void read_finalRule_isTheDirectiveWithItsNumberThoughBrokenAcrossLines() {
        var directive = read("rule.pdf", FINAL_RULE);
        assertThat(directive.id().value()).isEqualTo("AD 2026-01-07");
        assertThat(directive.title()).isEqualTo("Airworthiness Directives; Lindgren Aircraft Airplanes");
        assertThat(directive.kind()).isEqualTo(DocumentKind.DIRECTIVE);
        assertThat(directive.status()).isEqualTo(DocumentStatus.FINAL);
        assertThat(directive.revision()).isEqualTo(new Revision("", Optional.of(LocalDate.of(2026, 1, 20))));
        assertThat(directive.ata()).containsExactly("32-30");
    }

    @Test
    void read_finalRule_supersedesOnlyDirectivesOfItsOwnAuthority() {
        assertThat(read("rule.pdf", FINAL_RULE).supersedes()).containsExactly("AD 2019-01-02", "AD 2021-07-11");
    }

    @Test
    void read_proposedRule_goesByItsDocketAndBindsNobody() {
        var proposal = read("nprm.pdf", """
                14 CFR Part 39
                [Docket No. FAA-2025-4410; Project Identifier AD-2025-00417-T]
                Airworthiness Directives; Lindgren Aircraft Airplanes
                AGENCY: Federal Aviation Administration (FAA), DOT.
                ACTION: Notice of proposed rulemaking (NPRM).
                SUMMARY: The FAA proposes to supersede Airworthiness Directive (AD) 2019-01-02.
                """);
        assertThat(proposal.id().value()).isEqualTo("Docket FAA-2025-4410");
        assertThat(proposal.status()).isEqualTo(DocumentStatus.PROPOSED);
        assertThat(proposal.supersedes()).containsExactly("AD 2019-01-02");
    }

    @Test
    void read_proposalInPlainWords_isProposedThoughNoActionIsNamed() {
        var proposal = read("nprm.txt", """
                NOTICE OF PROPOSED RULEMAKING
                Airworthiness Directives; Lindgren Aircraft Airplanes
                Docket No. FAA-2026-0999
                SUMMARY: This would require replacing the hub within 5 flight hours.
                """);
        assertThat(proposal.status()).isEqualTo(DocumentStatus.PROPOSED);
        assertThat(read("n.txt", """
                Airworthiness Directives; Lindgren Aircraft Airplanes
                Docket No. FAA-2026-0999
                SUMMARY: We propose to adopt a new airworthiness directive (AD).
                """).status()).isEqualTo(DocumentStatus.PROPOSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Issue 3 Revision 2; Issue 3 Rev 2",
                "Issue 3, Rev. 2 dated 1 May 2024; Issue 3 Rev 2",
                "Issue 3; Issue 3",
                "Temporary Revision 29-12 is incorporated. Revision 5; Rev 5"
            })
    void read_revision_ofAnIssueBelongsToIt_andATemporaryOneIsAnotherPaper(String line, String label) {
        assertThat(read("ohm.txt", "OVERHAUL MANUAL\n" + line + "\n").revision().label())
                .isEqualTo(label);
    }

    @Test
    void read_finalRuleThatTellsOfItsProposal_isFinal() {
        var rule = read(
                "rule.pdf",
                FINAL_RULE + "The FAA issued a notice of proposed rulemaking (NPRM) to amend 14 CFR part 39.\n"
                        + "The draft report was proposed and adopted.\n");
        assertThat(rule.status()).isEqualTo(DocumentStatus.FINAL);
    }

    @Test
    void read_withdrawnProposal_isWithdrawnUnderTheSameDocket() {
        var withdrawal = read("x.pdf", """
                [Docket No. FAA-2025-4410; Project Identifier AD-2025-00417-T]
                Airworthiness Directives; Lindgren Aircraft Airplanes
                AGENCY: Federal Aviation Administration (FAA), DOT.
                ACTION: Proposed rule; withdrawal.
                SUMMARY: The FAA withdraws it.
                """);
        assertThat(withdrawal.id().value()).isEqualTo("Docket FAA-2025-4410");
        assertThat(withdrawal.status()).isEqualTo(DocumentStatus.WITHDRAWN);
    }

    @Test
    void read_correction_doesNotTakeThePlaceOfTheDirectiveItCorrects() {
        var correction = read("c.pdf", FINAL_RULE.replace("ACTION: Final rule.", "ACTION: Final rule; correction."));
        assertThat(correction.id().value()).isEqualTo("AD 2026-01-07 correction");
        assertThat(correction.supersedes()).isEmpty();
    }

    @Test
    void read_europeanDirective_takesNumberIssueDateAndAllThatItsSentenceReplaces() {
        var directive = read("easa.pdf", """
                EASA AD No.: 2026-0031R2
                Airworthiness Directive
                AD No.: 2026-0031R2
                Issued: 05 February 2026
                Revision: This AD revises EASA AD 2026-0031R1 dated 12 January 2026, which
                superseded EASA AD 2017-0162 dated 12 June 2017, and EASA AD 2014-
                0169 dated 17 July 2014.
                ATA 57 – Wing – Rear Spar Fitting – Inspection
                Applicability:
                """);
        assertThat(directive.id().value()).isEqualTo("AD 2026-0031R2");
        assertThat(directive.title()).isEqualTo("ATA 57 – Wing – Rear Spar Fitting – Inspection");
        assertThat(directive.revision()).isEqualTo(new Revision("R2", Optional.of(LocalDate.of(2026, 2, 5))));
        assertThat(directive.ata()).containsExactly("57");
        assertThat(directive.supersedes()).containsExactly("AD 2026-0031R1", "AD 2017-0162", "AD 2014-0169");
    }

    @Test
    void read_directiveOfAnotherAuthority_isKnownByItsHeadAndItsTable() {
        var directive =
                DocumentIdentity.read("d.pdf", List.of("XCAD AD 2026-04", "Landing gear - Downlock - Inspection"), """
                XANADU CIVIL AIRWORTHINESS DEPARTMENT AIRWORTHINESS DIRECTIVE
                AIRWORTHINESS DIRECTIVE XCAD AD 2026-04
                Landing gear - Downlock - Inspection
                Date of issue 2026-02-24
                Effective date 2026-03-10
                Supersedure This directive supersedes XCAD AD 2024-07, effective 2024-04-15
                ATA chapter 32
                """);
        assertThat(directive.id().value()).isEqualTo("AD 2026-04");
        assertThat(directive.title()).isEqualTo("Landing gear - Downlock - Inspection");
        assertThat(directive.revision()).isEqualTo(new Revision("", Optional.of(LocalDate.of(2026, 2, 24))));
        assertThat(directive.ata()).containsExactly("32");
        assertThat(directive.supersedes()).containsExactly("AD 2024-07");
    }

    @Test
    void read_proposalOfAnotherAuthority_isProposed() {
        var proposal = read("p.pdf", """
                PROPOSED AIRWORTHINESS DIRECTIVE XCAD PAD 2026-14
                Published 2026-01-17
                """);
        assertThat(proposal.id().value()).isEqualTo("PAD 2026-14");
        assertThat(proposal.status()).isEqualTo(DocumentStatus.PROPOSED);
        assertThat(proposal.revision().issued()).contains(LocalDate.of(2026, 1, 17));
    }

    @Test
    void read_serviceBulletin_goesByItsNumberAndCarriesItsChapter() {
        var bulletin = read("sb_32_0117_r2.pdf", """
                LINDGREN AIRCRAFT
                SERVICE BULLETIN
                Number: SB LT46-32-0117
                Revision 2, dated 3 March 2025
                Subject: Landing gear - Replacement of the downlock switch harness
                This bulletin supersedes Service Bulletin LT46-32-0094.
                """);
        assertThat(bulletin.id().value()).isEqualTo("SB LT46-32-0117");
        assertThat(bulletin.kind()).isEqualTo(DocumentKind.SERVICE_BULLETIN);
        assertThat(bulletin.title()).isEqualTo("Landing gear - Replacement of the downlock switch harness");
        assertThat(bulletin.revision()).isEqualTo(new Revision("Rev 2", Optional.of(LocalDate.of(2025, 3, 3))));
        assertThat(bulletin.ata()).containsExactly("32");
        assertThat(bulletin.supersedes()).containsExactly("SB LT46-32-0094");
    }

    @ParameterizedTest
    @CsvSource({
        "LARKFIELD ALERT SERVICE BULLETIN 737-53A1400, SB 737-53A1400",
        "SERVICE BULLETIN B46-81205-SB530021-00, SB B46-81205-SB530021-00",
        "SERVICE BULLETIN QT1000G-C-72-00-0199-00A-930A-D, SB QT1000G-C-72-00-0199-00A-930A-D",
        "'SERVICE BULLETIN LT46-32-\n1416', SB LT46-32-1416",
        "SERVICE BULLETIN 32-017-Rev 2, SB 32-017",
    })
    void read_serviceBulletin_numberIsNeverCut(String line, String id) {
        assertThat(read("sb.txt", line.replace("\\n", "\n") + "\nReason: cracks.\n")
                        .id()
                        .value())
                .isEqualTo(id);
    }

    @Test
    void read_noticeOfCancellation_isWithdrawnUnderItsOwnNumber() {
        var notice = read("cn.txt", """
                EASA AD No.: 2030-0189-CN
                Airworthiness Directive Cancellation Notice
                AD No.: 2030-0189-CN
                Issued: 02 June 2031
                Cancellation: This Notice cancels EASA AD 2030-0189 dated 14 September 2030.
                """);
        assertThat(notice.id().value()).isEqualTo("AD 2030-0189-CN");
        assertThat(notice.status()).isEqualTo(DocumentStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-0150-E, FINAL, ''",
        "2030-0150R2-E, FINAL, R2",
        "2030-0150-C, CORRECTION, ''",
        "2030-0150R1-CN, WITHDRAWN, R1",
    })
    void read_europeanNumber_isReadToItsEnd(String number, DocumentStatus status, String revision) {
        var directive = read("ad.txt", "Airworthiness Directive\nAD No.: " + number + "\nIssued: 20 August 2030\n");
        assertThat(directive.id().value()).isEqualTo("AD " + number);
        assertThat(directive.status()).isEqualTo(status);
        assertThat(directive.revision().label()).isEqualTo(revision);
    }

    @ParameterizedTest
    @CsvSource({
        "AMM_LT46_R11.pdf, AMM_LT46.pdf",
        "AMM_LT46_rev12.pdf, AMM_LT46.pdf",
        "AMM LT46 (Rev 12).pdf, AMM LT46.pdf",
        "mel-issue-3.pdf, mel.pdf",
        "CF6-80C2.pdf, CF6-80C2.pdf",
        "FAA-H-8083-32B.pdf, FAA-H-8083-32B.pdf",
        "R11.pdf, R11.pdf",
        "CMM-29_revB.pdf, CMM-29.pdf",
        "CMM-29 REV B.pdf, CMM-29.pdf",
        "CMM-29-Issue-C.pdf, CMM-29.pdf",
        "known_issues.txt, known_issues.txt",
        "KNOWN_ISSUES.txt, KNOWN_ISSUES.txt",
    })
    void read_manual_isKnownByItsFileNameWithoutATrailingRevision(String fileName, String id) {
        assertThat(read(fileName, "Aircraft Maintenance Manual").id().value()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Revision 12, 2025-03-01 | Rev 12 | 2025-03-01",
                "Rev. 4 | Rev 4 |",
                "REV 04 dated 7 Jun 2024 | Rev 4 | 2024-06-07",
                "Issue 3, June 7, 2024 | Issue 3 | 2024-06-07",
                "Original issue | Original |",
                "Supersedes Revision 11. Revision 12 | Rev 12 |",
                "Revision history is given below | '' |",
                "Rev 9-1 May 2026 | Rev 9 | 2026-05-01",
                "Rev 9 - 1 May 2026 | Rev 9 | 2026-05-01",
                "Rev 9-1 | Rev 9-1 |",
                "revision: 4 | Rev 4 |",
                "rev: b | Rev B |",
                "version: 2.1.3 | Rev 2.1.3 |",
                ":revnumber: 3 | Rev 3 |",
                ":revdate: 2026-03-02 | '' | 2026-03-02",
                "last_updated: '2026-03-02' | '' | 2026-03-02",
                "**Revision:** 7 | Rev 7 |",
                "issue: a leak was found | '' |",
                "'  version: 2' | '' |",
                "Issued: 31 February 2024 | '' |",
            })
    void read_manual_findsRevisionAndDate(String line, String label, LocalDate issued) {
        assertThat(read("amm.pdf", "Aircraft Maintenance Manual\n" + line + "\n")
                        .revision())
                .isEqualTo(new Revision(label, Optional.ofNullable(issued)));
    }

    @Test
    void read_noLabelInTheText_takesTheRevisionOfTheFileName() {
        assertThat(read("amm_R11.pdf", "Aircraft Maintenance Manual").revision().label())
                .isEqualTo("Rev 11");
    }

    @Test
    void read_letterInTheFileName_isTheRevision() {
        assertThat(read("CMM-29_revB.pdf", "Component manual").revision().label())
                .isEqualTo("Rev B");
    }

    @Test
    void read_titleThatIsAFileName_isPassedOver() {
        var manual = DocumentIdentity.read(
                "amm.pdf", List.of("Microsoft Word - amm_v3.docx", "LT-46 Maintenance Manual"), "Text");
        assertThat(manual.title()).isEqualTo("LT-46 Maintenance Manual");
        assertThat(manual.kind()).isEqualTo(DocumentKind.MANUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(anonymous)", "untitled", "Microsoft Word - x.doc", "PowerPoint Presentation"})
    void read_titleThatAProgramPutIn_isPassedOver(String title) {
        assertThat(DocumentIdentity.read("amm.pdf", List.of(title, "LT-46 Maintenance Manual"), "Text")
                        .title())
                .isEqualTo("LT-46 Maintenance Manual");
    }

    @ParameterizedTest
    @CsvSource({
        "LT-46 Minimum Equipment List, MINIMUM_EQUIPMENT_LIST",
        "Maintenance Manual with MEL references removed, MINIMUM_EQUIPMENT_LIST",
        "Powerplant Handbook, MANUAL",
        "Aviation Accident Final Report, REPORT",
        "Cabin notes, REFERENCE",
    })
    void read_kind_comesFromTheTitle(String title, DocumentKind kind) {
        assertThat(DocumentIdentity.read("x.pdf", List.of(title), "").kind()).isEqualTo(kind);
    }

    @Test
    void read_manualThatCitesADirective_isNoDirective() {
        var manual = read("amm.pdf", "Maintenance Manual\nSee Airworthiness Directive 2019-01-02 for the limits.\n");
        assertThat(manual.kind()).isEqualTo(DocumentKind.MANUAL);
        assertThat(manual.supersedes()).isEmpty();
    }
}
