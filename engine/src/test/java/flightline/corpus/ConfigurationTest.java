package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of an aircraft is found under whatever name a document has for it. */
final class ConfigurationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serialno",
                "serialNumber",
                "serial-no",
                "Serial No.",
                "SERIAL_NUMBER",
                "serial",
                "serNo",
                "S/N",
                "msn",
                "MSN",
                "MSNBR",
                "aircraftSerialNumber",
                "acSerialNo",
                "acsn",
                "manufacturer's serial number",
                "mfr-serial-no",
                "airframe serial number"
            })
    void serialNumber_isFoundUnderEveryCommonName(String name) {
        var given = new Configuration(Map.of(Configuration.SERIAL, "1012"));
        assertThat(given.value(name)).hasValue("1012");
        assertThat(new Configuration(Map.of(name, "1012")).value(Configuration.SERIAL))
                .hasValue("1012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registration",
                "Registration",
                "regmark",
                "regMark",
                "reg-mark",
                "regNo",
                "registrationNumber",
                "registration mark",
                "tail",
                "tailno",
                "tail-number",
                "TailNo",
                "acReg",
                "aircraft_registration",
                "N-number"
            })
    void registration_isFoundUnderEveryCommonName(String name) {
        assertThat(new Configuration(Map.of(name, "n412lt")).value(Configuration.REGISTRATION))
                .hasValue("n412lt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engineSerialNumber",
                "esn",
                "propeller serial number",
                "region",
                "reg",
                "series",
                "tailboom",
                "tail wheel",
                "model",
                "version",
                "serial number of the gearbox",
                "regulation",
                "missn",
                "snow"
            })
    void otherProperties_areNoNameOfAnAircraft(String name) {
        var given = new Configuration(Map.of(name, "7"));
        assertThat(given.value(Configuration.SERIAL)).isEmpty();
        assertThat(given.value(Configuration.REGISTRATION)).isEmpty();
    }

    @Test
    void plainName_comesBeforeTheOthers() {
        var both = new Configuration(Map.of("serialno", "77", "msn", "1012"));
        assertThat(both.value("serialno")).hasValue("77");
        assertThat(both.value("MSN")).hasValue("1012");
        assertThat(both.value("serialNumber")).hasValue("77");
        assertThat(both.isCalled(Configuration.SERIAL, "1012")).isTrue();
        assertThat(both.isCalled(Configuration.REGISTRATION, "1012")).isFalse();
    }
}
