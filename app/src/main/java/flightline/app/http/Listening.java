package flightline.app.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the server listens, and by which names it is called.
 *
 * @param port 0 for any that is free
 * @param address by which browsers know it, where that is not the host and port here: behind a name, or behind a proxy
 * @param names of this host besides, as they may stand in a request
 */
public record Listening(String host, int port, Optional<URI> address, Set<String> names, Optional<Tls> tls) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Files in PEM.
     *
     * @param certificate of the server, with those that it was issued by
     * @param key PKCS #8, not encrypted
     * @param authorities that client certificates must come from; absent where none are asked for
     * @param certificateRequired whether nobody gets in without one
     */
    public record Tls(Path certificate, Path key, Optional<Path> authorities, boolean certificateRequired) {
        public Tls {
            if (certificateRequired && authorities.isEmpty())
                throw new IllegalArgumentException(
                        "client-certificates: required needs client-authorities, a file of certificates");
        }
    }

    public Listening {
        var spelt = new TreeSet<String>();
        for (String name : names) spelt.add(spelt(name));
        names = spelt;
        address.ifPresent(given -> {
            boolean web = List.of("http", "https").contains(String.valueOf(given.getScheme()));
            String path = given.getRawPath();
            if (!web || given.getHost() == null || !(path == null || path.isEmpty() || path.equals("/")))
                throw new IllegalArgumentException(
                        "address must be like https://flightline.example:8443, without a path, got '" + given + "'");
        });
    }

    /** This machine's own address, and nothing else. */
    public static Listening here(String host, int port) {
        return new Listening(host, port, Optional.empty(), Set.of(), Optional.empty());
    }

    /** Reads the files of TLS as the server does; throws {@link flightline.app.view.BadRequest} naming the one that is no use. */
    public void readFiles() {
        tls.ifPresent(files -> {
            var ignored = Pem.tls(files);
        });
    }

    /** Whether this machine alone can reach it. */
    public boolean isLoopback() {
        return Server.isLoopback(host);
    }

    /** Whether it serves nobody but whoever sits here: nothing says that it is known to others. */
    boolean isPrivate() {
        return isLoopback() && address.isEmpty() && names.isEmpty() && tls.isEmpty();
    }

    /** Whether all that browsers send is encrypted on its way. */
    boolean isSecure() {
        return tls.isPresent()
                || address.filter(given -> "https".equals(given.getScheme())).isPresent();
    }

    /** Whether a request may name this host. */
    boolean isOurs(String name) {
        String spelt = spelt(name);
        return (isLoopback() && THIS_MACHINE.contains(spelt))
                || names.contains(spelt)
                || address.filter(given -> spelt(given.getHost()).equals(spelt)).isPresent();
    }

    /**
     * The address that a browser is sent back to.
     *
     * @param host as the request named it, found to be ours
     */
    URI base(String host) {
        return address.map(given -> URI.create(given.getScheme() + "://" + given.getRawAuthority()))
                .orElseGet(() -> URI.create((isSecure() ? "https" : "http") + "://" + host));
    }

    private static String spelt(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
