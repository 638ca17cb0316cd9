package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SupersessionTest {
    @Test
    void numbers_brokenByLinesAndSoftHyphens_areJoined() {
        assertThat(federal("The FAA is superseding Airworthiness Directive (AD) 2015-\n14-07, which applied to all."))
                .containsExactly("2015-14-07");
        assertThat(federal("This AD supersedes AD 2015\u00AD14\u00AD07.")).containsExactly("2015-14-07");
        assertThat(federal("This AD supersedes AD 2015\u201114-\n 07 and AD 72-14-08 R1."))
                .containsExactly("2015-14-07", "72-14-08R1");
    }

    @Test
    void lists_areReadToTheirEnd() {
        assertThat(federal("The FAA proposes to supersede Airworthiness Directives (ADs) 2015-14-07, 2016-07-10, and"
                        + " 2016-24-09, which apply to some airplanes. AD 2011-01-01 is not meant."))
                .containsExactly("2015-14-07", "2016-07-10", "2016-24-09");
        assertThat(federal("The FAA is superseding AD 2018-18-05, which applied to certain Maker S.p.a. Model A-200 and"
                        + " -300 airplanes; and AD 2020-09-16, which applied to all of them."))
                .containsExactly("2018-18-05", "2020-09-16");
    }

    @Test
    void proposals_namingWhatTheyWouldReplace_areRead() {
        assertThat(federal("The FAA is revising a notice of proposed rulemaking (NPRM) that would have superseded"
                        + " Airworthiness Directive (AD) 64-09-03, which applies to all."))
                .containsExactly("64-09-03");
        assertThat(federal("The FAA proposes to remove Airworthiness Directive (AD) 2016-15-01."))
                .containsExactly("2016-15-01");
    }

    @Test
    void directives_namedForOtherReasons_areNotReplaced() {
        assertThat(federal(
                        "This AD was prompted by AD 2019-02-03. This AD revises the applicability of AD 2022-08-07 and"
                                + " retains the actions of AD 2020-01-01, as specified in EASA AD 2020-0001."))
                .isEmpty();
        assertThat(federal(
                        "The FAA is superseding AD 2020-01-01, which was prompted by AD 2019-02-03, and AD 2018-05-06"
                                + " still stands."))
                .containsExactly("2020-01-01");
        assertThat(federal("EASA issued EASA AD 2022-0100, which supersedes EASA AD 2020-0001."))
                .isEmpty();
        assertThat(federal("Since then the FAA has issued ADs 2021-04-20 and 2020-02-13 to address the condition."))
                .isEmpty();
    }

    @Test
    void field_namesWhatItSupersedesBehindAColon() {
        assertThat(Supersession.in("Supersedes: AD CF-2022-15, issued 30 March 2022", "CF-2023-44", false).stream()
                        .map(Supersession.Named::number))
                .containsExactly("CF-2022-15");
        assertThat(Supersession.in("Supersedure: None\nAD 2020-0001", "2023-0123", false))
                .isEmpty();
        assertThat(Supersession.in("Superseded by: AD 2024-0001", "2023-0123", false))
                .isEmpty();
    }

    @Test
    void europeanChain_namesAllThatStood() {
        assertThat(Supersession.in(
                                "This AD revises EASA AD 2025-0254 dated 17 November 2025, which superseded EASA AD"
                                        + " 2007-0162 dated 12 June 2007.",
                                "2025-0254R1",
                                false)
                        .stream()
                        .map(Supersession.Named::number))
                .containsExactly("2025-0254", "2007-0162");
    }

    private static List<String> federal(String text) {
        return Supersession.in(text, "2026-01-01", true).stream()
                .map(Supersession.Named::number)
                .toList();
    }
}
