package flightline.app.http;

import flightline.app.identity.Caller;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stands before every request. Nobody comes in who is not known, but to the few places where one signs in; and a page from
 * elsewhere that is open in somebody's browser may not ask in their place. A foreign page is known by the name it gives for this
 * host, or by its origin.
 */
final class Door implements Filter {
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** As they stand in the request: whatever is written in another way is not open. */
    private static final Pattern OPEN =
            Pattern.compile("/health(?:/ready)?|/sign-in(?:/openid(?:/back)?)?|/assets/(?!.*\\.\\.)[A-Za-z0-9._/-]+");

    private static final String BACK = "/sign-in/openid/back";
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);

    private final Doorman doorman;
    private final Listening listening;

    Door(Doorman doorman, Listening listening) {
        this.doorman = doorman;
        this.listening = listening;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(HeaderNames.create("Content-Security-Policy"), POLICY);
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        // Stricter than that, browsers would hide from us that a form is our own.
        response.header(HeaderNames.create("Referrer-Policy"), "same-origin");
        response.header(HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin");
        response.header(HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (listening.isSecure()) response.header(HeaderNames.create("Strict-Transport-Security"), "max-age=31536000");
        String path = request.path().rawPath();
        Optional<String> foreign = foreign(request, path);
        if (foreign.isPresent()) throw new Problem(Status.FORBIDDEN_403, foreign.get());
        boolean open = OPEN.matcher(path).matches();
        switch (doorman.find(request)) {
            case Doorman.Finding.Known(var caller) -> enter(request, caller, path, open);
            case Doorman.Finding.Nobody() -> {
                if (!open && !turnedAway(request, response, path)) return;
            }
            case Doorman.Finding.Turned() -> {
                if (!open)
                    throw unknown(
                            response, ", error=\"invalid_token\"", "what was given with the request does not hold");
            }
            case Doorman.Finding.Wait(var wait) -> {
                if (!open) throw later(response, wait);
            }
        }
        chain.proceed();
    }

    private static void enter(RoutingRequest request, Caller caller, String path, boolean open) {
        boolean program = path.startsWith("/api/") || path.startsWith("/v1/") || path.equals("/mcp");
        if (caller.acts().isPresent() && !open && !program)
            throw new Problem(
                    Status.FORBIDDEN_403,
                    "a key with a scope is for /api/, /v1/ and /mcp alone, got '" + shown(path) + "'");
        boolean writes = !READING.contains(request.prologue().method());
        if (writes && caller.means().sentByItself() && !open) {
            if (request.headers().first(HeaderNames.ORIGIN).isEmpty())
                throw new Problem(Status.FORBIDDEN_403, "a browser must say of which page it is asked (Origin)");
            FormToken.check(request, caller);
        }
        Asker.set(request, caller);
        Csrf.set(request, caller.formToken());
    }

    /** Sends a browser to where one signs in; any other is told that it must say who it is. */
    private static boolean turnedAway(RoutingRequest request, RoutingResponse response, String path) {
        if (!Printer.wantsPage(request)) throw unknown(response, "", "sign in, or send a key: Authorization: Bearer …");
        String query = request.query().isEmpty() ? "" : "?" + request.query().rawValue();
        String back = READING.contains(request.prologue().method()) ? SafePath.of(path + query) : "/";
        response.status(Status.SEE_OTHER_303);
        response.header(
                HeaderNames.LOCATION,
                "/sign-in" + (back.equals("/") ? "" : "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)));
        response.send();
        return false;
    }

    private static Problem unknown(RoutingResponse response, String more, String why) {
        response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"Flightline\"" + more);
        return new Problem(Status.UNAUTHORIZED_401, why);
    }

    private static Problem later(RoutingResponse response, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        response.header(HeaderNames.RETRY_AFTER, String.valueOf(seconds));
        return new Problem(Status.TOO_MANY_REQUESTS_429, "too many failures; try again in " + seconds + " seconds");
    }

    private Optional<String> foreign(RoutingRequest request, String path) {
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        if (!listening.isOurs(withoutPort(host)))
            return Optional.of("the host must be "
                    + (listening.isPrivate() ? "localhost or 127.0.0.1" : "one that serve.address or serve.names has")
                    + ", got '" + shown(host) + "'");
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        if (origin.isPresent() && !isOwn(origin.get(), host))
            return Optional.of("asked from the page of '" + shown(origin.get()) + "', which may not");
        // The provider's page sends people back; what they bring is looked at there.
        if (path.equals(BACK)) return Optional.empty();
        return request.headers()
                .first(FETCH_SITE)
                .filter("cross-site"::equals)
                .map(site -> "asked from another site's page, which may not");
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }

    private static String shown(String value) {
        String plain = value.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }
}
