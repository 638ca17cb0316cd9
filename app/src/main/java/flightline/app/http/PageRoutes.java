package flightline.app.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;

/** Pages that belong together. */
interface PageRoutes {
    void register(HttpRouting.Builder routing, Wrapping wrapping);

    /** Lets what goes wrong become a page too. */
    interface Wrapping {
        Handler of(Endpoint.Answering page);
    }
}
