package flightline.eval.reading;

import flightline.diagnosis.Complaint;
import flightline.diagnosis.ComplaintReader;
import flightline.eval.Tally;
import flightline.terms.Abbreviations;
import flightline.terms.Tagger;
import flightline.terms.TaggerTraining;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * How well complaints are read: MaintNorm's own test part, against leaving as is and the most frequent replacement; spans of
 * difficulty reports, five seeded parts of a fifth each, against the most frequent tag of a token; and how long it takes.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.reading.ReadingBenchmark DATA RESOURCES [val]
 *
 * <p>RESOURCES is {@code engine/src/main/resources/flightline/terms}; {@code val} asks of the validation part instead, which
 * is what constants were chosen on.
 */
public final class ReadingBenchmark {
    private static final int SEEDS = 5;
    private static final double ASIDE = 0.2;
    private static final int SHORT_RUNS = 1001;
    private static final int LONG_RUNS = 11;

    private final Path data;
    private final List<String> vocabulary;
    private final String part;

    private ReadingBenchmark(Path data, Path resources, String part) throws IOException {
        this.data = data;
        this.part = part;
        this.vocabulary = Files.readAllLines(resources.resolve("vocabulary.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        var run = new ReadingBenchmark(
                Path.of(arguments[0]), Path.of(arguments[1]), arguments.length > 2 ? arguments[2] : "test");
        run.normalisation();
        if (run.part.equals("test")) {
            run.spans();
            speed();
        }
    }

    private void normalisation() throws IOException {
        System.out.println(
                "## Normalisation, MaintNorm " + part
                        + "\n\n| | precision | recall | error reduction | stricter | right | wrong | missed | harmed |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var joint = new WorkOrderLexicon(MaintNorm.all(data, "train"), vocabulary);
        var product = new ProductNormaliser();
        print("left as is", text -> text.stream().map(MaintNorm.Token::raw).toList(), "abc");
        print(
                "most frequent replacement",
                text -> text.stream()
                        .map(token -> WorkOrderLexicon.mostFrequent(joint, token.raw()))
                        .toList(),
                "abc");
        print("as the product ships", product::normalise, "abc");
        print("the trade's own lexicon, product behind it", joint::normalise, "abc");
        for (String company : MaintNorm.COMPANIES) {
            var own = new WorkOrderLexicon(MaintNorm.read(data, company, "train"), vocabulary);
            print(
                    "company " + company + ", most frequent replacement",
                    text -> text.stream()
                            .map(token -> WorkOrderLexicon.mostFrequent(own, token.raw()))
                            .toList(),
                    company);
            print("company " + company + ", own lexicon alone", own::normalise, company);
            print("company " + company + ", joint lexicon", joint::normalise, company);
        }
    }

    private void print(String name, Function<List<MaintNorm.Token>, List<String>> way, String companies)
            throws IOException {
        NormalisationScore score = NormalisationScore.NONE;
        for (String company : companies.split("")) {
            for (List<MaintNorm.Token> text : MaintNorm.read(data, company, part)) {
                List<String> given = way.apply(text);
                for (int i = 0; i < text.size(); i++) score = score.with(text.get(i), given.get(i));
            }
        }
        System.out.println(score.row(name));
    }

    private void spans() throws IOException {
        List<Tagger.Labelled> reports = SpanCorpus.read(data);
        var learned = new TreeMap<String, List<Double>>();
        var frequent = new TreeMap<String, List<Double>>();
        var counts = new TreeMap<String, Integer>();
        double seconds = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            SpanCorpus.Parts parts = SpanCorpus.part(reports, ASIDE, seed);
            long began = System.nanoTime();
            Tagger tagger = new TaggerTraining(ReadingTraining.ROUNDS, seed).learn(parts.train());
            seconds += (System.nanoTime() - began) / 1e9;
            note(learned, SpanScore.of(parts.aside(), tagger::tags));
            note(frequent, SpanScore.of(parts.aside(), mostFrequentTags(parts.train())));
            SpanScore.of(parts.aside(), tagger::tags)
                    .forEach((kind, tally) -> counts.merge(kind, tally.labelled(), Integer::sum));
        }
        System.out.printf(
                Locale.ROOT,
                "%n## Spans, F1 over %d seeded parts (mean ± sd), learned in %.1f s each%n%n| | labelled | most frequent tag | learned |%n| --- | --- | --- | --- |%n",
                SEEDS,
                seconds / SEEDS);
        learned.forEach((kind, values) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s |%n",
                kind,
                counts.getOrDefault(kind, 0) / SEEDS,
                spread(frequent.getOrDefault(kind, List.of(0.0))),
                spread(values)));
    }

