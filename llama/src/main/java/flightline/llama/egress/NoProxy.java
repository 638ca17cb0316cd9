package flightline.llama.egress;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Answers the JDK's question by which proxy to go: by none, and not at all where nobody named the host. Sockets and URL
 * connections ask it each time, with literal addresses too, which no resolver ever sees.
 */
final class NoProxy extends ProxySelector {
    private NoProxy() {}

    static void standIn() {
        ProxySelector.setDefault(new NoProxy());
    }

    /** Somebody called a host that nobody named. */
    static final class NotNamed extends IllegalStateException {
        private static final long serialVersionUID = 1;

        NotNamed(String host) {
            super(Host.refusal(host));
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() != null ? uri.getHost() : String.valueOf(uri.getAuthority());
        if (!NamedHostsOnly.allows(host)) throw new NotNamed(host);
        return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException why) {
        // There is no proxy to be judged.
    }
}
