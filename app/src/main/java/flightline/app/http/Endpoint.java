package flightline.app.http;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** One place that can be asked; routing and the OpenAPI document are made from the same list. */
record Endpoint(Method method, String path, String summary, Answering handler) {
    enum Method {
        GET,
        POST
    }

    /** Answers a request; what goes wrong is thrown. */
    interface Answering {
        void answer(ServerRequest request, ServerResponse response);
    }

    static Endpoint get(String path, String summary, Answering handler) {
        return new Endpoint(Method.GET, path, summary, handler);
    }

    static Endpoint post(String path, String summary, Answering handler) {
        return new Endpoint(Method.POST, path, summary, handler);
    }
}
