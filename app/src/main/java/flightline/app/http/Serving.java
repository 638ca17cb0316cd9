package flightline.app.http;

import flightline.app.identity.IdentitySettings;
import flightline.app.identity.Reception;
import flightline.app.observe.Watchtower;
import flightline.app.wiring.Wiring;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that a server is started with.
 *
 * @param today asked for every request, for a server runs on over midnight
 * @param faults is told of what should not have happened
 * @param tower looks on, and is closed with the server
 */
public record Serving(
        Wiring wiring,
        Reception reception,
        Listening listening,
        InstantSource clock,
        Supplier<LocalDate> today,
        Consumer<Throwable> faults,
        Bounds bounds,
        Watchtower tower) {
    /**
     * On this machine's own address, where nothing is set up but accounts, if there are any.
     *
     * @param port 0 for any that is free
     */
    public static Serving here(
            Wiring wiring, int port, InstantSource clock, Supplier<LocalDate> today, Consumer<Throwable> faults) {
        Reception reception = wiring.people().reception(IdentitySettings.STANDARD, clock, today);
        return new Serving(
                wiring,
                reception,
                Listening.here("127.0.0.1", port),
                clock,
                today,
                faults,
                Bounds.STANDARD,
                Watchtower.counting());
    }

    /** The same, where others may reach it. */
    public Serving at(Reception reception, Listening listening) {
        return new Serving(wiring, reception, listening, clock, today, faults, bounds, tower);
    }

    /** The same, with other bounds. */
    public Serving within(Bounds bounds) {
        return new Serving(wiring, reception, listening, clock, today, faults, bounds, tower);
    }

    /** The same, with somebody else who looks on. */
    public Serving watchedBy(Watchtower tower) {
        return new Serving(wiring, reception, listening, clock, today, faults, bounds, tower);
    }
}
