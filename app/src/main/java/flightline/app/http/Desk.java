package flightline.app.http;

import flightline.app.wiring.StateStand;
import flightline.app.wiring.Wiring;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every part of the API works with.
 *
 * @param today asked for every request, for a server runs on over midnight
 * @param faults is told of what should not have happened
 */
record Desk(
        Wiring wiring,
        InstantSource clock,
        Supplier<LocalDate> today,
        Consumer<Throwable> faults,
        Bounds bounds,
        Once once,
        Workshop workshop,
        Jobs jobs) {
    static Desk of(Serving serving) {
        InstantSource clock = serving.clock();
        Consumer<Throwable> faults = serving.faults();
        StateStand state = serving.wiring().state();
        var workshop = new Workshop(
                faults,
                serving.tower().gauges().jobs(),
                serving.wiring().settings().nanos());
        return new Desk(
                serving.wiring(),
                clock,
                serving.today(),
                faults,
                serving.bounds(),
                new Once(state::passing, clock),
                workshop,
                state.shared()
                        ? new SharedJobs(
                                state, workshop, serving.wiring().folder().root())
                        : new OwnJobs(clock, workshop));
    }
}
