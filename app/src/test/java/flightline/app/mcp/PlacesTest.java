package flightline.app.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import flightline.app.view.BadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacesTest {
    @Test
    void address_isReadBack() {
        Places.Place place = Places.read(Places.of("AMM 32#1", "57") + "#12-40");
        assertThat(place.document().value()).isEqualTo("AMM 32#1");
        assertThat(place.revision()).isEqualTo("57");
        assertThat(place.start()).hasValue(12);
        assertThat(place.end()).hasValue(40);
    }

    @ParameterizedTest
    @CsvSource({
        "flightline://document/%20, must not be blank",
        "' @57', must not be blank",
        "flightline://document/%zz, a place looks like",
        "AMM#1-x, a place looks like"
    })
    void whatIsNoPlace_isABadRequest(String text, String says) {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> Places.read(text))
                .withMessageContaining(says);
    }

    @Test
    void idOfAnyLength_isABadRequest() {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> Places.read(Places.PREFIX + "x".repeat(1_001)))
                .withMessageContaining("at most 1000 characters, got 1001");
    }
}
