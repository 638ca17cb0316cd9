package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.identity.ClaimMapping;
import flightline.app.identity.ClaimMapping.Listed;
import flightline.app.identity.IdentitySettings;
import flightline.app.identity.Notice;
import flightline.app.identity.OpenIdSettings;
import flightline.policy.Principal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in at a real OpenID provider, which runs in this process. */
final class OpenIdTest extends AtThePremises {
    private static final String REALM = "hangar";
    private static final String CLIENT = "flightline";
    private static final String API = "flightline-api";

    private final MockOAuth2Server provider =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"httpServer\": \"NettyWrapper\"}"));

    @BeforeEach
    void open() throws Exception {
        provider.start();
        // The provider's tokens bear the time of the machine.
        premises()
                .clock
                .pass(Duration.between(
                        premises().clock.instant(), Clock.systemUTC().instant()));
        serve(provider.issuerUrl(REALM).uri());
    }

    private void serve(URI issuer) {
        serve(issuer, Optional.empty());
    }

    private void serve(URI issuer, Optional<Notice> notice) {
        premises()
                .serve(
                        new IdentitySettings(
                                Duration.ofMinutes(30),
                                Duration.ofHours(12),
                                Optional.of(new OpenIdSettings(
                                        issuer,
                                        CLIENT,
                                        Optional.of("a secret & more"),
                                        Set.of("openid", "profile"),
                                        API,
                                        Set.of(),
                                        new ClaimMapping(
                                                "preferred_username",
                                                new Listed("groups", Map.of("mx-technicians", "technician")),
                                                new Listed("clearance", Map.of("cui", "CUI")),
                                                Listed.NONE,
                                                "",
                                                new Principal.Organisation("", "", "")))),
                                false,
                                notice),
                        Listening.here("127.0.0.1", 0));
    }

    @AfterEach
    void close() {
        provider.shutdown();
    }

    private void says(long seconds, Map<String, Object> claims) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback(REALM, "subject", "JWT", List.of(CLIENT), claims, seconds));
    }

    private static final Map<String, Object> JANE =
            Map.of("preferred_username", "jane", "groups", List.of("mx-technicians", "administrator"));

    private static HttpResponse<String> ask(String address) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        }
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** Where the provider sends the browser back to, as a path here. */
    private String back(String departure) throws Exception {
        HttpResponse<String> at = ask(departure);
        assertThat(at.statusCode()).as(at.body()).isEqualTo(302);
        return location(at).substring(premises().base().length());
    }

    @Test
    void signIn_atTheProvider_givesASession_andTheWayBack() throws Exception {
        assertThat(premises().get("/sign-in?back=%2Fshow").body())
                .contains("href=\"/sign-in/openid?back=%2Fshow\"")
                .doesNotContain("type=\"password\"");
        HttpResponse<String> departure = premises().get("/sign-in/openid?back=%2Fshow");
        assertThat(departure.statusCode()).isEqualTo(303);
        assertThat(location(departure))
                .startsWith(provider.issuerUrl(REALM) + "/authorize?")
                .contains(
                        "response_type=code", "code_challenge_method=S256", "state=", "nonce=", "scope=openid+profile");
        assertThat(departure.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
        says(300, JANE);
        HttpResponse<String> arrived = premises()
                .get(
                        back(location(departure)),
                        "Cookie",
                        Premises.cookie(departure).orElseThrow(),
                        "Sec-Fetch-Site",
                        "cross-site");

        assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(200);
        assertThat(arrived.body()).contains("http-equiv=\"refresh\" content=\"0;url=/show\"", "You are jane");
        String session = arrived.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("flightline="))
                .findFirst()
                .orElseThrow();
        assertThat(session).contains("HttpOnly", "SameSite=Strict");
        assertThat(premises()
                        .get("/api/v1/me", "Cookie", session.split(";", 2)[0])
                        .body())
                .contains("\"name\":\"jane\"", "\"roles\":[\"technician\"]", "\"signedInBy\":\"openid\"");
    }

    @Test
    void notice_isAgreedToBeforeTheProviderIsAsked() throws Exception {
        var notice = new Notice("Use is watched.");
        serve(provider.issuerUrl(REALM).uri(), Optional.of(notice));
        assertThat(premises().get("/sign-in").body())
                .contains("Use is watched.", "Agree and sign in with", "&amp;notice=" + notice.version());
        HttpResponse<String> refused = premises().get("/sign-in/openid?back=%2Fshow");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Use is watched.", "/sign-in/openid?back=%2Fshow");
        assertThat(premises()
                        .get("/sign-in/openid?back=%2Fshow&notice=" + notice.version())
                        .statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> arrive(String path, String cookie) throws Exception {
        return premises().get(path, "Cookie", cookie);
    }

    @Test
    void answerOfTheProvider_isGoodOnce_forTheBrowserThatBegan_andNotForLong() throws Exception {
        HttpResponse<String> departure = premises().get("/sign-in/openid");
        String cookie = Premises.cookie(departure).orElseThrow();
        says(300, JANE);
        String back = back(location(departure));
        assertThat(arrive(back, "flightline-openid=other").statusCode()).isEqualTo(401);
        // Looked at once, it is used up, also for whoever began it.
        assertThat(arrive(back, cookie).statusCode()).isEqualTo(401);

        departure = premises().get("/sign-in/openid");
        cookie = Premises.cookie(departure).orElseThrow();
        back = back(location(departure));
        assertThat(arrive(back, cookie).statusCode()).isEqualTo(200);
        assertThat(arrive(back, cookie).statusCode()).isEqualTo(401);

        departure = premises().get("/sign-in/openid");
        back = back(location(departure));
        premises().clock.pass(Duration.ofMinutes(11));
        assertThat(arrive(back, Premises.cookie(departure).orElseThrow()).statusCode())
                .isEqualTo(401);

        for (String madeUp : List.of(
                "", "?state=x&code=y", "?error=access_denied&state=x", "?state=&code=", "?code=%0d%0aSet-Cookie:a=b"))
            assertThat(arrive("/sign-in/openid/back" + madeUp, cookie).statusCode())
                    .isEqualTo(401);
    }

    @Test
    void tokenForAnotherSignIn_orOver_orOfNobody_letsNobodyIn() throws Exception {
        HttpResponse<String> departure = premises().get("/sign-in/openid");
        says(300, JANE);
        String othersNonce = location(departure).replaceAll("nonce=[^&]+", "nonce=" + "n".repeat(43));
        assertThat(arrive(back(othersNonce), Premises.cookie(departure).orElseThrow())
                        .statusCode())
                .isEqualTo(401);

        departure = premises().get("/sign-in/openid");
        says(-300, JANE);
        assertThat(arrive(back(location(departure)), Premises.cookie(departure).orElseThrow())
                        .statusCode())
                .isEqualTo(401);
        departure = premises().get("/sign-in/openid");
        says(300, Map.of("groups", List.of("mx-technicians")));
        assertThat(arrive(back(location(departure)), Premises.cookie(departure).orElseThrow())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void providerCannotNameOneOfOurAccounts() throws Exception {
        premises().account("Jane", "administrator");
        HttpResponse<String> departure = premises().get("/sign-in/openid");
        says(300, JANE);
        HttpResponse<String> arrived =
                arrive(back(location(departure)), Premises.cookie(departure).orElseThrow());

        assertThat(arrived.statusCode()).isEqualTo(401);
        assertThat(arrived.body()).contains("has an account here");
        String token = provider.issueToken(
                        REALM, CLIENT, new DefaultOAuth2TokenCallback(REALM, "s", "JWT", List.of(API), JANE, 300))
                .serialize();
        assertThat(premises()
                        .get("/api/v1/me", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void accessToken_opensTheApi_forItsAudienceAlone() throws Exception {
        String good = provider.issueToken(
                        REALM, CLIENT, new DefaultOAuth2TokenCallback(REALM, "s", "JWT", List.of(API), JANE, 300))
                .serialize();
        assertThat(premises()
                        .get("/api/v1/me", "Authorization", "Bearer " + good)
                        .body())
                .contains("\"name\":\"jane\"", "\"signedInBy\":\"token\"");
        for (var wrong : List.of(
                new DefaultOAuth2TokenCallback(REALM, "s", "JWT", List.of(CLIENT), JANE, 300),
                new DefaultOAuth2TokenCallback(REALM, "s", "JWT", List.of(API), JANE, -300),
                new DefaultOAuth2TokenCallback(REALM, "s", "JWT", List.of(API), Map.of(), 300))) {
            String token = provider.issueToken(REALM, CLIENT, wrong).serialize();
            assertThat(premises()
                            .get("/api/v1/me", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }
        String foreign = provider.issueToken(
                        "another",
                        CLIENT,
                        new DefaultOAuth2TokenCallback("another", "s", "JWT", List.of(API), JANE, 300))
                .serialize();
        assertThat(premises()
                        .get("/api/v1/me", "Authorization", "Bearer " + foreign)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void providerThatIsAway_isSaid_andLetsNobodyIn() throws Exception {
        serve(URI.create("http://127.0.0.1:1/none"));
        HttpResponse<String> departure = premises().get("/sign-in/openid");

        assertThat(departure.statusCode()).isEqualTo(502);
        assertThat(departure.body()).contains("The identity provider cannot be asked");
        assertThat(premises().get("/api/v1/me", "Authorization", "Bearer a.b.c").statusCode())
                .isEqualTo(401);
    }
}
