package flightline.llama.embedding;

import ai.onnxruntime.OrtException;
import flightline.model.Embedder;
import flightline.vault.UnpackedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The embedding model bge-small-en-v1.5, quantised to 8 bits, inside this process: 384 dimensions, English, the first 512
 * tokens of a text (some 350 to 400 words), no network.
 *
 * <p>Nothing is loaded before the first vector is asked for. The same text gives the same vector, whatever it is asked
 * together with.
 */
public final class BgeSmallEmbedder implements Embedder {
    static final int DIMENSION = 384;

    private final Path cache;
    private final int threads;
    private @Nullable TextEncoder encoder;
    private @Nullable ExecutorService workers;

    /**
     * @param cache folder into which model and native libraries are unpacked at first use, some 60 MB
     * @param threads how many texts are worked on at a time, at least 1
     */
    public BgeSmallEmbedder(Path cache, int threads) {
        if (threads < 1) throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        this.cache = cache;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    /** Of random pairs of complaints, half lie above 0.61 and all but one in twenty above 0.51. */
    @Override
    public double chance() {
        return 0.55;
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        TextEncoder loaded = encoder();
        if (texts.size() == 1) return List.of(encode(loaded, texts.getFirst()));
        var work = new EncodingWork(loaded, texts);
        for (int helper = 1; helper < Math.min(threads, texts.size()); helper++)
            workers().execute(work);
        work.run();
        return work.vectors();
    }

    @Override
    public float[] query(String text) {
        // The instruction that the model's makers put before questions made the hangar's questions find less, not more.
        return encode(encoder(), text);
    }

    private static float[] encode(TextEncoder loaded, String text) {
        try {
            return loaded.encode(text);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed: " + e.getMessage(), e);
        }
    }

    private synchronized TextEncoder encoder() {
        if (encoder != null) return encoder;
        try {
            encoder = load();
            return encoder;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedding model could not be unpacked into " + cache + ": " + e.getMessage(), e);
        } catch (OrtException | LinkageError e) {
            throw new UncheckedIOException(
                    "the embedding model could not be loaded from " + cache + ": " + e.getMessage()
                            + "; 'flightline check' says whether its files are what they were",
                    new IOException(e));
        }
    }

    private TextEncoder load() throws IOException, OrtException {
        UnpackedModel model = UnpackedModel.in(cache);
        try {
            return TextEncoder.load(model);
        } catch (OrtException e) {
            // Of the same size and time, but other bytes: only reading them shows it.
            if (new UnpackedFiles(model.natives()).faults().isEmpty()) throw e;
            return TextEncoder.load(UnpackedModel.in(cache));
        }
    }

    private synchronized ExecutorService workers() {
        if (workers == null)
            workers = Executors.newFixedThreadPool(
                    Math.max(1, threads - 1),
                    Thread.ofPlatform().daemon().name("embedding-", 1).factory());
        return workers;
    }

    @Override
    public synchronized void close() {
        if (workers != null) workers.close();
        workers = null;
        try {
            if (encoder != null) encoder.close();
            encoder = null;
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be closed", e);
        }
    }
}
