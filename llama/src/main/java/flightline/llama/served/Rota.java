package flightline.llama.served;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Whose turn it is: the endpoints in a circle, those that failed of late last. Safe for use by several threads.
 */
final class Rota {
    /** How long a server that failed is passed over while another is at hand. */
    private static final long REST = Duration.ofSeconds(10).toNanos();

    private final List<Endpoint> endpoints;
    private final long[] restsUntil;
    private final LongSupplier nanos;
    private int next;

    Rota(List<Endpoint> endpoints, LongSupplier nanos) {
        this.endpoints = List.copyOf(endpoints);
        this.restsUntil = new long[endpoints.size()];
        this.nanos = nanos;
        long now = nanos.getAsLong();
        for (int i = 0; i < restsUntil.length; i++) restsUntil[i] = now;
    }

    /** The next that is not at rest; where all are, the one whose rest ends first. */
    synchronized Endpoint take() {
        long now = nanos.getAsLong();
        int chosen = next;
        for (int i = 0; i < endpoints.size(); i++) {
            int at = (next + i) % endpoints.size();
            if (restsUntil[at] - now <= 0) {
                chosen = at;
                break;
            }
            if (restsUntil[at] - restsUntil[chosen] < 0) chosen = at;
        }
        next = (chosen + 1) % endpoints.size();
        return endpoints.get(chosen);
    }

    synchronized void failed(Endpoint endpoint) {
        restsUntil[endpoints.indexOf(endpoint)] = nanos.getAsLong() + REST;
    }

    synchronized void answered(Endpoint endpoint) {
        restsUntil[endpoints.indexOf(endpoint)] = nanos.getAsLong();
    }
}
