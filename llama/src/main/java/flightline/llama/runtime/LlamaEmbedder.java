package flightline.llama.runtime;

import flightline.model.Embedder;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Vectors of texts from a GGUF file in this process: the mean of the vectors of a text's tokens, made one long. Each text is
 * read alone, so its vector does not depend on its company; of a long one the first {@value #LONGEST} tokens are read.
 */
public final class LlamaEmbedder implements Embedder {
    private static final int LONGEST = 512;

    private final String name;
    private final LoadedModel model;
    private final LoadedContext context;
    /** A context belongs to one thread; texts wait for it. */
    private final ExecutorService worker;

    private LlamaEmbedder(String name, LoadedModel model, LoadedContext context, ExecutorService worker) {
        this.name = name;
        this.model = model;
        this.context = context;
        this.worker = worker;
    }

    /** What came of opening. */
    public sealed interface Opening {
        record Opened(LlamaEmbedder embedder) implements Opening {}

        /** In one line, for an administrator. */
        record Refused(String why) implements Opening {}
    }

    /**
     * Loads a file that was found fit.
     *
     * @param name that an index remembers its vectors by; another for another file
     */
    public static Opening open(LlamaLibrary library, LlamaFile file, String name, int threads) {
        ExecutorService worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("llama-vectors").factory());
        Opening opening = CompletableFuture.supplyAsync(() -> load(library, file, name, threads, worker), worker)
                .join();
        if (opening instanceof Opening.Refused) worker.shutdown();
        return opening;
    }

    private static Opening load(
            LlamaLibrary library, LlamaFile file, String name, int threads, ExecutorService worker) {
        library.log().clear();
        Optional<LoadedModel> model = LoadedModel.load(library.calls(), file.path());
        if (model.isEmpty())
            return new Opening.Refused(
                    file.path() + " could not be loaded: " + library.log().said());
        int longest = (int) Math.min(LONGEST, file.contextTokens());
        var shape = new LoadedContext.Shape(longest, 1, threads, true);
        Optional<LoadedContext> context = LoadedContext.load(library.calls(), model.get(), shape, () -> false);
        if (context.isEmpty()) {
            model.get().close();
            return new Opening.Refused(
                    file.path() + " gives no vectors: " + library.log().said());
        }
        return new Opening.Opened(new LlamaEmbedder(name, model.get(), context.get(), worker));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimension() {
        return model.width();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            List<float[]> vectors = new ArrayList<>();
                            try (Arena arena = Arena.ofConfined()) {
                                var batch = new TokenBatch(arena, LONGEST);
                                for (String text : texts) vectors.add(vector(text, batch));
                            }
                            return vectors;
                        },
                        worker)
                .join();
    }

    @Override
    public float[] query(String text) {
        return passages(List.of(text)).getFirst();
    }

    private float[] vector(String text, TokenBatch batch) {
        int[] tokens = model.tokens(text, true, false);
        // An empty text of a model without a sign for the beginning still needs a token to be read.
        if (tokens.length == 0) tokens = model.tokens(" ", true, false);
        batch.clear();
        for (int token : Arrays.copyOf(tokens, Math.min(tokens.length, batch.room())))
            batch.add(token, LONGEST - batch.room(), 0, true);
        context.forgetAll();
        int outcome = context.read(batch);
        if (outcome != 0) throw new IllegalStateException("llama.cpp could not read a text (" + outcome + ")");
        return unit(context.vector(0, model.width()));
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float one : vector) squares += one * one;
        float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-30)));
        for (int i = 0; i < vector.length; i++) vector[i] *= scale;
        return vector;
    }

    @Override
    public void close() {
        if (worker.isShutdown()) return;
        CompletableFuture.runAsync(
                        () -> {
                            context.close();
                            model.close();
                        },
                        worker)
                .join();
        worker.shutdown();
    }
}
