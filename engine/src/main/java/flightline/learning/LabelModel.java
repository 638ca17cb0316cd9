package flightline.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names labels for a text by its words alone: one classifier for the labels, one for the groups that they fall into. */
public final class LabelModel {
    /** Makes shares of scores; how far they are to be believed is for {@link ChoiceModel} to find out. */
    private static final double SHARPNESS = 4;

    private final TextFeatures features;
    private final List<String> labels;
    private final int[] counts;
    private final LinearClassifier fine;
    private final List<String> groups;
    private final LinearClassifier coarse;

    private LabelModel(
            TextFeatures features,
            List<String> labels,
            int[] counts,
            LinearClassifier fine,
            List<String> groups,
            LinearClassifier coarse) {
        this.features = features;
        this.labels = labels;
        this.counts = counts;
        this.fine = fine;
        this.groups = groups;
        this.coarse = coarse;
    }

    /**
     * What the words say.
     *
     * @param labels share of each label seen in training, 0 to 1, adding up to 1
     * @param groups likewise of their groups
     * @param known whether any word of the text was seen in training
     */
    public record Guess(Map<String, Double> labels, Map<String, Double> groups, boolean known) {}

    /**
     * @param words words of each text, in their order
     * @param given the label of each text, not empty
     */
    static LabelModel train(
            List<List<String>> words, List<String> given, UnaryOperator<String> groupOf, Learner.Settings settings) {
        TextFeatures features = TextFeatures.learn(words, settings.features());
        List<SparseText> texts = words.stream().map(features::of).toList();
        List<String> inGroups = given.stream().map(groupOf).toList();
        List<String> groups = List.copyOf(new TreeSet<>(inGroups));
        Set<String> most = most(given, settings.labels());
        // A label that is no more than its group tells nothing of what is in the group.
        int[] whole = IntStream.range(0, given.size())
                .filter(i -> !given.get(i).equals(inGroups.get(i)) && most.contains(given.get(i)))
                .toArray();
        int[] used = whole.length > 0 ? whole : IntStream.range(0, given.size()).toArray();
        List<String> finer = Arrays.stream(used).mapToObj(given::get).toList();
        List<String> labels = List.copyOf(new TreeSet<>(finer));
        int[] counts = new int[labels.size()];
        int[] fine = numbered(finer, labels);
        for (int label : fine) counts[label]++;
        return new LabelModel(
                features,
                labels,
                counts,
                LinearClassifier.train(
                        Arrays.stream(used).mapToObj(texts::get).toList(),
                        fine,
                        labels.size(),
                        features.count(),
                        settings.cost(),
                        settings.seed()),
                groups,
                LinearClassifier.train(
                        texts,
                        numbered(inGroups, groups),
                        groups.size(),
                        features.count(),
                        settings.cost(),
                        settings.seed()));
    }

    /** The labels given most often. */
    private static Set<String> most(List<String> given, int many) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String label : given) counts.merge(label, 1, Integer::sum);
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(many)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int[] numbered(List<String> given, List<String> names) {
        Map<String, Integer> number = new HashMap<>();
        for (String name : names) number.put(name, number.size());
        return given.stream().mapToInt(name -> number.getOrDefault(name, -1)).toArray();
    }

    public Guess guess(List<String> words) {
        SparseText text = features.of(words);
        return new Guess(shares(labels, fine.scores(text)), shares(groups, coarse.scores(text)), !text.isEmpty());
    }

    /** Texts that each label had in training. */
    public Map<String, Integer> counts() {
        var named = new TreeMap<String, Integer>();
        for (int i = 0; i < counts.length; i++) named.put(labels.get(i), counts[i]);
        return named;
    }

    private static Map<String, Double> shares(List<String> names, double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) most = Math.max(most, score);
        double sum = 0;
        double[] weights = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            weights[i] = Math.exp(SHARPNESS * (scores[i] - most));
            sum += weights[i];
        }
        Map<String, Double> shares = LinkedHashMap.newLinkedHashMap(names.size());
        for (int i = 0; i < scores.length; i++) shares.put(names.get(i), weights[i] / sum);
        return shares;
    }

    void write(DataOutput out) throws IOException {
        features.write(out);
        write(out, labels);
        for (int count : counts) out.writeInt(count);
        fine.write(out);
        write(out, groups);
        coarse.write(out);
    }

    static LabelModel read(DataInput in) throws IOException {
        TextFeatures features = TextFeatures.read(in);
        List<String> labels = names(in);
        int[] counts = new int[labels.size()];
        for (int i = 0; i < counts.length; i++) counts[i] = in.readInt();
        LinearClassifier fine = LinearClassifier.read(in);
        return new LabelModel(features, labels, counts, fine, names(in), LinearClassifier.read(in));
    }

    static void write(DataOutput out, Collection<String> names) throws IOException {
        out.writeInt(names.size());
        for (String name : names) out.writeUTF(name);
    }

    static List<String> names(DataInput in) throws IOException {
        int count = Sizes.checked(in.readInt(), "names");
        var names = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) names.add(in.readUTF());
        return List.copyOf(names);
    }
}
