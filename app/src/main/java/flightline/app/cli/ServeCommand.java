package flightline.app.cli;

import flightline.app.http.Listening;
import flightline.app.http.Server;
import flightline.app.http.Serving;
import flightline.app.identity.Reception;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {
            "Answers over HTTP, with a page, until it is stopped.",
            "On this machine's own address, or for others where people sign in and serve.tls is configured."
        })
final class ServeCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: serve.port, else 8080; 0 for any.")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "HOST", description = "Default: serve.host, else 127.0.0.1.")
    private @Nullable String host;

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
        if (log != null && !log.equals("json")) throw new BadRequest("--log must be json, got '" + log + "'");
        Listening listening = listening();
        try (StopSignal stop = StopSignal.listen();
                Wiring wiring = common.wire(outside);
                Server server = start(wiring, listening)) {
            // Whoever asks meanwhile waits a little; who is told that it serves does not.
            wiring.readiness().warmUp();
            wiring.beginShadow();
            String at = listening.host();
            outside.err()
                    .println("Serving on " + (listening.tls().isPresent() ? "https" : "http") + "://"
                            + (at.contains(":") ? "[" + at + "]" : at) + ":" + server.port() + "/ (Ctrl-C ends it)");
            stop.await();
            if (!common.quiet()) outside.err().println("Stopping: what is being answered goes to its end");
            return stop.code(Exit.DONE);
        }
    }

    private Listening listening() {
        Listening configured = common.listening(outside);
        int at = Optional.ofNullable(port).orElse(configured.port());
        if (at < 0 || at > 65_535) throw new BadRequest("--port must be 0..65535, got " + at);
        return new Listening(
                Optional.ofNullable(host).orElse(configured.host()),
                at,
                configured.address(),
                configured.names(),
                configured.tls());
    }

    private Server start(Wiring wiring, Listening listening) {
        Supplier<LocalDate> today = () -> LocalDate.now(outside.clock());
        Reception reception = reception(outside, common, wiring, listening);
        Server.refusal(listening, reception).ifPresent(why -> {
            throw new BadRequest(why);
        });
        try {
            return Server.start(Serving.here(wiring, listening.port(), outside.clock(), today, this::fault)
                    .at(reception, listening)
                    .watchedBy(ObserveConfig.tower(
                            outside,
                            wiring,
                            common.otlp(),
                            log == null ? Optional.empty() : Optional.of(outside.err()::println))));
        } catch (java.io.UncheckedIOException | IllegalStateException e) {
            throw new BadRequest("cannot serve on " + listening.host() + ":" + listening.port() + ": " + e.getMessage()
                    + "; name another with --port or --host, or end the program that listens there");
        }
    }

    /** Where whoever asks is looked at; throws {@link BadRequest} where what is configured of it is no use. */
    static Reception reception(Outside outside, CommonOptions common, Wiring wiring, Listening listening) {
        return wiring.people()
                .reception(
                        common.identity(outside, ServeConfig.asksForCertificates(listening)),
                        outside.clock(),
                        () -> LocalDate.now(outside.clock()));
    }

    private void fault(Throwable fault) {
        outside.err().println("flightline: a fault of ours: " + fault);
    }
}
