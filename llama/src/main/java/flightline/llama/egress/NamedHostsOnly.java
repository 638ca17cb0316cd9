package flightline.llama.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The resolver of this process: looks up hosts that were named and this machine, and tells why any other is not looked up.
 * The JDK finds it as a service and asks it for every name, whoever wants to know.
 */
public final class NamedHostsOnly extends InetAddressResolverProvider {
    /** Java makes one resolver for the whole process by itself, so what it lets through can belong only to the process. */
    private static final Set<String> NAMED = ConcurrentHashMap.newKeySet();

    /** Made by the JDK. */
    public NamedHostsOnly() {}

    /** Lets names through from now on. */
    static void name(Collection<String> hosts) {
        NAMED.addAll(hosts);
    }

    /** Whether a call may go there. */
    static boolean allows(String host) {
        String spelt = Host.spelt(host);
        return Host.isThisMachine(spelt) || NAMED.contains(spelt);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Guard(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "hosts named by an administrator";
    }

    /** Asks the JDK's own resolver for what was named. */
    record Guard(InetAddressResolver builtIn) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            if (Host.isThisMachine(Host.spelt(host))) return thisMachine(policy);
            if (!allows(host)) throw new UnknownHostException(Host.refusal(host));
            return builtIn.lookupByName(host, policy);
        }

        /** A name for an address would be asked of a server; nothing here needs one. */
        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            InetAddress asked = InetAddress.getByAddress(address);
            if (asked.isLoopbackAddress()) return "localhost";
            throw new UnknownHostException("no names are looked up for addresses, got " + asked.getHostAddress());
        }

        private static Stream<InetAddress> thisMachine(LookupPolicy policy) throws UnknownHostException {
            int wanted = policy.characteristics();
            InetAddress four = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            InetAddress six =
                    InetAddress.getByAddress("localhost", new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
            if ((wanted & LookupPolicy.IPV6) == 0) return Stream.of(four);
            if ((wanted & LookupPolicy.IPV4) == 0) return Stream.of(six);
            return (wanted & LookupPolicy.IPV6_FIRST) != 0 ? Stream.of(six, four) : Stream.of(four, six);
        }
    }
}
