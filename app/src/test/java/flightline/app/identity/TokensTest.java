package flightline.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import flightline.app.identity.ClaimMapping.Listed;
import flightline.policy.Principal;
import flightline.state.MemoryCabinet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of a provider whose documents this test writes, so that each of them can be wrong. */
final class TokensTest {
    private static final String AUDIENCE = "flightline-api";
    private static RSAKey first = key("one");
    private static RSAKey second = key("two");

    private final Hours clock = new Hours(Instant.parse("2026-07-01T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private String issuer = "";
    private String document = "";
    private String keys = "";
    private HttpServer server = server();

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void keysAreMadeOnce() {
        assertThat(first.getKeyID()).isNotEqualTo(second.getKeyID());
    }

    @BeforeEach
    void start() {
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
        document = document(issuer, issuer);
        keys = new JWKSet(List.of(first)).toString(true);
        server.createContext("/realm/.well-known/openid-configuration", exchange -> {
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/realm/keys", exchange -> {
            asked.incrementAndGet();
            byte[] body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String document(String issuer, String base) {
        return "{\"issuer\": \"%s\", \"authorization_endpoint\": \"%2$s/authorize\", \"token_endpoint\": \"%2$s/token\", \"jwks_uri\": \"%2$s/keys\"}"
                .formatted(issuer, base);
    }

    private OpenIdSettings settings() {
        return new OpenIdSettings(
                URI.create(issuer),
                "flightline",
                Optional.empty(),
                Set.of("openid"),
                AUDIENCE,
                Set.of(),
                new ClaimMapping(
                        "preferred_username",
                        new Listed("realm_access.roles", Map.of("mx", "technician", "chief", "engineer")),
                        new Listed("clearance", Map.of("cui", "CUI")),
                        new Listed("https://example.com/groups", Map.of("g1", "LG TEAM")),
                        "nationality",
                        new Principal.Organisation("org", "org_kind", "org_country")));
    }

    private Tokens tokens() {
        return new Tokens(settings(), new Provider(settings(), clock), clock);
    }

    private OpenIdDesk desk() {
        return new OpenIdDesk(
                settings(),
                new Provider(settings(), clock),
                new Secrets(new SecureRandom()),
                clock,
                new MemoryCabinet(OpenIdDesk.MOST, clock));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("1234")
                .audience(AUDIENCE)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .claim("preferred_username", "j.doe");
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void refused(String token) {
        assertThatExceptionOfType(Tokens.Unsound.class).isThrownBy(() -> tokens().access(token));
    }

    @Test
    void soundToken_holds_untilItsEnd() throws Exception {
        Tokens tokens = tokens();
        String token = signed(first, claims().build());

        assertThat(tokens.access(token).getSubject()).isEqualTo("1234");
        clock.pass(Duration.ofSeconds(359));
        assertThat(tokens.access(token).getSubject()).isEqualTo("1234");
        clock.pass(Duration.ofSeconds(2));
        assertThatExceptionOfType(Tokens.Unsound.class).isThrownBy(() -> tokens.access(token));
    }

    @Test
    void tokenOfAnother_doesNotHold() throws Exception {
        refused(signed(first, claims().audience("other").build()));
        refused(signed(first, claims().audience(List.of()).build()));
        refused(signed(first, claims().issuer("https://evil.example").build()));
        refused(signed(first, claims().issuer(null).build()));
        refused(signed(first, claims().expirationTime(null).build()));
        refused(signed(first, claims().subject(null).build()));
        refused(signed(
                first,
                claims().notBeforeTime(Date.from(clock.instant().plusSeconds(3600)))
                        .build()));
        refused(signed(key("one"), claims().build()));
        refused(signed(second, claims().build()));
    }

    @Test
    void tokenWithoutAPublicKeySignature_doesNotHold() throws Exception {
        refused(new PlainJWT(claims().build()).serialize());
        String sound = signed(first, claims().build());
        refused(sound.substring(0, sound.lastIndexOf('.') + 1));
        refused(new PlainJWT(claims().build()).serialize() + sound.substring(sound.lastIndexOf('.') + 1));
        for (byte[] secret : List.of(
                first.toRSAPublicKey().getEncoded(),
                first.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
            forged.sign(new MACSigner(secret));
            refused(forged.serialize());
        }
        // A key of the forger's own, brought along in the head.
        RSAKey own = key("own");
        var brought = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(own.toPublicJWK())
                        .jwkURL(URI.create("https://evil.example/keys"))
                        .build(),
                claims().build());
        brought.sign(new RSASSASigner(own));
        refused(brought.serialize());
        for (String nonsense : List.of("", ".", "..", "a.b.c", "x".repeat(20_000), sound + ".x")) refused(nonsense);
        refused(sound.replaceFirst("\\.[A-Za-z0-9_-]{10}", ".AAAAAAAAAA"));
    }

    @Test
    void keysThatWereChanged_areAskedForAgain_butNotForEveryMadeUpToken() throws Exception {
        Tokens tokens = tokens();
        assertThat(tokens.access(signed(first, claims().build())).getSubject()).isEqualTo("1234");
        keys = new JWKSet(List.of(second)).toString(true);
        clock.pass(Duration.ofMinutes(2));
        assertThat(tokens.access(signed(second, claims().build())).getSubject()).isEqualTo("1234");
        refused(signed(first, claims().build()));
        int before = asked.get();
        for (int i = 0; i < 20; i++) {
            String madeUp = signed(first, claims().jwtID("n" + i).build());
            assertThatExceptionOfType(Tokens.Unsound.class).isThrownBy(() -> tokens.access(madeUp));
        }
        assertThat(asked.get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void identityToken_isTiedToItsSignIn_andToThisClient() throws Exception {
        Tokens tokens = tokens();
        String nonce = "n".repeat(43);
        String own = signed(
                first, claims().audience("flightline").claim("nonce", nonce).build());

        assertThat(tokens.identity(own, nonce).getSubject()).isEqualTo("1234");
        assertThatExceptionOfType(Tokens.Unsound.class).isThrownBy(() -> tokens.identity(own, "another"));
        for (JWTClaimsSet wrong : List.of(
                claims().audience("flightline").build(),
                claims().claim("nonce", nonce).build(),
                claims().audience(List.of("flightline", "other"))
                        .claim("nonce", nonce)
                        .build(),
                claims().audience("flightline")
                        .claim("azp", "other")
                        .claim("nonce", nonce)
                        .build())) {
            String token = signed(first, wrong);
            assertThatExceptionOfType(Tokens.Unsound.class).isThrownBy(() -> tokens.identity(token, nonce));
        }
        // What proves a sign-in to the page does not open the API.
        assertThat(desk().bearer(own)).isEmpty();
    }

    @Test
    void providersDocument_leadsOnlyWhereTheAdministratorSaid() {
        for (String wrong : List.of(
                document("https://other.example", issuer),
                document(issuer, "http://192.0.2.1/realm"),
                document(issuer, "https://evil.example/realm"),
                document(issuer, "file:///etc"),
                "{}",
                "[",
                "x".repeat(300_000))) {
            document = wrong;
            assertThatExceptionOfType(Provider.Unreachable.class)
                    .as(wrong.length() < 200 ? wrong : "long")
                    .isThrownBy(() -> desk().begin(URI.create("http://127.0.0.1/sign-in/openid/back"), "/"));
        }
    }

    private Optional<Principal> mapped(JWTClaimsSet claims) throws Exception {
        return desk().bearer(signed(first, claims));
    }

    @Test
    void claims_giveWhatIsMapped_andNeverMore() throws Exception {
        Principal full = mapped(
                        claims().claim("realm_access", Map.of("roles", List.of("mx", "admin", "administrator", 7)))
                                .claim("clearance", List.of("cui", "SECRET"))
                                .claim("https://example.com/groups", "g1")
                                .claim("nationality", "USA")
                                .claim("org", "Line Station")
                                .claim("org_kind", "government")
                                .claim("org_country", "US")
                                .build())
                .orElseThrow();
        assertThat(full.name()).isEqualTo("j.doe");
        assertThat(full.roles()).containsExactly("technician");
        assertThat(full.clearances()).extracting(m -> m.label()).containsExactly("CUI");
        assertThat(full.groups()).containsExactly("LG TEAM");
        assertThat(full.nationality()).isEqualTo("USA");
        assertThat(full.organisation()).isEqualTo(new Principal.Organisation("Line Station", "government", "US"));

        Principal bare = mapped(claims().claim("realm_access", "mx")
                        .claim("clearance", Map.of("cui", true))
                        .claim("nationality", "everywhere")
                        .claim("org_kind", "king")
                        .claim("roles", List.of("administrator"))
                        .build())
                .orElseThrow();
        assertThat(bare.roles()).isEmpty();
        assertThat(bare.clearances()).isEmpty();
        assertThat(bare.groups()).isEmpty();
        assertThat(bare.nationality()).isEmpty();
        assertThat(bare.organisation()).isEqualTo(new Principal.Organisation("", "", ""));

        for (Object name : List.of("", " ", "local user", 7, List.of("j.doe"), "a\u0000b", "x".repeat(200)))
            assertThat(mapped(claims().claim("preferred_username", name).build()))
                    .as(name.toString())
                    .isEmpty();
    }
}
