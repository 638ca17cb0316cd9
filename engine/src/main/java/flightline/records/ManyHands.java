package flightline.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Works rows with several threads and hands on what became of them in their order; of the file no more than a few batches is held. */
final class ManyHands {
    private static final int BATCH = 1024;

    private ManyHands() {}

    /** @param rows the next ones, at most so many; none at the end */
    static <R, T> void read(
            IntFunction<List<R>> rows,
            Function<R, T> work,
            int threads,
            Consumer<List<T>> taker,
            BooleanSupplier stop) {
        try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
            var under = new ArrayDeque<Future<List<T>>>();
            try {
                for (List<R> batch = rows.apply(BATCH);
                        !batch.isEmpty() && !stop.getAsBoolean();
                        batch = rows.apply(BATCH)) {
                    List<R> these = batch;
                    under.add(hands.submit(() -> worked(these, work)));
                    if (under.size() > 2 * threads) taker.accept(under.remove().get());
                }
                while (!under.isEmpty()) taker.accept(under.remove().get());
            } catch (InterruptedException e) {
                hands.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the reading of a file was interrupted", e);
            } catch (ExecutionException e) {
                hands.shutdownNow();
                throw new IllegalStateException("a row cannot be worked: " + e.getCause(), e);
            }
        }
    }

    private static <R, T> List<T> worked(List<R> rows, Function<R, T> work) {
        var done = new ArrayList<T>(rows.size());
        for (R row : rows) done.add(work.apply(row));
        return done;
    }
}
