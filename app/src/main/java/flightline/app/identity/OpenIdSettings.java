package flightline.app.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The identity provider, as the administrator named it.
 *
 * @param issuer exactly as the provider writes it
 * @param secret of this client; absent for a public client
 * @param scopes asked for, {@code openid} among them
 * @param audience of access tokens for the API; empty where none are taken
 * @param hosts that the provider's document may send on to, besides the issuer's own
 */
public record OpenIdSettings(
        URI issuer,
        String clientId,
        Optional<String> secret,
        Set<String> scopes,
        String audience,
        Set<String> hosts,
        ClaimMapping claims) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public OpenIdSettings {
        scopes = new TreeSet<>(scopes);
        hosts = Set.copyOf(hosts);
        if (issuer.getHost() == null || !isSafe(issuer) || issuer.getQuery() != null || issuer.getFragment() != null)
            throw new IllegalArgumentException("issuer must be an https address without query, got '" + issuer + "'");
        if (clientId.isBlank()) throw new IllegalArgumentException("client-id must not be blank");
        // Otherwise what proves a sign-in to this page would open the API as well.
        if (audience.equals(clientId))
            throw new IllegalArgumentException("audience must differ from client-id, got '" + audience + "' for both");
    }

    /** Whether nobody on the way can read or change it. */
    static boolean isSafe(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https")
                || (scheme.equals("http") && address.getHost() != null && THIS_MACHINE.contains(address.getHost()));
    }

    /** Every host that may be called. */
    Set<String> named() {
        var named = new TreeSet<>(hosts);
        named.add(issuer.getHost());
        return named;
    }

    @Override
    public String toString() {
        return "OpenID provider " + issuer;
    }
}
