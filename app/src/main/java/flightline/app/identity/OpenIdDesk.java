package flightline.app.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import flightline.policy.Principal;
import flightline.state.Cabinet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sign-in with OpenID Connect: the authorisation code flow with PKCE, a state that only the browser that began it can bring back
 * and only once, and a nonce that ties the token to it. Safe for several threads.
 */
public final class OpenIdDesk {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** In the memory of a process; the oldest goes. */
    static final int MOST = 10_000;

    private final OpenIdSettings settings;
    private final Provider provider;
    private final Tokens tokens;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Passing<Begun> begun;

    OpenIdDesk(OpenIdSettings settings, Provider provider, Secrets secrets, InstantSource clock, Cabinet passing) {
        this.begun = new Passing<>(passing, "sign-in/begun", Begun.class);
        this.settings = settings;
        this.provider = provider;
        this.tokens = new Tokens(settings, provider, clock);
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param at epoch milliseconds */
    private record Begun(String browser, String nonce, String verifier, URI back, String then, long at) {}

    /**
     * Where the browser goes, and what it has to bring back.
     *
     * @param browser a word that only this browser holds
     */
    public record Departure(URI to, String browser) {}

    /** What came of it. */
    public sealed interface Finding {
        record Named(Principal principal) implements Finding {}

        /** @param why for the log */
        record Nobody(String why) implements Finding {}
    }

    /**
     * A finding, and where the browser wanted to go.
     *
     * @param then a path here
     */
    public record Return(Finding finding, String then) {}

    /**
     * Begins. Throws {@link Provider.Unreachable} where the provider cannot be asked.
     *
     * @param back the address of ours to which the provider sends the browser
     * @param then a path here, for afterwards
     */
    public Departure begin(URI back, String then) throws Provider.Unreachable {
        URI authorise = provider.places().authorise();
        String state = secrets.word();
        var one = new Begun(secrets.word(), secrets.word(), secrets.word(), back, then, clock.millis());
        begun.put(Secrets.kept(state), one);
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", String.join(" ", settings.scopes()));
        query.put("state", state);
        query.put("nonce", one.nonce());
        query.put("code_challenge", challenge(one.verifier()));
        query.put("code_challenge_method", "S256");
        String before = authorise.toString();
        return new Departure(URI.create(before + (before.contains("?") ? "&" : "?") + form(query)), one.browser());
    }

    /**
     * Ends what was begun.
     *
     * @param browser the word that the browser was given
     * @param answer the query that the provider sent the browser back with
     */
    public Return end(String browser, Map<String, String> answer) {
        Optional<Begun> known = begun.take(Secrets.kept(answer.getOrDefault("state", "")));
        if (known.isEmpty()) return new Return(new Finding.Nobody("an unknown or used state"), "/");
        Begun one = known.get();
        return new Return(finding(one, browser, answer), one.then());
    }

    private Finding finding(Begun one, String browser, Map<String, String> answer) {
        if (!Secrets.same(one.browser(), browser)) return new Finding.Nobody("a state that another browser began");
        if (one.at() + LONGEST.toMillis() < clock.millis()) return new Finding.Nobody("a state that is too old");
        if (answer.containsKey("error")) return new Finding.Nobody("the provider refused");
        String issuer = answer.get("iss");
        if (issuer != null && !issuer.equals(settings.issuer().toString()))
            return new Finding.Nobody("an answer of another issuer");
        String code = answer.getOrDefault("code", "");
        if (code.isEmpty()) return new Finding.Nobody("no code");
        try {
            String token = provider.exchange(code, one.verifier(), one.back());
            return named(tokens.identity(token, one.nonce()));
        } catch (Tokens.Unsound | Provider.Unreachable e) {
            return new Finding.Nobody(String.valueOf(e.getMessage()));
        }
    }

    private Finding named(JWTClaimsSet claims) {
        return settings.claims()
                .principal(Tokens.json(claims))
                .<Finding>map(Finding.Named::new)
                .orElseGet(() -> new Finding.Nobody(
                        "a token without a usable claim '" + settings.claims().name() + "'"));
    }

    /** Who is named by an access token; absent where it does not hold. */
    Optional<Principal> bearer(String token) {
        if (settings.audience().isEmpty()) return Optional.empty();
        try {
            return settings.claims().principal(Tokens.json(tokens.access(token)));
        } catch (Tokens.Unsound e) {
            return Optional.empty();
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
