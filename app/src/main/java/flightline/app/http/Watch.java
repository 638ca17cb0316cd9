package flightline.app.http;

import flightline.app.observe.Asking;
import flightline.app.observe.RequestLine;
import flightline.app.observe.Traces;
import flightline.app.observe.Watchtower;
import flightline.app.view.CheckJson;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Stands before the door and sees each request come and its answer go: by pattern and status, never by its words. */
final class Watch implements Filter {
    private final Watchtower tower;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final AtomicLong seen = new AtomicLong();

    Watch(Watchtower tower, Wiring wiring, InstantSource clock) {
        this.tower = tower;
        this.clock = clock;
        this.nanos = wiring.settings().nanos();
        wiring.witnesses().add(tower.gauges());
        tower.traces().ifPresent(wiring.witnesses()::add);
        tower.gauges()
                .watch(
                        "flightline.index.passages",
                        "Passages in the index",
                        () -> wiring.readiness().passages());
        tower.gauges()
                .watch(
                        "flightline.index.records",
                        "Records in the index",
                        () -> wiring.readiness().records());
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/metrics", "Counts and durations, as Prometheus reads them", this::page)
                .by(Act.EVALUATE)
                .gives("text/plain", "string"));
    }

    private void page(ServerRequest request, ServerResponse response) {
        String all = tower.gauges().page();
        Reply.text(response, "text/plain; version=0.0.4", CheckJson.keeps(Asker.of(request)) ? all : withoutSizes(all));
    }

    /** How much is held, hidden things among it, is for those who keep it. */
    private static String withoutSizes(String page) {
        return page.lines()
                .filter(line -> !line.contains("flightline_index_"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long began = nanos.getAsLong();
        long id = seen.incrementAndGet();
        Optional<Traces.Open> open = tower.traces()
                .map(traces -> traces.open(name ->
                        request.headers().first(HeaderNames.create(name)).orElse(null)));
        response.whenSent(() -> {
            var asking = new Asking(
                    request.matchingPattern().orElse(Asking.OTHER),
                    request.prologue().method().text());
            int status = response.status().code();
            var took = Duration.ofNanos(nanos.getAsLong() - began);
            tower.gauges().asked(asking, status, took);
            open.ifPresent(one -> one.ended(asking, status));
            tower.lines()
                    .ifPresent(out -> out.accept(RequestLine.of(
                            clock.instant(),
                            id,
                            asking,
                            status,
                            took,
                            Asker.known(request)
                                    .map(caller -> caller.principal().name()),
                            open.map(Traces.Open::trace).orElse(""))));
        });
        open.ifPresentOrElse(one -> one.during(chain::proceed), chain::proceed);
    }
}
