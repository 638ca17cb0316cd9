package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import flightline.app.identity.IdentitySettings;
import flightline.policy.Principal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has no account, or does not say which: guesses, broken requests, other machines. */
final class StrangersTest extends AtThePremises {
    @BeforeEach
    void open() throws Exception {
        premises().account("j.doe", "technician");
    }

    @Test
    void guessing_waitsLongerEachTime_andStandsInTheLog() throws Exception {
        premises().serve();
        for (int i = 0; i < 5; i++)
            assertThat(premises()
                            .form("/sign-in", "name=j.doe&password=wrong" + i)
                            .statusCode())
                    .isEqualTo(401);
        HttpResponse<String> waiting =
                premises().form("/sign-in", "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD));
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(waiting.headers().firstValue("Set-Cookie")).isEmpty();
        premises().clock.pass(Duration.ofSeconds(30));
        assertThat(premises().form("/sign-in", "name=j.doe&password=wrong").statusCode())
                .isEqualTo(401);
        premises().clock.pass(Duration.ofSeconds(30));
        assertThat(premises().form("/sign-in", "name=j.doe&password=wrong").statusCode())
                .isEqualTo(429);
        premises().clock.pass(Duration.ofSeconds(30));
        premises().signIn("j.doe");
        assertThat(log("sign-in"))
                .extracting(entry -> entry.event().outcome())
                .containsExactly("refused", "refused", "refused", "refused", "locked", "locked", "signed-in");
        assertThat(log("sign-in").toString()).doesNotContain("wrong", Premises.PASSWORD);
    }

    @Test
    void unknownName_isAnsweredLikeAWrongPassword_andIsNotWrittenDown() throws Exception {
        premises().serve();
        HttpResponse<String> known = premises().form("/sign-in", "name=j.doe&password=wrong");
        HttpResponse<String> unknown = premises().form("/sign-in", "name=my-secret-typed-here&password=wrong");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(log("sign-in").toString()).doesNotContain("my-secret-typed-here");
        for (int i = 0; i < 5; i++) premises().form("/sign-in", "name=nobody&password=wrong");
        assertThat(premises().form("/sign-in", "name=nobody&password=wrong").statusCode())
                .isEqualTo(429);
    }

    @Test
    void address_thatGuessesAtManyNames_waitsToo() throws Exception {
        premises().serve();
        for (int i = 0; i < 30; i++) premises().get("/api/v1/me", "Authorization", "Bearer flk_00000000_guess" + i);
        HttpResponse<String> waiting = premises().get("/api/v1/me", "Authorization", "Bearer flk_00000000_guess");

        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
        String key = premises().key("j.doe", NEW_YEAR);
        assertThat(premises()
                        .get("/api/v1/me", "Authorization", "Bearer " + key)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void openDoor_closesForGood_withTheFirstAccount() throws Exception {
        premises().desk.remove("j.doe", Principal.localUser());
        premises().serve();
        assertThat(premises().json("/api/v1/ask", QUESTION).statusCode()).isEqualTo(200);
        assertThat(premises().get("/sign-in").statusCode()).isEqualTo(303);
        premises().account("j.doe", "technician");
        assertThat(premises().json("/api/v1/ask", QUESTION).statusCode()).isEqualTo(401);
    }

    @Test
    void otherHosts_areServed_onlyWithSignInTlsAndAName() throws Exception {
        premises().desk.remove("j.doe", Principal.localUser());
        var anywhere = Listening.here("0.0.0.0", 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> premises().serve(IdentitySettings.STANDARD, anywhere))
                .withMessageContaining("nobody signs in");
        premises().account("j.doe", "technician");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> premises().serve(IdentitySettings.STANDARD, anywhere))
                .withMessageContaining("serve.tls");
        var unnamed = new Listening(
                "0.0.0.0",
                0,
                Optional.empty(),
                Set.of(),
                Optional.of(new Listening.Tls(Path.of("c"), Path.of("k"), Optional.empty(), false)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> premises().serve(IdentitySettings.STANDARD, unnamed))
                .withMessageContaining("serve.address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/me HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer a\r\n\tb\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: flightline=\u0001; flightline\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization:\r\n\r\n",
                "GET //api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /assets/..%2fapi/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /assets/%2e%2e/api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /sign-in/../api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /health/../api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /health;x=/../api/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            })
    void brokenHead_letsNobodyIn(String head) throws Exception {
        premises().serve();
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), premises().server().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(String.valueOf(answer.readLine())).matches("null|HTTP/1.1 (400|401|403|404).*");
        }
    }
}
