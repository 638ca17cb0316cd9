package flightline.app.http;

import flightline.app.identity.Caller;
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
    private final Desk desk;
    private final Pace pace;

    Routes(Desk desk) {
        this.desk = desk;
        this.pace = new Pace(
                desk.bounds().perSecond(),
                desk.bounds().burst(),
                desk.wiring().settings().nanos());
    }

    /** What is named outright stands before what any word fits. */
    private static List<Endpoint> inOrder(List<Endpoint> endpoints) {
        return endpoints.stream()
                .sorted(Comparator.comparing(endpoint -> endpoint.path().contains("{")))
                .toList();
    }

    void mount(HttpRouting.Builder routing, List<Endpoint> endpoints) {
        var methods =
                new TreeMap<String, List<String>>(Comparator.<String, Boolean>comparing(path -> path.contains("{"))
                        .thenComparing(Comparator.naturalOrder()));
        for (Endpoint endpoint : inOrder(endpoints)) {
            Handler handler = (request, response) -> answer(endpoint, request, response);
            List<String> known = methods.computeIfAbsent(endpoint.path(), path -> new ArrayList<>());
            known.add(endpoint.method().name());
            switch (endpoint.method()) {
                case GET -> {
                    routing.get(endpoint.path(), handler);
                    routing.head(endpoint.path(), handler);
                    known.add("HEAD");
                }
                case POST -> routing.post(endpoint.path(), handler);
                case DELETE -> routing.delete(endpoint.path(), handler);
            }
        }
        methods.forEach((path, known) -> {
            known.add("OPTIONS");
            routing.any(path, (request, response) -> otherwise(known, request, response));
        });
    }

    private void answer(Endpoint endpoint, ServerRequest request, ServerResponse response) {
        switch (endpoint.entry()) {
            case Entry.Anyone anyone -> {}
            case Entry.SignedIn known -> pace.pass(Asker.of(request).name(), response);
            case Entry.May(var act) -> {
                Caller caller = Asker.caller(request);
                pace.pass(caller.principal().name(), response);
                caller.outOfScope(act)
                        .or(() -> desk.wiring().door().refusal(caller.principal(), act))
                        .ifPresent(why -> {
                            throw new Problem(Status.FORBIDDEN_403, why);
                        });
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
