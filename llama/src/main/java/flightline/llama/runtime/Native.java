package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of the library, each under its own name. Long because the list is. */
@SuppressWarnings("restricted") // native access is what this room is for
final class Native {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final int LONGEST_LINE = 4096;

    private final SymbolLookup symbols;
    private final NativeLog log;

    final MethodHandle modelDefaultParams;
    final MethodHandle contextDefaultParams;
    final MethodHandle modelLoad;
    final MethodHandle modelFree;
    final MethodHandle modelVocabulary;
    final MethodHandle modelWidth;
    final MethodHandle modelTemplate;
    final MethodHandle vocabularySize;
    final MethodHandle isEnd;
    final MethodHandle tokenize;
    final MethodHandle tokenToPiece;
    final MethodHandle applyTemplate;
    final MethodHandle adapterLoad;
    final MethodHandle setAdapters;
    final MethodHandle contextInit;
    final MethodHandle contextFree;
    final MethodHandle contextSize;
    final MethodHandle memory;
    final MethodHandle memoryRemove;
    final MethodHandle memoryCopy;
    final MethodHandle memoryClear;
    final MethodHandle decode;
    final MethodHandle logitsOf;
    final MethodHandle vectorOfSequence;
    final MethodHandle chainInit;
    final MethodHandle chainAdd;
    final MethodHandle greedy;
    final MethodHandle temperature;
    final MethodHandle topP;
    final MethodHandle draw;
    final MethodHandle grammar;
    final MethodHandle samplerSample;
    final MethodHandle samplerApply;
    final MethodHandle samplerAccept;
    final MethodHandle samplerFree;

