package flightline.eval.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.policy.PurposeTraining.Label;
import flightline.terms.Addressed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Learns what {@code flightline.terms} ships as {@code addressed.bin}: to tell sentences that set whoever answers a task from
 * those of documents. Logistic regression by stochastic gradients (AdaGrad: Duchi, Hazan and Singer 2011), from sentences of
 * our own and half of the sentences of public documents; on the other half it is counted how many would be left unquoted.
 * The same data gives the same bytes.
 *
 * <p>java -cp … flightline.eval.policy.AddressedTraining DATA eval engine/src/main/resources/flightline/terms/addressed.bin
 *
 * <p>With a fourth argument, {@code judge}, half of our sentences to technicians is left out of what is learned and counted
 * too; what is written then is not to be shipped.
 */
public final class AddressedTraining {
    private static final long SEED = 20261128;
    private static final int ROUNDS = 12;
    private static final float STEP = 0.5f;
    private static final float PULL = 2e-6f;
    /** How often a sentence of ours counts; there are some forty of the documents for each. */
    private static final float OURS = 3;

    private static final int MOST_OF_A_KIND = 4500;
    private static final double[] SCORES = {-2, -1.5, -1, -0.5, 0, 0.5, 1};
    private static final Pattern ENDS = Pattern.compile("(?<=[.?!])\\s+|\\n+");
    private static final Pattern PARAGRAPH =
            Pattern.compile("<(para|notePara|warningAndCautionPara|simplePara)[^>]*>(.*?)</\\1>", Pattern.DOTALL);

    private record Sentence(String text, boolean task, float weight) {}

