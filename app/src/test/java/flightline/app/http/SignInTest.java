package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.identity.IdentitySettings;
import flightline.app.identity.Notice;
import flightline.policy.Principal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People with accounts, at a true server: how they come in, what their session is good for, where forms lead. */
final class SignInTest extends AtThePremises {
    @BeforeEach
    void open() throws Exception {
        premises().account("j.doe", "technician");
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
    void notice_isAgreedToFirst_inTheWordingInForce_andStandsInTheLog() throws Exception {
        var notice = new Notice("Use is watched.\n\nA licensed person decides & signs.\n");
        var settings = new IdentitySettings(
                Duration.ofMinutes(30), Duration.ofHours(12), Optional.empty(), false, Optional.of(notice));
        premises().serve(settings, Listening.here("127.0.0.1", 0));
        long since = premises().logged();
        String page = premises().get("/sign-in").body();
        assertThat(page)
                .contains("<p class=\"as-written\">Use is watched.</p>", "A licensed person decides &amp; signs.</p>")
                .contains("name=\"notice\" value=\"" + notice.version() + "\"", "Agree and sign in");
        String who = "name=j.doe&password=" + Premises.encoded(Premises.PASSWORD);
        for (String other : List.of(who, who + "&notice=" + new Notice("Another.").version())) {
            HttpResponse<String> refused = premises().form("/sign-in", other);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("The notice must be agreed to first", "Use is watched.");
            assertThat(Premises.cookie(refused)).isEmpty();
        }
        HttpResponse<String> in = premises().form("/sign-in", who + "&notice=" + notice.version());
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(premises().log("sign-in", since).stream()
                        .map(entry -> entry.event().details().get("notice")))
                .containsExactly(notice.version());
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
}
