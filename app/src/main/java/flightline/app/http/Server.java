package flightline.app.http;

import flightline.app.mcp.Desk;
import flightline.app.observe.Watchtower;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The server: binds this machine's own address and nothing else until people can be authenticated. */
public final class Server implements AutoCloseable {
    /** Why only this machine may ask. */
    public static final String LOOPBACK_ONLY =
            "only this machine can be served, for nobody is authenticated yet: --host must be 127.0.0.1, ::1 or localhost";

    /** Held, or the level set on it would be forgotten: what starts and stops is for the command line to tell. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private final WebServer server;
    private final Desk desk;
    private final Watchtower tower;

    private Server(WebServer server, Desk desk, Watchtower tower) {
        this.server = server;
        this.desk = desk;
        this.tower = tower;
    }

    /** An address that this machine alone can reach. */
    public static boolean isLoopback(String host) {
        return List.of("127.0.0.1", "::1", "localhost").contains(host);
    }

    /**
     * Starts. Throws {@link IllegalArgumentException} for a host that is none of this machine's own.
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
        return start(wiring, host, port, clock, today, faults, Watchtower.counting());
    }

    /** @param tower looks on, and is closed with the server */
    public static Server start(
            Wiring wiring,
            String host,
            int port,
            InstantSource clock,
            Supplier<LocalDate> today,
            Consumer<Throwable> faults,
            Watchtower tower) {
        if (!isLoopback(host)) throw new IllegalArgumentException(LOOPBACK_ONLY + ", got '" + host + "'");
        var verbs = new Verbs(wiring, today);
        var chat = new Chat(wiring, verbs, clock);
        var watch = new Watch(tower, wiring, clock);
        List<Endpoint> endpoints = Stream.of(
                        verbs.endpoints(),
                        chat.endpoints(),
                        new Health(wiring.readiness()).endpoints(),
                        watch.endpoints())
                .flatMap(List::stream)
                .toList();
        HttpRouting.Builder routing = HttpRouting.builder().addFilter(watch).addFilter(new Door());
        for (Endpoint endpoint : endpoints) route(routing, endpoint);
        pages(routing, new Pages(wiring, verbs, today));
        var description = OpenApi.of(endpoints);
        routing.get("/openapi", (request, response) -> Reply.json(response, description));
        var desk = new Desk(wiring, today, faults);
        new McpRoute(desk).into(routing);
        errors(routing, faults);
        HELIDON.setLevel(Level.WARNING);
        WebServer server = WebServer.builder()
                .host(host)
                .port(port)
                .maxPayloadSize(1 << 21)
                .shutdownHook(false)
                .routing(routing)
                .build()
                .start();
        return new Server(server, desk, tower);
    }

    private static void pages(HttpRouting.Builder routing, Pages pages) {
        routing.get("/", pages::start)
                .post("/", pages::answer)
                .get("/show", pages::show)
                .get("/assets/style.css", pages::style)
                .get("/assets/icon.svg", pages::icon);
    }

    private static void route(HttpRouting.Builder routing, Endpoint endpoint) {
        Handler handler = endpoint.handler()::answer;
        switch (endpoint.method()) {
            case GET -> routing.get(endpoint.path(), handler);
            case POST -> routing.post(endpoint.path(), handler);
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

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        var ignored = server.stop();
        desk.close();
        tower.close();
    }
}
