package flightline.app.http;

import flightline.policy.Principal;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Who sent a request, as {@link Door} found out; nothing behind the door decides that again. */
final class Asker {
    private Asker() {}

    static void set(ServerRequest request, Principal who) {
        request.context().register(Asker.class, who);
    }

    /** Empty for a request that was turned away at the door. */
    static Optional<Principal> found(ServerRequest request) {
        return request.context().get(Asker.class, Principal.class);
    }

    /** Throws {@link IllegalStateException} for a request that came past the door. */
    static Principal of(ServerRequest request) {
        return request.context()
                .get(Asker.class, Principal.class)
                .orElseThrow(() -> new IllegalStateException("nobody was named for " + request.path()));
    }
}
