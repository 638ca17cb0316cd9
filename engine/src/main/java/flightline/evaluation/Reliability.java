package flightline.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Compares how sure something was with how often it was right. */
public final class Reliability {
    private static final int BINS = 10;

    private final int[] count = new int[BINS];
    private final double[] sure = new double[BINS];
    private final int[] right = new int[BINS];

    /**
     * Cases that were about as sure.
     *
     * @param from least confidence, 0 to 1
     * @param to greatest
     * @param confidence mean confidence of its cases
     * @param accuracy share of its cases that were right
     */
    public record Bin(double from, double to, int cases, double confidence, double accuracy) {}

    /** @param confidence 0 to 1 */
    public void add(double confidence, boolean correct) {
        if (!(confidence >= 0 && confidence <= 1.0000001))
            throw new IllegalArgumentException("confidence must be 0..1, got " + confidence);
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        count[bin]++;
        sure[bin] += confidence;
        if (correct) right[bin]++;
    }

    /** Bins that have cases, from unsure to sure. */
    public List<Bin> bins() {
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < BINS; i++)
            if (count[i] > 0)
                bins.add(new Bin(
                        i / (double) BINS,
                        (i + 1) / (double) BINS,
                        count[i],
                        sure[i] / count[i],
                        (double) right[i] / count[i]));
        return bins;
    }

    /** Expected calibration error: mean distance of confidence and accuracy over the bins, by their cases; 0 without cases. */
    public double error() {
        int all = 0;
        for (int n : count) all += n;
        double error = 0;
        for (int i = 0; i < BINS; i++) error += Math.abs(sure[i] - right[i]);
        return all == 0 ? 0 : error / all;
    }
}
