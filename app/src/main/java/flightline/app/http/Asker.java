package flightline.app.http;

import flightline.policy.Principal;
import io.helidon.webserver.http.ServerRequest;

/** Who sent a request, as {@link Door} found out; nothing behind the door decides that again. */
final class Asker {
    private Asker() {}

    static void set(ServerRequest request, Principal who) {
        request.context().register(Asker.class, who);
    }

    /** Throws {@link IllegalStateException} for a request that came past the door. */
    static Principal of(ServerRequest request) {
        return request.context()
                .get(Asker.class, Principal.class)
                .orElseThrow(() -> new IllegalStateException("nobody was named for " + request.path()));
    }
}
