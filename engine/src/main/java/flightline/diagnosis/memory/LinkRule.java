package flightline.diagnosis.memory;

/**
 * Says how sure it is that two entries of one aircraft are the same fault: a logistic rule over {@link Traits}.
 *
 * <p>The weights were fitted on the {@code tune} half of the sample records ({@code library/records/truth.jsonl}), each pair
 * once with all that was logged and once with the complaint alone, and are to be fitted anew with
 * {@code flightline.eval.RepeatRule} after a change of any trait. What they reach on the other half stands in
 * {@code eval/results/repeats.md}.
 */
public final class LinkRule {
    private static final double[] WEIGHTS = {
        -1.358, -4.187, 0.300, 8.157, -3.336, 4.753, 4.985, 3.836, -2.217, 0.264, 1.221, -8.960
    };
    private static final double BIAS = -7.448;
    /** Logarithm of the odds from which on something is claimed: more likely the same than not. */
    private static final double CLAIM = 0.0;

    private final double[] weights;
    private final double bias;

    private LinkRule(double[] weights, double bias) {
        this.weights = weights;
        this.bias = bias;
    }

    public static LinkRule fitted() {
        return new LinkRule(WEIGHTS, BIAS);
    }

    /** Natural logarithm of the odds that the two are the same fault. */
    double odds(Traits traits) {
        double[] values = traits.values();
        double sum = bias;
        for (int i = 0; i < values.length; i++) sum += weights[i] * values[i];
        return sum;
    }

    /**
     * Whether odds are enough.
     *
     * @param less what they may fall short by
     */
    boolean claims(double odds, double less) {
        return odds >= CLAIM - less;
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