    Native(SymbolLookup symbols, NativeLog log) {
        this.symbols = symbols;
        this.log = log;
        modelDefaultParams = gives("llama_model_default_params", Layouts.MODEL_PARAMS);
        contextDefaultParams = gives("llama_context_default_params", Layouts.CONTEXT_PARAMS);
        modelLoad = gives("llama_model_load_from_file", ADDRESS, ADDRESS, Layouts.MODEL_PARAMS);
        modelFree = does("llama_model_free", ADDRESS);
        modelVocabulary = gives("llama_model_get_vocab", ADDRESS, ADDRESS);
        modelWidth = gives("llama_model_n_embd", JAVA_INT, ADDRESS);
        modelTemplate = gives("llama_model_chat_template", ADDRESS, ADDRESS, ADDRESS);
        vocabularySize = gives("llama_vocab_n_tokens", JAVA_INT, ADDRESS);
        isEnd = gives("llama_vocab_is_eog", JAVA_BOOLEAN, ADDRESS, JAVA_INT);
        tokenize = gives(
                "llama_tokenize", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_BOOLEAN, JAVA_BOOLEAN);
        tokenToPiece =
                gives("llama_token_to_piece", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_BOOLEAN);
        applyTemplate = gives(
                "llama_chat_apply_template", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS, JAVA_INT);
        adapterLoad = gives("llama_adapter_lora_init", ADDRESS, ADDRESS, ADDRESS);
        setAdapters = gives("llama_set_adapters_lora", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        contextInit = gives("llama_init_from_model", ADDRESS, ADDRESS, Layouts.CONTEXT_PARAMS);
        contextFree = does("llama_free", ADDRESS);
        contextSize = gives("llama_n_ctx", JAVA_INT, ADDRESS);
        memory = gives("llama_get_memory", ADDRESS, ADDRESS);
        memoryRemove = gives("llama_memory_seq_rm", JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        memoryCopy = does("llama_memory_seq_cp", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        memoryClear = does("llama_memory_clear", ADDRESS, JAVA_BOOLEAN);
        decode = gives("llama_decode", JAVA_INT, ADDRESS, Layouts.BATCH);
        logitsOf = gives("llama_get_logits_ith", ADDRESS, ADDRESS, JAVA_INT);
        vectorOfSequence = gives("llama_get_embeddings_seq", ADDRESS, ADDRESS, JAVA_INT);
        chainInit = gives("llama_sampler_chain_init", ADDRESS, Layouts.CHAIN_PARAMS);
        chainAdd = does("llama_sampler_chain_add", ADDRESS, ADDRESS);
        greedy = gives("llama_sampler_init_greedy", ADDRESS);
        temperature = gives("llama_sampler_init_temp", ADDRESS, JAVA_FLOAT);
        topP = gives("llama_sampler_init_top_p", ADDRESS, JAVA_FLOAT, JAVA_LONG);
        draw = gives("llama_sampler_init_dist", ADDRESS, JAVA_INT);
        grammar = gives("llama_sampler_init_grammar", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        samplerSample = gives("llama_sampler_sample", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        samplerApply = does("llama_sampler_apply", ADDRESS, ADDRESS);
        samplerAccept = does("llama_sampler_accept", ADDRESS, JAVA_INT);
        samplerFree = does("llama_sampler_free", ADDRESS);
    }

    /** What is wrong with the version, if anything; asked before any other function is called. */
    static Optional<String> wrongVersion(SymbolLookup symbols) {
        Optional<MemorySegment> asked = symbols.find("llama_version");
        if (asked.isEmpty())
            return Optional.of("does not tell its version; llama.cpp " + LlamaLibrary.VERSION + " is needed");
        MethodHandle handle = LINKER.downcallHandle(asked.get(), FunctionDescriptor.of(ADDRESS));
        String found = text(call(() -> (MemorySegment) handle.invokeExact()));
        // Builds from the sources of a version call themselves a development version of it.
        if (found.equals(LlamaLibrary.VERSION) || found.equals(LlamaLibrary.VERSION + "-dev")) return Optional.empty();
        return Optional.of("is llama.cpp " + found + "; " + LlamaLibrary.VERSION + " is needed");
    }

    /** Whether the library's own defaults are found where the layouts say; they would not be in another version. */
    boolean layoutsFit() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment context =
                    call(() -> (MemorySegment) contextDefaultParams.invokeExact((SegmentAllocator) arena));
            MemorySegment model = call(() -> (MemorySegment) modelDefaultParams.invokeExact((SegmentAllocator) arena));
            return Layouts.number(context, Layouts.CONTEXT_PARAMS, "n_ctx") == 512
                    && Layouts.number(context, Layouts.CONTEXT_PARAMS, "n_ubatch") == 512
                    && Layouts.number(context, Layouts.CONTEXT_PARAMS, "type_v") == GgufType.F16.number
                    && Layouts.flag(context, Layouts.CONTEXT_PARAMS, "swa_full") == 1
                    && Layouts.number(model, Layouts.MODEL_PARAMS, "n_gpu_layers") == -1
                    && Layouts.flag(model, Layouts.MODEL_PARAMS, "use_extra_bufts") == 1;
        }
    }

    /** Silences the library and finds the code for this processor, once per process. */
    void begin(Path folder) {
        MethodHandle setLog = does("llama_log_set", ADDRESS, ADDRESS);
        MethodHandle count = gives("ggml_backend_reg_count", JAVA_LONG);
        MethodHandle load = does("ggml_backend_load_all_from_path", ADDRESS);
        MethodHandle init = does("llama_backend_init");
        MemorySegment listener = logListener();
        run(() -> {
            setLog.invokeExact(listener, MemorySegment.NULL);
        });
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(folder.toString());
            if (call(() -> (long) count.invokeExact()) == 0)
                run(() -> {
                    load.invokeExact(path);
                });
        }
        run(() -> {
            init.invokeExact();
        });
    }

    private MemorySegment logListener() {
        try {
            MethodHandle method = MethodHandles.lookup()
                    .bind(
                            this,
                            "heard",
                            MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class));
            return LINKER.upcallStub(method, FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS), Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the log of the library cannot be listened to", e);
        }
    }

    @SuppressWarnings("unused") // called by the library
    private void heard(int level, MemorySegment line, MemorySegment data) {
        log.add(level, text(line));
    }

    /** A function of the library that gives something back. */
    MethodHandle gives(String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.of(result, arguments));
    }

    /** A function of the library that gives nothing back. */
    MethodHandle does(String name, MemoryLayout... arguments) {
        return handle(name, FunctionDescriptor.ofVoid(arguments));
    }

    private MethodHandle handle(String name, FunctionDescriptor shape) {
        MemorySegment address = symbols.find(name).orElseThrow(() -> new LlamaLibrary.MissingCall(name));
        return LINKER.downcallHandle(address, shape);
    }

    /** A Java method as a function that the library can call, as long as the arena lives. */
    static MemorySegment callback(MethodHandle method, FunctionDescriptor shape, Arena arena) {
        return LINKER.upcallStub(method, shape, arena);
    }

    /** The C string at an address; broken characters are replaced. */
    static String text(MemorySegment address) {
        if (address.equals(MemorySegment.NULL)) return "";
        MemorySegment reach = address.reinterpret(Long.MAX_VALUE);
        int length = 0;
        while (length < LONGEST_LINE && reach.get(JAVA_BYTE, length) != 0) length++;
        return new String(reach.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** A call with a result. Native functions throw nothing; what comes is a fault of this code or of the machine. */
    static <T extends @Nullable Object> T call(Body<T> body) {
        try {
            return body.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the call into llama.cpp failed", e);
        }
    }

    static void run(Act act) {
        Native.<@Nullable Object>call(() -> {
            act.run();
            return null;
        });
    }

    /** One call with a result. */
    interface Body<T extends @Nullable Object> {
        T run() throws Throwable;
    }

    /** One call without. */
    interface Act {
        void run() throws Throwable;
    }
}
