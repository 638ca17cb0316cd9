package flightline.flow;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets so many answers be worked out at once as the machine can: whoever comes later waits their turn, and where the queue is
 * long already they are told so at once, rather than that everybody waits for ever. First come, first served; safe for several
 * threads.
 */
public final class Turns {
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int longest;
    private final Duration patience;

    /**
     * @param atOnce answers that are worked out at a time, at least 1
     * @param longest how many may wait besides
     * @param patience how long one waits
     */
    public Turns(int atOnce, int longest, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.longest = longest;
        this.patience = patience;
    }

    /** A turn that was had. Whoever has it gives it back, once the work is done that keeps the machine busy; again does no harm. */
    public final class Turn implements AutoCloseable {
        private boolean given;

        private Turn() {}

        @Override
        public void close() {
            if (given) return;
            given = true;
            free.release();
        }
    }

    /** More wanted answers than could be worked out. */
    public static final class Crowded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int seconds;

        private Crowded(int seconds) {
            super("too many are asking at this moment; come again in " + seconds + " s");
            this.seconds = seconds;
        }

        /** After how many it is worth while to come again. */
        public int seconds() {
            return seconds;
        }
    }

    /** Waits for a turn; throws {@link Crowded} where the queue is full, or where it takes too long. */
    Turn take() {
        if (free.tryAcquire()) return new Turn();
        if (waiting.incrementAndGet() > longest) {
            waiting.decrementAndGet();
            throw crowded();
        }
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) throw crowded();
            return new Turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw crowded();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Does work when its turn has come; throws as {@link #take}. */
    <T> T during(Supplier<T> work) {
        Turn turn = take();
        try {
            return work.get();
        } finally {
            turn.close();
        }
    }

    private Crowded crowded() {
        return new Crowded((int) Math.max(1, patience.toSeconds()));
    }
}
