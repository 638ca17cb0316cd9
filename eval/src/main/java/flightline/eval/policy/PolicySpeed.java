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
        try (var model = new BgeSmallEmbedder(Files.createTempDirectory("native"), 1);
                var latest = new LatestQueries(model)) {
            var alone = new Gate(rules, model, InstantSource.system());
            time(
                    "whole judgement, vector of the meaning included",
                    texts.size(),
                    i -> alone.decide(text(texts, i), Principal.localUser()));
            // A request that goes on to a search needs the vector there too: what judging adds to it is the rest.
            var within = new Gate(rules, latest, InstantSource.system());
            time(
                    "what judging adds to a request that is searched for",
                    texts.size(),
                    i -> latest.query(text(texts, i)),
                    i -> within.decide(text(texts, i), Principal.localUser()));
        }
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
        time(name, count, i -> {}, question);
    }

    /** @param before what is done before each question and not counted */
    private static void time(String name, int count, IntConsumer before, IntConsumer question) {
        for (int i = -Math.min(WARM_UP, count); i < 0; i++) {
            before.accept(i);
            question.accept(i);
        }
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            before.accept(i);
            long began = System.nanoTime();
            question.accept(i);
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s, %d: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms%n",
                name,
                count,
                nanos[count / 2] / MILLION,
                nanos[count * 95 / 100] / MILLION,
                nanos[count * 99 / 100] / MILLION);
    }
}