    private AddressedTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path eval = Path.of(arguments[1]);
        Map<String, List<String>> documents = documents(data, eval.resolveSibling("library"));
        var learned = new ArrayList<Sentence>();
        documents.forEach((kind, sentences) -> half(sentences, true).stream()
                .limit(MOST_OF_A_KIND)
                .forEach(text -> learned.add(new Sentence(text, false, 1))));
        tasks(eval).forEach(learned::add);
        List<String> spoken = ours(eval, "to-technicians.txt").toList();
        List<String> taught = arguments.length > 3 ? half(spoken, true) : spoken;
        taught.forEach(text -> learned.add(new Sentence(text, false, OURS)));
        Addressed model = learn(learned);
        try (var out = Files.newOutputStream(Path.of(arguments[2]))) {
            model.write(out);
        }
        System.out.printf("%d sentences%n", learned.size());
        documents.forEach((kind, sentences) -> print(kind, model, half(sentences, false)));
        print(
                "to technicians",
                model,
                spoken.stream().filter(text -> !taught.contains(text)).toList());
        List<String> attacks = new ArrayList<>();
        new ObjectMapper()
                .readTree(data.resolve("injection/bipia_text_attack_train.json").toFile())
                .forEach(kind -> kind.forEach(one -> attacks.add(one.asText())));
        print("BIPIA, training part", model, attacks);
    }

    private static Stream<Sentence> tasks(Path eval) throws IOException {
        var ours = ours(eval, "addressed.txt").map(line -> new Sentence(line, true, OURS));
        var foreign = LabelledRequests.cases(eval.resolve("policy/training.jsonl"), 1).stream()
                .map(LabelledRequests.Case::example)
                .filter(e -> e.label() == Label.FOREIGN || e.clause().equals("AU-1.m"))
                .map(e -> new Sentence(e.text(), true, 1));
        return Stream.concat(ours, foreign);
    }

    private static Stream<String> ours(Path eval, String file) throws IOException {
        return Files.readAllLines(eval.resolve("injection").resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "));
    }

    private static Map<String, List<String>> documents(Path data, Path library) throws IOException {
        var kinds = new LinkedHashMap<String, List<String>>();
        kinds.put("handbook", cut(PublicTexts.field(data.resolve("handbook/faa-h-8083-32b.jsonl"), "text")));
        kinds.put("accidents", cut(PublicTexts.field(data.resolve("ntsb/maintenance-cause.jsonl"), "narrative")));
        kinds.put("directives", cut(PublicTexts.field(data.resolve("directives/abstracts.jsonl"), "abstract")));
        kinds.put("difficulty reports", cut(PublicTexts.field(data.resolve("sdr/records.jsonl"), "body")));
        kinds.put("incidents", cut(PublicTexts.field(data.resolve("faa-incidents/records.jsonl"), "narrative")));
        var pages = new ArrayList<String>();
        for (Path page : files(data.resolve("open-docs"), ".md", ".rst"))
            pages.add(Files.readString(page).replaceAll("[*`#|_\\[\\]]|\\(http[^)]*\\)", ""));
        kinds.put("pages on drones", cut(pages));
        var modules = new ArrayList<String>();
        for (Path folder : List.of(data.resolve("s1000d-bike"), library))
            for (Path module : files(folder, ".xml"))
                PARAGRAPH
                        .matcher(Files.readString(module))
                        .results()
                        .forEach(found -> modules.add(found.group(2).replaceAll("<[^>]+>|\\s+", " ")));
        kinds.put("data modules", cut(modules));
        return kinds;
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> Stream.of(endings)
                            .anyMatch(end ->
                                    path.toString().toLowerCase(Locale.ROOT).endsWith(end)))
                    .sorted()
                    .toList();
        }
    }

    /** Sentences of three to sixty words, each once, in an order that does not follow the documents. */
    private static List<String> cut(List<String> texts) {
        var sentences = new LinkedHashSet<String>();
        for (String text : texts)
            for (String sentence : ENDS.split(text, -1)) {
                int words = sentence.strip().split("\\s+", -1).length;
                if (words >= 3 && words <= 60) sentences.add(sentence.strip());
            }
        var mixed = new ArrayList<>(sentences);
        Collections.shuffle(mixed, new Random(SEED));
        return mixed;
    }

    private static List<String> half(List<String> sentences, boolean first) {
        return sentences.stream()
                .filter(text -> ((text.hashCode() * 0x9e3779b9) >>> 31 == 0) == first)
                .toList();
    }

    private static Addressed learn(List<Sentence> sentences) {
        List<int[]> places =
                sentences.stream().map(one -> Addressed.places(one.text())).toList();
        float[] weight = new float[1 << Addressed.BITS];
        float[] squares = new float[weight.length];
        float bias = 0;
        float biasSquares = 0;
        int[] order = new int[places.size()];
        for (int i = 0; i < order.length; i++) order[i] = i;
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            for (int at : order) {
                int[] of = places.get(at);
                if (of.length == 0) continue;
                float each = (float) (1 / Math.sqrt(of.length));
                float sum = bias;
                for (int place : of) sum += weight[place] * each;
                float error = (float) (1 / (1 + Math.exp(-sum))) - (sentences.get(at).task ? 1 : 0);
                error *= sentences.get(at).weight;
                biasSquares += error * error;
                bias -= STEP * error / (float) Math.sqrt(biasSquares + 1e-6);
                for (int place : of) {
                    float gradient = error * each + PULL * weight[place];
                    squares[place] += gradient * gradient;
                    weight[place] -= STEP * gradient / (float) Math.sqrt(squares[place] + 1e-4);
                }
            }
        }
        return Addressed.of(weight, bias);
    }

    private static void print(String kind, Addressed model, List<String> sentences) {
        var line = new StringBuilder(kind + ", " + sentences.size() + " not learned from:");
        for (double score : SCORES)
            line.append(" %d from %.1f;"
                    .formatted(
                            sentences.stream()
                                    .filter(text -> model.score(text) >= score)
                                    .count(),
                            score));
        System.out.println(line);
        if (!kind.startsWith("BIPIA"))
            sentences.stream().filter(t -> model.score(t) >= 0).limit(5).forEach(t -> System.out.println("    " + t));
    }
}
