package flightline.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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

    private static float[] vector(CompletableFuture<float[]> held) {
        try {
            return held.join().clone();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            if (e.getCause() instanceof Error broken) throw broken;
            throw e;
        }
    }

    @Override
    public void close() {
        embedder.close();
    }
}
