package flightline.policy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Learns a {@link PurposeModel}: multinomial logistic regression by stochastic gradient descent with a step of its own for
 * each weight (AdaGrad: Duchi, Hazan and Singer 2011). The same examples, in the same order, give the same model.
 */
public final class PurposeTraining {
    private static final int PURPOSE_BITS = 18;
    private static final int CLAUSE_BITS = 13;
    private static final float STEP = 0.5f;

    private final PurposeFeatures features;
    private final int rounds;
    private final float pull;
    private final long seed;

    /** @param pull towards 0 of every weight that a text touches, 0 or more */
    public PurposeTraining(PurposeFeatures features, int rounds, double pull, long seed) {
        this.features = features;
        this.rounds = rounds;
        this.pull = (float) pull;
        this.seed = seed;
    }

    /** What a request is to be answered with. */
    public enum Label {
        ALLOWED,
        REFUSED,
        FOREIGN
    }

    /**
     * A request whose purpose is known.
     *
     * @param clause empty unless it is refused
     * @param weight how often it counts
     */
    public record Example(String text, Label label, String clause, double weight) {}

    public PurposeModel learn(List<Example> examples) {
        List<PurposeFeatures.Sparse> texts =
                examples.stream().map(e -> features.of(e.text())).toList();
        int[] labels = examples.stream().mapToInt(e -> number(e.label())).toArray();
        double[] weights = examples.stream().mapToDouble(Example::weight).toArray();
        HashedWeights purpose = fit(texts, labels, weights, Label.values().length, PURPOSE_BITS);
        List<Example> refused =
                examples.stream().filter(e -> e.label() == Label.REFUSED).toList();
        var clauses = new TreeSet<String>();
        refused.forEach(e -> clauses.add(e.clause()));
        List<String> names = List.copyOf(clauses);
        HashedWeights clause = fit(
                refused.stream().map(e -> features.of(e.text())).toList(),
                refused.stream().mapToInt(e -> names.indexOf(e.clause())).toArray(),
                refused.stream().mapToDouble(Example::weight).toArray(),
                names.size(),
                CLAUSE_BITS);
        return new PurposeModel(purpose, clause, names);
    }

    static int number(Label label) {
        return switch (label) {
            case ALLOWED -> PurposeModel.ALLOWED;
            case REFUSED -> PurposeModel.REFUSED;
            case FOREIGN -> PurposeModel.FOREIGN;
        };
    }

    private HashedWeights fit(
            List<PurposeFeatures.Sparse> texts, int[] labels, double[] weights, int classes, int bits) {
        float[] w = new float[classes << bits];
        float[] squares = new float[classes << bits];
        float[] bias = new float[classes];
        float[] biasSquares = new float[classes];
        int[] order = new int[texts.size()];
        for (int i = 0; i < order.length; i++) order[i] = i;
        var random = new SplittableRandom(seed);
        for (int round = 0; round < rounds; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            for (int at : order) {
                PurposeFeatures.Sparse text = texts.get(at);
                double[] sums = new double[classes];
                for (int c = 0; c < classes; c++) sums[c] = bias[c];
                for (int i = 0; i < text.hash().length; i++) {
                    int base = HashedWeights.place(text.hash()[i], bits) * classes;
                    for (int c = 0; c < classes; c++) sums[c] += text.weight()[i] * w[base + c];
                }
                double[] p = HashedWeights.softmax(sums);
                for (int c = 0; c < classes; c++) {
                    float g = (float) ((p[c] - (labels[at] == c ? 1 : 0)) * weights[at]);
                    biasSquares[c] += g * g;
                    bias[c] -= STEP * g / (float) Math.sqrt(biasSquares[c] + 1e-6);
                    for (int i = 0; i < text.hash().length; i++) {
                        int k = HashedWeights.place(text.hash()[i], bits) * classes + c;
                        float gradient = g * text.weight()[i] + pull * w[k];
                        squares[k] += gradient * gradient;
                        w[k] -= STEP * gradient / (float) Math.sqrt(squares[k] + 1e-4);
                    }
                }
            }
        }
        return HashedWeights.of(bits, bias, w);
    }
}
