package flightline.policy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Weights of a linear model over hashed features, one byte each; features that share a place share a weight. */
final class HashedWeights {
    private static final int MOST_BITS = 20;
    private static final int MOST_CLASSES = 200;

    private final int bits;
    private final float[] bias;
    private final float[] unit;
    /** Feature by feature, a byte for each class. */
    private final byte[] weight;

    private HashedWeights(int bits, float[] bias, float[] unit, byte[] weight) {
        this.bits = bits;
        this.bias = bias;
        this.unit = unit;
        this.weight = weight;
    }

    /** @param full weights, feature by feature, one for each class */
    static HashedWeights of(int bits, float[] bias, float[] full) {
        int classes = bias.length;
        float[] unit = new float[classes];
        for (int i = 0; i < full.length; i++) unit[i % classes] = Math.max(unit[i % classes], Math.abs(full[i]) / 127);
        byte[] weight = new byte[full.length];
        for (int i = 0; i < full.length; i++)
            weight[i] = unit[i % classes] == 0 ? 0 : (byte) Math.round(full[i] / unit[i % classes]);
        return new HashedWeights(bits, bias.clone(), unit, weight);
    }

    static int place(long hash, int bits) {
        return (int) (hash >>> (Long.SIZE - bits));
    }

    int classes() {
        return bias.length;
    }

    float one(long hash, int of) {
        return weight[place(hash, bits) * bias.length + of] * unit[of];
    }

    /** Probability of each class, adding up to 1. */
    double[] probabilities(PurposeFeatures.Sparse text) {
        double[] sum = new double[bias.length];
        for (int c = 0; c < sum.length; c++) sum[c] = bias[c];
        for (int i = 0; i < text.hash().length; i++)
            for (int c = 0; c < sum.length; c++) sum[c] += text.weight()[i] * one(text.hash()[i], c);
        return softmax(sum);
    }

    static double[] softmax(double[] sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (double s : sums) most = Math.max(most, s);
        double total = 0;
        double[] p = new double[sums.length];
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(sums[c] - most);
            total += p[c];
        }
        for (int c = 0; c < p.length; c++) p[c] /= total;
        return p;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(bits);
        out.writeByte(bias.length);
        for (float b : bias) out.writeFloat(b);
        for (float u : unit) out.writeFloat(u);
        out.write(weight);
    }

    static HashedWeights read(DataInput in) throws IOException {
        int bits = in.readByte();
        int classes = in.readUnsignedByte();
        if (bits < 1 || bits > MOST_BITS || classes < 2 || classes > MOST_CLASSES)
            throw new IOException("a purpose model cannot have " + bits + " bits and " + classes + " classes");
        float[] bias = new float[classes];
        for (int c = 0; c < classes; c++) bias[c] = in.readFloat();
        float[] unit = new float[classes];
        for (int c = 0; c < classes; c++) unit[c] = in.readFloat();
        byte[] weight = new byte[classes << bits];
        in.readFully(weight);
        return new HashedWeights(bits, bias, unit, weight);
    }
}
