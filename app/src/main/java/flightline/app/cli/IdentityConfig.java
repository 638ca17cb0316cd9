package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.identity.ClaimMapping;
import flightline.app.identity.ClaimMapping.Listed;
import flightline.app.identity.IdentitySettings;
import flightline.app.identity.Notice;
import flightline.app.identity.OpenIdSettings;
import flightline.app.view.BadRequest;
import flightline.policy.Principal.Organisation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads how people sign in from the configuration: the part under {@code identity}. */
final class IdentityConfig {
    private static final Set<String> KEYS = Set.of("idle-minutes", "longest-hours", "openid", "notice");
    private static final Set<String> OPENID =
            Set.of("issuer", "client-id", "client-secret-variable", "scopes", "audience", "hosts", "claims");
    private static final Set<String> CLAIMS =
            Set.of("name", "roles", "clearances", "groups", "nationality", "organisation");
    private static final Set<String> LISTED = Set.of("claim", "values");
    private static final Set<String> ORGANISATION = Set.of("name", "kind", "country");

    private IdentityConfig() {}

    /**
     * @param environment where the client's secret lies; the configuration only names the variable
     * @param certificates whether client certificates are asked for
     * @throws BadRequest naming key, value and rule
     */
    static IdentitySettings read(JsonNode node, Map<String, String> environment, boolean certificates) {
        Section.known("identity", node, KEYS);
        var standard = IdentitySettings.STANDARD;
        try {
            return new IdentitySettings(
                    Duration.ofMinutes(Section.whole(
                            "identity",
                            node,
                            "idle-minutes",
                            (int) standard.idle().toMinutes(),
                            10_080)),
                    Duration.ofHours(Section.whole(
                            "identity",
                            node,
                            "longest-hours",
                            (int) standard.longest().toHours(),
                            168)),
                    node.hasNonNull("openid") ? Optional.of(openId(node.get("openid"), environment)) : Optional.empty(),
                    certificates,
                    Section.text("identity", node, "notice").map(IdentityConfig::notice));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("identity: " + e.getMessage());
        }
    }

    private static Notice notice(String file) {
        try {
            return new Notice(Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            throw new BadRequest(
                    "identity.notice: " + file + " cannot be read as text in UTF-8: " + String.valueOf(e.getMessage()));
        }
    }

    private static OpenIdSettings openId(JsonNode node, Map<String, String> environment) {
        String where = "identity.openid";
        Section.known(where, node, OPENID);
        var scopes = new TreeSet<>(Section.list(where, node, "scopes"));
        if (scopes.isEmpty()) scopes.add("profile");
        scopes.add("openid");
        try {
            return new OpenIdSettings(
                    URI.create(needed(where, node, "issuer")),
                    needed(where, node, "client-id"),
                    Section.text(where, node, "client-secret-variable").map(name -> secret(name, environment)),
                    scopes,
                    Section.text(where, node, "audience").orElse(""),
                    Set.copyOf(Section.list(where, node, "hosts")),
                    claims(node.path("claims")));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(where + ": " + e.getMessage());
        }
    }

    private static ClaimMapping claims(JsonNode node) {
        String where = "identity.openid.claims";
        if (node.isMissingNode() || node.isNull())
            throw new BadRequest("identity.openid: needs claims: which claim names the person, and which give roles");
        Section.known(where, node, CLAIMS);
        return new ClaimMapping(
                needed(where, node, "name"),
                listed(where + ".roles", node.path("roles")),
                listed(where + ".clearances", node.path("clearances")),
                listed(where + ".groups", node.path("groups")),
                Section.text(where, node, "nationality").orElse(""),
                organisation(node.path("organisation")));
    }

    private static Listed listed(String where, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return Listed.NONE;
        Section.known(where, node, LISTED);
        JsonNode values = node.path("values");
        if (!values.isObject() || values.isEmpty())
            throw new BadRequest(where + ": needs values: what each value of the claim stands for");
        var map = new TreeMap<String, String>();
        for (String value : (Iterable<String>) values::fieldNames)
            map.put(value, Section.text(where, values, value).orElse(""));
        if (map.containsValue("")) throw new BadRequest(where + ": each of values must stand for something");
        return new Listed(needed(where, node, "claim"), map);
    }

    private static Organisation organisation(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return new Organisation("", "", "");
        String where = "identity.openid.claims.organisation";
        Section.known(where, node, ORGANISATION);
        List<String> claims = List.of("name", "kind", "country").stream()
                .map(name -> Section.text(where, node, name).orElse(""))
                .toList();
        return new Organisation(claims.get(0), claims.get(1), claims.get(2));
    }

    private static String needed(String where, JsonNode node, String name) {
        return Section.text(where, node, name).orElseThrow(() -> new BadRequest(where + ": needs " + name));
    }

    private static String secret(String variable, Map<String, String> environment) {
        String secret = environment.get(variable);
        if (secret == null || secret.isBlank())
            throw new BadRequest("identity.openid: the environment has no variable " + variable
                    + ", which holds the client's secret");
        return secret.strip();
    }
}
