package flightline.llama.embedding;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Texts that whoever asks for their vectors works off, with whatever helpers are free. Nobody waits for a helper that has not
 * begun: a question with a few short texts is not held up by the thousands of an import.
 */
final class EncodingWork implements Runnable {
    private final TextEncoder encoder;
    private final List<String> texts;
    private final float[][] vectors;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    EncodingWork(TextEncoder encoder, List<String> texts) {
        this.encoder = encoder;
        this.texts = List.copyOf(texts);
        this.vectors = new float[texts.size()][];
        this.open = new CountDownLatch(texts.size());
    }

    /** Takes texts until none is left; for the asker and each helper. */
    @Override
    public void run() {
        for (int i = next.getAndIncrement(); i < vectors.length; i = next.getAndIncrement()) {
            try {
                if (fault.get() == null) vectors[i] = encoder.encode(texts.get(i));
            } catch (Exception | Error e) {
                fault.compareAndSet(null, e);
            } finally {
                open.countDown();
            }
        }
    }

    /** In the order of the texts; waits for those that a helper has begun. */
    List<float[]> vectors() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while computing vectors", e);
        }
        Throwable cause = fault.get();
        if (cause != null) throw new IllegalStateException("the embedding model failed: " + cause, cause);
        return List.of(vectors);
    }
}
