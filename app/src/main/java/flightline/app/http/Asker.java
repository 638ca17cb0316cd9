package flightline.app.http;

import flightline.app.identity.Caller;
import flightline.policy.Principal;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Who sent a request, as {@link Door} found out; nothing behind the door decides that again. */
final class Asker {
    private Asker() {}

    static void set(ServerRequest request, Caller who) {
        request.context().register(Asker.class, who);
    }

    /** Throws {@link IllegalStateException} for a request that came past the door. */
    static Principal of(ServerRequest request) {
        return caller(request).principal();
    }

    /** The same, with how it is known. */
    static Caller caller(ServerRequest request) {
        return known(request).orElseThrow(() -> new IllegalStateException("nobody was named for " + request.path()));
    }

    /** Absent at the places that are open to anyone. */
    static Optional<Caller> known(ServerRequest request) {
        return request.context().get(Asker.class, Caller.class);
    }
}
