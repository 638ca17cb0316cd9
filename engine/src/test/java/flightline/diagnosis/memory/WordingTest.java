package flightline.diagnosis.memory;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"L PACK OVHT again", "3rd time this month", "Vib still there", "RECURRENT LEAK", "as yesterday"})
    void again_isSeen(String complaint) {
        assertThat(Wording.saysAgain(entry("X-1", complaint, ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"comes back after reset", "against the stop", "distillate"})
    void again_isNotSeenInOtherWords(String complaint) {
        assertThat(Wording.saysAgain(entry("X-1", complaint, ""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NO 2 MAIN TYRE WORN TO LIMITS, true",
        "A-CHECK DUE, true",
        "bird strike on approach, true",
        "nose wheel shakes, false",
        "chip light on climb, false",
    })
    void routine_isPlannedWorkAndWear(String complaint, boolean routine) {
        assertThat(Wording.routine(entry("X-1", complaint, ""))).isEqualTo(routine);
    }

    @Test
    void reference_byNumberOrByDeferral() {
        var first = entry("SKW-24-0078", "NWS amber", "deferred MEL 32-51-01");
        assertThat(Wording.refersTo(entry("SKW-24-0080", "DD SKW-24-0078 NWS fault", ""), first))
                .isTrue();
        assertThat(Wording.refersTo(entry("SKW-24-0081", "MEL 32-51-01 steering", ""), first))
                .isTrue();
        assertThat(Wording.refersTo(entry("SKW-24-0082", "MEL 21-51-01 pack", ""), first))
                .isFalse();
    }

    @Test
    void samePlaceOfAManual_isNoReference() {
        assertThat(Wording.refersTo(
                        entry("X-2", "oil low, tested per AMM 71-00-00", ""),
                        entry("X-1", "engine did not shut down", "tested per AMM 71-00-00")))
                .isFalse();
    }

    @Test
    void putOff_isNotWhatWasDoneInTheEnd() {
        assertThat(Wording.putOff(entry("X-1", "", "DEFERRED MEL 24-31-01"))).isTrue();
        assertThat(Wording.putOff(entry("X-1", "", "to be rplcd, deferred"))).isTrue();
        assertThat(Wording.putOff(entry("X-1", "", "not replaced yet, part on order")))
                .isTrue();
        assertThat(Wording.putOff(entry("X-1", "", "was to be rplcd, rplcd today")))
                .isFalse();
        assertThat(Wording.putOff(entry("X-1", "", "brushes replaced, MEL 24-31-01 cleared")))
                .isFalse();
    }

    private static MaintenanceRecord entry(String id, String complaint, String action) {
        return new MaintenanceRecord(
                new RecordId(id),
                Optional.empty(),
                "N1",
                "",
                "",
                complaint,
                action,
                complaint + " " + action,
                "",
                "",
                "",
                List.of(),
                List.of(),
                "f.csv:1",
                Map.of());
    }

    @Test
    void onlyReset_isNotAGapThatWasSetAnew() {
        assertThat(Wording.onlyReset("RESET CB, SELF TEST OK")).isTrue();
        assertThat(Wording.onlyReset("AMP RESET, OK")).isTrue();
        assertThat(Wording.onlyReset("reset to 1.1 mm, shim")).isFalse();
        assertThat(Wording.onlyReset("RESET, PLUG OPENED, DRIED")).isFalse();
        assertThat(Wording.onlyReset("gap reset")).isFalse();
    }
}
