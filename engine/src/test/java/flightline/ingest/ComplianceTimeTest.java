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

    private static List<String> phrases(String text) {
        return ComplianceTime.phrases(text).stream()
                .map(p -> text.substring(p[0], p[1]))
                .toList();
    }
}
