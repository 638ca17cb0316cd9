package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Puts endpoints in their places: who may come, how often, with what; and says what there is where something else is asked. */
final class Routes {
    /** What is named outright stands before what any word fits, and of two such places the one that says more. */
    private static final Comparator<String> SAYS_MORE = Comparator.<String, Boolean>comparing(
                    path -> path.contains("{"))
            .thenComparingInt(path -> -path.length())
            .thenComparing(Comparator.naturalOrder());

    private final Desk desk;
    private final Pace pace;

    Routes(Desk desk) {
        this.desk = desk;
        this.pace = new Pace(
                desk.bounds().perSecond(),
                desk.bounds().burst(),
                desk.wiring().settings().nanos());
    }

    private static List<Endpoint> inOrder(List<Endpoint> endpoints) {
        return endpoints.stream()
                .sorted(Comparator.comparing(Endpoint::path, SAYS_MORE))
                .toList();
    }

    /** As the router wants it: the id of a document may hold what parts an address. */
    private static String pattern(String path) {
        return path.startsWith("/api/v1/library/") ? path.replace("{id}", "{+id}") : path;
    }

    void mount(HttpRouting.Builder routing, List<Endpoint> endpoints) {
        var methods = new TreeMap<String, List<String>>(SAYS_MORE);
        for (Endpoint endpoint : inOrder(endpoints)) {
            if (endpoint.entry() instanceof Entry.Unsaid unsaid) throw unsaid.fault(endpoint.path());
            Handler handler = (request, response) -> answer(endpoint, request, response);
            String path = pattern(endpoint.path());
            List<String> known = methods.computeIfAbsent(path, none -> new ArrayList<>());
            known.add(endpoint.method().name());
            switch (endpoint.method()) {
                case GET -> {
                    routing.get(path, handler);
                    routing.head(path, (request, response) -> answer(endpoint, request, HeadOnly.of(response)));
                    known.add("HEAD");
                }
                case POST -> routing.post(path, handler);
                case DELETE -> routing.delete(path, handler);
            }
        }
        methods.forEach((place, known) -> {
            known.add("OPTIONS");
            routing.any(place, (request, response) -> otherwise(known, request, response));
        });
    }

    private void answer(Endpoint endpoint, ServerRequest request, ServerResponse response) {
        switch (endpoint.entry()) {
            case Entry.Anyone anyone -> {}
            case Entry.Unsaid none -> throw none.fault(endpoint.path());
            case Entry.AsksItself later ->
                pace.pass(Asker.caller(request).principal().name(), response);
            case Entry.May(var acts) -> {
                pace.pass(Asker.caller(request).principal().name(), response);
                var ignored = Asker.admitted(request, acts, desk.wiring());
            }
        }
        Query.of(request).allow(endpoint.parameters());
        endpoint.handler().answer(request, response);
    }

    private static void otherwise(List<String> known, ServerRequest request, ServerResponse response) {
        String allow = String.join(", ", known.stream().sorted().toList());
        response.header(HeaderNames.ALLOW, allow);
        String method = request.prologue().method().text();
        if (!method.equals("OPTIONS"))
            throw new Problem(Status.METHOD_NOT_ALLOWED_405, "here one may " + allow + ", got " + Query.shown(method));
        response.status(Status.NO_CONTENT_204);
        response.send();
    }
}
