package flightline.app.http;

import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.search.IndexTrouble;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server: binds this machine's own address and nothing else until people can be authenticated. */
public final class Server implements AutoCloseable {
    /** Why only this machine may ask. */
    public static final String LOOPBACK_ONLY =
            "only this machine can be served, for nobody is authenticated yet: --host must be 127.0.0.1, ::1 or localhost";

    /** Held, or the level set on it would be forgotten: what starts and stops is for the command line to tell. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** How long a connection may say nothing in the middle of what it sends. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final WebServer server;
    private final Jobs jobs;

    private Server(WebServer server, Jobs jobs) {
        this.server = server;
        this.jobs = jobs;
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
        return start(wiring, host, port, clock, today, faults, Bounds.STANDARD);
    }

    static Server start(
            Wiring wiring,
            String host,
            int port,
            InstantSource clock,
            Supplier<LocalDate> today,
            Consumer<Throwable> faults,
            Bounds bounds) {
        if (!isLoopback(host)) throw new IllegalArgumentException(LOOPBACK_ONLY + ", got '" + host + "'");
        Upload.sweep(wiring.folder().root());
        var verbs = new Verbs(wiring, today);
        var desk = Desk.of(wiring, clock, today, faults, bounds);
        List<Endpoint> endpoints = Places.of(desk, verbs);
        HttpRouting.Builder routing = HttpRouting.builder().addFilter(new Door());
        new Routes(desk).mount(routing, endpoints);
        pages(routing, new Pages(wiring, verbs, today));
        var description = OpenApi.of(endpoints);
        routing.get("/openapi", (request, response) -> Reply.json(response, description));
        errors(routing, faults);
        HELIDON.setLevel(Level.WARNING);
        WebServer server = WebServer.builder()
                .host(host)
                .port(port)
                .maxPayloadSize(bounds.bytes() + (1 << 20))
                .connectionOptions(options -> options.readTimeout(SILENCE))
                .shutdownHook(false)
                .routing(routing)
                .build()
                .start();
        return new Server(server, desk.jobs());
    }

    private static void pages(HttpRouting.Builder routing, Pages pages) {
        routing.get("/", pages::start)
                .post("/", pages::answer)
                .get("/show", pages::show)
                .get("/assets/style.css", pages::style)
                .get("/assets/icon.svg", pages::icon);
    }

    private static void errors(HttpRouting.Builder routing, Consumer<Throwable> faults) {
        routing.error(
                Problem.class,
                (request, response, problem) ->
                        Reply.problem(request, response, problem.status(), String.valueOf(problem.getMessage())));
        routing.error(
                BadRequest.class,
                (request, response, problem) ->
                        Reply.problem(request, response, Status.BAD_REQUEST_400, String.valueOf(problem.getMessage())));
        routing.error(
                HttpException.class,
                (request, response, problem) -> Reply.problem(
                        request, response, problem.status(), problem.status().reasonPhrase()));
        routing.error(
                IndexTrouble.InUse.class,
                (request, response, busy) -> Reply.problem(
                        request,
                        response.header(HeaderNames.RETRY_AFTER, "5"),
                        Status.CONFLICT_409,
                        "the library is being changed at this moment; try again"));
        routing.error(Gone.class, (request, response, gone) -> {});
        routing.error(Throwable.class, (request, response, fault) -> {
            faults.accept(fault);
            Reply.problem(
                    request,
                    response,
                    Status.INTERNAL_SERVER_ERROR_500,
                    "a fault of ours; the server's own output says more");
        });
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        var ignored = server.stop();
        jobs.close();
    }
}
