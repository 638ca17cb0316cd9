package flightline.eval.llama;

import flightline.llama.runtime.GgufMaker;
import flightline.llama.runtime.QuantisedCopy;
import flightline.llama.runtime.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Measures a made model of the shape of Llama 3.2 1B: reading, writing, writing in a schema, a prefix that was read before,
 * memory. Turn about with llama.cpp's own llama-bench where one is named, each in a process of its own, so that both have the
 * same neighbours.
 */
public final class LlamaBench {
    private LlamaBench() {}

    /**
     * Arguments: way of storing (Q4_0, Q8_0, F16, Q4_K_M …), threads, rounds, folder in which the made file is kept for the
     * next time, and perhaps the path of llama-bench.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 4)
            throw new IllegalArgumentException("give the way of storing, threads, rounds and a folder for the file");
        String way = args[0];
        int threads = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Path folder = Files.createDirectories(Path.of(args[3]));
        Path file = made(folder, way);
        List<Own> ours = new ArrayList<>();
        List<Foreign> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(Own.run(file, threads, folder));
            if (args.length > 4) theirs.add(Foreign.run(Path.of(args[4]), file, threads));
        }
        System.out.println(way + ", " + threads + " threads, medians of " + rounds);
        print("prompt tokens a second", ours, Own::prompt, theirs, Foreign::prompt);
        print("tokens written a second", ours, Own::free, theirs, Foreign::written);
        print("tokens written a second in a schema", ours, Own::schema, List.of(), Foreign::written);
        print(
                "peak memory, MB, the same work",
                ours,
                one -> one.peakBytes() / 1e6,
                theirs,
                one -> one.peakBytes() / 1e6);
        print("s to the first token after 2,000 read", ours, Own::cold, List.of(), Foreign::written);
        print("s to the first token after 2,000 kept", ours, Own::kept, List.of(), Foreign::written);
        print("memory of the machine itself, MB", ours, one -> one.before().rss() / 1e6, List.of(), Foreign::written);
        print("memory taken by the model, MB", ours, one -> one.grown() / 1e6, List.of(), Foreign::written);
        print("of it not the file's own pages, MB", ours, one -> one.ownGrown() / 1e6, List.of(), Foreign::written);
        print("memory asked for before loading, MB", ours, one -> one.askedBytes() / 1e6, List.of(), Foreign::written);
    }

    private static Path made(Path folder, String way) throws IOException {
        Path file = folder.resolve("made-" + way + ".gguf");
        if (Files.exists(file)) return file;
        boolean known = Arrays.stream(QuantisedCopy.Way.values())
                .anyMatch(one -> one.name().equals(way));
        Path half = folder.resolve("half-made.gguf");
        if (!known) GgufMaker.make(half, Shape.oneBillion(), way);
        else {
            Path whole = GgufMaker.make(folder.resolve("whole.gguf"), Shape.oneBillion(), "F16");
            QuantisedCopy.make(Own.library(folder), whole, half, QuantisedCopy.Way.valueOf(way));
            Files.delete(whole);
        }
        return Files.move(half, file);
    }

    private static void print(
            String what,
            List<Own> ours,
            ToDoubleFunction<Own> our,
            List<Foreign> theirs,
            ToDoubleFunction<Foreign> their) {
        double mine = median(ours.stream().mapToDouble(our).sorted().toArray());
        System.out.printf(Locale.ROOT, "%-40s %8.2f", what, mine);
        if (!theirs.isEmpty()) {
            double other = median(theirs.stream().mapToDouble(their).sorted().toArray());
            System.out.printf(Locale.ROOT, "   llama-bench %8.2f   ratio %.3f", other, mine / other);
        }
        System.out.println();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
