package flightline.app.http;

import io.helidon.webserver.http.ServerRequest;

/** What a form must carry so that it is known to be ours; the door sets it with the session, and checks it. */
final class Csrf {
    private Csrf() {}

    static void set(ServerRequest request, String token) {
        request.context().register(Csrf.class, token);
    }

    /** Empty where nobody signs in: there a form of another page is known by its origin. */
    static String of(ServerRequest request) {
        return request.context().get(Csrf.class, String.class).orElse("");
    }
}
