package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.http.Listening;
import flightline.app.view.BadRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads where the server listens from the configuration: the part under {@code serve}. */
final class ServeConfig {
    private static final Set<String> KEYS = Set.of("host", "port", "address", "names", "tls");
    private static final Set<String> TLS = Set.of("certificate", "key", "client-certificates", "client-authorities");

    private ServeConfig() {}

    /** Throws {@link BadRequest} naming key, value and rule. */
    static Listening read(JsonNode node) {
        Section.known("serve", node, KEYS);
        try {
            return new Listening(
                    Section.text("serve", node, "host").orElse("127.0.0.1"),
                    Section.whole("serve", node, "port", 8080, 65_535),
                    Section.text("serve", node, "address").map(URI::create),
                    Set.copyOf(Section.list("serve", node, "names")),
                    node.hasNonNull("tls") ? Optional.of(tls(node.get("tls"))) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new BadRequest("serve: " + e.getMessage());
        }
    }

    /** Whether client certificates are asked for. */
    static boolean asksForCertificates(Listening listening) {
        return listening.tls().flatMap(Listening.Tls::authorities).isPresent();
    }

    private static Listening.Tls tls(JsonNode node) {
        String where = "serve.tls";
        Section.known(where, node, TLS);
        String clients =
                Section.text(where, node, "client-certificates").orElse("none").toLowerCase(Locale.ROOT);
        if (!Set.of("none", "optional", "required").contains(clients))
            throw new BadRequest(
                    where + ": client-certificates must be none, optional or required, got '" + clients + "'");
        Optional<Path> authorities =
                Section.text(where, node, "client-authorities").map(Path::of);
        if (!clients.equals("none") && authorities.isEmpty())
            throw new BadRequest(where + ": client-certificates: " + clients
                    + " needs client-authorities, a file of certificates in PEM");
        return new Listening.Tls(
                Path.of(needed(where, node, "certificate")),
                Path.of(needed(where, node, "key")),
                clients.equals("none") ? Optional.empty() : authorities,
                clients.equals("required"));
    }

    private static String needed(String where, JsonNode node, String name) {
        return Section.text(where, node, name)
                .orElseThrow(() -> new BadRequest(where + ": needs " + name + ", a file in PEM"));
    }
}
