package flightline.eval.claims;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.evaluation.Cases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts which false statements the verifier finds and which faithful ones it refuses.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.claims.ClaimErrors SEED MOST PARAPHRASES HANDBOOK FOLDER… [--misses]
 */
public final class ClaimErrors {
    private static final int FIXED = 4;

    private record Tally(int cases, int refused) {
        Tally and(boolean one) {
            return new Tally(cases + 1, refused + (one ? 1 : 0));
        }
    }

    private ClaimErrors() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length <= FIXED)
            throw new IllegalArgumentException(
                    "give a seed, the most cases of a kind, a file of paraphrases, a handbook and folders");
        boolean misses = List.of(arguments).contains("--misses");
        List<Path> folders = new ArrayList<>();
        for (String folder : List.of(arguments).subList(FIXED, arguments.length))
            if (!folder.equals("--misses")) folders.add(Path.of(folder));
        List<CitedPassage> passages = new PassageShelf()
                .lines(Path.of(arguments[3]))
                .documents(folders)
                .passages();
        var cases = new ArrayList<>(
                new CaseBook(Integer.parseInt(arguments[1]), Long.parseLong(arguments[0])).of(passages));
        cases.addAll(byHand(Path.of(arguments[2]), passages));
        System.out.printf(
                "%d passages, %d false and %d faithful statements%n",
                passages.size(),
                cases.stream().filter(c -> !c.faithful()).count(),
                cases.stream().filter(Case::faithful).count());
        var bench = new Bench();
        Map<String, Tally> tallies = new TreeMap<>();
        for (Case one : cases) {
            Optional<String> refused = bench.refused(one);
            boolean aside = one.cited().setAside();
            String group = one.faithful() ? "faithful, " : "false, ";
            for (String name : List.of(one.kind(), "all"))
                tallies.merge(
                        group + name + (aside ? " | set aside" : " | tuned"),
                        new Tally(0, 0).and(refused.isPresent()),
                        (a, b) -> new Tally(a.cases() + b.cases(), a.refused() + b.refused()));
            // Misses of the half that was set aside are counted, never read.
            if (misses && !aside && refused.isPresent() == one.faithful())
                System.out.println((one.faithful() ? "REFUSED " : "MISSED ") + one.kind() + " | " + one.text() + " | "
                        + one.cited().id() + " | " + refused.orElse(""));
        }
        tallies.forEach((name, tally) -> System.out.printf(
                Locale.ROOT,
                "%-60s %5d of %5d refused  %.4f%n",
                name,
                tally.refused(),
                tally.cases(),
                (double) tally.refused() / tally.cases()));
    }

    private static List<Case> byHand(Path file, List<CitedPassage> passages) throws IOException {
        Map<String, CitedPassage> byId = new HashMap<>();
        passages.forEach(passage -> byId.put(passage.id(), passage));
        var cases = new ArrayList<Case>();
        for (JsonNode line : Cases.read(file).cases()) {
            CitedPassage cited = byId.get(line.path("passage").asText());
            if (cited == null)
                throw new IllegalArgumentException(line.path("id").asText() + " cites '"
                        + line.path("passage").asText() + "', which is not among the passages");
            cases.add(Case.of(true, "by hand", line.path("text").asText(), cited));
        }
        return cases;
    }
}
