package flightline.eval;

import flightline.corpus.ContentHash;
import flightline.corpus.HeldDocument;
import flightline.corpus.StructuredDocument;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.SourceFile;
import flightline.ingest.passages.PassagesParser;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import flightline.terms.Abbreviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Passages a second for indexing, with vectors of the real model and with vectors that cost nothing, in one run.
 *
 * <p>java -cp "app/target/lib/*:engine/target/engine-0.1.0-tests.jar:eval/target/classes" flightline.eval.IndexingRate PASSAGES.jsonl
 */
public final class IndexingRate {
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        byte[] bytes = Files.readAllBytes(file);
        var source = new SourceFile(file, ContentHash.of(bytes), FileKind.PASSAGES, bytes);
        var parsed = (ParseOutcome.Parsed) new PassagesParser().parse(source);
        var swaps = new ArrayList<RevisionSwap>();
        long passages = 0;
        for (StructuredDocument document : parsed.documents()) {
            var cut = new PassageCutter().cut(document);
            passages += cut.size();
            swaps.add(new RevisionSwap(
                    new HeldDocument(
                            document.header(),
                            "main",
                            source.hash(),
                            source.name(),
                            Instant.EPOCH,
                            cut.size(),
                            Optional.of(LocalDate.EPOCH),
                            Optional.empty(),
                            ""),
                    cut,
                    List.of()));
        }
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
                var index = PassageIndex.open(
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
