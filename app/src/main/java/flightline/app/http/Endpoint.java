package flightline.app.http;

import flightline.policy.Act;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One place that can be asked. Routing, what is allowed where, and the OpenAPI document are made from the same list.
 *
 * @param sent what a body may be: media type to schema, empty where none is read
 * @param given what comes back where all is well: media type to schema
 * @param status of an answer where all is well
 */
record Endpoint(
        Method method,
        String path,
        Entry entry,
        String summary,
        List<Parameter> parameters,
        Map<String, String> sent,
        int status,
        Map<String, String> given,
        Answering handler) {
    static final String JSON = "application/json";
    static final String LINES = "application/jsonl";
    static final String EVENTS = "text/event-stream";

    /** Names a write, so that sending it twice does it once. */
    static final Parameter ONCE = Parameter.header(
            Once.HEADER,
            "a word of your own, at most 200 characters: the same again with the same body gets the same answer");

    Endpoint {
        parameters = List.copyOf(parameters);
        sent = Map.copyOf(sent);
        given = Map.copyOf(given);
    }

    enum Method {
        GET,
        POST,
        DELETE
    }

    /** Answers a request; what goes wrong is thrown. */
    interface Answering {
        void answer(ServerRequest request, ServerResponse response);
    }

    static Endpoint get(String path, String summary, Answering handler) {
        return of(Method.GET, path, summary, handler);
    }

    static Endpoint post(String path, String summary, Answering handler) {
        return of(Method.POST, path, summary, handler);
    }

    static Endpoint delete(String path, String summary, Answering handler) {
        return of(Method.DELETE, path, summary, handler);
    }

    private static Endpoint of(Method method, String path, String summary, Answering handler) {
        return new Endpoint(method, path, Entry.UNSAID, summary, List.of(), Map.of(), 200, Map.of(), handler);
    }

    /** For those alone whose role allows one of the acts. */
    Endpoint by(Act... acts) {
        return entered(new Entry.May(List.of(acts)));
    }

    Endpoint entered(Entry who) {
        return new Endpoint(method, path, who, summary, parameters, sent, status, given, handler);
    }

    Endpoint with(Parameter... more) {
        return new Endpoint(method, path, entry, summary, List.of(more), sent, status, given, handler);
    }

    Endpoint reads(String type, String schema) {
        return new Endpoint(method, path, entry, summary, parameters, plus(sent, type, schema), status, given, handler);
    }

    Endpoint gives(String type, String schema) {
        return new Endpoint(method, path, entry, summary, parameters, sent, status, plus(given, type, schema), handler);
    }

    /** Where all is well it answers so, and not with 200. */
    Endpoint answering(int other) {
        return new Endpoint(method, path, entry, summary, parameters, sent, other, given, handler);
    }

    private static Map<String, String> plus(Map<String, String> before, String type, String schema) {
        var all = new TreeMap<>(before);
        all.put(type, schema);
        return all;
    }
}
