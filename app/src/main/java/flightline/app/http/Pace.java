package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A bucket of tokens for each asker: a request takes one, time puts them back. Safe for several threads. */
final class Pace {
    /** Askers that are kept in mind; whoever was not seen for longest is forgotten, with a full bucket when they come again. */
    private static final int MOST = 10_000;

    private final int perSecond;
    private final int burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    private record Bucket(double tokens, long at) {}

    Pace(int perSecond, int burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Takes a token; seconds to wait where there is none, 0 where there was. */
    synchronized int take(String asker) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(asker, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens + Math.max(0, now - before.at) / 1e9 * perSecond);
        boolean granted = tokens >= 1;
        buckets.put(asker, new Bucket(granted ? tokens - 1 : tokens, now));
        return granted ? 0 : (int) Math.max(1, Math.ceil((1 - tokens) / perSecond));
    }

    /** Lets the asker pass, or throws the problem that says when to come again. */
    void pass(String asker, ServerResponse response) {
        int wait = take(asker);
        if (wait == 0) return;
        response.header(HeaderNames.RETRY_AFTER, Integer.toString(wait));
        throw new Problem(
                Status.TOO_MANY_REQUESTS_429,
                "more than " + perSecond + " requests a second; come again in " + wait + " s");
    }
}
