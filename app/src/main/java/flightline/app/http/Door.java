package flightline.app.http;

import flightline.policy.Principal;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every request: nobody is authenticated, so only this machine may ask, and a page from elsewhere that is open in
 * a browser of this machine may not ask in its place. A foreign page is known by the name it gives for this host, or by its
 * origin.
 */
final class Door implements Filter {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(HeaderNames.create("Content-Security-Policy"), POLICY);
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        response.header(HeaderNames.create("Referrer-Policy"), "same-origin");
        response.header(HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Optional<String> foreign = foreign(request);
        if (foreign.isPresent()) throw new Problem(Status.FORBIDDEN_403, foreign.get());
        Asker.set(request, Principal.localUser());
        chain.proceed();
    }

    private static Optional<String> foreign(RoutingRequest request) {
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        if (!THIS_MACHINE.contains(withoutPort(host)))
            return Optional.of("the host must be localhost or 127.0.0.1, got '" + shown(host) + "'");
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        if (origin.isPresent() && !isOwn(origin.get(), host))
            return Optional.of("asked from the page of '" + shown(origin.get()) + "', which may not");
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
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    private static String shown(String value) {
        String plain = value.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 80) + "…";
    }
}