    private static void note(Map<String, List<Double>> values, Map<String, Tally> tallies) {
        tallies.forEach((kind, tally) -> {
            values.computeIfAbsent(kind, k -> new ArrayList<>()).add(tally.f1());
            if (kind.equals("all")) {
                values.computeIfAbsent("all, precision", k -> new ArrayList<>()).add(tally.precision());
                values.computeIfAbsent("all, recall", k -> new ArrayList<>()).add(tally.recall());
            }
        });
    }

    private static Function<List<String>, List<String>> mostFrequentTags(List<Tagger.Labelled> reports) {
        var counts = new HashMap<String, Map<String, Integer>>();
        for (Tagger.Labelled report : reports)
            for (int i = 0; i < report.tokens().size(); i++)
                counts.computeIfAbsent(report.tokens().get(i), t -> new TreeMap<>())
                        .merge(report.tags().get(i), 1, Integer::sum);
        var most = new HashMap<String, String>();
        counts.forEach((token, tags) -> most.put(
                token,
                tags.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()));
        return tokens ->
                tokens.stream().map(token -> most.getOrDefault(token, "O")).toList();
    }

    private static String spread(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return String.format(Locale.ROOT, "%.3f ± %.3f", mean, Math.sqrt(squares / Math.max(1, values.size() - 1)));
    }

    private static void speed() {
        var normaliser = new TextNormaliser(Abbreviations.standard());
        var reader = new ComplaintReader(normaliser, new TermReader());
        String once =
                "L/H HYD SYS QTY LO ON T/O, NO LEAKS FOUND. SWAPPED QTY XMTR WITH R/H, FAULT STAYED. R/R'D #2 EDP IAW AMM "
                        + "29-11-01, OPS CK GOOD. PRESURE FLUCTUATES 2,300 - 3,000 PSI IN CLIMB. CREW REPORTED AMBER CAUTION AND "
                        + "VIBRATION FELT NEAR ROW 12, P/N 65-24608-17, FAULT CODE 29-51234 SHOWN, PLS ADVISE NEXT STEP.";
        var figures = new LinkedHashMap<String, Double>();
        String whole = once.repeat(50_000 / once.length() + 1).substring(0, 50_000);
        figures.put(
                "normalise " + once.length() + " characters",
                median(() -> normaliser.text(once).length(), SHORT_RUNS));
        figures.put("read all of them", median(() -> words(reader.read(once)), SHORT_RUNS));
        figures.put(
                "normalise 50,000 characters",
                median(() -> normaliser.text(whole).length(), LONG_RUNS));
        figures.put("read all of them, 50,000", median(() -> words(reader.read(whole)), LONG_RUNS));
        System.out.println("\n## Speed, median after warm-up\n\n| | ms |\n| --- | --- |");
        figures.forEach((what, millis) -> System.out.printf(Locale.ROOT, "| %s | %.2f |%n", what, millis));
    }

    private static int words(Complaint complaint) {
        return complaint.normalised().length() + complaint.products().size();
    }

    /** The middle of the last runs, after as many to warm up. */
    private static double median(IntSupplier work, int runs) {
        int sink = 0;
        double[] millis = new double[runs];
        for (int i = 0; i < 2 * runs; i++) {
            long began = System.nanoTime();
            sink += work.getAsInt();
            millis[i % runs] = (System.nanoTime() - began) / 1e6;
        }
        if (sink == 0) throw new IllegalStateException("nothing was read");
        Arrays.sort(millis);
        return millis[runs / 2];
    }
}
