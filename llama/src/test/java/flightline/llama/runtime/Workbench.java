package flightline.llama.runtime;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The library of this build for a test, which is skipped where the build has none. */
final class Workbench {
    private final @Nullable LlamaLibrary library;

    private Workbench(@Nullable LlamaLibrary library) {
        this.library = library;
    }

    static Workbench none() {
        return new Workbench(null);
    }

    static Workbench in(Path cache) {
        return switch (LlamaLibrary.packed(cache)) {
            case LlamaLibrary.Opening.Opened opened -> new Workbench(opened.library());
            case LlamaLibrary.Opening.Refused refused -> {
                Assumptions.abort(refused.why());
                yield none();
            }
        };
    }

    LlamaLibrary library() {
        if (library == null) throw new IllegalStateException("no library was opened");
        return library;
    }

    static InProcessLlama.Options options(InProcessLlama.Adapter... adapters) {
        return new InProcessLlama.Options("tiny", "", 0, 4, 1, List.of(adapters), Long.MAX_VALUE);
    }

    InProcessLlama.Opening open(Path file, InProcessLlama.Options options) {
        return switch (LlamaFile.check(file)) {
            case LlamaFile.Check.Fit fit -> InProcessLlama.open(library(), fit.file(), options);
            case LlamaFile.Check.Unfit unfit -> throw new AssertionError(unfit.why());
        };
    }

    InProcessLlama opened(Path file, InProcessLlama.Options options) {
        return switch (open(file, options)) {
            case InProcessLlama.Opening.Opened opened -> opened.model();
            case InProcessLlama.Opening.Refused refused -> throw new AssertionError(refused.why());
        };
    }
}
