package flightline.app.wiring;

import flightline.state.Cabinet;
import flightline.state.Lease;
import flightline.state.StateTrouble;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The right of one verb to write among all nodes that share a database, held for as long as this process lives: the same that a
 * job has, so that neither meets the other half way. Where nothing is shared, there is nobody to wait for.
 */
public final class WritingTurn implements AutoCloseable {
    /** After which it ends by itself where this process dies. */
    public static final Duration LENGTH = Duration.ofSeconds(30);

    private static final String NAME = "writing";
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Optional<Lease> lease;
    private final Optional<Thread> heart;
    private volatile boolean lost;

    private WritingTurn(Optional<Lease> lease) {
        this.lease = lease;
        this.heart = lease.map(held -> Thread.ofVirtual().name("writing-turn").start(() -> beat(held)));
    }

    /** The right at this moment, for whoever renews it; absent while somebody else has it. */
    public static Optional<Lease> now(Cabinet cabinet) {
        return cabinet.lease(NAME, LENGTH);
    }

    /** One that waits for nobody. */
    static WritingTurn alone() {
        return new WritingTurn(Optional.empty());
    }

    /**
     * Waits for it.
     *
     * @param patience a holder that died is waited for where this is longer than {@link #LENGTH}
     * @param nanos a clock for durations
     */
    static WritingTurn await(Cabinet cabinet, String place, Duration patience, LongSupplier nanos) {
        long begun = nanos.getAsLong();
        while (true) {
            Optional<Lease> lease = now(cabinet);
            if (lease.isPresent()) return new WritingTurn(lease);
            if (nanos.getAsLong() - begun >= patience.toNanos() || !pause(LOOK))
                throw new StateTrouble(
                        "another node is writing to what is kept in " + place
                                + "; reading goes on, try again when it has ended",
                        new IllegalStateException(NAME + " is taken"));
        }
    }

    private void beat(Lease held) {
        while (pause(BEAT)) {
            try {
                if (!held.renew()) lost = true;
            } catch (StateTrouble gone) {
                // Tried again with the next beat; if that lasts, another node has it, and the next one says so.
            }
        }
    }

    /** Whether it ended before its time, so that somebody else may be writing. */
    public boolean isLost() {
        return lost;
    }

    @Override
    public void close() {
        heart.ifPresent(Thread::interrupt);
        lease.ifPresent(Lease::close);
    }

    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
