package flightline.eval.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.eval.PassageShelf;
import flightline.search.RevisionSwap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Public support questions with human judgements over pooled passages: the passages into an index, the questions into a set.
 * Every other dialogue, in the order of their names, is for tuning.
 */
final class SupportDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SupportDesk() {}

    /** @param every takes all passages that were judged right, and of the others only every so many */
    static void fill(Library library, Path data, int every) throws IOException {
        Map<String, Set<String>> right = right(data.resolve("qrels_dev.tsv"));
        Files.createDirectories(library.data());
        Files.writeString(library.data().resolve("support.jsonl"), questions(data, right));
        Set<String> judged = new HashSet<>();
        right.values().forEach(judged::addAll);
        List<RevisionSwap> swaps = PassageShelf.of(
                Path.of("support.jsonl"), passages(data, judged, every).getBytes(StandardCharsets.UTF_8));
        try (var index = RetrievalRun.index(library)) {
            for (int from = 0; from < swaps.size(); from += 200)
                index.swap(swaps.subList(from, Math.min(swaps.size(), from + 200)));
        }
    }

    private static Map<String, Set<String>> right(Path judgements) throws IOException {
        Map<String, Set<String>> right = new HashMap<>();
        for (String line : Files.readAllLines(judgements)) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3 && parts[2].equals("1"))
                right.computeIfAbsent(parts[0], question -> new TreeSet<>()).add(parts[1]);
        }
        return right;
    }

    /** The questions as a person rewrote them, so that each stands by itself. */
    private static String questions(Path data, Map<String, Set<String>> right) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String line : Files.readAllLines(data.resolve("cloud_rewrite.jsonl"))) {
            JsonNode node = JSON.readTree(line);
            String last = node.path("text").asText().lines().toList().getLast();
            texts.put(node.path("_id").asText(), last.replace("|user|:", "").strip());
        }
        var dialogues = new TreeSet<String>();
        texts.keySet().forEach(id -> dialogues.add(id.split("<::>")[0]));
        List<String> order = List.copyOf(dialogues);
        var lines = new StringBuilder();
        texts.forEach((id, text) -> {
            Set<String> documents = right.get(id);
            if (documents == null) return;
            ObjectNode one = JSON.createObjectNode().put("id", id).put("question", text);
            ArrayNode expected = one.putArray("expected_documents");
            documents.forEach(expected::add);
            one.put("split", order.indexOf(id.split("<::>")[0]) % 2 == 0 ? "tune" : "held-out");
            lines.append(one).append('\n');
        });
        return lines.toString();
    }

    private static String passages(Path data, Set<String> judged, int every) throws IOException {
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
                lines.append(JSON.createObjectNode()
                                .put("document", node.path("_id").asText())
                                .put("text", node.path("text").asText()))
                        .append('\n');
            }
        }
        return lines.toString();
    }
}
