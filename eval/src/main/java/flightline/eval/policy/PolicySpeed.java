package flightline.eval.policy;

import flightline.corpus.Marking;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.LatestQueries;
import flightline.policy.Access;
import flightline.policy.Act;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What a decision costs: the policies by themselves, asked for the first time and again, and a whole judgement of a request.
 *
 * <p>java -Xss8m -cp "app/target/lib/*:eval/target/classes" flightline.eval.policy.PolicySpeed eval
 */
public final class PolicySpeed {
    private static final int WARM_UP = 3_000;
    private static final int QUESTIONS = 5_000;
    private static final int ROUNDS = 3;
    private static final double MILLION = 1e6;
    private static final Marking MARKING = new Marking("SECRET//REL TO USA, GBR//GROUP PUMPS");

    private PolicySpeed() {}

    public static void main(String[] arguments) throws IOException {
        long began = System.nanoTime();
        Rulebook rules = Rulebook.shipped();
        Access access = rules.access();
        access.may(Principal.localUser(), Act.INGEST);
        System.out.printf(
                Locale.ROOT,
                "library loaded, policies read, first question answered: %.0f ms%n",
                (System.nanoTime() - began) / MILLION);
        // Nobody asked before has this group, so that nothing is remembered.
        time("may this be done, first time", QUESTIONS, i -> access.may(asker("m" + i), Act.INGEST));
        time("may this be seen, first time", QUESTIONS, i -> access.sees(asker("s" + i), MARKING));
        time("may this be seen, again", QUESTIONS, i -> access.sees(asker("same"), MARKING));
        List<String> texts = PublicTexts.field(Path.of(arguments[0]).resolve("questions/policy.jsonl"), "text");
        try (var model = new BgeSmallEmbedder(Files.createTempDirectory("native"), 1)) {
            var alone = new Gate(rules, model, InstantSource.system());
            time(
                    "whole judgement, vector of the meaning included",
                    texts.size(),
                    i -> alone.decide(text(texts, i), Principal.localUser()));
            added(rules, model, texts);
        }
    }

    /**
     * A request that goes on to a search needs the vector there too: what judging adds to it is the rest. Each is timed with and
     * without judging in turn, the middle one of three differences counts.
     */
    private static void added(Rulebook rules, BgeSmallEmbedder model, List<String> texts) {
        // Neither is closed: that would close the model.
        var searched = new LatestQueries(model);
        var judged = new LatestQueries(model);
        var gate = new Gate(rules, judged, InstantSource.system());
        long[][] differences = new long[texts.size()][ROUNDS];
        for (int round = -1; round < ROUNDS; round++)
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                long began = System.nanoTime();
                searched.query(text);
                long between = System.nanoTime();
                gate.decide(text, Principal.localUser());
                judged.query(text);
                long more = System.nanoTime() - between - (between - began);
                if (round >= 0) differences[i][round] = more;
            }
        long[] middle = Arrays.stream(differences)
                .mapToLong(of -> Arrays.stream(of).sorted().toArray()[ROUNDS / 2])
                .toArray();
        print("what judging adds to a request that is searched for", middle);
    }

    private static String text(List<String> texts, int i) {
        return texts.get(Math.floorMod(i, texts.size()));
    }

    private static Principal asker(String group) {
        return new Principal(
                "a",
                new Principal.Organisation("", "government", "US"),
                List.of("librarian", "engineer"),
                Set.of(new Marking("SECRET//CUI//SP-CTI")),
                "US",
                "",
                Set.of(group));
    }

    private static void time(String name, int count, IntConsumer question) {
        for (int i = -Math.min(WARM_UP, count); i < 0; i++) question.accept(i);
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long began = System.nanoTime();
            question.accept(i);
            nanos[i] = System.nanoTime() - began;
        }
        print(name, nanos);
    }

    private static void print(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s, %d: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms%n",
                name,
                nanos.length,
                nanos[nanos.length / 2] / MILLION,
                nanos[nanos.length * 95 / 100] / MILLION,
                nanos[nanos.length * 99 / 100] / MILLION);
    }
}
