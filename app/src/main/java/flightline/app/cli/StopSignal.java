package flightline.app.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Turns Ctrl-C into a wish to stop: the work ends its file, keeps what is done, and then the program ends. Asked a second
 * time, it ends at once, and so it does when the work has not ended within a minute.
 *
 * <p>The signal itself is heard. A shutdown hook would be too late: the Java machine runs all of them side by side, and
 * ONNX Runtime's own frees its native memory under the threads that still compute.
 */
final class StopSignal implements BooleanSupplier, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    /** A shell tells by this much more than the signal's number that a signal ended a program. */
    private static final int BY_SIGNAL = 128;

    private final Runnable told;
    private final AtomicInteger number = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<Heard, @Nullable Object> before = new EnumMap<>(Heard.class);

    /** The signals that ask for an end, each with its number. */
    private enum Heard {
        INT(2),
        TERM(15);

        private final int number;

        Heard(int number) {
            this.number = number;
        }

        int exitCode() {
            return BY_SIGNAL + number;
        }
    }

    private StopSignal(Runnable told) {
        this.told = told;
    }

    static StopSignal listen() {
        return listen(() -> {});
    }

    /** Listens, and says at once on standard error that what is in hand is finished first. */
    static StopSignal listen(Outside outside, CommonOptions common, String inHand) {
        return listen(() -> {
            if (common.quiet()) return;
            outside.err()
                    .println((outside.terminal() ? "\n" : "") + "flightline: stopping once " + inHand
                            + " is done; Ctrl-C again ends at once");
            outside.err().flush();
        });
    }

    private static StopSignal listen(Runnable told) {
        var stop = new StopSignal(told);
        for (Heard signal : Heard.values())
            stop.before.put(signal, Signals.register(signal.name(), () -> stop.heard(signal)));
        return stop;
    }

    /**
     * From now on a signal ends the program at once, unless somebody listens. What is kept is whole at every moment, so
     * there is nothing to put down, and native code is not freed under threads that are in it.
     */
    static void endAtOnce() {
        for (Heard signal : Heard.values()) {
            var ignored =
                    Signals.register(signal.name(), () -> Runtime.getRuntime().halt(signal.exitCode()));
        }
    }

    @Override
    public boolean getAsBoolean() {
        return asked.getCount() == 0;
    }

    /** The exit code: that of the work, or that of the signal which ended it. */
    int code(int done) {
        return getAsBoolean() ? BY_SIGNAL + number.get() : done;
    }

    /** Waits so long, or until the stop is asked for. */
    void pause(Duration time) {
        try {
            boolean stopped = asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
            if (stopped) return;
        } catch (InterruptedException e) {
            asked.countDown();
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the stop is asked for. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            asked.countDown();
            Thread.currentThread().interrupt();
        }
    }

    /** Runs in a thread of its own for each signal. */
    private void heard(Heard signal) {
        if (!number.compareAndSet(0, signal.number)) Runtime.getRuntime().halt(signal.exitCode());
        asked.countDown();
        told.run();
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) Runtime.getRuntime().halt(signal.exitCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        before.forEach((signal, handler) -> Signals.unregister(signal.name(), handler));
    }
}
