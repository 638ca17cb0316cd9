package flightline.llama.runtime;

import flightline.llama.runtime.Writing.News;
import flightline.model.Generation;
import flightline.model.Generation.Usage;
import flightline.model.LanguageModel;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Llama from a GGUF file in this process. Several requests are written side by side; what prompts begin with alike is read
 * once and kept for the next. With the same prompt, seed and limits the text is the same as long as arithmetic rounds the
 * same: a prompt read in other portions may in rare cases tip a choice between two tokens that are as good as equal.
 */
public final class InProcessLlama implements LanguageModel {
    /** How long a listener that hears nothing waits before it is asked whether it had enough. */
    private static final long ASKED_EVERY_MILLIS = 10;

    private final ModelIdentity identity;
    private final WritingDesk desk;
    private final Thread worker;

    private InProcessLlama(ModelIdentity identity, WritingDesk desk, Thread worker) {
        this.identity = identity;
        this.desk = desk;
        this.worker = worker;
    }

    /**
     * How the model is run.
     *
     * @param name as the administrator calls it
     * @param sha256 of the file in lower-case hexadecimal, empty if not known
     * @param contextTokens of all prompts and answers that are in work together; 0 for what the model was made for, at
     *     most 8,192
     * @param atOnce texts written side by side, 1 to 64; more wait
     * @param threads of the processor; one for each core that has nothing else to do
     * @param adapters laid over the weights, in their order
     * @param freeBytes memory that may be taken
     */
    public record Options(
            String name,
            String sha256,
            int contextTokens,
            int atOnce,
            int threads,
            List<Adapter> adapters,
            long freeBytes) {
        public Options {
            adapters = List.copyOf(adapters);
            if (contextTokens < 0)
                throw new IllegalArgumentException("contextTokens must not be negative, got " + contextTokens);
            if (atOnce < 1 || atOnce > 64) throw new IllegalArgumentException("atOnce must be 1..64, got " + atOnce);
            if (threads < 1 || threads > 512)
                throw new IllegalArgumentException("threads must be 1..512, got " + threads);
        }
    }

    /**
     * A LoRA adapter.
     *
     * @param scale of its weights; 1 as it was trained
     */
    public record Adapter(Path file, float scale) {}

    /** What came of opening. */
    public sealed interface Opening {
        record Opened(InProcessLlama model) implements Opening {}

        /** In one line, for an administrator. */
        record Refused(String why) implements Opening {}
    }

    /** Loads a file that was found fit. */
    public static Opening open(LlamaLibrary library, LlamaFile file, Options options) {
        int context = contextTokens(file, options);
        long needed = file.memoryBytes(context);
        if (needed > options.freeBytes())
            return new Opening.Refused(
                    "%s needs about %,d MB of memory with a context of %,d tokens, and %,d MB are free"
                            .formatted(file.path(), needed >> 20, context, options.freeBytes() >> 20));
        library.log().clear();
        Optional<LoadedModel> loaded = LoadedModel.load(library.calls(), file.path());
        if (loaded.isEmpty()) return refused(library, file.path() + " could not be loaded");
        LoadedModel model = loaded.get();
        Optional<Conversation> conversation = Conversation.of(model);
        if (conversation.isEmpty()) {
            model.close();
            return new Opening.Refused(file.path() + " has a chat template that llama.cpp does not know");
        }
        return started(library, model, conversation.get(), options, context);
    }

    private static Opening started(
            LlamaLibrary library, LoadedModel model, Conversation conversation, Options options, int context) {
        var desk = new WritingDesk(library.calls(), library.log(), model, conversation);
        var shape = new LoadedContext.Shape(context, options.atOnce(), options.threads(), false);
        var ready = new CompletableFuture<Opening>();
        // A context belongs to the thread that made it, so the worker makes it, uses it and frees it.
        var self = new CompletableFuture<Thread>();
        Thread worker = Thread.ofPlatform().daemon().name("llama").unstarted(() -> {
            try (model) {
                Optional<LoadedContext> made = LoadedContext.load(library.calls(), model, shape, desk::breaksOff);
                if (made.isEmpty()) {
                    ready.complete(refused(library, "a context of " + context + " tokens could not be made"));
                    return;
                }
                try (LoadedContext held = made.get()) {
                    Optional<String> unfit = held.lay(model, options.adapters());
                    if (unfit.isPresent()) {
                        ready.complete(refused(library, unfit.get()));
                        return;
                    }
                    var identity = new ModelIdentity("in-process", options.name(), options.sha256(), held.size());
                    ready.complete(new Opening.Opened(new InProcessLlama(identity, desk, self.join())));
                    desk.work(held, options.atOnce());
                }
            } catch (RuntimeException e) {
                ready.completeExceptionally(e);
            }
        });
        self.complete(worker);
        worker.start();
        return ready.join();
    }

    private static int contextTokens(LlamaFile file, Options options) {
        int most = (int) Math.min(file.contextTokens(), Integer.MAX_VALUE);
        return options.contextTokens() == 0 ? Math.min(most, 8_192) : Math.min(most, options.contextTokens());
    }

    private static Opening refused(LlamaLibrary library, String what) {
        String said = library.log().said();
        return new Opening.Refused(said.isEmpty() ? what : what + ": " + said);
    }

    @Override
    public ModelIdentity identity() {
        return identity;
    }

    @Override
    public Generation generate(Prompt prompt, Hearer hearer) {
        var late = new AtomicBoolean();
        var bell = CompletableFuture.runAsync(
                () -> late.set(true),
                CompletableFuture.delayedExecutor(prompt.deadline().toMillis(), TimeUnit.MILLISECONDS));
        var writing = new Writing(prompt);
        try {
            desk.ask(writing);
            return heard(writing, hearer, late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Generation.Cancelled("", Usage.NONE);
        } finally {
            writing.drop();
            bell.cancel(false);
        }
    }

    private Generation heard(Writing writing, Hearer hearer, AtomicBoolean late) throws InterruptedException {
        var text = new StringBuilder();
        Usage usage = Usage.NONE;
        while (true) {
            RuntimeException broken = desk.broken();
            if (broken != null) throw new IllegalStateException("the worker of " + identity.name() + " broke", broken);
            if (desk.closed() || hearer.enough()) return new Generation.Cancelled(text.toString(), usage);
            if (late.get()) return new Generation.TimedOut(text.toString(), usage);
            @Nullable News news = writing.news.poll(ASKED_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            switch (news) {
                case null -> {}
                case News.Piece piece -> {
                    usage = piece.usage();
                    text.append(piece.text());
                    if (!piece.text().isEmpty()) hearer.hear(piece.text());
                }
                case News.End end -> {
                    return end.generation();
                }
            }
        }
    }

    /** Waits for the step in work to break off, which takes as long as one operation of its arithmetic. */
    @Override
    public void close() {
        desk.close();
        worker.interrupt();
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true; // Memory in use must not be given back; the wait is short.
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
