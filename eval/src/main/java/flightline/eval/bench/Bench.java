package flightline.eval.bench;

import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.eval.KeptVectors;
import flightline.flow.IngestRequest;
import flightline.flow.Progress;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import flightline.policy.Principal;
import flightline.search.LucenePassageIndex;
import flightline.terms.Abbreviations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How indexing and searching grow with the library, beside plain Lucene over the same index in the same run.
 *
 * <p>{@code ./flightline bench [SIZE…] [--from PATH]… [--real COUNT] [--page FILE] [--vectors FILE] [--keep FOLDER]}: sizes in
 * passages, default 10000 and 100000; as many real passages as said, default 12000, are varied from those under the paths or in a data
 * folder, default the sample library; the page is written where one is named; vectors of the real passages are kept in the file that is
 * named, so that another run need not compute them; what was filled is kept in the folder that is named, and asked again by another run
 * over the same passages.
 */
public final class Bench {
    private static final int QUESTIONS = 300;
    private static final long SEED = 20260701;
    /** Enough to vary; the model needs some ten minutes of processor for their vectors. */
    private static final int REAL = 12_000;

    private final Path scratch;
    private final Optional<Path> kept;
    private final Path root;
    private final Embedder model;

    private Bench(Path scratch, Optional<Path> kept, Path root, Embedder model) {
        this.scratch = scratch;
        this.kept = kept;
        this.root = root;
        this.model = model;
    }

    public static void main(String[] arguments) throws Exception {
        var sizes = new ArrayList<Integer>();
        var from = new ArrayList<Path>();
        Optional<Path> page = Optional.empty();
        Path scratch = Files.createTempDirectory("flightline-bench");
        Path vectors = scratch.resolve("vectors");
        Optional<Path> kept = Optional.empty();
        int real = REAL;
        for (int i = 0; i < arguments.length; i++)
            switch (arguments[i]) {
                case "--from" -> from.add(Path.of(arguments[++i]));
                case "--page" -> page = Optional.of(Path.of(arguments[++i]));
                case "--vectors" -> vectors = Path.of(arguments[++i]);
                case "--real" -> real = size(arguments[++i]);
                case "--keep" -> kept = Optional.of(Path.of(arguments[++i]));
                default -> sizes.add(size(arguments[i]));
            }
        if (sizes.isEmpty()) sizes.addAll(List.of(10_000, 100_000));
        Path root = Path.of(System.getProperty("flightline.root", "."));
        if (from.isEmpty()) from.add(root.resolve("library"));
        int threads = Runtime.getRuntime().availableProcessors();
        try (var model = new KeptVectors(new BgeSmallEmbedder(scratch.resolve("native"), threads), vectors)) {
            new Bench(scratch, kept, root, model).run(from, real, sizes, page);
        } finally {
            delete(scratch);
        }
    }

    private static int size(String given) {
        if (!given.matches("\\d{3,8}"))
            throw new IllegalArgumentException(
                    "a size must be a count of passages, 100 to 99999999, got '" + given + "'");
        return Integer.parseInt(given);
    }

    private void run(List<Path> from, int real, List<Integer> sizes, Optional<Path> page) throws Exception {
        say("reading " + from);
        BaseText base;
        try (var held = held(from)) {
            base = BaseText.of(held, real, model);
        }
        say(base.passages() + " real passages of " + base.swaps().size() + " documents");
        var questions = new ArrayList<String>();
        var asking = new Variation(base, new SplittableRandom(SEED + 1));
        while (questions.size() < QUESTIONS) questions.add(asking.question());
        var measured = new ArrayList<Measured>();
        List<HotPathRun.HotPath> hot = List.of();
        for (int size : sizes) {
            Path folder = kept.orElse(scratch).resolve("index-" + size);
            try {
                var filled = filled(folder, base, size);
                measured.add(new Asking(folder, model, questions).of(size, filled, others(base, size)));
                if (hot.isEmpty()) {
                    say("the hot paths, each by itself");
                    hot = HotPathRun.over(folder, root.resolve("eval/questions/library-diagnosis.jsonl"));
                }
                // After each size, so that a run that is broken off leaves what it has.
                PerformancePage.print(measured, hot, System.out);
                if (page.isPresent()) PerformancePage.write(measured, hot, page.get());
            } finally {
                if (kept.isEmpty()) delete(folder);
            }
        }
    }

    /** Filled now, or by a run before this one. */
    private Filling.Filled filled(Path folder, BaseText base, int size) throws IOException {
        Path rates = folder.resolveSibling(folder.getFileName() + ".filled");
        if (kept.isPresent() && Files.exists(rates)) return Filling.Filled.read(Files.readString(rates));
        delete(folder);
        var filled = new Filling(folder, model, new Variation(base, new SplittableRandom(SEED))).to(size);
        if (kept.isPresent()) Files.writeString(rates, filled.written());
        return filled;
    }

    private Optional<MemoryStores> others(BaseText base, int size) {
        if (size > MemoryStores.MOST) return Optional.empty();
        say("filling the stores of others");
        return Optional.of(MemoryStores.filled(new Variation(base, new SplittableRandom(SEED)), size, model::query));
    }

    /** The passages as an ingest cuts them; vectors that cost nothing, for they are computed afterwards. */
    private LucenePassageIndex held(List<Path> from) throws Exception {
        // A data folder that holds the documents already need not be made again.
        if (from.size() == 1 && Files.isDirectory(from.getFirst().resolve("index/passages")))
            return LucenePassageIndex.open(
                    from.getFirst().resolve("index/passages"),
                    model,
                    Abbreviations.standard().all());
        Path data = kept.orElse(scratch).resolve("data");
        if (Files.isDirectory(data.resolve("index/passages"))) return read(data);
        try (var free = new HashingEmbedder();
                var wiring = new Wiring(new Settings(
                        data,
                        InstantSource.system(),
                        Asked.DAY,
                        System::nanoTime,
                        Runtime.getRuntime().availableProcessors(),
                        Optional.of(free),
                        Settings.TESSERACT,
                        Settings.LANGUAGES,
                        Optional.empty(),
                        LlamaSettings.STANDARD))) {
            wiring.ingest()
                    .run(
                            new IngestRequest(from, "main", Optional.empty(), false, false, Principal.localUser()),
                            Progress.SILENT,
                            () -> false);
        }
        return read(data);
    }

    private static LucenePassageIndex read(Path data) {
        return LucenePassageIndex.open(
                data.resolve("index/passages"),
                new HashingEmbedder(),
                Abbreviations.standard().all());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    static void say(String what) {
        System.err.println("bench: " + what);
    }
}
