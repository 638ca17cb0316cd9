package flightline.diagnosis.troubleshooting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsualTimesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Look at the downlock mark.                          | 10  | usual for a look
                    Measure the coil at the sensor.                     | 20  | usual for a measurement
                    Clean the connector.                                | 25  | usual for an adjustment or a cleaning
                    Do the operation test.                              | 30  | usual for a functional test
                    Replace the sensor.                                 | 90  | usual for a removal and replacement
                    Replace the engine driven pump.                     | 90  | usual for a removal and replacement
                    Remove the engine.                                  | 480 | usual for the change of a large unit
                    Make sure that the valve is closed for 5 minutes.   | 15  | usual for a look
                    """)
    void of_kindOfWork(String text, int minutes, String basis) {
        Cost cost = UsualTimes.of(text);
        assertThat(cost.minutes()).isEqualTo(minutes);
        assertThat(cost.basis()).isEqualTo(basis);
        assertThat(cost.stated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Measure the gap. It takes 5 min.    | 5
                    Estimated time: 45 minutes          | 45
                    """)
    void of_statedMinutes_areTaken(String text, int minutes) {
        assertThat(UsualTimes.of(text).minutes()).isEqualTo(minutes);
        assertThat(UsualTimes.of(text).stated()).isTrue();
    }
}
