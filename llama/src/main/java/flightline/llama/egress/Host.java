package flightline.llama.egress;

import java.net.InetAddress;
import java.util.Locale;

/** A host's name or literal address, in the one spelling by which it is compared. */
final class Host {
    private Host() {}

    /** Lower case, without the brackets of IPv6 and without the dot that ends a full name. */
    static String spelt(String name) {
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        if (bare.endsWith(".")) bare = bare.substring(0, bare.length() - 1);
        return bare.toLowerCase(Locale.ROOT);
    }

    /** Whether it can only be this machine; asks nobody. */
    static boolean isThisMachine(String spelt) {
        if (spelt.equals("localhost")) return true;
        try {
            return InetAddress.ofLiteral(spelt).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /** Why nothing goes there, and where that is set. */
    static String refusal(String host) {
        return "nothing goes out to '" + host
                + "': it is named neither in llama.endpoints or llama.hosts of the configuration nor as the address of model add";
    }
}
