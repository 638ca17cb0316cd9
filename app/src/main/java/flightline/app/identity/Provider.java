package flightline.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import flightline.llama.egress.Egress;
import flightline.llama.egress.Line;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider as it is asked: its document, its keys, a code for a token. Nobody else is called. Safe for several
 * threads.
 */
public final class Provider implements JWKSource<SecurityContext> {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** After which document and keys are asked for again. */
    private static final Duration FRESH = Duration.ofHours(1);
    /** A token with an unknown key may mean that keys were changed, or that somebody makes tokens up; so, not more often. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    /** Bytes of any answer. */
    private static final int MOST = 1 << 18;

    private final OpenIdSettings settings;
    private final Egress egress;
    private final Line line;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper();
    private @Nullable Places places;
    private @Nullable Keys keys;
    private Instant tried = Instant.MIN;

    Provider(OpenIdSettings settings, InstantSource clock) {
        this.settings = settings;
        this.egress = new Egress(settings.named());
        this.line = egress.line(CONNECT);
        this.clock = clock;
    }

    /** The provider cannot be asked, or does not answer as one; the message is for the log. */
    public static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String message) {
            super(message);
        }
    }

    /** Addresses of the provider's document. */
    record Places(URI authorise, URI token, URI keys, Instant read) {}

    private record Keys(JWKSet set, Instant read) {}

    synchronized Places places() throws Unreachable {
        Places known = places;
        if (known != null && known.read().plus(FRESH).isAfter(clock.instant())) return known;
        String base = settings.issuer().toString().replaceFirst("/$", "");
        JsonNode document = get(URI.create(base + "/.well-known/openid-configuration"));
        if (!document.path("issuer").asText().equals(settings.issuer().toString()))
            throw new Unreachable("the provider's document names another issuer than " + settings.issuer());
        Places read = new Places(
                place(document, "authorization_endpoint"),
                place(document, "token_endpoint"),
                place(document, "jwks_uri"),
                clock.instant());
        places = read;
        return read;
    }

    private URI place(JsonNode document, String name) throws Unreachable {
        try {
            URI place = URI.create(document.path(name).asText());
            if (place.getHost() == null || !OpenIdSettings.isSafe(place) || !egress.leadsTo(place))
                throw new Unreachable("the provider's " + name + " leads to '" + place
                        + "', which is not https on its own host or one of identity.openid.hosts");
            return place;
        } catch (IllegalArgumentException e) {
            throw new Unreachable("the provider's " + name + " is no address");
        }
    }

    /** The identity token for a code. */
    String exchange(String code, String verifier, URI back) throws Unreachable {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", back.toString());
        fields.put("code_verifier", verifier);
        if (settings.secret().isEmpty()) fields.put("client_id", settings.clientId());
        var request = HttpRequest.newBuilder(places().token())
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(OpenIdDesk.form(fields)));
        settings.secret().ifPresent(secret -> request.header("Authorization", basic(secret)));
        JsonNode answer = ask(request.build());
        String token = answer.path("id_token").asText();
        if (token.isEmpty()) throw new Unreachable("the provider gave no id_token for the code");
        return token;
    }

    private String basic(String secret) {
        String pair = URLEncoder.encode(settings.clientId(), StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Keys that fit; where none does, they may have been changed, and are asked for again. */
    @Override
    public synchronized List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Keys known = keys;
        Instant now = clock.instant();
        boolean fresh = known != null && known.read().plus(FRESH).isAfter(now);
        List<JWK> fitting = known == null || !fresh ? List.of() : selector.select(known.set());
        if (!fitting.isEmpty() || (known != null && tried.plus(BETWEEN).isAfter(now))) return fitting;
        tried = now;
        try {
            Keys read = new Keys(JWKSet.parse(get(places().keys()).toString()), now);
            keys = read;
            return selector.select(read.set());
        } catch (Unreachable | ParseException e) {
            // Without keys no token holds; whoever brought one is told that it does not.
            return List.of();
        }
    }

    private JsonNode get(URI address) throws Unreachable {
        return ask(HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .build());
    }

    private JsonNode ask(HttpRequest request) throws Unreachable {
        String host = request.uri().getHost();
        try {
            HttpResponse<InputStream> response = line.send(request, BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] bytes = in.readNBytes(MOST + 1);
                if (response.statusCode() != 200)
                    throw new Unreachable("the identity provider " + host + " answered " + response.statusCode());
                if (bytes.length > MOST)
                    throw new Unreachable("the identity provider " + host + " answered more than " + MOST + " bytes");
                return json.readTree(bytes);
            }
        } catch (IOException e) {
            throw new Unreachable("the identity provider " + host + " cannot be asked: "
                    + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("broken off");
        }
    }
}
