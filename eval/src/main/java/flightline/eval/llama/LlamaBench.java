package flightline.eval.llama;

import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.InProcessLlama;
import flightline.llama.runtime.LlamaFile;
import flightline.llama.runtime.LlamaLibrary;
import flightline.llama.runtime.QuantisedCopy;
import flightline.llama.runtime.Shape;
import flightline.model.Prompt.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures a made model of the shape of Llama 3.2 1B: reading, writing, writing in a schema, a prefix that was read before,
 * memory. Turn about with llama.cpp's own llama-bench where one is named, so that both have the same neighbours.
 */
public final class LlamaBench {
    private static final String SCHEMA = "{\"type\": \"object\", \"properties\": {\"text\": {\"type\": \"string\","
            + " \"minLength\": 700, \"maxLength\": 900}}, \"required\": [\"text\"]}";

    private LlamaBench() {}

    /** Arguments: way of storing (Q4_0, Q8_0, F16, Q4_K_M …), threads, rounds, and perhaps the path of llama-bench. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String way = args.length > 0 ? args[0] : "Q4_0";
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        Path folder = Files.createTempDirectory("llama-bench");
        try {
            LlamaLibrary library = switch (LlamaLibrary.packed(folder.resolve("natives"))) {
                case LlamaLibrary.Opening.Opened opened -> opened.library();
                case LlamaLibrary.Opening.Refused refused -> throw new IOException(refused.why());
            };
            Path file = made(library, folder, way);
            List<Measured> ours = new ArrayList<>();
            List<Foreign> theirs = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ours.add(run(library, file, threads));
                if (args.length > 3) theirs.add(Foreign.run(Path.of(args[3]), file, threads));
            }
            System.out.println(way + ", " + threads + " threads, medians of " + rounds);
            print("prompt tokens a second", ours, Measured::prompt, theirs, Foreign::prompt);
            print("tokens written a second", ours, Measured::free, theirs, Foreign::written);
            print("tokens written a second in a schema", ours, Measured::schema, List.of(), Foreign::written);
            print("s to the first token after 2,000 read", ours, Measured::cold, List.of(), Foreign::written);
            print("s to the first token after 2,000 kept", ours, Measured::kept, List.of(), Foreign::written);
            System.out.printf("%-40s %8d%n", "peak memory, MB, this process", Foreign.peak("self") >> 20);
            theirs.stream()
                    .mapToLong(Foreign::peakBytes)
                    .max()
                    .ifPresent(peak -> System.out.printf("%-40s %8d%n", "peak memory, MB, llama-bench", peak >> 20));
        } finally {
            remove(folder);
        }
    }

    private static Path made(LlamaLibrary library, Path folder, String way) throws IOException {
        boolean known = Arrays.stream(QuantisedCopy.Way.values())
                .anyMatch(one -> one.name().equals(way));
        if (!known) return GgufMaker.make(folder.resolve("made.gguf"), Shape.oneBillion(), way);
        Path whole = GgufMaker.make(folder.resolve("whole.gguf"), Shape.oneBillion(), "F16");
        Path stored = QuantisedCopy.make(library, whole, folder.resolve("made.gguf"), QuantisedCopy.Way.valueOf(way));
        Files.delete(whole);
        return stored;
    }

    /** Rates in tokens a second, times in seconds. */
    private record Measured(double prompt, double free, double schema, double cold, double kept) {}

    private static Measured run(LlamaLibrary library, Path file, int threads) {
        var fit = (LlamaFile.Check.Fit) LlamaFile.check(file);
        var options = new InProcessLlama.Options("made", "", 4_096, 1, threads, List.of(), Long.MAX_VALUE);
        return switch (InProcessLlama.open(library, fit.file(), options)) {
            case InProcessLlama.Opening.Refused refused -> throw new IllegalStateException(refused.why());
            case InProcessLlama.Opening.Opened opened -> {
                try (var model = opened.model()) {
                    Stopwatch.ask(model, "warm up", new Form.Free(), 8);
                    // About 512 tokens.
                    Stopwatch read = Stopwatch.ask(model, words(1, 190), new Form.Free(), 1);
                    Stopwatch free = Stopwatch.ask(model, "write", new Form.Free(), 128);
                    Stopwatch schema = Stopwatch.ask(model, "write", new Form.Schema(SCHEMA), 128);
                    String prefix = words(2, 750);
                    Stopwatch cold = Stopwatch.ask(model, prefix + " why did it fail", new Form.Free(), 1);
                    Stopwatch kept = Stopwatch.ask(model, prefix + " which seal leaks", new Form.Free(), 1);
                    yield new Measured(
                            read.readingRate(), free.writingRate(), schema.writingRate(), cold.first(), kept.first());
                }
            }
        };
    }

    /** Words of four letters, of two or three tokens each with the space after them. */
    private static String words(int seed, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int word = (i * 7_919 + seed * 104_729) % 100_000;
            for (int letter = 0; letter < 4; letter++, word /= 26) text.append((char) ('a' + word % 26));
            text.append(' ');
        }
        return text.toString();
    }

    private static void print(
            String what,
            List<Measured> ours,
            ToDoubleFunction<Measured> our,
            List<Foreign> theirs,
            ToDoubleFunction<Foreign> their) {
        double mine = median(ours.stream().mapToDouble(our).sorted().toArray());
        System.out.printf("%-40s %8.2f", what, mine);
        if (!theirs.isEmpty()) {
            double other = median(theirs.stream().mapToDouble(their).sorted().toArray());
            System.out.printf("   llama-bench %8.2f   ratio %.3f", other, mine / other);
        }
        System.out.println();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
