package flightline.llama.egress;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Which hosts an administrator named, and the only maker of lines to them. Safe for several threads. */
public final class Egress {
    private final Set<String> hosts;

    /**
     * @param hosts names or literal addresses, in any spelling; none means that nothing goes out. The process looks names
     *     up from then on
     */
    public Egress(Set<String> hosts) {
        this.hosts = new TreeSet<>();
        for (String host : hosts) this.hosts.add(Host.spelt(host));
        NamedHostsOnly.name(this.hosts);
    }

    /** The same, and one host more. */
    public Egress with(String host) {
        var more = new TreeSet<>(hosts);
        more.add(host);
        return new Egress(more);
    }

    /** Whether an administrator named the host of this address. */
    public boolean leadsTo(URI address) {
        return address.getHost() != null && hosts.contains(Host.spelt(address.getHost()));
    }

    /** A line to the hosts named. It follows no redirection and uses no proxy. */
    public Line line(Duration connect) {
        return new Line(this, connect);
    }

    /**
     * Lets this process call only hosts that were named to some {@code Egress}, and this machine, whoever calls: sockets
     * and URLs of libraries are asked here too. Settings of proxies, from wherever they come, are not heeded any more.
     */
    public static void guardProcess() {
        NoProxy.standIn();
    }

    /** Whether a host's name or literal address can only be this machine; asks nobody. */
    public static boolean isThisMachine(String host) {
        return Host.isThisMachine(Host.spelt(host));
    }
}
