package flightline.eval.bench;

import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.Marking;
import flightline.flow.IngestRequest;
import flightline.flow.Progress;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.model.HashingEmbedder;
import flightline.policy.Principal;
import flightline.search.EvidenceQuery;
import flightline.search.LucenePassageIndex;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import flightline.terms.Abbreviations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How indexing and searching grow with the library, beside plain Lucene over the same index in the same run.
 *
 * <p>{@code ./flightline bench [SIZE…] [--from PATH]… [--page FILE]}: sizes in passages, default 10000 and 100000; passages are
 * varied from those under the paths, default the sample library; the page is written where one is named.
 */
public final class Bench {
    private static final int QUESTIONS = 200;
    private static final int ROUNDS = 3;
    private static final int TOP = 10;
    private static final int LOOKED = 200;
    private static final int COMMIT = 4000;
    private static final long SEED = 20260701;
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static final Set<String> EVERYTHING = Set.of("GROUP A", "GROUP B", "GROUP C", "GROUP D");
    /** Share of the passages that a clearance opens, in percent, with the groups that it is for. */
    private static final Map<String, Set<String>> CLEARANCES = clearances();

    private final Path scratch;
    private final Embedder model;

    private Bench(Path scratch, Embedder model) {
        this.scratch = scratch;
        this.model = model;
    }

    public static void main(String[] arguments) throws Exception {
        var sizes = new ArrayList<Integer>();
        var from = new ArrayList<Path>();
        Optional<Path> page = Optional.empty();
        for (int i = 0; i < arguments.length; i++)
            switch (arguments[i]) {
                case "--from" -> from.add(Path.of(arguments[++i]));
                case "--page" -> page = Optional.of(Path.of(arguments[++i]));
                default -> sizes.add(size(arguments[i]));
            }
        if (sizes.isEmpty()) sizes.addAll(List.of(10_000, 100_000));
        if (from.isEmpty()) from.add(Path.of(System.getProperty("flightline.root", "."), "library"));
        Path scratch = Files.createTempDirectory("flightline-bench");
        try (var model = new BgeSmallEmbedder(
                scratch.resolve("native"), Runtime.getRuntime().availableProcessors())) {
            List<Measured> all = new Bench(scratch, model).run(from, sizes);
            PerformancePage.print(all, System.out);
            if (page.isPresent()) PerformancePage.write(all, page.get());
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

    private List<Measured> run(List<Path> from, List<Integer> sizes) throws Exception {
        say("reading " + from);
        BaseText base;
        try (var held = held(from)) {
            base = BaseText.of(held, scratch.resolve("recorded"), model);
        }
        say(base.passages() + " real passages of " + base.swaps().size() + " documents");
        var questions = new ArrayList<String>();
        var asking = new Variation(base, new SplittableRandom(SEED + 1));
        while (questions.size() < QUESTIONS) questions.add(asking.question());
        var measured = new ArrayList<Measured>();
        for (int size : sizes) measured.add(at(size, base, questions));
        return measured;
    }

    /** The passages as an ingest cuts them; vectors that cost nothing, for they are computed afterwards. */
    private PassageIndex held(List<Path> from) throws Exception {
        Path data = scratch.resolve("data");
        try (var free = new HashingEmbedder();
                var wiring = new Wiring(new Settings(
                        data,
                        InstantSource.system(),
                        DAY,
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
        return LucenePassageIndex.open(
                data.resolve("index/passages"),
                new HashingEmbedder(),
                Abbreviations.standard().all());
    }

    private Measured at(int size, BaseText base, List<String> questions) throws Exception {
        Path folder = scratch.resolve("index-" + size);
        var prepared = new Prepared(model);
        try (var index = LucenePassageIndex.open(
                folder, prepared, Abbreviations.standard().all())) {
            double rate = filled(index, prepared, new Variation(base, new SplittableRandom(SEED)), size);
            var rows = new ArrayList<Measured.Row>();
            questions.forEach(prepared::query);
            for (var clearance : CLEARANCES.entrySet())
                for (int callers : List.of(1, 4))
                    rows.add(ours(index, questions, clearance.getKey(), clearance.getValue(), callers));
            double recall;
            try (var plain = new PlainLucene(folder)) {
                for (var clearance : CLEARANCES.entrySet()) {
                    rows.add(row(
                            "Lucene, words",
                            clearance.getKey(),
                            1,
                            questions,
                            question -> plain.words(question, clearance.getValue(), TOP)));
                    rows.add(row(
                            "Lucene, vectors",
                            clearance.getKey(),
                            1,
                            questions,
                            question -> plain.vectors(prepared.query(question), clearance.getValue(), LOOKED, TOP)));
                }
                recall = plain.recall(
                        questions.stream().limit(50).map(prepared::query).toList(), EVERYTHING, LOOKED, TOP);
            }
            return new Measured(size, rate, bytes(folder), heap(), recall, rows);
        } finally {
            delete(folder);
        }
    }

    private static double filled(PassageIndex index, Prepared prepared, Variation variation, int size) {
        long nanos = 0;
        int taken = 0;
        while (taken < size) {
            var batch = new ArrayList<RevisionSwap>();
            int count = 0;
            while (count < COMMIT && taken + count < size) {
                Variation.Made made = variation.next();
                batch.add(made.swap());
                prepared.expect(made.vectors());
                count += made.vectors().size();
            }
            long began = System.nanoTime();
            index.swap(batch);
            nanos += System.nanoTime() - began;
            taken += count;
            say(taken + " of " + size + " passages");
        }
        long began = System.nanoTime();
        index.release();
        return taken / ((nanos + System.nanoTime() - began) / 1e9);
    }

    private static Measured.Row ours(
            PassageIndex index, List<String> questions, String share, Set<String> groups, int callers)
            throws InterruptedException {
        Clearance clearance = new Groups(groups);
        return row("Flightline", share, callers, questions, question -> index.find(query(question, clearance)));
    }

    private static Measured.Row row(
            String way, String share, int callers, List<String> questions, java.util.function.Consumer<String> asking)
            throws InterruptedException {
        say(way + ", " + share + " %, " + callers + " callers");
        long began = System.nanoTime();
        asking.accept(questions.getFirst());
        double first = (System.nanoTime() - began) / 1e6;
        return new Measured.Row(way, share, callers, first, Times.of(questions, callers, ROUNDS, asking));
    }

    private static EvidenceQuery query(String question, Clearance clearance) {
        return EvidenceQuery.of(question, TOP, DAY).withClearance(clearance).withAircraft(Configuration.UNKNOWN);
    }

    /** For documents of these groups. */
    private record Groups(Set<String> labels) implements Clearance {
        @Override
        public boolean covers(Marking marking) {
            return labels.contains(marking.label());
        }
    }

    private static Map<String, Set<String>> clearances() {
        var all = new LinkedHashMap<String, Set<String>>();
        all.put("100", EVERYTHING);
        all.put("50", Set.of("GROUP A", "GROUP B", "GROUP C"));
        all.put("5", Set.of("GROUP A", "GROUP B"));
        all.put("0.5", Set.of("GROUP A"));
        return all;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) sum += Files.size(file);
            return sum;
        }
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }
}
