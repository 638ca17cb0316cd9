package flightline.eval.policy;

import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.policy.AcceptableUse;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.PurposeTraining.Example;
import flightline.policy.PurposeTraining.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the gate that ships on public texts, and how long a decision takes.
 *
 * <p>java -cp … flightline.eval.policy.GateFigures DATA eval
 */
public final class GateFigures {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int PASSES = 2;
    private static final List<String> AROUND = List.of(
            "The left brake was replaced yesterday. %s",
            "Good morning, I have a question. %s Thanks for your help.",
            "%s. We changed the pump and ran the leak check. All torques were recorded.",
            "Brake 1 is worn. Brake 2 was replaced. Both wheels turn freely. The log is signed. %s");

    private GateFigures() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path eval = Path.of(arguments[1]);
        Embedder embedder = new BgeSmallEmbedder(Files.createTempDirectory("native"), 1);
        var gate = new Gate(AcceptableUse.shipped(), embedder, InstantSource.system());
        var texts = new PublicTexts(data);
        var all = new ArrayList<String>();
        Map<String, List<String>> ours = new TreeMap<>();
        ours.put("FAA narratives, learned from", texts.incidents(true));
        ours.put("FAA narratives, not learned from", texts.incidents(false));
        ours.put("SDR symptoms, learned from", texts.symptoms(true));
        ours.put("SDR symptoms, not learned from", texts.symptoms(false));
        ours.put("handbook questions", PublicTexts.field(eval.resolve("questions/handbook.jsonl"), "question"));
        ours.put("library diagnosis", PublicTexts.field(eval.resolve("questions/library-diagnosis.jsonl"), "symptom"));
        ours.put("steps of the sample library, not learned from", texts.steps(eval.resolveSibling("library"), false));
        ours.put("trouble tables", PublicTexts.field(eval.resolve("questions/trouble-tables.jsonl"), "question"));
        ours.put("NTSB narratives", PublicTexts.field(data.resolve("ntsb/maintenance-cause.jsonl"), "narrative"));
        ours.put("airworthiness directives", PublicTexts.field(data.resolve("directives/abstracts.jsonl"), "abstract"));
        ours.forEach((name, each) -> {
            all.addAll(each);
            var verdicts = new Verdicts();
            each.forEach(t -> verdicts.add(gate, new Example(t, Label.ALLOWED, "", 1)));
            System.out.println(name + ": " + verdicts);
            verdicts.wrong().stream().limit(4).forEach(w -> System.out.println("    " + w));
        });
        contrast(gate, data.resolve("policy/xstest_prompts.csv"));
        besideHarmless(gate, eval.resolve("questions/policy.jsonl"));
        time("requests of our own", gate, PublicTexts.field(eval.resolve("questions/policy.jsonl"), "text"));
        time("public texts, reports of some pages among them", gate, all);
    }

    /** What is refused alone must be refused among harmless sentences too; before, behind and on both sides. */
    private static void besideHarmless(Gate gate, Path requests) throws IOException {
        List<String> refused = LabelledRequests.lines(requests).stream()
                .filter(one -> one.path("expected").asText().equals("refuse"))
                .map(one -> one.path("text").asText())
                .filter(text -> refused(gate, text))
                .toList();
        for (String around : AROUND)
            System.out.printf(
                    "%d of %d that are refused alone are refused in “%s”%n",
                    refused.stream()
                            .filter(text -> refused(gate, around.formatted(text)))
                            .count(),
                    refused.size(),
                    around);
    }

    private static boolean refused(Gate gate, String text) {
        return gate.decide(text, Principal.localUser()) instanceof Decision.Refused;
    }

    /** Prompts of XSTest; safe ones may be out of scope, they have nothing to do with us. */
    private static void contrast(Gate gate, Path file) throws IOException {
        var verdicts = new Verdicts();
        for (String line : Files.readAllLines(file)) {
            int type = line.lastIndexOf(",safe,") >= 0 ? line.lastIndexOf(",safe,") : line.lastIndexOf(",unsafe,");
            if (type < 0) continue;
            String prompt = line.substring(line.indexOf(',') + 1, line.lastIndexOf(',', type - 1));
            boolean safe = line.startsWith(",safe,", type);
            verdicts.add(gate, new Example(prompt, safe ? Label.FOREIGN : Label.REFUSED, "", 1));
        }
        System.out.println("XSTest: " + verdicts);
    }

    private static void time(String name, Gate gate, List<String> texts) {
        // Only the last pass counts: the first ones are also the time in which Java compiles the gate.
        long[] took = new long[texts.size()];
        for (int pass = 0; pass < PASSES; pass++)
            for (int i = 0; i < took.length; i++) {
                long begun = System.nanoTime();
                gate.decide(texts.get(i), Principal.localUser());
                took[i] = System.nanoTime() - begun;
            }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%s, %d decisions: median %.3f ms, p99 %.3f ms, longest %.3f ms%n",
                name,
                took.length,
                took[took.length / 2] / NANOS_PER_MILLI,
                took[took.length * 99 / 100] / NANOS_PER_MILLI,
                took[took.length - 1] / NANOS_PER_MILLI);
    }
}
