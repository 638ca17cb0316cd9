package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.ingest.ComplianceTime.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComplianceTimeTest {
    private static final Optional<LocalDate> EFFECTIVE = Optional.of(LocalDate.of(2025, 3, 10));

    @Test
    void phrases_areCutLetterForLetter() {
        assertThat(phrases(
                        "(1) Within 100 FH or 30 days after the effective date of this directive, whichever occurs first,"
                                + " and then at intervals of not more than 600 FH, inspect. If damaged, replace before further"
                                + " flight."))
                .containsExactly(
                        "Within 100 FH or 30 days after the effective date of this directive, whichever occurs first",
                        "at intervals of not more than 600 FH",
                        "before further flight");
        assertThat(phrases("Before exceeding 37 300 flight hours (FH) or 20 000 FC, whichever occurs first since first"
                        + " flight, and, thereafter, at intervals not to exceed 12 months, do it by March 31, 2026."))
                .containsExactly(
                        "Before exceeding 37 300 flight hours (FH) or 20 000 FC, whichever occurs first since first flight",
                        "at intervals not to exceed 12 months",
                        "by March 31, 2026");
    }

    @Test
    void phrases_thatPointToAnotherPlace_areToldWithIt() {
        assertThat(phrases(
                        "Within the compliance time as specified in paragraph (1) of this AD, inspect the swashplate."))
                .containsExactly("Within the compliance time as specified in paragraph (1) of this AD");
        assertThat(phrases(
                        "Except as specified in paragraph (h)(1) of this AD, at the applicable times specified in paragraph"
                                + " 1.E. of SB 57-011, do it."))
                .containsExactly(
                        "Except as specified in paragraph (h)(1) of this AD, at the applicable times specified in"
                                + " paragraph 1.E. of SB 57-011");
        assertThat(
                        phrases(
                                "Thereafter, at intervals not to exceed the values as specified in Table 2 of this AD, repeat it."))
                .containsExactly("at intervals not to exceed the values as specified in Table 2 of this AD");
        assertThat(
                        phrases(
                                "Concurrently with the inspection required by paragraph (g)(1) of this AD, install the placard."))
                .containsExactly("Concurrently with the inspection required by paragraph (g)(1) of this AD");
        assertThat(phrases("If the wear is not within the limits specified in the manual, replace the pin."))
                .isEmpty();
    }

    @Test
    void due_laterOfAMonthAndOfWhatStandsElsewhere_isNotKnown() {
        String phrase =
                "Within 3 months after the effective date of this AD, or at the time specified in paragraph (h) of this AD,"
                        + " whichever occurs later";
        assertThat(phrases(phrase + ", do it.")).containsExactly(phrase);
        assertThat(ComplianceTime.of(phrase).due(EFFECTIVE)).isEmpty();
    }

    @Test
    void due_firstOfHoursAndMonths_isTheMonthsAtTheLatest() {
        var time = ComplianceTime.of("within 600 FH or 4 months after the effective date, whichever occurs first");
        assertThat(time.choice()).isEqualTo(Choice.FIRST);
        assertThat(time.due(EFFECTIVE)).contains(LocalDate.of(2025, 7, 10));
        assertThat(time.due(Optional.empty())).isEmpty();
    }

    @Test
    void due_laterOfHoursAndMonths_isNotKnown() {
        assertThat(ComplianceTime.of("within 600 FH or 4 months after the effective date, whichever occurs later")
                        .due(EFFECTIVE))
                .isEmpty();
    }

    @Test
    void due_datesAndHours() {
        assertThat(ComplianceTime.of(
                                "Within 1,900 FH or 2,300 flight cycles after the effective date, or by 2026-03-31, whichever occurs first")
                        .due(Optional.empty()))
                .contains(LocalDate.of(2026, 3, 31));
        assertThat(ComplianceTime.of("Within 300 FH after the last inspection").due(EFFECTIVE))
                .isEmpty();
        assertThat(ComplianceTime.of("within 10 days after the first inspection")
                        .due(EFFECTIVE))
                .isEmpty();
        assertThat(ComplianceTime.of("As of the effective date of this AD").due(EFFECTIVE))
                .isEqualTo(EFFECTIVE);
        assertThat(ComplianceTime.of("at intervals not exceeding 12 months").due(EFFECTIVE))
                .isEmpty();
    }

    @Test
    void alternativesWithTheirOwnBeginnings_areOneTime_dueOnlyWhereEachIsKnown() {
        String either =
                "Within 12 months since the date of issuance of the original airworthiness certificate or within 90"
                        + " days after the effective date of this AD, whichever occurs later";
        assertThat(phrases(either + ", do an inspection.")).containsExactly(either);
        var time = ComplianceTime.of(either);
        assertThat(time.limits()).extracting(ComplianceTime.Limit::afterEffect).containsExactly(false, true);
        assertThat(time.due(EFFECTIVE)).isEmpty();
        String total =
                "Before accumulating 3,000 total flight hours, or within 60 days after the effective date of this AD, whichever occurs later";
        assertThat(phrases(total + ": Measure.")).containsExactly(total);
        assertThat(ComplianceTime.of(total).due(EFFECTIVE)).isEmpty();
        assertThat(ComplianceTime.of(
                                "Within 6 months after the effective date of this AD or within 90 days after the effective date of this AD, whichever occurs later")
                        .due(EFFECTIVE))
                .contains(LocalDate.of(2025, 9, 10));
        assertThat(ComplianceTime.of("within 90 days after the effective date of this AD, whichever occurs later")
                        .due(EFFECTIVE))
                .isEmpty();
    }

    @Test
    void due_whereItIsNotSaidWhichCounts_isNotKnown() {
        assertThat(ComplianceTime.of("within 600 FH or 4 months after the effective date")
                        .due(EFFECTIVE))
                .isEmpty();
        assertThat(ComplianceTime.of(
                                "within 1,900 FH or 2,300 flight cycles after the effective date, and not later than 2026-03-31")
                        .due(EFFECTIVE))
                .contains(LocalDate.of(2026, 3, 31));
    }

    @Test
    void dayThatLimitsCountFrom_isNoDeadline() {
        String since =
                "Within 600 flight cycles or 3 months, whichever occurs first after 28 June 2023 [the effective date of"
                        + " the original issue of this AD]";
        assertThat(phrases(since + ", inspect.")).containsExactly(since);
        assertThat(ComplianceTime.of(since).date()).isEmpty();
        assertThat(ComplianceTime.of(since).due(EFFECTIVE)).contains(LocalDate.of(2023, 9, 28));
        assertThat(ComplianceTime.of("Within 30 days after the effective date of AD 2019-13-04")
                        .due(EFFECTIVE))
                .isEmpty();
    }

    @Test
    void numbersInWords_andHoursOfOtherAuthorities_areRead() {
        assertThat(ComplianceTime.of("Within two months after the effective date of this AD")
                        .due(EFFECTIVE))
                .contains(LocalDate.of(2025, 5, 10));
        assertThat(ComplianceTime.of("within twenty-four (24) months after the effective date")
                        .due(EFFECTIVE))
                .contains(LocalDate.of(2027, 3, 10));
        assertThat(
                        phrases(
                                "Within 6000 hours air time or 36 months from the effective date of this AD, whichever occurs first, unless done."))
                .containsExactly(
                        "Within 6000 hours air time or 36 months from the effective date of this AD, whichever occurs first");
    }

    private static List<String> phrases(String text) {
        return ComplianceTime.phrases(text).stream()
                .map(p -> text.substring(p[0], p[1]))
                .toList();
    }
}
