package flightline.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LearnerTest {
    private static final Map<String, List<String>> VOCABULARY = new TreeMap<>(Map.of(
            "2911", List.of("hydraulic", "pump", "pressure", "reservoir", "leak"),
            "2913", List.of("hydraulic", "pump", "electric", "overheat", "motor"),
            "3242", List.of("brake", "wheel", "drags", "hot", "worn"),
            "3251", List.of("wheel", "steering", "nose", "shimmy", "play"),
            "7311", List.of("fuel", "nozzle", "spray", "surge", "flow")));

    /** Words of the label's trade, and some of anybody's. */
    private static List<Example> examples(int many, long seed) {
        var random = new SplittableRandom(seed);
        List<String> labels = List.copyOf(VOCABULARY.keySet());
        var all = VOCABULARY.values().stream().flatMap(List::stream).toList();
        var examples = new ArrayList<Example>();
        for (int i = 0; i < many; i++) {
            String label = labels.get(random.nextInt(labels.size()));
            List<String> trade = VOCABULARY.getOrDefault(label, all);
            var words = new ArrayList<String>();
            for (int w = 0; w < 4; w++)
                words.add(
                        random.nextInt(10) < 6
                                ? trade.get(random.nextInt(trade.size()))
                                : all.get(random.nextInt(all.size())));
            examples.add(new Example("r" + i, Set.of("r" + i), words, label));
        }
        return examples;
    }

    private static String chapter(String code) {
        return code.substring(0, 2);
    }

    /** The guess alone as evidence. */
    private static Choices choices(Example example, LabelModel model) {
        return choices(model.guess(example.words()));
    }

    private static Choices choices(LabelModel.Guess guess) {
        return new Choices(Optional.of(choice(guess.groups())), choice(guess.labels()));
    }

    private static Choice choice(Map<String, Double> shares) {
        var labels = new ArrayList<>(shares.keySet());
        var rows = new ArrayList<double[]>();
        shares.values().forEach(share -> rows.add(new double[] {Math.log(share + 0.002), 0}));
        labels.add(Choice.NONE);
        rows.add(new double[] {0, 1});
        return new Choice(labels, rows.toArray(double[][]::new));
    }

    private static Learner learner() {
        var settings = new Learner.Settings(5, 400, 1000, 100, 1, 4, 7);
        return new Learner(settings, LearnerTest::chapter, ChoiceModel.of(1, -3), ChoiceModel.of(1, -3));
    }

    private static LearnedModels learned(List<Example> examples) {
        return learner()
                .learn(examples, LearnerTest::choices, (done, of, what) -> {}, () -> false)
                .orElseThrow();
    }

    @Test
    void unseenExamples_areToldByTheirWords_andTheSetsHoldTheRightOne() {
        Learned full = learned(examples(400, 1)).full();
        List<Example> fresh = examples(600, 2);
        int right = 0;
        int held = 0;
        double sure = 0;
        for (Example one : fresh) {
            Ranking ranking = full.rankLabels(choices(one, full.guess()), LearnerTest::chapter);
            if (ranking.labels().getFirst().equals(one.label())) right++;
            sure += ranking.probabilities().getFirst();
            if (full.labelSets().of(ranking, LearnerTest::chapter).contains(one.label())) held++;
        }
        assertThat(right / 600.0).isGreaterThan(0.7);
        assertThat(sure / 600.0).as("as sure as it is right").isBetween(right / 600.0 - 0.06, right / 600.0 + 0.06);
        assertThat(held / 600.0).isBetween(0.86, 0.96);
    }

    @Test
    void sameExamples_giveTheSameModel() throws IOException {
        List<Example> examples = examples(200, 3);
        assertThat(bytes(learned(examples))).isEqualTo(bytes(learned(examples.reversed())));
    }

    @Test
    void writtenAndRead_saysTheSame() throws IOException {
        LearnedModels models = learned(examples(200, 4));
        LearnedModels read = read(bytes(models));
        Example one = examples(1, 5).getFirst();
        assertThat(read.full().rankLabels(choices(one, read.full().guess()), LearnerTest::chapter))
                .isEqualTo(models.full().rankLabels(choices(one, models.full().guess()), LearnerTest::chapter));
        assertThat(read.examples()).isEqualTo(200);
        assertThat(bytes(read)).isEqualTo(bytes(models));
    }

    @Test
    void exampleAskedAbout_isAnsweredByAModelThatNeverSawItNorItsKin() {
        var examples = new ArrayList<>(examples(200, 6));
        // A word that only these two have, and the second is the first once more.
        for (String id : List.of("x1", "x2"))
            examples.add(new Example(id, Set.of("the same text"), List.of("zorble", "zorble", "zorble"), "7311"));
        LearnedModels models = learned(examples);
        assertThat(models.full().guess().guess(List.of("zorble")).known()).isTrue();
        LabelModel innocent =
                models.innocentOf(Set.of("x1", "x2")).orElseThrow().guess();
        assertThat(innocent.guess(List.of("zorble")).known()).isFalse();
        assertThat(models.innocentOf(Set.of("never held")).orElseThrow()).isSameAs(models.full());
    }

    @Test
    void examplesOfSeveralParts_haveNoInnocentModel() {
        LearnedModels models = learned(examples(200, 6));
        assertThat(models.innocentOf(examples(200, 6).stream().map(Example::id).toList()))
                .isEmpty();
    }

    @Test
    void oneLabelAlone_teachesNothing() {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 200; i++) examples.add(new Example("r" + i, Set.of("r" + i), List.of("pump"), "2911"));
        assertThat(learner().learn(examples, LearnerTest::choices, (done, of, what) -> {}, () -> false))
                .isEmpty();
    }

    @Test
    void stopped_learnsNothing() {
        assertThat(learner().learn(examples(200, 8), LearnerTest::choices, (done, of, what) -> {}, () -> true))
                .isEmpty();
    }

    @Test
    void textWithoutAKnownWord_givesNumbersAllTheSame() {
        Learned full = learned(examples(200, 9)).full();
        Ranking ranking = full.rankLabels(choices(full.guess().guess(List.of("xyzzy"))), LearnerTest::chapter);
        assertThat(ranking.probabilities()).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
        assertThat(full.guess().guess(List.of()).known()).isFalse();
    }

    @Test
    void damagedBytes_areRefused() throws IOException {
        byte[] bytes = bytes(learned(examples(200, 10)));
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IOException.class);
        bytes[3] = 9;
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("of format 9");
    }

    private static byte[] bytes(LearnedModels models) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            models.write(out);
        }
        return bytes.toByteArray();
    }

    private static LearnedModels read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return LearnedModels.read(in);
        }
    }
}
