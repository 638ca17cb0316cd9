package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.DocumentStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What papers say of their own standing, and of the papers whose place they take. */
class OwnStandingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status: Draft, not for use",
                "**Status:** Draft",
                "status: \"draft\"",
                "DRAFT",
                "Notice of Proposed Rulemaking"
            })
    void read_draftByItsOwnWord_isProposed(String line) {
        assertThat(DocumentIdentityTest.read("x.md", "Hub manual\n" + line + "\nTorque 3 N·m.\n")
                        .status())
                .isEqualTo(DocumentStatus.PROPOSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DRAFT - NOT FOR USE; PROPOSED",
                "**DRAFT - NOT FOR USE**; PROPOSED",
                "DRAFT REVISION 4 - FOR REVIEW ONLY; PROPOSED",
                "Status: In Review; PROPOSED",
                "Approval status: NOT APPROVED; PROPOSED",
                "| Status | Draft |; PROPOSED",
                "THIS LETTER HAS BEEN SUPERSEDED BY SL-230.; SUPERSEDED",
                "*** SUPERSEDED ***; SUPERSEDED",
                "SUPERSEDED BY SL-230; SUPERSEDED",
                "Status: Obsolete; SUPERSEDED",
                "status: superseded; SUPERSEDED",
                "This document is superseded by Service Letter SL-230.; SUPERSEDED",
                "CANCELLED; WITHDRAWN",
                "Status: Cancelled from 1 May 2024; WITHDRAWN",
                "cancelled by the operator are not repeated.; FINAL",
                "withdrawn from service go to the quarantine store.; FINAL",
                "This document is superseded by the maintenance manual where both differ.; FINAL",
                "Draft shaft inspection; FINAL",
                "PRELIMINARY; FINAL",
                "PRELIMINARY REQUIREMENTS; FINAL",
                "Proposed by the operator; FINAL",
                "superseded parts are listed in table 3; FINAL",
                "| Document | Status | Draft |; FINAL",
            })
    void read_standing_isWhatTheHeadSaysOfTheDocumentItself(String line, DocumentStatus status) {
        assertThat(DocumentIdentityTest.read(
                                "letter.txt", "SERVICE LETTER SL-201\n\n" + line + "\n\nFill with fluid.\n")
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "This letter supersedes SIL-100 in its entirety.; SIL-100",
                "THIS SERVICE LETTER SUPERSEDES SIL-100 IN ITS ENTIRETY.; SIL-100",
                "This document cancels and replaces Service Letter No. SL-290, Issue 2, dated 10 January 2021 and SL-291.; SL-290 SL-291",
                "Supersedes: SL-290, SL-291 and SL-292; SL-290 SL-291 SL-292",
                "| Supersedes | CMM 29-11-01 |; CMM 29-11-01",
                "Supersedes SL-290; SL-290",
                "This manual replaces maintenance manual CMM-29-11.; CMM-29-11",
                "This pump replaces AB-1200.; ''",
                "Pump P/N AB-1234 replaces AB-1200.; ''",
                "This manual replaces the pages of 2021.; ''",
                "The new pump kit replaces the one of letter SL-290.; ''",
            })
    void read_documentsThatItReplaces_areNamedByTheirNumbers(String line, String superseded) {
        assertThat(DocumentIdentityTest.read("letter.txt", "SERVICE LETTER SL-300\n\n" + line + "\n")
                        .supersedes())
                .containsExactly(
                        superseded.isEmpty() ? new String[0] : superseded.split(" (?=[A-Z]+-)|(?<=\\d) (?=[A-Z])"));
    }
}
