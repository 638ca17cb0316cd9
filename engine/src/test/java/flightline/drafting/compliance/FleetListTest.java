package flightline.drafting.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetListTest {
    private static final String HEADER = "registration,model,serial,hours,cycles,as_of,configuration,done,readings\n";

    private static List<Tail> tails(String name, String text) {
        return switch (FleetList.read(name, text)) {
            case FleetList.Tails(var tails) -> tails;
            case FleetList.Bad(var why) -> throw new AssertionError(why);
        };
    }

    private static String why(String name, String text) {
        return switch (FleetList.read(name, text)) {
            case FleetList.Tails(var tails) -> "read: " + tails;
            case FleetList.Bad(var why) -> why;
        };
    }

    @Test
    void yaml_keepsValuesAsTheyAreWritten() {
        Tail tail = tails("fleet.yaml", """
                - registration: QQ-KAA
                  model: LT-46-200
                  serial: 0042
                  hours: 27610.50
                  cycles:
                  as_of: 2025-12-31
                  configuration: {mod 32-0117: yes, mod 21-0001: 007}
                  done:
                    - {what: AD 2024-07, on: 2025-11-20, hours: 27420, record: 0012}
                """).getFirst();
        assertThat(tail.serial()).isEqualTo("0042");
        assertThat(tail.hours()).isEqualTo("27610.50");
        assertThat(tail.cycles()).isEmpty();
        assertThat(tail.asOf()).isEqualTo("2025-12-31");
        assertThat(tail.configuration()).containsEntry("mod 32-0117", "yes").containsEntry("mod 21-0001", "007");
        assertThat(tail.done().getFirst().record()).isEqualTo("0012");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - {registration: A, model: B, redings: []} | fleet.yaml, aircraft 1: 'redings' must be one of registration, model, serial,
            - {registration: A, model: B, done: [{wat: AD 1}]} | fleet.yaml, aircraft 1: 'done.wat' must be one of what, on, hours, cycles, record
            - {registration: A, model: B, readings: [{day: 2025-01-01}]} | fleet.yaml, aircraft 1: 'readings.day' must be one of on, hours, cycles
            - {registration: A, registration: B, model: B} | fleet.yaml: Duplicate field 'registration'
            - QQ-KAA | fleet.yaml, aircraft 1: is no list of fields
            """)
    void niceErrorOn_whatTheListDoesNotHave(String text, String expected) {
        assertThat(why("fleet.yaml", text)).startsWith(expected);
    }

    @Test
    void csv_totalsThatAreNoNumbers_areRefused_notReadInPart() {
        assertThat(tails("fleet.csv", HEADER + "A,B,,,,,,\"AD 1 @ 2025-11-20 / 27,420 FH\",\n")
                        .getFirst()
                        .done()
                        .getFirst()
                        .hours())
                .isEqualTo("27,420");
        assertThat(Tail.number("27,420")).contains(new BigDecimal("27420"));
        assertThat(why("fleet.csv", HEADER + "A,B,,,,,,\"AD 1 @ 2025-11-20 / 27420,5 FH\",\n"))
                .contains("hours and cycles are numbers like 21940.5, got '27420,5'");
        assertThat(why("fleet.csv", HEADER + "A,B,,,,,,,\"2025-03-10 / 31580 x FC\"\n"))
                .contains("got '31580 x'");
        assertThat(why("fleet.csv", HEADER + "A,B,,,,,,AD 1 @ 20.11.2025 / SKW-1,\n"))
                .contains("fleet.csv: line 2: 'SKW-1' is no day such as 2026-03-01")
                .contains("the record is '20.11.2025' already");
    }

    @Test
    void csv_headerInCapitals_isRead_andOtherSignsBetweenColumnsAreTold() {
        assertThat(tails("fleet.csv", "\uFEFFRegistration,MODEL,Serial\r\nQQ-KAA,LT-46-200,0042\r\n")
                        .getFirst()
                        .serial())
                .isEqualTo("0042");
        assertThat(why("fleet.csv", "registration;model\nA;B\n"))
                .isEqualTo("fleet.csv: line 1: the columns must be parted by commas, got 'registration;model'");
    }
}
