package flightline.eval.size;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.archive.Archive;
import flightline.corpus.Marking;
import flightline.eval.PassageShelf;
import flightline.flow.Answer;
import flightline.flow.Progress;
import flightline.flow.Request;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.policy.Principal;
import flightline.records.MappingOutcome;
import flightline.records.RecordMapping;
import flightline.records.RecordMappings;
import flightline.search.LucenePassageIndex;
import flightline.terms.Abbreviations;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures in a large library, one thing a run: {@code records} and {@code documents} fill the data folder, {@code learn} learns from the records,
 * {@code diagnose} asks symptoms of the public cases, {@code repeats} the same of the aircraft with most records.
 *
 * <p>Vectors are those of {@link WordVectors}; questions are read by the real model too, so that its time counts.
 *
 * <p>java -Xmx1g --enable-native-access=ALL-UNNAMED -cp "app/target/lib/*:app/target/classes:eval/target/classes" flightline.eval.size.SizeRun
 * records|documents|learn|diagnose|repeats LIBRARY DATA [CASES]
 */
public final class SizeRun {
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    /** Asked before anything is timed, so that classes and files are loaded as in a program that has been running. */
    private static final int WARM_UP = 240;
    /** Symptoms asked at most. */
    private static final int MOST = 440;

    private final Wiring wiring;

    private SizeRun(Wiring wiring) {
        this.wiring = wiring;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3)
            throw new IllegalArgumentException("give what to measure, the library and the data folder");
        Path library = Path.of(arguments[1]);
        Path data = Path.of(arguments[2]);
        int threads = Runtime.getRuntime().availableProcessors();
        boolean asks = arguments.length > 3;
        Optional<Embedder> model = asks
                ? Optional.of(new BgeSmallEmbedder(Files.createDirectories(data.resolve("native")), threads))
                : Optional.empty();
        try (Embedder vectors = new WordVectors(model);
                Wiring wiring = new Wiring(new Settings(
                        data,
                        InstantSource.system(),
                        TODAY,
                        System::nanoTime,
                        threads,
                        Optional.of(vectors),
                        Settings.TESSERACT,
                        Settings.LANGUAGES,
                        Optional.ofNullable(System.getenv("FLIGHTLINE_KEY_FILE"))
                                .map(Path::of),
                        LlamaSettings.STANDARD))) {
            var run = new SizeRun(wiring);
            switch (arguments[0]) {
                case "records" -> run.records(library);
                case "documents" -> documents(library, data, vectors);
                case "learn" -> run.learn();
                case "diagnose" -> run.ask(symptoms(Path.of(arguments[3])), Optional.empty());
                case "repeats" -> run.ask(symptoms(Path.of(arguments[3])), Optional.of("T0"));
                default -> throw new IllegalArgumentException("'" + arguments[0] + "' is nothing to measure");
            }
        }
        System.out.println("peak memory of the process: " + peak());
    }

    private void records(Path library) {
        RecordMapping mapping = switch (new RecordMappings().read(Path.of("eval/repeats/lent-tails.yaml"))) {
            case MappingOutcome.Loaded(var loaded) -> loaded;
            case MappingOutcome.Faulty(var problems) -> throw new IllegalArgumentException(String.join("; ", problems));
        };
        var records = wiring.importRecords()
                .run(
                        List.of(library.resolve("records.jsonl")),
                        mapping,
                        Marking.UNMARKED,
                        Principal.localUser(),
                        Progress.SILENT,
                        () -> false);
        System.out.printf(
                Locale.ROOT,
                "%d records in %.1f s%n",
                records.files().getFirst().taken(),
                records.millis() / 1000.0);
    }

    /**
     * Straight into index and archive, each document with a file of its own: what an intake looks for besides, such as
     * hidden instructions, is not measured here.
     */
    private static void documents(Path library, Path data, Embedder vectors) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(library)) {
            files = all.filter(file -> String.valueOf(file.getFileName()).startsWith("passages-"))
                    .sorted()
                    .toList();
        }
        long began = System.nanoTime();
        try (var index = LucenePassageIndex.open(
                data.resolve("index/passages"),
                vectors,
                Abbreviations.standard().all())) {
            var archive = new Archive(data.resolve("archive"));
            for (Path file : files) {
                var shelved = PassageShelf.apart(file, Files.readAllBytes(file));
                for (PassageShelf.Shelved one : shelved)
                    archive.replaceDocuments(one.swap().document().source(), List.of(one.document()));
                index.swap(shelved.stream().map(PassageShelf.Shelved::swap).toList());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d files in %.1f s, %d passages%n",
                    files.size(),
                    (System.nanoTime() - began) / 1e9,
                    index.passageCount());
        }
    }

    private void learn() {
        var report = wiring.learn().run(Principal.localUser(), Progress.SILENT, () -> false);
        System.out.printf(Locale.ROOT, "learned in %.1f s: %s%n", report.millis() / 1000.0, report.lessons());
    }

    private void ask(List<String> symptoms, Optional<String> aircraft) {
        var flow = wiring.diagnose();
        var whole = new ArrayList<Double>();
        var parts = new TreeMap<String, List<Double>>();
        var outcomes = new TreeMap<String, Integer>();
        long cpu = 0;
        for (int i = 0; i < symptoms.size(); i++) {
            if (i == WARM_UP) cpu = cpu();
            if (i == MOST) break;
            long began = System.nanoTime();
            Answer answer = flow.diagnose(new Request(
                    "size",
                    symptoms.get(i),
                    aircraft,
                    Optional.empty(),
                    Optional.empty(),
                    TODAY,
                    5,
                    Set.of(),
                    Principal.localUser()));
            if (i < WARM_UP) continue;
            whole.add((System.nanoTime() - began) / 1e6);
            outcomes.merge(answer.outcome(), 1, Integer::sum);
            var millis = answer.head().millis();
            parts.computeIfAbsent("retrieving", p -> new ArrayList<>()).add(millis.retrieve());
            parts.computeIfAbsent("ranking", p -> new ArrayList<>()).add(millis.rank());
            parts.computeIfAbsent("writing", p -> new ArrayList<>()).add(millis.write());
            parts.computeIfAbsent("verifying", p -> new ArrayList<>()).add(millis.verify());
        }
        System.out.printf(Locale.ROOT, "%d symptoms %s%n", whole.size(), outcomes);
        System.out.printf(
                Locale.ROOT, "processor time of one: %.0f ms%n", (cpu() - cpu) / 1e6 / Math.max(1, whole.size()));
        line("whole", whole);
        parts.forEach(SizeRun::line);
    }

    /** Nanoseconds of processor that the process has used, on all threads: what a shared machine does not blur. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void line(String name, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-11s p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                name,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static List<String> symptoms(Path cases) throws IOException {
        var json = new ObjectMapper();
        var symptoms = new ArrayList<String>();
        for (String line : Files.readAllLines(cases)) {
            JsonNode one = json.readTree(line);
            symptoms.add(one.path("symptom").asText());
        }
        return symptoms;
    }

    /** The greatest share of memory that the process held, heap and all else; empty where the system does not tell. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return "";
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
