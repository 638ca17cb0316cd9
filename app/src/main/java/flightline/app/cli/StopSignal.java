package flightline.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Turns Ctrl-C into a wish to stop: the work ends its file, keeps what is done, and then the program ends. */
final class StopSignal implements BooleanSupplier, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final AtomicBoolean wanted = new AtomicBoolean();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");

    private StopSignal() {}

    static StopSignal listen() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    @Override
    public boolean getAsBoolean() {
        return wanted.get();
    }

    /** Waits so long, or until the stop is asked for. */
    void pause(Duration time) {
        try {
            boolean stopped = asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
            if (stopped) wanted.set(true);
        } catch (InterruptedException e) {
            wanted.set(true);
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        wanted.set(true);
        asked.countDown();
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) Runtime.getRuntime().halt(Exit.FAULT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!wanted.get()) Runtime.getRuntime().removeShutdownHook(hook);
    }
}
