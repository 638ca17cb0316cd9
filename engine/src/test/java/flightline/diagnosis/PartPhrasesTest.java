package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartPhrasesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Removed and replaced the left flap position transmitter per AMM 27-58-01.   | left flap position transmitter
                    R&R LH MLG proximity sensor. Ops check good.                                | lh mlg proximity sensor
                    R & R pitot probe iaw AMM                                                   | pitot probe
                    REPLACED BRAKE ASSY IAW AMM 32-42-11                                        | brake assy
                    RPL'D FUEL PUMP                                                             | fuel pump
                    Replace faulty oil pressure switch, leak check ok                           | oil pressure switch
                    Changed nr 2 wheel due to cut tyre                                          | nr 2 wheel
                    Repaired the wire harness at STA 240                                        | wire harness
                    Cleaned connector and sealed it                                             | connector
                    installed new ignitor plug                                                  | ignitor plug
                    Adjusted door seal in place                                                 | door seal
                    tightened the B-nut with a torque wrench                                    | b-nut
                    The left pitot heater was replaced.                                         | left pitot heater
                    Fuel pump has been removed and replaced.                                    | fuel pump
                    Found door seal torn, seal replaced.                                        | seal
                    If it is dirty, clean or replace the filter element.                        | filter element
                    The check valve must be replaced.                                           | check valve
                    Replace only the faulty sensor.                                             | sensor
                    Replace each igniter again.                                                 | igniter
                    Oil filter replaced and engine run ok                                       | oil filter
                    """)
    void in_findsThePart(String text, String part) {
        assertThat(PartPhrases.in(text)).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ops checked good, no fault found.",
                "Adjusted rigging.",
                "Replaced it.",
                "Replaced with a serviceable unit.",
                "Drained fluid.",
                "Inspected the area; nothing found.",
                "To be replaced.",
                "Replace it only after the test.",
                "Replaced them again.",
                "Do not replace only the sensor.",
                "Never adjust the governor.",
                "Clean as necessary.",
                "Replace those that leak.",
                "Replace the (2153).",
                ""
            })
    void in_findsNone_whereNoneIsNamed(String text) {
        assertThat(PartPhrases.in(text)).isEmpty();
    }

    @Test
    void in_findsSeveral() {
        assertThat(PartPhrases.in("Replaced fuel pump. Also cleaned the fuel filter."))
                .containsExactly("fuel pump", "fuel filter");
    }

    @Test
    void in_alternatives_areEachTheirOwn() {
        assertThat(PartPhrases.in("Replace the wiring or the sensor of the monitor."))
                .containsExactly("wiring", "sensor");
        assertThat(PartPhrases.in("Replace the bearing or torque the nut.")).containsExactly("bearing");
        assertThat(PartPhrases.in("Replace the duct or repair the flange.")).containsExactly("duct", "flange");
        assertThat(PartPhrases.in("Replace the valve or replace it after the next flight."))
                .containsExactly("valve");
        assertThat(PartPhrases.in("Drain after the next flight.")).isEmpty();
    }

    @Test
    void names_wholeWordsOneAfterTheOther_pluralsAllowed() {
        assertThat(PartPhrases.names("replaced both fuel pumps", "fuel pump")).isTrue();
        assertThat(PartPhrases.names("fuel boost pump", "fuel pump")).isFalse();
        assertThat(PartPhrases.names("sealant applied", "seal")).isFalse();
    }
}
