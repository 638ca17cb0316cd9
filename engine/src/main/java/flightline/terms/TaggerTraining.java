package flightline.terms;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns a {@link Tagger} from labelled reports: an averaged structured perceptron (Collins 2002). The same reports and seed
 * give the same model.
 */
public final class TaggerTraining {
    /** A trait that was seen once tells of that one report. */
    private static final int SEEN = 2;

    private static final int LARGEST = 127;

    private final int rounds;
    private final long seed;
    private final TokenTraits traits = new TokenTraits(Abbreviations.standard(), Speller.standard());

    /** @param rounds how often the reports are gone through, 1 or more */
    public TaggerTraining(int rounds, long seed) {
        if (rounds < 1) throw new IllegalArgumentException("rounds must be 1 or more, got " + rounds);
        this.rounds = rounds;
        this.seed = seed;
    }

    public Tagger learn(List<Tagger.Labelled> reports) {
        var numbers = new HashMap<Integer, Integer>();
        List<Example> examples = examples(reports, numbers);
        var unary = new Averaged(numbers.size() * TagSet.SIZE);
        var pairs = new Averaged(TagSet.SIZE * TagSet.SIZE);
        var random = new Random(seed);
        int step = 1;
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(examples, random);
            for (Example example : examples) {
                int[] guess = Tagger.best(scores(example, unary), pairs.weights);
                correct(example, guess, unary, pairs, step++);
            }
        }
        unary.finish(step);
        pairs.finish(step);
        return model(numbers, unary.weights, pairs.weights);
    }

    private List<Example> examples(List<Tagger.Labelled> reports, Map<Integer, Integer> numbers) {
        var seen = new ArrayList<int[][]>();
        var counts = new HashMap<Integer, Integer>();
        for (Tagger.Labelled report : reports) {
            int[][] of = traits.of(report.tokens());
            seen.add(of);
            for (int[] token : of) for (int hash : token) counts.merge(hash, 1, Integer::sum);
        }
        counts.keySet().stream()
                .sorted()
                .filter(hash -> counts.getOrDefault(hash, 0) >= SEEN)
                .forEach(hash -> numbers.put(hash, numbers.size()));
        var examples = new ArrayList<Example>();
        for (int r = 0; r < seen.size(); r++) {
            int[][] of = seen.get(r);
            int[][] numbered = new int[of.length][];
            for (int i = 0; i < of.length; i++)
                numbered[i] = Arrays.stream(of[i])
                        .map(hash -> numbers.getOrDefault(hash, -1))
                        .filter(number -> number >= 0)
                        .toArray();
            examples.add(new Example(numbered, TagSet.of(reports.get(r).tags())));
        }
        return examples;
    }

    private static float[][] scores(Example example, Averaged unary) {
        float[][] scores = new float[example.tags.length][TagSet.SIZE];
        for (int i = 0; i < scores.length; i++)
            for (int number : example.traits[i])
                for (int tag = 0; tag < TagSet.SIZE; tag++) scores[i][tag] += unary.weights[number * TagSet.SIZE + tag];
        return scores;
    }

    private static void correct(Example example, int[] guess, Averaged unary, Averaged pairs, int step) {
        for (int i = 0; i < guess.length; i++) {
            int right = example.tags[i];
            int wrong = guess[i];
            int rightBefore = i == 0 ? TagSet.OUTSIDE : example.tags[i - 1];
            int wrongBefore = i == 0 ? TagSet.OUTSIDE : guess[i - 1];
            if (right != wrong) {
                for (int number : example.traits[i]) {
                    unary.add(number * TagSet.SIZE + right, 1, step);
                    unary.add(number * TagSet.SIZE + wrong, -1, step);
                }
            }
            if (right != wrong || rightBefore != wrongBefore) {
                pairs.add(rightBefore * TagSet.SIZE + right, 1, step);
                pairs.add(wrongBefore * TagSet.SIZE + wrong, -1, step);
            }
        }
    }

    /** The learned weights in bytes; what is nothing in bytes is left out. */
    private static Tagger model(Map<Integer, Integer> numbers, float[] unary, float[] pairs) {
        float largest = 1e-6f;
        for (float weight : unary) largest = Math.max(largest, Math.abs(weight));
        // The few greatest weights are capped, so that the many small ones keep their differences.
        float scale = Math.min(largest, 24f) / LARGEST;
        int[] sorted =
                numbers.keySet().stream().sorted().mapToInt(Integer::intValue).toArray();
        var hashes = new ArrayList<Integer>();
        var bytes = new ByteArrayOutputStream();
        for (int hash : sorted) {
            int at = numbers.getOrDefault(hash, 0) * TagSet.SIZE;
            byte[] row = new byte[TagSet.SIZE];
            boolean any = false;
            for (int tag = 0; tag < TagSet.SIZE; tag++) {
                row[tag] = (byte) Math.clamp(Math.round(unary[at + tag] / scale), -LARGEST, LARGEST);
                any |= row[tag] != 0;
            }
            if (!any) continue;
            hashes.add(hash);
            bytes.writeBytes(row);
        }
        return new Tagger(hashes.stream().mapToInt(Integer::intValue).toArray(), bytes.toByteArray(), scale, pairs);
    }

    private static final class Example {
        private final int[][] traits;
        private final int[] tags;

        Example(int[][] traits, int[] tags) {
            this.traits = traits;
            this.tags = tags;
        }
    }

    /** Weights, and their mean over all steps. */
    private static final class Averaged {
        private final float[] weights;
        private final double[] late;

        Averaged(int size) {
            weights = new float[size];
            late = new double[size];
        }

        void add(int at, float change, int step) {
            weights[at] += change;
            late[at] += (double) step * change;
        }

        void finish(int steps) {
            for (int i = 0; i < weights.length; i++) weights[i] -= (float) (late[i] / steps);
        }
    }
}
