package flightline.flow;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that is done beside other work, on a thread of its own, and then waited for. */
final class Beside<T> {
    private final FutureTask<T> work;

    private Beside(Supplier<T> work) {
        this.work = new FutureTask<>(work::get);
    }

    static <T> Beside<T> start(Supplier<T> work) {
        var beside = new Beside<>(work);
        Thread.ofVirtual().start(beside.work);
        return beside;
    }

    /** What came of it; throws what the work threw. */
    T result() {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            if (e.getCause() instanceof Error broken) throw broken;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a search", e);
        }
    }
}
