package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.identity.IdentitySettings;
import flightline.app.identity.Reception;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The server: binds this machine's own address; another one only where people sign in and all is encrypted on its way. */
public final class Server implements AutoCloseable {
    /** What must be set up before other machines may ask. */
    public static final String LOOPBACK_ONLY = "nobody signs in here, so --host must be 127.0.0.1, ::1 or localhost";

    /** Held, or the level set on it would be forgotten: what starts and stops is for the command line to tell. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private final WebServer server;
    private final List<Endpoint> endpoints;

    private Server(WebServer server, List<Endpoint> endpoints) {
        this.server = server;
        this.endpoints = endpoints;
    }

    /** All that can be asked here, but the pages. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** An address that this machine alone can reach. */
    public static boolean isLoopback(String host) {
        return List.of("127.0.0.1", "::1", "localhost").contains(host);
    }

    /**
     * Starts where nothing is set up but accounts, if there are any. Throws {@link IllegalArgumentException} for a host that is
     * none of this machine's own.
     *
     * @param port 0 for any that is free
     * @param faults is told of what should not have happened
     */
    public static Server start(
            Wiring wiring,
            String host,
            int port,
            InstantSource clock,
            Supplier<LocalDate> today,
            Consumer<Throwable> faults) {
        Reception reception = wiring.people().reception(IdentitySettings.STANDARD, clock, today);
        return start(wiring, reception, Listening.here(host, port), clock, today, faults);
    }

    /**
     * Starts. Throws {@link IllegalArgumentException} where other machines could ask and nobody would have to say who they are,
     * or could be overheard.
     *
     * @param faults is told of what should not have happened
     */
    public static Server start(
            Wiring wiring,
            Reception reception,
            Listening listening,
            InstantSource clock,
            Supplier<LocalDate> today,
            Consumer<Throwable> faults) {
        refusal(listening, reception).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        var doorman = new Doorman(reception, listening);
        var signIn = new SignIn(reception, doorman, listening, wiring.rulebook().access());
        var verbs = new Verbs(wiring, today);
        List<Endpoint> endpoints = endpoints(verbs, new Chat(wiring, verbs, clock), signIn);
        HttpRouting.Builder routing = HttpRouting.builder().addFilter(new Door(doorman, listening));
        for (Endpoint endpoint : endpoints) route(routing, endpoint, wiring);
        signIn.routes(routing);
        pages(routing, new Pages(wiring, verbs, today));
        var description = OpenApi.of(endpoints);
        routing.get("/openapi", (request, response) -> Reply.json(response, description));
        errors(routing, faults);
        HELIDON.setLevel(Level.WARNING);
        var building = WebServer.builder()
                .host(listening.host())
                .port(listening.port())
                .maxPayloadSize(1 << 21)
                .shutdownHook(false)
                .routing(routing);
        listening.tls().ifPresent(files -> building.tls(Pem.tls(files)));
        WebServer server = building.build().start();
        return new Server(server, endpoints);
    }

    /** Why it cannot be served there, in one sentence; empty where it can. */
    public static Optional<String> refusal(Listening listening, Reception reception) {
        if (listening.isLoopback()) return Optional.empty();
        if (!reception.isStaffed())
            return Optional.of(LOOPBACK_ONLY + ", got '" + listening.host()
                    + "'; let people in first (people add NAME, or identity.openid in the configuration)");
        if (listening.tls().isEmpty())
            return Optional.of("passwords and keys would go over the network in the clear: --host " + listening.host()
                    + " needs serve.tls in the configuration, with certificate and key");
        if (listening.address().isEmpty() && listening.names().isEmpty())
            return Optional.of(
                    "--host " + listening.host()
                            + " needs serve.address in the configuration, such as https://flightline.example:8443, or requests could name any host");
        return Optional.empty();
    }

    private static List<Endpoint> endpoints(Verbs verbs, Chat chat, SignIn signIn) {
        return Stream.of(
                        verbs.endpoints(),
                        chat.endpoints(),
                        signIn.endpoints(),
                        List.of(Endpoint.get("/health", "Whether the server answers", Server::health)
                                .entered(Entry.ANYONE)))
                .flatMap(List::stream)
                .toList();
    }

    private static void pages(HttpRouting.Builder routing, Pages pages) {
        routing.get("/", pages::start)
                .post("/", pages::answer)
                .get("/show", pages::show)
                .get("/assets/style.css", pages::style)
                .get("/assets/icon.svg", pages::icon);
    }

    private static void route(HttpRouting.Builder routing, Endpoint endpoint, Wiring wiring) {
        Handler handler = (request, response) -> {
            admit(endpoint.entry(), request, wiring);
            endpoint.handler().answer(request, response);
        };
        switch (endpoint.method()) {
            case GET -> routing.get(endpoint.path(), handler);
            case POST -> routing.post(endpoint.path(), handler);
            case DELETE -> routing.delete(endpoint.path(), handler);
        }
    }

    private static void admit(Entry entry, ServerRequest request, Wiring wiring) {
        switch (entry) {
            case Entry.Anyone() -> {}
            case Entry.SignedIn() -> {
                // The door lets nobody else in; whoever came past it is a fault of ours.
                var ignored = Asker.caller(request);
            }
            case Entry.May(var act) -> {
                var ignored = Asker.admitted(request, act, wiring);
            }
        }
    }

    private static void errors(HttpRouting.Builder routing, Consumer<Throwable> faults) {
        routing.error(
                Problem.class,
                (request, response, problem) ->
                        Reply.problem(response, problem.status(), String.valueOf(problem.getMessage())));
        routing.error(
                BadRequest.class,
                (request, response, problem) ->
                        Reply.problem(response, Status.BAD_REQUEST_400, String.valueOf(problem.getMessage())));
        routing.error(
                HttpException.class,
                (request, response, problem) -> Reply.problem(
                        response, problem.status(), problem.status().reasonPhrase()));
        routing.error(Throwable.class, (request, response, fault) -> {
            faults.accept(fault);
            Reply.problem(
                    response, Status.INTERNAL_SERVER_ERROR_500, "a fault of ours; the server's own output says more");
        });
    }

    private static void health(ServerRequest request, ServerResponse response) {
        Reply.json(response, JsonNodeFactory.instance.objectNode().put("status", "up"));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        var ignored = server.stop();
    }
}
