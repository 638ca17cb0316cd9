package flightline.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An embedder that keeps the vectors of the questions asked last: one request asks documents, records and the aircraft's own
 * log with the same words, some of them at once, and the model is slower than all three. Safe for several threads; of those
 * that ask the same at once, one asks the model and the others wait for it.
 */
public final class LatestQueries implements Embedder {
    private static final int KEPT = 16;

    private final Embedder embedder;
    private final Map<String, CompletableFuture<float[]>> latest = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<float[]>> eldest) {
            return size() > KEPT;
        }
    };

    /** Those that were begun ahead and are not done. */
    private final Set<Thread> ahead = ConcurrentHashMap.newKeySet();

    public LatestQueries(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public double chance() {
        return embedder.chance();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return embedder.passages(texts);
    }

    @Override
    public float[] query(String text) {
        var mine = new CompletableFuture<float[]>();
        CompletableFuture<float[]> held;
        synchronized (latest) {
            held = latest.putIfAbsent(text, mine);
        }
        if (held != null) return vector(held);
        try {
            mine.complete(embedder.query(text));
        } catch (RuntimeException | Error fault) {
            synchronized (latest) {
                latest.remove(text, mine);
            }
            mine.completeExceptionally(fault);
        }
        return vector(mine);
    }

    /** Begun in a thread of its own; who asks for it then waits for that, and gets what it may have failed with. */
    @Override
    public void soon(String text) {
        Thread begun = Thread.ofVirtual().unstarted(() -> {
            try {
                query(text);
            } catch (RuntimeException _) {
                // Whoever asks for it asks the model again.
            } finally {
                ahead.remove(Thread.currentThread());
            }
        });
        ahead.add(begun);
        begun.start();
    }

    private static float[] vector(CompletableFuture<float[]> held) {
        try {
            return held.join().clone();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            if (e.getCause() instanceof Error broken) throw broken;
            throw e;
        }
    }

    /** After what was begun ahead: a model that is closed under its own work takes the program along. */
    @Override
    public void close() {
        boolean interrupted = false;
        for (Thread begun : ahead)
            while (begun.isAlive()) {
                try {
                    begun.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        if (interrupted) Thread.currentThread().interrupt();
        embedder.close();
    }
}
