package flightline.cluster.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where an index lies: {@code opensearch://host:port[,host:port]/name}, over TLS as {@code opensearchs://…}. Behind a question
 * mark may stand {@code shards=N}, which counts when the index is made, and {@code ca=FILE}, parted by {@code &}.
 *
 * @param hosts with their ports, as they were given
 * @param name of the index; its two parts are called {@code NAME-passages} and {@code NAME-records}
 * @param shards of each part, 1 to 1024
 * @param authorities file of PEM certificates, one of which must have signed the cluster's; absent, those count that Java trusts
 */
public record IndexAddress(boolean tls, List<HostPort> hosts, String name, int shards, Optional<Path> authorities) {
    private static final int PORT = 9200;
    private static final int MOST_SHARDS = 1024;
    private static final Set<String> OPTIONS = Set.of("shards", "ca");
    private static final Pattern CA = Pattern.compile("(?<=[?&])ca=[^&]*");
    private static final String FORM = "the index must be named as opensearch://HOST:PORT[,HOST:PORT]/NAME, got ";

    /** @param host name or literal address, IPv6 in brackets */
    public record HostPort(String host, int port) {
        boolean isThisMachine() {
            return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public IndexAddress {
        hosts = List.copyOf(hosts);
    }

    /** @throws IllegalArgumentException in one line, where it is none */
    public static IndexAddress parse(String text) {
        // Before anything of it is repeated; the name of a file may have the sign.
        if (CA.matcher(text).replaceAll("").indexOf('@') >= 0)
            throw new IllegalArgumentException("user and password do not belong into the address of the index; "
                    + "set FLIGHTLINE_INDEX_USER and FLIGHTLINE_INDEX_PASSWORD");
        boolean tls = text.startsWith("opensearchs://");
        if (!tls && !text.startsWith("opensearch://"))
            throw new IllegalArgumentException(FORM + "'" + shown(text) + "'");
        String rest = text.substring(text.indexOf("://") + 3);
        int query = rest.indexOf('?');
        Map<String, String> options = options(query < 0 ? "" : rest.substring(query + 1), text);
        if (query >= 0) rest = rest.substring(0, query);
        int slash = rest.indexOf('/');
        if (slash <= 0) throw new IllegalArgumentException(FORM + "'" + shown(text) + "'");
        var hosts = new ArrayList<HostPort>();
        for (String each : rest.substring(0, slash).split(",", -1)) hosts.add(host(each, text));
        return new IndexAddress(
                tls, hosts, name(rest.substring(slash + 1)), shards(options), authorities(options, tls, text));
    }

    /** What may be told of an address that is none: settings behind it may hold a password. */
    private static String shown(String text) {
        int settings = text.indexOf('?');
        return settings < 0 ? text : text.substring(0, settings) + "?…";
    }

    private static HostPort host(String each, String text) {
        try {
            var uri = new URI("http://" + each);
            if (uri.getHost() == null || !each.equals(uri.getAuthority()))
                throw new IllegalArgumentException(FORM + "'" + shown(text) + "'");
            return new HostPort(uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? PORT : uri.getPort());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(FORM + "'" + shown(text) + "'", e);
        }
    }

    private static String name(String name) {
        if (!name.matches("[a-z0-9][a-z0-9_-]{0,99}"))
            throw new IllegalArgumentException(
                    "the name of the index must be lower-case letters, digits, - and _, got '" + name + "'");
        return name;
    }

    private static Map<String, String> options(String query, String text) {
        var options = new HashMap<String, String>();
        if (query.isEmpty()) return options;
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals <= 0 || !OPTIONS.contains(each.substring(0, equals)))
                throw new IllegalArgumentException("behind ? only shards=N and ca=FILE are known, got '"
                        + (equals < 0 ? "…" : each.substring(0, equals)) + "' behind '" + shown(text) + "'");
            options.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return options;
    }

    private static Optional<Path> authorities(Map<String, String> options, boolean tls, String text) {
        String file = options.getOrDefault("ca", "");
        if (options.containsKey("ca") && file.isBlank())
            throw new IllegalArgumentException("ca=FILE must name a file of PEM certificates, got '" + text + "'");
        if (!file.isEmpty() && !tls)
            throw new IllegalArgumentException(
                    "ca=FILE goes with TLS; name the index as opensearchs://…, got '" + text + "'");
        return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
    }

    private static int shards(Map<String, String> options) {
        String given = options.getOrDefault("shards", "1");
        int shards = given.matches("\\d{1,4}") ? Integer.parseInt(given) : 0;
        if (shards < 1 || shards > MOST_SHARDS)
            throw new IllegalArgumentException("shards must be 1.." + MOST_SHARDS + ", got '" + given + "'");
        return shards;
    }

    /** Names of the hosts, without ports. */
    public Set<String> hostNames() {
        var names = new TreeSet<String>();
        for (HostPort each : hosts) names.add(each.host());
        return names;
    }

    boolean staysHere() {
        return hosts.stream().allMatch(HostPort::isThisMachine);
    }

    @Override
    public String toString() {
        return (tls ? "opensearchs://" : "opensearch://")
                + String.join(",", hosts.stream().map(HostPort::toString).toList()) + "/" + name;
    }
}
