package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.records.DateReader.DateOutcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "2023-02-28, 2023-02-28",
        "20230228, 2023-02-28",
        "2023/02/28, 2023-02-28",
        "28-FEB-2023, 2023-02-28",
        "1 mar 2023, 2023-03-01",
        "2023-02-28T10:15:00, 2023-02-28",
        "2023-02-28T10:15:00Z, 2023-02-28",
        "2023-02-28 10:15, 2023-02-28",
        "2025-06-30, 2025-06-30",
    })
    void usualForms_areRead(String text, LocalDate expected) {
        assertThat(new DateReader(List.of(), TODAY).read(text)).isEqualTo(new DateOutcome.Day(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-30, no such day",
        "20231301, no such day",
        "0203-05-01, before 1903",
        "2025-07-01, after today",
        "yesterday, not a date",
        "03/04/2024, not a date",
    })
    void impossibleDates_areRefusedWithTheirReason(String text, String reason) {
        assertThat(new DateReader(List.of(), TODAY).read(text))
                .isInstanceOfSatisfying(
                        DateOutcome.Impossible.class,
                        impossible -> assertThat(impossible.reason()).contains(reason));
    }

    @Test
    void twoDigitYear_isTheLatestNotAfterToday() {
        var reader = new DateReader(List.of("dd/MM/yy"), TODAY);
        assertThat(reader.read("01/03/24")).isEqualTo(new DateOutcome.Day(LocalDate.of(2024, 3, 1)));
        assertThat(reader.read("01/03/98")).isEqualTo(new DateOutcome.Day(LocalDate.of(1998, 3, 1)));
    }
}
