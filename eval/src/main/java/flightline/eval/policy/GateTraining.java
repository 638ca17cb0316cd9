package flightline.eval.policy;

import flightline.eval.KeptVectors;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.policy.AcceptableUse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns what {@code flightline.policy} ships: the model that tells what a request is for. From the half of our labelled
 * requests that is for tuning, requests of our own writing, and public texts; the same data gives the same bytes.
 *
 * <p>java -cp … flightline.eval.policy.GateTraining DATA eval engine/src/main/resources/flightline/policy/purpose.bin
 *
 * <p>A fourth argument names a file in which vectors are kept from one run to the next. With a fifth, {@code judge}, a third
 * of all labelled requests is left out of what is learned, twins and requests of one frame together, and {@link GateChoice}
 * counts what gates of several certainties make of it; nothing is written then.
 */
public final class GateTraining {
    private static final int ROUNDS = 15;
    private static final double PULL = 1e-4;
    private static final long SEED = 20261128;
    private static final int NET_ROUNDS = 30;
    private static final double NET_PULL = 0.005;
    private static final int FOLDS = 3;
    /** What mechanics ask of a manual, whether it has the answer or not. */
    private static final List<String> QUESTIONS = List.of(
            "handbook.jsonl",
            "handbook-answers-more.jsonl",
            "handbook-answers-shop.jsonl",
            "unanswerable-shop.jsonl",
            "open-docs-answers.jsonl",
            "open-docs-unanswerable.jsonl");

    private static final double OURS = 1;
    private static final double PUBLIC = 1;

    private GateTraining() {}

    public static void main(String[] arguments) throws IOException {
        var texts = new PublicTexts(Path.of(arguments[0]));
        Path eval = Path.of(arguments[1]);
        Path into = Path.of(arguments[2]);
        AcceptableUse use = AcceptableUse.shipped();
        var training = new PurposeTraining(new PurposeFeatures(use, Vocabulary.standard()), ROUNDS, PULL, SEED);
        List<Example> always = always(texts, eval);
        List<LabelledRequests.Case> tune = LabelledRequests.cases(eval.resolve("questions/policy.jsonl"), OURS).stream()
                .filter(c -> c.split().equals("tune"))
                .toList();
        Embedder plain = new BgeSmallEmbedder(Files.createTempDirectory("native"), 2);
        Embedder embedder = arguments.length > 3 ? new KeptVectors(plain, Path.of(arguments[3])) : plain;
        var meaning = new MeaningTraining(NET_ROUNDS, NET_PULL, SEED);
        if (arguments.length > 4) {
            var labelled = new ArrayList<>(LabelledRequests.cases(eval.resolve("policy/training.jsonl"), OURS));
            labelled.addAll(tune);
            for (String set : QUESTIONS)
                labelled.addAll(LabelledRequests.asked(eval.resolve("questions").resolve(set), PUBLIC));
            Set<String> ours = labelled.stream().map(c -> c.example().text()).collect(Collectors.toSet());
            List<Example> others =
                    always.stream().filter(e -> !ours.contains(e.text())).toList();
            judge(use, training, meaning, embedder, others, labelled);
            return;
        }
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

    private static void judge(
            AcceptableUse use,
            PurposeTraining training,
            MeaningTraining meaning,
            Embedder embedder,
            List<Example> others,
            List<LabelledRequests.Case> labelled) {
        var examples = new ArrayList<>(others);
        var left = new ArrayList<LabelledRequests.Case>();
        for (LabelledRequests.Case one : labelled)
            if (fold(one) == 0) left.add(one);
            else examples.add(one.example());
        PurposeModel model =
                meaning.learn(training.learn(examples), embedder.name(), examples, vectors(embedder, examples));
        System.out.printf("%d learned from, %d left out%n", examples.size(), left.size());
        var choice = new GateChoice(use, model, embedder);
        System.out.println("all that were left out:");
        choice.judge(left);
        System.out.println("of them what mechanics ask of a manual:");
        choice.judge(left.stream()
                .filter(one -> one.kin().startsWith(LabelledRequests.ASKED))
                .toList());
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
        for (String set : QUESTIONS)
            LabelledRequests.asked(eval.resolve("questions").resolve(set), PUBLIC)
                    .forEach(c -> all.add(c.example()));
        add(all, texts.steps(eval.resolveSibling("library"), true), Label.ALLOWED);
        // A step of a procedure that somebody types is worded as a command, and is none to us.
        add(all, toTechnicians(eval), Label.ALLOWED);
        add(all, texts.everyday(), Label.FOREIGN);
        return all;
    }

    private static List<String> toTechnicians(Path eval) throws IOException {
        return Files.readAllLines(eval.resolve("injection/to-technicians.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .toList();
    }

    private static List<float[]> vectors(Embedder embedder, List<Example> examples) {
        return embedder.passages(examples.stream().map(Example::text).toList());
    }

    private static void add(List<Example> to, List<String> texts, Label label) {
        for (String text : texts) to.add(new Example(text, label, "", PUBLIC));
    }

    private static int fold(LabelledRequests.Case one) {
        String kin = one.kin().isEmpty() ? one.example().text() : one.kin();
        int hash = kin.hashCode() * 0x9e3779b9;
        return ((hash ^ (hash >>> 15)) & 0xffff) % FOLDS;
    }

    private static long count(List<Example> examples, Label label) {
        return examples.stream().filter(e -> e.label() == label).count();
    }
}
