package flightline.eval.bench;

import flightline.model.Embedder;
import flightline.search.HalfSearch;
import flightline.search.LucenePassageIndex;
import flightline.terms.Abbreviations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks an index that was filled: the whole search, its halves, and plain Lucene. */
final class Asking {
    private static final int TOP = 10;
    /** So many are looked at by each half before they are weighed together, here and for Lucene alike. */
    private static final int LOOKED = 200;
    /** Asked first and not counted. */
    private static final int WARMING = 100;

    private static final int WARMING_ROUNDS = 2;
    /** Questions whose truly nearest are sought by looking at every vector. */
    private static final int RECALLED = 40;

    private final Path folder;
    private final Prepared prepared;
    private final List<String> questions;
    private final List<Measured.Row> rows = new ArrayList<>();

    Asking(Path folder, Embedder model, List<String> questions) {
        this.folder = folder;
        this.prepared = new Prepared(model);
        this.questions = questions;
        questions.forEach(prepared::query);
    }

    private interface Way {
        void ask(String question) throws IOException;
    }

    /** @param stores of others in memory, where the library is small enough for them */
    Measured of(long size, Filling.Filled filled, Optional<MemoryStores> stores)
            throws IOException, InterruptedException {
        var abbreviations = Abbreviations.standard().all();
        try (var index = LucenePassageIndex.open(folder, prepared, abbreviations);
                var halves = new HalfSearch(folder, abbreviations);
                var plain = new PlainLucene(folder)) {
            Map<String, List<String>> terms = new HashMap<>();
            for (String question : questions) terms.put(question, halves.terms(question));
            // So that no row bears what the compiler of the virtual machine does for all of them.
            for (int round = 0; round < WARMING_ROUNDS; round++)
                for (String question : questions) index.find(Asked.ALL.query(question, TOP));
            for (Asked asked : Asked.EACH)
                for (int callers : List.of(1, 4))
                    row(Measured.FUSED, asked, callers, question -> index.find(asked.query(question, TOP)));
            for (Asked asked : Asked.EACH) {
                if (asked.byEffectivity()) continue;
                row(Measured.WORDS, asked, 1, question -> halves.words(asked.query(question, TOP), LOOKED));
                row(Measured.LUCENE_WORDS, asked, 1, question -> plain.words(question, asked.groups(), LOOKED));
                row(
                        Measured.SAME_WORDS,
                        asked,
                        1,
                        question -> plain.words(terms.getOrDefault(question, List.of()), asked.groups(), LOOKED));
                row(
                        Measured.SAME_QUERY,
                        asked,
                        1,
                        question -> plain.wordsWeighedAlike(
                                terms.getOrDefault(question, List.of()), asked.groups(), LOOKED));
                row(
                        Measured.VECTORS,
                        asked,
                        1,
                        question -> halves.nearest(prepared.query(question), asked.query(question, TOP), LOOKED, TOP));
                row(
                        Measured.LUCENE_VECTORS,
                        asked,
                        1,
                        question -> plain.vectors(prepared.query(question), asked.groups(), LOOKED, TOP));
                if (stores.isPresent()) {
                    MemoryStores others = stores.get();
                    row(
                            Measured.LANGCHAIN,
                            asked,
                            1,
                            question -> others.langchain(prepared.query(question), asked.groups(), TOP));
                    row(Measured.SPRING, asked, 1, question -> others.spring(question, asked.groups(), TOP));
                }
            }
            var recalls = new ArrayList<Measured.Recall>();
            for (Asked asked : Asked.EACH)
                if (!asked.byEffectivity()) recalls.add(new Measured.Recall(asked, recall(halves, plain, asked)));
            return new Measured(
                    size, filled.rate(), filled.cpuRate(), bytes(), plain.segments(), heap(), recalls, rows);
        }
    }

    private void row(String way, Asked asked, int callers, Way asking) throws InterruptedException {
        Bench.say(way + ", " + asked.filter() + " " + asked.share() + " %, " + callers + " callers");
        long began = System.nanoTime();
        ask(asking, questions.getFirst());
        double first = (System.nanoTime() - began) / 1e6;
        questions.subList(0, WARMING).forEach(question -> ask(asking, question));
        var counted = questions.subList(WARMING, questions.size());
        rows.add(new Measured.Row(
                way, asked, callers, first, Times.of(counted, callers, question -> ask(asking, question))));
    }

    private static void ask(Way way, String question) {
        try {
            way.ask(question);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    /** Share of the truly nearest in scope that are found. */
    private double recall(HalfSearch halves, PlainLucene plain, Asked asked) throws IOException {
        long same = 0;
        long wanted = 0;
        for (String question : questions.subList(0, RECALLED)) {
            float[] vector = prepared.query(question);
            var near = new HashSet<>(plain.exact(vector, asked.groups(), TOP));
            wanted += near.size();
            near.retainAll(new HashSet<>(halves.nearest(vector, asked.query(question, TOP), LOOKED, TOP)));
            same += near.size();
        }
        return (double) same / wanted;
    }

    private long bytes() throws IOException {
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
}
