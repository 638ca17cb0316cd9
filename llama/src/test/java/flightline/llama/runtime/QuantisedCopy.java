package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.file.Path;

/** Stores a made model anew in one of the library's own ways, with the library's own code for it. */
public final class QuantisedCopy {
    private QuantisedCopy() {}

    /** The ways that public files of Llama come in and that {@link GgufMaker} does not write itself. */
    public enum Way {
        Q4_K_M(15),
        Q5_K_M(17),
        Q6_K(18);

        private final int number;

        Way(int number) {
            this.number = number;
        }
    }

    public static Path make(LlamaLibrary library, Path from, Path to, Way way) {
        Native calls = library.calls();
        var defaults = calls.gives("llama_model_quantize_default_params", Layouts.QUANTIZE_PARAMS);
        var quantize = calls.gives("llama_model_quantize", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = Native.call(() -> (MemorySegment) defaults.invokeExact((SegmentAllocator) arena));
            Layouts.set(params, Layouts.QUANTIZE_PARAMS, "ftype", way.number);
            Layouts.set(params, Layouts.QUANTIZE_PARAMS, "nthread", 1);
            Layouts.set(params, Layouts.QUANTIZE_PARAMS, "allow_requantize", true);
            MemorySegment source = arena.allocateFrom(from.toString());
            MemorySegment target = arena.allocateFrom(to.toString());
            int outcome = Native.call(() -> (int) quantize.invokeExact(source, target, params));
            if (outcome != 0)
                throw new IllegalStateException("llama.cpp could not store " + from + " as " + way + ": "
                        + library.log().said());
            return to;
        }
    }
}
