package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.policy.Principal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs with keys, at a true server: what a key is good for, and how long. */
final class KeysTest extends AtThePremises {
    @BeforeEach
    void open() throws Exception {
        premises().account("j.doe", "technician");
    }

    @Test
    void key_isGoodForItsScope_untilItsLastDay_andUntilItIsRevoked() throws Exception {
        premises().account("planner", "engineer", "analyst");
        premises().serve();
        String key = premises().key("planner", LocalDate.parse("2026-07-02"), "ask");
        String[] bearer = {"Authorization", "Bearer " + key};

        assertThat(key).matches("flk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");
        assertThat(premises().json("/api/v1/ask", QUESTION, bearer).statusCode())
                .isEqualTo(200);
        HttpResponse<String> other = premises().json("/api/v1/search", "{\"query\": \"x\"}", bearer);
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("not for 'search'");
        String chat = "{\"model\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"pressure?\"}]}";
        assertThat(premises()
                        .json("/v1/chat/completions", chat.formatted(Chat.ASK), bearer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(premises()
                        .json("/v1/chat/completions", chat.formatted(Chat.DIAGNOSE), bearer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(premises().get("/", bearer).statusCode()).isEqualTo(403);
        assertThat(Premises.tree(premises().get("/api/v1/me", bearer)).toString())
                .contains("\"signedInBy\":\"key\"", "\"may\":[\"ask\"]");

        String narrowed = premises().key("planner", NEW_YEAR, "analyst");
        assertThat(Premises.tree(premises().get("/api/v1/me", "Authorization", "Bearer " + narrowed))
                        .get("roles")
                        .toString())
                .isEqualTo("[\"analyst\"]");

        for (String changed : List.of(
                key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A"),
                key.substring(0, 12),
                key + "A",
                "flk__",
                "flk_"))
            assertThat(premises()
                            .get("/api/v1/me", "Authorization", "Bearer " + changed)
                            .statusCode())
                    .isEqualTo(401);
        premises().clock.pass(Duration.ofDays(1));
        assertThat(premises().json("/api/v1/ask", QUESTION, bearer).statusCode())
                .isEqualTo(200);
        premises().clock.pass(Duration.ofDays(1));
        HttpResponse<String> over = premises().json("/api/v1/ask", QUESTION, bearer);
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
        premises().desk.revoke(narrowed.substring(4, 12), Principal.localUser());
        assertThat(premises()
                        .get("/api/v1/me", "Authorization", "Bearer " + narrowed)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void as_isRefused_wherePeopleSignIn() throws Exception {
        premises().serve();
        HttpResponse<String> response = premises()
                .json(
                        "/api/v1/ask",
                        "{\"question\": \"x\", \"as\": {\"name\": \"chief\", \"clearances\": [\"SECRET\"]}}",
                        "Authorization",
                        "Bearer " + premises().key("j.doe", NEW_YEAR));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("'as' is for the command line", "you are 'j.doe'");
    }
}
