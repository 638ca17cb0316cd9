package flightline.eval.policy;

import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.policy.AcceptableUse;
import flightline.policy.Concepts;
import flightline.policy.Gate;
import flightline.policy.MeaningTraining;
import flightline.policy.PurposeFeatures;
import flightline.policy.PurposeModel;
import flightline.policy.PurposeTraining;
import flightline.policy.PurposeTraining.Example;
import flightline.policy.PurposeTraining.Label;
import flightline.terms.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Learns what {@code flightline.policy} ships: the model that tells what a request is for. From the half of our labelled
 * requests that is for tuning, requests of our own writing, and public texts; the same data gives the same bytes.
 *
 * <p>java -cp … flightline.eval.policy.GateTraining DATA eval engine/src/main/resources/flightline/policy/purpose.bin
 *
 * <p>With a fourth argument, {@code folds}, it first judges each fifth of the tuning half by what was learned without it.
 */
public final class GateTraining {
    private static final int ROUNDS = 15;
    private static final double PULL = 1e-4;
    private static final long SEED = 20261128;
    private static final int NET_ROUNDS = 20;
    private static final double NET_PULL = 0.01;
    private static final int FOLDS = 5;
    private static final double OURS = 1;
    private static final double PUBLIC = 1;

    private GateTraining() {}

    public static void main(String[] arguments) throws IOException {
        var texts = new PublicTexts(Path.of(arguments[0]));
        Path eval = Path.of(arguments[1]);
        Path into = Path.of(arguments[2]);
        AcceptableUse use = AcceptableUse.shipped();
        var training = new PurposeTraining(
                new PurposeFeatures(new Concepts(use.lists()), Vocabulary.standard()), ROUNDS, PULL, SEED);
        List<Example> always = always(texts, eval);
        List<LabelledRequests.Case> tune = LabelledRequests.cases(eval.resolve("questions/policy.jsonl"), OURS).stream()
                .filter(c -> c.split().equals("tune"))
                .toList();
        var embedder = new BgeSmallEmbedder(Files.createTempDirectory("native"), 2);
        var meaning = new MeaningTraining(NET_ROUNDS, NET_PULL, SEED);
        if (arguments.length > 3) judgeFolds(use, training, meaning, embedder, always, tune);
        var examples = new ArrayList<>(always);
        tune.forEach(c -> examples.add(c.example()));
        PurposeModel model =
                meaning.learn(training.learn(examples), embedder.name(), examples, vectors(embedder, examples));
        try (var out = Files.newOutputStream(into)) {
            model.write(out);
        }
        System.out.printf(
                Locale.ROOT,
                "%d examples (%d allowed, %d refused, %d out of scope), %d rounds, seed %d: %d bytes%n",
                examples.size(),
                count(examples, Label.ALLOWED),
                count(examples, Label.REFUSED),
                count(examples, Label.FOREIGN),
                ROUNDS,
                SEED,
                Files.size(into));
    }

    private static void judgeFolds(
            AcceptableUse use,
            PurposeTraining training,
            MeaningTraining meaning,
            Embedder embedder,
            List<Example> always,
            List<LabelledRequests.Case> tune) {
        List<float[]> vectors = vectors(embedder, always);
        var verdicts = new Verdicts();
        for (int fold = 0; fold < FOLDS; fold++) {
            var examples = new ArrayList<>(always);
            for (LabelledRequests.Case one : tune) if (fold(one) != fold) examples.add(one.example());
            // The net is taught without any of the tuning half here: five times with it would take an hour.
            PurposeModel model = meaning.learn(training.learn(examples), embedder.name(), always, vectors);
            var gate = new Gate(use, model, embedder, InstantSource.system());
            for (LabelledRequests.Case one : tune) if (fold(one) == fold) verdicts.add(gate, one.example());
        }
        System.out.println("tuning half, each fifth judged without it: " + verdicts);
        verdicts.wrong().forEach(w -> System.out.println("  " + w));
    }

    static List<Example> always(PublicTexts texts, Path eval) throws IOException {
        var all = new ArrayList<Example>();
        LabelledRequests.cases(eval.resolve("policy/training.jsonl"), OURS).forEach(c -> all.add(c.example()));
        add(all, texts.incidents(true), Label.ALLOWED);
        add(all, texts.symptoms(true), Label.ALLOWED);
        add(all, texts.workOrders(), Label.ALLOWED);
        add(all, texts.headings(), Label.ALLOWED);
        add(all, texts.sentences(), Label.ALLOWED);
        add(all, texts.supportQuestions(), Label.ALLOWED);
        add(
                all,
                LabelledRequests.lines(eval.resolve("questions/handbook.jsonl")).stream()
                        .filter(n -> n.path("split").asText().equals("tune"))
                        .map(n -> n.path("question").asText())
                        .toList(),
                Label.ALLOWED);
        add(all, texts.steps(eval.resolveSibling("library"), true), Label.ALLOWED);
        add(all, texts.everyday(), Label.FOREIGN);
        return all;
    }

    private static List<float[]> vectors(Embedder embedder, List<Example> examples) {
        return embedder.passages(examples.stream().map(Example::text).toList());
    }

    private static void add(List<Example> to, List<String> texts, Label label) {
        for (String text : texts) to.add(new Example(text, label, "", PUBLIC));
    }

    static int fold(LabelledRequests.Case one) {
        int hash = one.kin().hashCode() * 0x9e3779b9;
        return ((hash ^ (hash >>> 15)) & 0xffff) % FOLDS;
    }

    private static long count(List<Example> examples, Label label) {
        return examples.stream().filter(e -> e.label() == label).count();
    }
}
