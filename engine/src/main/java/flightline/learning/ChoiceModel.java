package flightline.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How far each kind of evidence is to be believed: a conditional logit (McFadden 1974). The probability of a label is in
 * proportion to the exponential of the weighted sum of its features.
 */
public final class ChoiceModel {
    private static final int STEPS = 40;

    private final double[] weights;

    private ChoiceModel(double[] weights) {
        this.weights = weights;
    }

    /** The model before anything is learned. */
    public static ChoiceModel of(double... weights) {
        return new ChoiceModel(weights.clone());
    }

    /** 0 to 1 for each label, adding up to 1. */
    public double[] probabilities(Choice choice) {
        double[] p = new double[choice.labels().size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            p[i] = dot(choice.features()[i], weights);
            most = Math.max(most, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(p[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) p[i] /= sum;
        return p;
    }

    /** A question whose answer is known. */
    record Answered(Choice choice, int right) {
        /** Right is {@link Choice#NONE} where the label is not listed. */
        static Answered of(Choice choice, String label) {
            int at = choice.labels().indexOf(label);
            return new Answered(choice, at >= 0 ? at : choice.labels().indexOf(Choice.NONE));
        }
    }

    /**
     * The likeliest weights by Newton's method, held near those of this model: what few cases say counts little.
     *
     * @param pull strength of the hold (precision of a normal prior around this model's weights), greater than 0
     */
    ChoiceModel learn(List<Answered> cases, double pull) {
        double[] w = weights.clone();
        double best = objective(cases, w, pull);
        for (int step = 0; step < STEPS && !cases.isEmpty(); step++) {
            double[] move = direction(cases, w, pull);
            double scale = 1;
            double[] tried = w;
            double value = Double.NEGATIVE_INFINITY;
            for (int half = 0; half < 12 && value < best; half++, scale /= 2) {
                tried = w.clone();
                for (int a = 0; a < w.length; a++) tried[a] += scale * move[a];
                value = objective(cases, tried, pull);
            }
            if (!(value >= best)) break;
            boolean done = value - best < 1e-7 * (1 + Math.abs(best));
            w = tried;
            best = value;
            if (done) break;
        }
        return new ChoiceModel(w);
    }

    private double objective(List<Answered> cases, double[] w, double pull) {
        var model = new ChoiceModel(w);
        double sum = 0;
        for (Answered one : cases) sum += Math.log(Math.max(1e-300, model.probabilities(one.choice())[one.right()]));
        for (int a = 0; a < w.length; a++) sum -= pull * (w[a] - weights[a]) * (w[a] - weights[a]) / 2;
        return sum;
    }

    private double[] direction(List<Answered> cases, double[] w, double pull) {
        int d = w.length;
        double[] gradient = new double[d];
        double[][] curve = new double[d][d];
        for (int a = 0; a < d; a++) {
            gradient[a] = -pull * (w[a] - weights[a]);
            curve[a][a] = pull;
        }
        var model = new ChoiceModel(w);
        for (Answered one : cases) {
            double[] p = model.probabilities(one.choice());
            double[][] rows = one.choice().features();
            double[] mean = new double[d];
            for (int i = 0; i < p.length; i++) for (int a = 0; a < d; a++) mean[a] += p[i] * rows[i][a];
            for (int a = 0; a < d; a++) gradient[a] += rows[one.right()][a] - mean[a];
            for (int i = 0; i < p.length; i++) {
                if (p[i] < 1e-9) continue;
                for (int a = 0; a < d; a++) {
                    double lead = p[i] * (rows[i][a] - mean[a]);
                    for (int b = 0; b <= a; b++) curve[a][b] += lead * (rows[i][b] - mean[b]);
                }
            }
        }
        return solve(curve, gradient);
    }

    /** Solves a symmetric positive definite system, given by its lower half (Cholesky). */
    private static double[] solve(double[][] lower, double[] right) {
        int d = right.length;
        double[] x = right.clone();
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = lower[a][b];
                for (int k = 0; k < b; k++) sum -= lower[a][k] * lower[b][k];
                lower[a][b] = a == b ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[b][b];
            }
        }
        for (int a = 0; a < d; a++) {
            for (int k = 0; k < a; k++) x[a] -= lower[a][k] * x[k];
            x[a] /= lower[a][a];
        }
        for (int a = d - 1; a >= 0; a--) {
            for (int k = a + 1; k < d; k++) x[a] -= lower[k][a] * x[k];
            x[a] /= lower[a][a];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) sum += a[i] * b[i];
        return sum;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(weights.length);
        for (double weight : weights) out.writeDouble(weight);
    }

    static ChoiceModel read(DataInput in) throws IOException {
        double[] weights = new double[Sizes.checked(in.readInt(), "kinds of evidence")];
        for (int i = 0; i < weights.length; i++) weights[i] = in.readDouble();
        return new ChoiceModel(weights);
    }

    @Override
    public String toString() {
        return Arrays.toString(weights);
    }
}
