package flightline.llama.runtime;

import flightline.llama.runtime.GgufInput.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A GGUF file that was read, without native code, and found to be a Llama that the library can be given.
 *
 * @param name as the file calls itself; its file name if it does not
 * @param quantisation how most of its weights are stored, for example {@code Q4_K}
 * @param weightBytes of all tensors
 * @param layers blocks of the model, one on the other
 * @param width numbers between two layers
 * @param keyWidth numbers remembered of each token and layer for its key; for its value there are as many
 * @param innerWidth numbers inside a layer
 * @param vocabulary tokens known
 * @param contextTokens that the model was made for
 * @param licence as the file names it, with its link; empty where it names none
 */
public record LlamaFile(
        Path path,
        String name,
        String quantisation,
        long weightBytes,
        int layers,
        int width,
        int keyWidth,
        int innerWidth,
        int vocabulary,
        long contextTokens,
        String licence) {
    /** Of the library's own code and its small things, generously. */
    private static final long BASE_BYTES = 64L << 20;

    /** What came of checking. */
    public sealed interface Check {
        record Fit(LlamaFile file) implements Check {}

        /** In one line: the file and what is wrong with it. */
        record Unfit(String why) implements Check {}
    }

    /** Reads the description of a file; its weights are not looked at. */
    public static Check check(Path path) {
        try {
            if (!Files.isRegularFile(path)) throw new Broken(Files.exists(path) ? "it is no file" : "it is not there");
            return new Check.Fit(LlamaFacts.of(path, GgufHeader.read(path)));
        } catch (Broken e) {
            return new Check.Unfit(path + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            return new Check.Unfit(path + ": it is not there");
        } catch (IOException e) {
            return new Check.Unfit(path + ": it cannot be read: " + e.getMessage());
        }
    }

    /** Memory that the model takes with a context of so many tokens, about: weights, what is remembered, arithmetic. */
    public long memoryBytes(int context) {
        long remembered = 2L * layers * keyWidth * Short.BYTES * context;
        long step = Math.min(context, LoadedContext.PORTION);
        long arithmetic = step * Float.BYTES * (3L * innerWidth + 6L * width)
                + step * context * 6L
                + 8L * vocabulary * Float.BYTES;
        return weightBytes + remembered + arithmetic + BASE_BYTES;
    }

    /** The way of storing that most weights have. */
    static String mostUsed(List<GgufHeader.Tensor> tensors) {
        var weights = new EnumMap<GgufType, Long>(GgufType.class);
        for (var tensor : tensors)
            weights.merge(tensor.type(), tensor.shape().stream().reduce(1L, (a, b) -> a * b), Long::sum);
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().name())
                .orElse("");
    }
}
