package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import flightline.app.identity.IdentitySettings;
import flightline.audit.AuditEntry;
import flightline.policy.Principal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People with accounts and keys, at a true server. */
final class SignInTest {
    private static final String QUESTION = "{\"question\": \"What is the pressure of the accumulator?\"}";
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");

    @TempDir
    private static Path temp = Path.of("unused");

    private static @Nullable Premises opened;

    private long before;

    @BeforeAll
    static void build() throws Exception {
        opened = new Premises(temp);
    }

    @AfterAll
    static void leave() {
        premises().close();
    }

    @BeforeEach
    void open() throws Exception {
        premises().anew().account("j.doe", "technician");
        before = premises().logged();
    }

    private static Premises premises() {
        return Objects.requireNonNull(opened);
    }

    @AfterEach
    void nothingBroke() {
        assertThat(premises().faults).isEmpty();
    }

    private List<AuditEntry> log(String kind) {
        return premises().log(kind, before);
    }

    @Test
    void page_withoutSignIn_leadsToSignIn_andBack() throws Exception {
        premises().serve();
        HttpResponse<String> turned = premises().get("/show?document=x&start=1&end=2", "Accept", "text/html");

        assertThat(turned.statusCode()).isEqualTo(303);
        String place = turned.headers().firstValue("Location").orElseThrow();
        assertThat(place).isEqualTo("/sign-in?back=%2Fshow%3Fdocument%3Dx%26start%3D1%26end%3D2");
        HttpResponse<String> page = premises().get(place, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"/show?document=x&amp;start=1&amp;end=2\"", "type=\"password\"");
        HttpResponse<String> in = premises()
                .form(
                        "/sign-in",
                        "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD)
                                + "&back=%2Fshow%3Fdocument%3Dx%26start%3D1%26end%3D2");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValue("/show?document=x&start=1&end=2");
        String shown =
                premises().get("/", "Cookie", Premises.cookie(in).orElseThrow()).body();
        assertThat(shown).contains("What is wrong", "<span>j.doe</span>", "Sign out");
        assertThat(premises().get("/assets/style.css").statusCode()).isEqualTo(200);
        assertThat(premises().get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void api_withoutCredentials_is401_withTheScheme() throws Exception {
        premises().serve();
        for (String path : List.of("/api/v1/me", "/openapi", "/v1/models", "/api/v1/nothing", "/assets/../api/v1/me")) {
            HttpResponse<String> response = premises().get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Flightline\"");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        // A browser's script is told so as well; a page would be of no use to it.
        assertThat(premises()
                        .get("/", "Accept", "text/html", "Sec-Fetch-Mode", "cors")
                        .statusCode())
                .isEqualTo(401);
        assertThat(premises()
                        .json("/api/v1/ask", QUESTION, "Authorization", "Basic ai5kb2U6eA==")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void cookie_isForTheServerAlone() throws Exception {
        premises().serve();
        String plain = premises()
                .form("/sign-in", "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(plain).matches("flightline=[A-Za-z0-9_-]{43};.*").contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(plain).doesNotContain("Secure", "Domain");

        premises()
                .serve(
                        IdentitySettings.STANDARD,
                        new Listening(
                                "127.0.0.1",
                                0,
                                Optional.of(URI.create("https://flightline.example")),
                                Set.of(),
                                Optional.empty()));
        HttpResponse<String> secure =
                premises().form("/sign-in", "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD));
        assertThat(secure.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-flightline=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(premises()
                        .get("/api/v1/me", "Cookie", Premises.cookie(secure).orElseThrow())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void session_thatTheBrowserBrought_isNotTaken_andAnotherIsGiven() throws Exception {
        premises().serve();
        String planted = "flightline=" + "A".repeat(43);
        HttpResponse<String> in = premises()
                .form("/sign-in", "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD), "Cookie", planted);
        String first = Premises.cookie(in).orElseThrow();
        assertThat(first).isNotEqualTo(planted);
        assertThat(premises().get("/api/v1/me", "Cookie", planted).statusCode()).isEqualTo(401);

        String second = Premises.cookie(premises()
                        .form(
                                "/sign-in",
                                "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD),
                                "Cookie",
                                first))
                .orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(premises().get("/api/v1/me", "Cookie", first).statusCode()).isEqualTo(401);
        assertThat(premises().get("/api/v1/me", "Cookie", second).statusCode()).isEqualTo(200);
    }

    @Test
    void session_endsWithSignOut_withTime_withThePassword_withTheAccount() throws Exception {
        premises().serve();
        String cookie = premises().signIn("j.doe");
        String token = token(cookie);
        HttpResponse<String> out = premises().form("/sign-out", "csrf=" + token, "Cookie", cookie);
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(premises().get("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(401);

        cookie = premises().signIn("j.doe");
        premises().clock.pass(Duration.ofMinutes(31));
        // In the middle of work: the page leads to the sign-in, a program is told.
        HttpResponse<String> page =
                premises().form("/", "verb=ask&text=x&csrf=" + token, "Cookie", cookie, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(premises().json("/api/v1/ask", QUESTION, "Cookie", cookie).statusCode())
                .isEqualTo(401);

        cookie = premises().signIn("j.doe");
        premises().desk.password("j.doe", "another way to the hangar", Principal.localUser());
        assertThat(premises().get("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(401);
        premises().desk.password("j.doe", Premises.PASSWORD, Principal.localUser());
        cookie = premises().signIn("j.doe");
        premises().desk.remove("j.doe", Principal.localUser());
        assertThat(premises().get("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(401);
        // The last account is gone, and still nobody is let in unasked.
        assertThat(premises().get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    private String token(String cookie) throws Exception {
        Matcher field = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(premises().get("/", "Cookie", cookie).body());
        assertThat(field.find()).isTrue();
        return String.valueOf(field.group(1));
    }

    @Test
    void form_withoutTheSessionsWord_orFromElsewhere_isRefused() throws Exception {
        premises().account("other", "technician");
        premises().serve();
        String cookie = premises().signIn("j.doe");
        String token = token(cookie);
        String others = token(premises().signIn("other"));
        String asked = "dialogue=d2&text=What+is+the+pressure+of+the+accumulator%3F";

        assertThat(premises()
                        .form("/ask", asked + "&csrf=" + token, "Cookie", cookie)
                        .body())
                .contains("3000 psi");
        assertThat(premises().form("/ask", asked, "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(premises()
                        .form("/ask", asked + "&csrf=" + others, "Cookie", cookie)
                        .statusCode())
                .isEqualTo(403);
        assertThat(premises()
                        .form("/ask", asked + "&csrf=" + token, "Cookie", cookie, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(premises()
                        .form("/ask", asked + "&csrf=" + token, "Cookie", cookie, "Origin", "null")
                        .statusCode())
                .isEqualTo(403);
        assertThat(premises()
                        .send(
                                "POST",
                                "/ask",
                                asked + "&csrf=" + token,
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Cookie",
                                cookie)
                        .statusCode())
                .isEqualTo(403);
        for (String type : List.of("text/plain", "multipart/form-data; boundary=x"))
            assertThat(premises()
                            .form("/ask", asked, "Cookie", cookie, "Content-Type", type)
                            .statusCode())
                    .as(type)
                    .isEqualTo(403);
        assertThat(premises().json("/api/v1/ask", QUESTION, "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(premises()
                        .json(
                                "/api/v1/ask",
                                QUESTION,
                                "Cookie",
                                cookie,
                                "Origin",
                                premises().base())
                        .statusCode())
                .isEqualTo(200);
        assertThat(premises().form("/sign-out", "", "Cookie", cookie).statusCode())
                .isEqualTo(403);
        assertThat(premises().get("/api/v1/me", "Cookie", cookie).statusCode()).isEqualTo(200);
        HttpResponse<String> in = premises()
                .send(
                        "POST",
                        "/sign-in",
                        "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(in.statusCode()).isEqualTo(403);
    }

    @Test
    void formOfThePage_asksInTheNameOfWhoSignedIn() throws Exception {
        premises().account("cleared", List.of("CUI"), "technician");
        premises().serve();
        String asked = "dialogue=d1&text=At+how+many+rpm+turns+the+zorvinax+of+the+accumulator%3F";
        String plain = premises().signIn("j.doe");
        String cleared = premises().signIn("cleared");

        assertThat(premises()
                        .form("/ask", asked + "&csrf=" + token(plain), "Cookie", plain)
                        .body())
                .doesNotContain("900 rpm");
        assertThat(premises()
                        .form("/ask", asked + "&csrf=" + token(cleared), "Cookie", cleared)
                        .body())
                .contains("900 rpm");
        assertThat(log("ask")).extracting(entry -> entry.event().who()).containsExactly("j.doe", "cleared");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "/%5Cevil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/x%0d%0aSet-Cookie:a=b",
                "/x\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "http:evil.example",
                "evil.example",
                "/sign-out",
                ""
            })
    void wayBack_leadsNowhereElse(String back) throws Exception {
        premises().serve();
        HttpResponse<String> in = premises()
                .form(
                        "/sign-in",
                        "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD) + "&back="
                                + Premises.encoded(back));

        assertThat(in.headers().firstValue("Location")).hasValue("/");
        assertThat(in.headers().map().keySet()).doesNotContain("a=b");
        assertThat(in.headers().allValues("Set-Cookie")).hasSize(1);
        assertThat(premises().get("/sign-in?back=" + Premises.encoded(back)).body())
                .doesNotContain("evil.example", "alert(1)");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/show?document=AMM%2032&start=1, /show?document=AMM%2032&start=1",
        "/library/a%2Fb, /library/a%2Fb"
    })
    void wayBack_toAPageHere_isKept(String back, String kept) {
        assertThat(SafePath.of(back)).isEqualTo(kept);
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
