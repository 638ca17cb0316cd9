package flightline.eval.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.terms.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Difficulty reports with labelled spans. */
final class SpanCorpus {
    private static final int SHINGLE = 12;
    private static final int STOCK = 10;

    private SpanCorpus() {}

    /** All reports, in the order of the file. */
    static List<Tagger.Labelled> read(Path data) throws IOException {
        var reports = new ArrayList<Tagger.Labelled>();
        for (JsonNode node :
                new ObjectMapper().readTree(data.resolve("sdr-ner/train.json").toFile())) {
            var tokens = new ArrayList<String>();
            node.path("tokenized_text").forEach(token -> tokens.add(token.asText()));
            String[] tags = new String[tokens.size()];
            Arrays.fill(tags, "O");
            for (JsonNode span : node.path("ner"))
                for (int i = span.get(0).asInt(); i <= span.get(1).asInt(); i++)
                    tags[i] = span.get(2).asText();
            reports.add(new Tagger.Labelled(tokens, List.of(tags)));
        }
        return reports;
    }

    /**
     * The reports in seeded order, parted so that reports which share a run of twelve words (the same report twice, or one
     * written after another) lie on the same side. A run that more than ten reports share is a stock phrase and ties none.
     *
     * @param share of the reports to set aside, 0 to 1
     */
    static Parts part(List<Tagger.Labelled> reports, double share, long seed) {
        List<List<Integer>> groups = groups(reports);
        Collections.shuffle(groups, new Random(seed));
        var train = new ArrayList<Tagger.Labelled>();
        var aside = new ArrayList<Tagger.Labelled>();
        for (List<Integer> group : groups) {
            var side = aside.size() < share * reports.size() ? aside : train;
            for (int i : group) side.add(reports.get(i));
        }
        return new Parts(train, aside);
    }

    record Parts(List<Tagger.Labelled> train, List<Tagger.Labelled> aside) {}

    private static List<List<Integer>> groups(List<Tagger.Labelled> reports) {
        int[] parent = new int[reports.size()];
        for (int i = 0; i < parent.length; i++) parent[i] = i;
        Map<String, List<Integer>> sharing = new HashMap<>();
        for (int i = 0; i < reports.size(); i++)
            for (String shingle : shingles(reports.get(i).tokens()))
                sharing.computeIfAbsent(shingle, k -> new ArrayList<>()).add(i);
        for (List<Integer> together : sharing.values())
            if (together.size() <= STOCK)
                for (int i : together) parent[root(parent, i)] = root(parent, together.getFirst());
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++)
            groups.computeIfAbsent(root(parent, i), r -> new ArrayList<>()).add(i);
        return new ArrayList<>(groups.values());
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) at = parent[at];
        return at;
    }

    private static Set<String> shingles(List<String> tokens) {
        var shingles = new HashSet<String>();
        for (int i = 0; i + SHINGLE <= tokens.size(); i++)
            shingles.add(String.join(" ", tokens.subList(i, i + SHINGLE)));
        return shingles;
    }
}
