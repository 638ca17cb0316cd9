package flightline.eval.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.dialogue.Asked;
import flightline.dialogue.FollowUp;
import flightline.dialogue.FollowUpReader;
import flightline.eval.PassageShelf;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.search.EvidenceQuery;
import flightline.search.Hit;
import flightline.search.LucenePassageIndex;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import flightline.terms.Abbreviations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Retrieval in public support dialogues: nDCG and recall at ten of human judgements, for the last turn alone, for the
 * question that is read behind it, and for the question as a person rewrote it.
 *
 * <p>java -Xmx2g -cp "app/target/lib/*:eval/target/classes" flightline.eval.dialogue.FollowUpRetrieval ../shared/data/support-qa INDEX
 *
 * <p>INDEX is a folder that is filled the first time, which takes minutes, and used again. A number behind it takes all
 * passages that were judged right and of the others only every so many, which is quicker and easier.
 */
public final class FollowUpRetrieval {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final int TOP = 10;
    /** Passages of one document count once, so more hits than ten are looked at. */
    private static final int LOOKED_AT = 30;

    private FollowUpRetrieval() {}

    /** One turn with what a person judged to answer it. */
    private record Case(String dialogue, String last, List<String> before, String rewritten, Set<String> right) {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2)
            throw new IllegalArgumentException("give the folder of the data and one for the index");
        int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        Path data = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        boolean fresh = !Files.isDirectory(folder.resolve("passages"));
        int threads = Runtime.getRuntime().availableProcessors();
        try (var embedder = new BgeSmallEmbedder(folder.resolve("native"), threads);
                var index = LucenePassageIndex.open(
                        folder.resolve("passages"),
                        embedder,
                        Abbreviations.standard().all())) {
            List<Case> cases = cases(data);
            if (fresh) fill(index, data, cases, every);
            var reader = new FollowUpReader();
            List<String> dialogues =
                    cases.stream().map(Case::dialogue).distinct().sorted().toList();
            for (Half half : Half.values()) {
                List<Case> of = cases.stream()
                        .filter(one -> half.has(dialogues.indexOf(one.dialogue)))
                        .toList();
                System.out.println(half);
                report("last turn alone", of, index, one -> query(one.last, ""));
                report("read as a follow-up", of, index, one -> {
                    FollowUp read = read(reader, one);
                    return query(read.question(), read.about());
                });
                report("rewritten by a person", of, index, one -> query(one.rewritten, ""));
            }
        }
    }

    /** Which dialogues: every other one, in the order of their names, is set aside. */
    private enum Half {
        TUNE,
        SET_ASIDE,
        ALL;

        boolean has(int dialogue) {
            return switch (this) {
                case TUNE -> dialogue % 2 == 0;
                case SET_ASIDE -> dialogue % 2 == 1;
                case ALL -> true;
            };
        }
    }

    private interface Asking {
        EvidenceQuery of(Case one);
    }

    private static EvidenceQuery query(String text, String about) {
        return EvidenceQuery.of(text, LOOKED_AT, TODAY).withAbout(about);
    }

    private static FollowUp read(FollowUpReader reader, Case one) {
        var before = new ArrayList<Asked>();
        for (String turn : one.before) {
            FollowUp read = reader.read(turn, before);
            before.add(new Asked(read.question(), read.about(), true));
        }
        return reader.read(one.last, before);
    }

    private static void report(String name, List<Case> cases, PassageIndex index, Asking asking) {
        double gain = 0;
        double recall = 0;
        for (Case one : cases) {
            var found = new LinkedHashSet<String>();
            for (Hit hit : index.search(asking.of(one)).hits())
                if (found.size() < TOP) found.add(hit.document().header().id().value());
            double dcg = 0;
            int rank = 0;
            int hits = 0;
            for (String document : found) {
                rank++;
                if (!one.right.contains(document)) continue;
                hits++;
                dcg += 1 / log2(rank + 1);
            }
            double best = 0;
            for (int i = 1; i <= Math.min(TOP, one.right.size()); i++) best += 1 / log2(i + 1);
            gain += dcg / best;
            recall += (double) hits / one.right.size();
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s nDCG@10 %.4f  recall@10 %.4f  (%d turns)%n",
                name,
                gain / cases.size(),
                recall / cases.size(),
                cases.size());
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static List<Case> cases(Path data) throws IOException {
        Map<String, String> last = texts(data.resolve("cloud_lastturn.jsonl"));
        Map<String, String> whole = texts(data.resolve("cloud_questions.jsonl"));
        Map<String, String> rewritten = texts(data.resolve("cloud_rewrite.jsonl"));
        Map<String, Set<String>> right = new HashMap<>();
        for (String line : Files.readAllLines(data.resolve("qrels_dev.tsv"))) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3 && parts[2].equals("1"))
                right.computeIfAbsent(parts[0], k -> new HashSet<>()).add(parts[1]);
        }
        var cases = new ArrayList<Case>();
        last.forEach((id, text) -> {
            Set<String> documents = right.get(id);
            if (documents == null) return;
            List<String> turns = turns(whole.getOrDefault(id, ""));
            cases.add(new Case(
                    id.split("<::>")[0],
                    turns.getLast(),
                    turns.subList(0, turns.size() - 1),
                    turns(rewritten.getOrDefault(id, text)).getLast(),
                    documents));
        });
        return cases;
    }

    private static List<String> turns(String text) {
        return text.lines().map(line -> line.replace("|user|:", "").strip()).toList();
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            texts.put(node.path("_id").asText(), node.path("text").asText());
        }
        return texts;
    }

    private static void fill(PassageIndex index, Path data, List<Case> cases, int every) throws IOException {
        Set<String> judged = new HashSet<>();
        cases.forEach(one -> judged.addAll(one.right));
        int number = 0;
        var lines = new StringBuilder();
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve("pooled_corpus.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode node = JSON.readTree(line);
                boolean taken = number++ % every == 0
                        || judged.contains(node.path("_id").asText());
                if (!taken || node.path("text").asText().isBlank()) continue;
                ObjectNode passage = JSON.createObjectNode();
                passage.put("document", node.path("_id").asText());
                passage.put("text", node.path("text").asText());
                lines.append(passage).append('\n');
            }
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        List<RevisionSwap> swaps = PassageShelf.of(Path.of("support.jsonl"), bytes);
        for (int from = 0; from < swaps.size(); from += 200) {
            index.swap(swaps.subList(from, Math.min(swaps.size(), from + 200)));
            System.err.print('.');
        }
    }
}
