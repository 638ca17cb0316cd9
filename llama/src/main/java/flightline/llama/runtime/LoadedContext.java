package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a model has read: sequences of tokens, side by side in one memory. One thread at a time may use it, and the same
 * one must close it.
 */
@SuppressWarnings("restricted") // native access is what this room is for
final class LoadedContext implements AutoCloseable {
    /**
     * Tokens of a prompt read in one go, from multiples of it on. Arithmetic rounds differently for another number of
     * tokens; with portions that always begin at the same places a prompt gives the same numbers however much of it was
     * read before.
     */
    static final int PORTION = 128;

    private static final int POOLING_MEAN = 1;
    private static final int FOREVER = -1;

    private final Native calls;
    private final Arena arena;
    private final MemorySegment context;
    private final MemorySegment memory;

    private LoadedContext(Native calls, Arena arena, MemorySegment context) {
        this.calls = calls;
        this.arena = arena;
        this.context = context;
        this.memory = Native.call(() -> (MemorySegment) calls.memory.invokeExact(context));
    }

    /**
     * How much is read at once.
     *
     * @param tokens of all sequences together
     * @param sequences side by side
     * @param threads of the processor
     * @param vectors whether the mean of a sequence's vectors is wanted instead of the next token
     */
    record Shape(int tokens, int sequences, int threads, boolean vectors) {}

    /**
     * Empty where the library refuses, and its log says why.
     *
     * @param stop asked between any two steps of arithmetic; true breaks off the reading
     */
    @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the context, which closes it
    static Optional<LoadedContext> load(Native calls, LoadedModel model, Shape shape, BooleanSupplier stop) {
        Arena arena = Arena.ofConfined();
        MemorySegment params =
                Native.call(() -> (MemorySegment) calls.contextDefaultParams.invokeExact((SegmentAllocator) arena));
        int step = shape.vectors() ? shape.tokens() : Math.min(PORTION, shape.tokens());
        set(params, "n_ctx", shape.tokens());
        set(params, "n_batch", step);
        set(params, "n_ubatch", step);
        set(params, "n_seq_max", shape.sequences());
        // Only the last token of a sequence is asked for what follows; room for the likelihoods of all would cost a
        // quarter of a gigabyte.
        set(params, "n_outputs_max", shape.vectors() ? step : shape.sequences());
        set(params, "n_threads", shape.threads());
        set(params, "n_threads_batch", shape.threads());
        // One memory for all, so that a prefix that several requests begin with lies in it once.
        Layouts.set(params, Layouts.CONTEXT_PARAMS, "kv_unified", true);
        if (shape.vectors()) {
            Layouts.set(params, Layouts.CONTEXT_PARAMS, "embeddings", true);
            set(params, "pooling_type", POOLING_MEAN);
        }
        Layouts.set(params, Layouts.CONTEXT_PARAMS, "abort_callback", stopping(stop, arena));
        MemorySegment address = model.address();
        MemorySegment found = Native.call(() -> (MemorySegment) calls.contextInit.invokeExact(address, params));
        if (found.equals(MemorySegment.NULL)) {
            arena.close();
            return Optional.empty();
        }
        return Optional.of(new LoadedContext(calls, arena, found));
    }

    /** Lays adapters over the weights; what is wrong with one of them, if anything. */
    Optional<String> lay(LoadedModel model, List<InProcessLlama.Adapter> adapters) {
        if (adapters.isEmpty()) return Optional.empty();
        MemorySegment laid = arena.allocate(ADDRESS, adapters.size());
        MemorySegment scales = arena.allocate(JAVA_FLOAT, adapters.size());
        MemorySegment base = model.address();
        for (int i = 0; i < adapters.size(); i++) {
            var adapter = adapters.get(i);
            Optional<String> wrong = AdapterFile.wrong(adapter.file());
            if (wrong.isPresent()) return wrong;
            MemorySegment path = arena.allocateFrom(adapter.file().toString());
            // The library frees an adapter with its model.
            MemorySegment found = Native.call(() -> (MemorySegment) calls.adapterLoad.invokeExact(base, path));
            if (found.equals(MemorySegment.NULL))
                return Optional.of("the adapter " + adapter.file() + " does not fit the model");
            laid.setAtIndex(ADDRESS, i, found);
            scales.setAtIndex(JAVA_FLOAT, i, adapter.scale());
        }
        long count = adapters.size();
        int outcome = Native.call(() -> (int) calls.setAdapters.invokeExact(context, laid, count, scales));
        return outcome == 0 ? Optional.empty() : Optional.of("the adapters could not be laid over the model");
    }

    /** Tokens that fit; the library rounds what was asked for. */
    int size() {
        return Native.call(() -> (int) calls.contextSize.invokeExact(context));
    }

    MemorySegment address() {
        return context;
    }

    /** Reads the batch: 0 done, 1 no room, 2 broken off, below 0 impossible. */
    int read(TokenBatch batch) {
        MemorySegment struct = batch.struct();
        return Native.call(() -> (int) calls.decode.invokeExact(context, struct));
    }

    /** Takes a sequence's tokens from a position on out of the memory. */
    void forget(int sequence, int from) {
        Native.call(() -> (boolean) calls.memoryRemove.invokeExact(memory, sequence, from, FOREVER));
    }

    /** Gives a sequence the first tokens of another without reading them. */
    void share(int from, int to, int tokens) {
        Native.run(() -> {
            calls.memoryCopy.invokeExact(memory, from, to, 0, tokens);
        });
    }

    void forgetAll() {
        Native.run(() -> {
            calls.memoryClear.invokeExact(memory, false);
        });
    }

    /** Likelihoods of every token after the one at a place of the batch read last, as logarithms without a common base. */
    MemorySegment likelihoods(int place, int vocabulary) {
        MemorySegment found = Native.call(() -> (MemorySegment) calls.logitsOf.invokeExact(context, place));
        return found.reinterpret((long) vocabulary * Float.BYTES);
    }

    /** Mean vector of a sequence of the batch read last. */
    float[] vector(int sequence, int width) {
        MemorySegment found = Native.call(() -> (MemorySegment) calls.vectorOfSequence.invokeExact(context, sequence));
        return found.reinterpret((long) width * Float.BYTES).toArray(JAVA_FLOAT);
    }

    @Override
    public void close() {
        Native.run(() -> {
            calls.contextFree.invokeExact(context);
        });
        arena.close();
    }

    private static void set(MemorySegment params, String field, int value) {
        Layouts.set(params, Layouts.CONTEXT_PARAMS, field, value);
    }

    private static MemorySegment stopping(BooleanSupplier stop, Arena arena) {
        try {
            var method = MethodHandles.lookup()
                    .findStatic(
                            LoadedContext.class,
                            "stops",
                            MethodType.methodType(boolean.class, BooleanSupplier.class, MemorySegment.class))
                    .bindTo(stop);
            return Native.callback(method, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("reading could not be made to stop", e);
        }
    }

    @SuppressWarnings("unused") // called by the library
    private static boolean stops(BooleanSupplier stop, MemorySegment data) {
        return stop.getAsBoolean();
    }
}
