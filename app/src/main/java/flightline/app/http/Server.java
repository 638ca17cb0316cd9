package flightline.app.http;

import flightline.app.identity.Reception;
import flightline.app.observe.Watchtower;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.audit.AuditTrouble;
import flightline.flow.Turns;
import flightline.search.IndexTrouble;
import flightline.state.StateTrouble;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The server: binds this machine's own address; another one only where people sign in and all is encrypted on its way. */
public final class Server implements AutoCloseable {
    /** What must be set up before other machines may ask. */
    public static final String LOOPBACK_ONLY = "nobody signs in here, so --host must be 127.0.0.1, ::1 or localhost";

    /** Held, or the level set on it would be forgotten: what starts and stops is for the command line to tell. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** How long a connection may say nothing in the middle of what it sends. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** How long a stop waits for what is being answered; lines on which nothing is asked end at once. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final WebServer server;
    private final List<Endpoint> endpoints;
    private final Jobs jobs;
    private final flightline.app.mcp.Desk mcp;
    private final Watchtower tower;

    private Server(
            WebServer server, List<Endpoint> endpoints, Jobs jobs, flightline.app.mcp.Desk mcp, Watchtower tower) {
        this.server = server;
        this.endpoints = endpoints;
        this.jobs = jobs;
        this.mcp = mcp;
        this.tower = tower;
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
     * Starts. Throws {@link IllegalArgumentException} for a host that is none of this machine's own, and where other machines
     * could ask and nobody would have to say who they are, or could be overheard.
     */
    public static Server start(Serving serving) {
        Wiring wiring = serving.wiring();
        Reception reception = serving.reception();
        Listening listening = serving.listening();
        refusal(listening, reception).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        // Before the folder of what others are bringing in is swept.
        free(listening);
        var doorman = new Doorman(reception, listening);
        var signIn = new SignIn(reception, doorman, listening, wiring.rulebook().access());
        Upload.sweep(wiring.folder().root());
        var verbs = new Verbs(wiring, serving.today());
        var watch = new Watch(serving.tower(), wiring, serving.clock());
        var desk = Desk.of(serving);
        var mcp = new flightline.app.mcp.Desk(wiring, serving.today(), serving.faults());
        List<Endpoint> endpoints = Stream.of(
                        Places.of(desk, verbs),
                        signIn.endpoints(),
                        new McpRoute(mcp).endpoints(),
                        new Health(wiring.readiness()).endpoints(),
                        watch.endpoints())
                .flatMap(List::stream)
                .toList();
        HttpRouting.Builder routing = HttpRouting.builder().addFilter(watch).addFilter(new Door(doorman, listening));
        new Routes(desk).mount(routing, endpoints);
        HttpRouting.Builder pages = HeadOnly.beside(routing);
        signIn.routes(pages);
        var shown = new Pages(desk, verbs);
        shown.register(pages);
        var description = OpenApi.of(endpoints);
        pages.get("/openapi", (request, response) -> Reply.json(response, description));
        errors(routing, serving.faults(), shown);
        HELIDON.setLevel(Level.WARNING);
        var building = WebServer.builder()
                .host(listening.host())
                .port(listening.port())
                .maxPayloadSize(serving.bounds().bytes() + (1 << 20))
                // Held back for one another, the small pieces of a stream came 40 ms late on a kept connection.
                .connectionOptions(options -> options.readTimeout(SILENCE).tcpNoDelay(true))
                .directHandlers(Reply.atTheDoor())
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                .routing(routing);
        listening.tls().ifPresent(files -> building.tls(Pem.tls(files)));
        WebServer server = building.build().start();
        // It does not throw where it cannot listen: it writes that to its own log and stands still.
        if (!server.isRunning()) throw new UncheckedIOException(new IOException("nothing can listen there"));
        desk.jobs().open();
        return new Server(server, endpoints, desk.jobs(), mcp, serving.tower());
    }

