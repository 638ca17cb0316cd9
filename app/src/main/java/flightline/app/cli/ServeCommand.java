package flightline.app.cli;

import flightline.app.http.Server;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Answers over HTTP, on this machine's own address, until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Default: 8080; 0 for any.")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", description = "Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(
            names = "--log",
            paramLabel = "FORM",
            description = "json: a line for each request on standard error, without a word of it; default: none.")
    private @Nullable String log;

    ServeCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) throw new BadRequest("--port must be 0..65535, got " + port);
        if (!Server.isLoopback(host)) throw new BadRequest(Server.LOOPBACK_ONLY + ", got '" + host + "'");
        if (log != null && !log.equals("json")) throw new BadRequest("--log must be json, got '" + log + "'");
        try (Wiring wiring = common.wire(outside);
                Server server = start(wiring)) {
            // Whoever asks meanwhile waits a little; who is told that it serves does not.
            wiring.readiness().warmUp();
            outside.err()
                    .println("Serving on http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port()
                            + "/ (Ctrl-C ends it)");
            new CountDownLatch(1).await();
            return Exit.DONE;
        }
    }

    private Server start(Wiring wiring) {
        try {
            return Server.start(
                    wiring,
                    host,
                    port,
                    outside.clock(),
                    () -> LocalDate.now(outside.clock()),
                    fault -> outside.err().println("flightline: a fault of ours: " + fault),
                    ObserveConfig.tower(
                            outside,
                            wiring,
                            common.otlp(),
                            log == null ? Optional.empty() : Optional.of(outside.err()::println)));
        } catch (java.io.UncheckedIOException | IllegalStateException e) {
            throw new BadRequest("cannot serve on " + host + ":" + port + ": " + e.getMessage());
        }
    }
}
