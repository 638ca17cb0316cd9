package flightline.eval;

import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import flightline.search.LucenePassageIndex;
import flightline.search.RevisionSwap;
import flightline.terms.Abbreviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Passages a second for indexing, with vectors of the real model and with vectors that cost nothing, in one run.
 *
 * <p>java -cp "app/target/lib/*:engine/target/engine-0.1.0-tests.jar:eval/target/classes" flightline.eval.IndexingRate PASSAGES.jsonl
 */
public final class IndexingRate {
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        List<RevisionSwap> swaps = PassageShelf.of(file, Files.readAllBytes(file));
        long passages =
                swaps.stream().mapToLong(swap -> swap.document().passages()).sum();
        int threads = Runtime.getRuntime().availableProcessors();
        double free = rate(swaps, passages, new HashingEmbedder());
        double real = rate(swaps, passages, new BgeSmallEmbedder(Files.createTempDirectory("native"), threads));
        System.out.printf(Locale.ROOT, "%d passages, %d threads%n", passages, threads);
        System.out.printf(
                Locale.ROOT,
                "without a model %.0f passages/s%nwith bge-small  %.1f passages/s%nratio %.1f%n",
                free,
                real,
                free / real);
    }

    private static double rate(List<RevisionSwap> swaps, long passages, Embedder embedder) throws Exception {
        try (embedder;
                var index = LucenePassageIndex.open(
                        Files.createTempDirectory("index"),
                        embedder,
                        Abbreviations.standard().all())) {
            embedder.query("load");
            long began = System.nanoTime();
            for (RevisionSwap swap : swaps) index.swap(List.of(swap));
            return passages / ((System.nanoTime() - began) / 1e9);
        }
    }
}