    /** Throws where another program listens already, or where this machine has no such address, before anything is begun. */
    private static void free(Listening listening) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(listening.host(), listening.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
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

    private static void errors(HttpRouting.Builder routing, Consumer<Throwable> faults, Pages pages) {
        routing.error(
                Problem.class,
                (request, response, problem) ->
                        pages.tell(request, response, problem.status(), String.valueOf(problem.getMessage())));
        routing.error(
                BadRequest.class,
                (request, response, problem) ->
                        pages.tell(request, response, Status.BAD_REQUEST_400, String.valueOf(problem.getMessage())));
        routing.error(
                HttpException.class,
                (request, response, problem) ->
                        pages.tell(request, response, problem.status(), said(request, problem.status())));
        routing.error(
                IndexTrouble.InUse.class,
                (request, response, busy) -> pages.tell(
                        request,
                        response.header(HeaderNames.RETRY_AFTER, "5"),
                        Status.CONFLICT_409,
                        "the library is being changed at this moment; try again"));
        routing.error(
                Turns.Crowded.class,
                (request, response, crowded) -> pages.tell(
                        request,
                        response.header(HeaderNames.RETRY_AFTER, Integer.toString(crowded.seconds())),
                        Status.SERVICE_UNAVAILABLE_503,
                        String.valueOf(crowded.getMessage())));
        routing.error(
                StateTrouble.class,
                (request, response, trouble) -> pages.tell(
                        request,
                        response.header(HeaderNames.RETRY_AFTER, "5"),
                        Status.SERVICE_UNAVAILABLE_503,
                        String.valueOf(trouble.getMessage())));
        routing.error(
                AuditTrouble.class,
                (request, response, trouble) -> pages.tell(
                        request,
                        response.header(HeaderNames.RETRY_AFTER, "5"),
                        Status.SERVICE_UNAVAILABLE_503,
                        String.valueOf(trouble.getMessage())));
        routing.error(
                IndexTrouble.Away.class,
                (request, response, away) -> pages.tell(
                        request,
                        response.header(HeaderNames.RETRY_AFTER, "5"),
                        Status.SERVICE_UNAVAILABLE_503,
                        String.valueOf(away.getMessage())));
        routing.error(Gone.class, (request, response, gone) -> {});
        // Whoever asked has hung up, or has said nothing for too long, in the middle of what they had to say.
        routing.error(
                DataReader.InsufficientDataAvailableException.class, (request, response, gone) -> hungUp(response));
        routing.error(ServerConnectionException.class, (request, response, gone) -> hungUp(response));
        routing.error(CloseConnectionException.class, (request, response, gone) -> hungUp(response));
        routing.error(UncheckedIOException.class, (request, response, broken) -> {
            if (broken.getCause() instanceof SocketException || broken.getCause() instanceof SocketTimeoutException)
                hungUp(response);
            else fault(request, response, broken, faults, pages);
        });
        routing.error(Throwable.class, (request, response, fault) -> fault(request, response, fault, faults, pages));
    }

    private static String said(ServerRequest request, Status status) {
        return status.equals(Status.NOT_FOUND_404)
                ? "nothing answers " + request.prologue().method().text() + " at '"
                        + Query.shown(request.path().path()) + "'; /openapi tells what there is"
                : status.reasonPhrase();
    }

    private static void fault(
            ServerRequest request, ServerResponse response, Throwable fault, Consumer<Throwable> faults, Pages pages) {
        faults.accept(fault);
        pages.tell(
                request,
                response,
                Status.INTERNAL_SERVER_ERROR_500,
                "a fault of ours; the server's own output says more");
    }

    /** Said into the dark, for nothing else may come on this line. */
    private static void hungUp(ServerResponse response) {
        if (response.isSent()) throw new CloseConnectionException("whoever asked is gone");
        response.header(HeaderNames.CONNECTION, "close");
        Reply.problem(response, Status.REQUEST_TIMEOUT_408, "the request ended early");
    }

    public int port() {
        return server.port();
    }

    /** Takes nothing new, lets what is being answered go to its end, and breaks off what takes longer than a while. */
    @Override
    public void close() {
        var ignored = server.stop();
        jobs.close();
        mcp.close();
        tower.close();
    }
}
