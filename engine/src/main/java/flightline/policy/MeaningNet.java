package flightline.policy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Tells what a request is for by the vector of its meaning: one hidden layer of rectified units, weights of one byte
 * each. It knows requests said in words that no example held.
 */
final class MeaningNet {
    private static final int MOST = 4096;

    private final String embedder;
    private final Layer hidden;
    private final Layer out;

    /** @param embedder name of the model whose vectors it was taught with */
    MeaningNet(String embedder, Layer hidden, Layer out) {
        this.embedder = embedder;
        this.hidden = hidden;
        this.out = out;
    }

    String embedder() {
        return embedder;
    }

    /** Probability of each class, adding up to 1. */
    double[] probabilities(float[] vector) {
        if (vector.length != hidden.inputs)
            throw new IllegalArgumentException(
                    "the vector of a request must have " + hidden.inputs + " numbers, got " + vector.length);
        float[] between = hidden.of(vector);
        for (int i = 0; i < between.length; i++) between[i] = Math.max(0, between[i]);
        float[] sums = out.of(between);
        double[] wide = new double[sums.length];
        for (int i = 0; i < wide.length; i++) wide[i] = sums[i];
        return HashedWeights.softmax(wide);
    }

    void write(DataOutput to) throws IOException {
        to.writeUTF(embedder);
        hidden.write(to);
        out.write(to);
    }

    static MeaningNet read(DataInput from) throws IOException {
        String embedder = from.readUTF();
        Layer hidden = Layer.read(from);
        Layer out = Layer.read(from);
        if (out.inputs != hidden.bias.length)
            throw new IOException("a purpose model's layers do not fit: " + hidden.bias.length + ", " + out.inputs);
        return new MeaningNet(embedder, hidden, out);
    }

    /** Sums of weighted inputs, one for each unit. */
    static final class Layer {
        private final int inputs;
        private final float[] bias;
        private final float unit;
        /** Unit by unit, a byte for each input. */
        private final byte[] weight;

        private Layer(int inputs, float[] bias, float unit, byte[] weight) {
            this.inputs = inputs;
            this.bias = bias;
            this.unit = unit;
            this.weight = weight;
        }

        /** @param full weights, unit by unit, one for each input */
        static Layer of(int inputs, float[] bias, float[] full) {
            float largest = 0;
            for (float w : full) largest = Math.max(largest, Math.abs(w));
            float unit = largest / 127;
            byte[] weight = new byte[full.length];
            for (int i = 0; i < full.length; i++) weight[i] = unit == 0 ? 0 : (byte) Math.round(full[i] / unit);
            return new Layer(inputs, bias.clone(), unit, weight);
        }

        float[] of(float[] input) {
            float[] sums = bias.clone();
            for (int u = 0; u < sums.length; u++) {
                float sum = 0;
                for (int i = 0, at = u * inputs; i < inputs; i++, at++) sum += weight[at] * input[i];
                sums[u] += sum * unit;
            }
            return sums;
        }

        void write(DataOutput to) throws IOException {
            to.writeInt(inputs);
            to.writeInt(bias.length);
            for (float b : bias) to.writeFloat(b);
            to.writeFloat(unit);
            to.write(weight);
        }

        static Layer read(DataInput from) throws IOException {
            int inputs = from.readInt();
            int units = from.readInt();
            if (inputs < 1 || inputs > MOST || units < 1 || units > MOST)
                throw new IOException("a purpose model cannot have a layer of " + inputs + " by " + units);
            float[] bias = new float[units];
            for (int i = 0; i < units; i++) bias[i] = from.readFloat();
            float unit = from.readFloat();
            byte[] weight = new byte[inputs * units];
            from.readFully(weight);
            return new Layer(inputs, bias, unit, weight);
        }
    }
}
