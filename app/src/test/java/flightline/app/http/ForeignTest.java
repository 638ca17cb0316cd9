package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import flightline.app.wiring.Noon;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from another host or another page is turned away. */
@ExtendWith(ApiStand.SharedManuals.class)
final class ForeignTest {
    private final ApiStand stand;

    ForeignTest(ApiStand stand) {
        this.stand = stand;
    }

    @AfterEach
    void nothingBroke() {
        assertThat(stand.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "evil.example:8080", ""})
    void foreignHost_isTurnedAway(String host) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stand.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).containsAnyOf("403", "400");
        }
    }

    @Test
    void foreignPage_isTurnedAway_andEveryAnswerCarriesItsHeaders() throws Exception {
        String question = "{\"question\": \"What is the pressure of the accumulator?\"}";

        assertThat(stand.post("/api/v1/ask", question, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stand.post("/api/v1/ask", question, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(stand.post("/api/v1/ask", question, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> own = stand.post("/api/v1/ask", question, "Origin", stand.base());
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(own.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void otherAddress_isNotBound() {
        Serving here = Serving.here(stand.wiring(), 0, Noon.CLOCK, Noon::today, f -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Server.start(here.at(here.reception(), Listening.here("0.0.0.0", 0))))
                .withMessageContaining("nobody signs in here");
    }
}
