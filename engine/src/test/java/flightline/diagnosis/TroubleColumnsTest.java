package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TroubleColumnsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Symptom | Fault | Remedy;1",
                "Complaint | Reason | Action;1",
                "Fault code | Cause;1",
                "CAS message | Colour | CMC fault code | Condition;-1",
                "Fault message | Condition | Fault isolation;-1",
                "Part | Torque;-1"
            })
    void cause_isTheColumnNamedAfterIt_andNoColumnOfCodesOrMessages(String columns, int cause) {
        assertThat(TroubleColumns.of(columns).orElseThrow().cause()).isEqualTo(cause);
    }
}
