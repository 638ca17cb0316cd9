package flightline.cluster.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, as an administrator names it: {@code postgresql://host:port/database}, with several hosts parted by
 * commas where one stands in for another.
 *
 * @param hosts with ports, for example {@code db1:5432}
 * @param options of the connection, such as {@code sslmode}
 */
public record StateAddress(List<String> hosts, String database, TreeMap<String, String> options) {
    private static final Pattern WHOLE =
            Pattern.compile("postgres(?:ql)?://([^/?#@]+)/([A-Za-z0-9_-]{1,63})(?:\\?([^#]*))?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
    /** What an administrator may set; nothing among them loads a class or a file of anybody else's. */
    private static final Set<String> OPTIONS =
            new TreeSet<>(Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "channelBinding", "gssEncMode"));

    private static final Pattern SETTINGS = Pattern.compile("[?;=\\s]");
    private static final int PORT = 5432;

    public StateAddress {
        hosts = List.copyOf(hosts);
        options = new TreeMap<>(options);
    }

    /** Reads what was named; the message says what is wrong with it and never repeats a password. */
    public static StateAddress of(String text) {
        if (text.contains("@"))
            throw new IllegalArgumentException(
                    "state: no user or password may stand in the address; name them in PGUSER and PGPASSWORD, or in"
                            + " variables of your own (user-variable, password-variable)");
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches())
            throw new IllegalArgumentException(
                    "state must be like postgresql://host:5432/database, got '" + shown(text) + "'");
        var hosts = new ArrayList<String>();
        for (String one : whole.group(1).split(",", -1)) hosts.add(host(one, text));
        var options = new TreeMap<String, String>();
        String said = whole.group(3);
        if (said != null)
            for (String option : said.split("&", -1)) {
                String[] parts = option.split("=", 2);
                if (parts.length != 2 || !OPTIONS.contains(parts[0]))
                    throw new IllegalArgumentException("state: the options of the address may be " + OPTIONS + ", got '"
                            + (parts.length < 2 ? "…" : parts[0]) + "'");
                options.put(parts[0], parts[1]);
            }
        return new StateAddress(hosts, whole.group(2), options);
    }

    /** What may be told of an address that is none: settings behind it, in whatever form they are, may hold a password. */
    private static String shown(String text) {
        Matcher settings = SETTINGS.matcher(text);
        return settings.find() ? text.substring(0, settings.start()) + "…" : text;
    }

    private static String host(String one, String text) {
        Matcher host = HOST.matcher(one);
        if (!host.matches())
            throw new IllegalArgumentException(
                    "state must name hosts like db1:5432, got '" + one + "' in '" + shown(text) + "'");
        int port = host.group(2) == null ? PORT : Integer.parseInt(host.group(2));
        if (port < 1 || port > 65535)
            throw new IllegalArgumentException(
                    "state: a port must be 1..65535, got " + port + " in '" + shown(text) + "'");
        return host.group(1) + ":" + port;
    }

    /** Names or literal addresses of the hosts, without ports. */
    public Set<String> named() {
        var named = new LinkedHashSet<String>();
        for (String host : hosts) {
            String name = host.substring(0, host.lastIndexOf(':'));
            named.add(name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
        }
        return named;
    }

    /** As the driver wants it; of several hosts, the one that takes writes. */
    String driver() {
        return "jdbc:postgresql://" + String.join(",", hosts) + "/" + database
                + (hosts.size() > 1 ? "?targetServerType=primary" : "");
    }

    /** As people read it. */
    @Override
    public String toString() {
        return "postgresql://" + String.join(",", hosts) + "/" + database;
    }
}
