package flightline.llama.runtime;

import flightline.llama.runtime.GgufMaker.Planned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Llama's arithmetic written out plainly from its description, to compare the library with: no tricks, no batching, every
 * number a float, sums in double. Reads the weights that {@link GgufMaker} stores.
 */
final class ReferenceLlama {
    private static final float EPSILON = 1e-5f;
    private static final double ROTATION = 500_000;

    private final Shape shape;
    private final Map<String, float[][]> weights = new HashMap<>();
    /** By layer: keys and values of the tokens so far. */
    private final List<List<float[]>> keys = new ArrayList<>();

    private final List<List<float[]>> values = new ArrayList<>();

    ReferenceLlama(GgufMaker maker, Shape shape) {
        this.shape = shape;
        for (Planned tensor : maker.tensors()) {
            float[][] rows = new float[tensor.rows()][];
            for (int row = 0; row < rows.length; row++)
                rows[row] = new StoredRow(tensor.type(), tensor.columns()).readBack(maker.weights(tensor, row));
            weights.put(tensor.name(), rows);
        }
        for (int i = 0; i < shape.layers(); i++) {
            keys.add(new ArrayList<>());
            values.add(new ArrayList<>());
        }
    }

    /** Likelihoods after one more token, as logarithms without a common base. */
    float[] next(int token) {
        float[] x = matrix("token_embd.weight")[token].clone();
        int position = keys.getFirst().size();
        for (int layer = 0; layer < shape.layers(); layer++) {
            String name = "blk." + layer + ".";
            float[] normed = normed(x, matrix(name + "attn_norm.weight")[0]);
            float[] query = rotated(times(matrix(name + "attn_q.weight"), normed), position);
            keys.get(layer).add(rotated(times(matrix(name + "attn_k.weight"), normed), position));
            values.get(layer).add(times(matrix(name + "attn_v.weight"), normed));
            add(x, times(matrix(name + "attn_output.weight"), attended(layer, query)));
            float[] inner = normed(x, matrix(name + "ffn_norm.weight")[0]);
            float[] gate = times(matrix(name + "ffn_gate.weight"), inner);
            float[] up = times(matrix(name + "ffn_up.weight"), inner);
            for (int i = 0; i < gate.length; i++) gate[i] = (float) (gate[i] / (1 + Math.exp(-gate[i])) * up[i]);
            add(x, times(matrix(name + "ffn_down.weight"), gate));
        }
        float[] last = normed(x, matrix("output_norm.weight")[0]);
        return times(matrix(shape.tied() ? "token_embd.weight" : "output.weight"), last);
    }

    private float[] attended(int layer, float[] query) {
        int head = shape.head();
        int group = shape.heads() / shape.keyHeads();
        float[] out = new float[shape.width()];
        for (int h = 0; h < shape.heads(); h++) {
            int from = h / group * head;
            double[] share = new double[keys.get(layer).size()];
            double largest = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < share.length; t++) {
                for (int i = 0; i < head; i++)
                    share[t] += query[h * head + i] * keys.get(layer).get(t)[from + i];
                share[t] /= Math.sqrt(head);
                largest = Math.max(largest, share[t]);
            }
            double sum = 0;
            for (int t = 0; t < share.length; t++) {
                share[t] = Math.exp(share[t] - largest);
                sum += share[t];
            }
            for (int t = 0; t < share.length; t++)
                for (int i = 0; i < head; i++)
                    out[h * head + i] +=
                            (float) (share[t] / sum * values.get(layer).get(t)[from + i]);
        }
        return out;
    }

    /** Each pair of neighbours is turned by an angle that grows with the position, more slowly the later the pair. */
    private float[] rotated(float[] vector, int position) {
        int head = shape.head();
        for (int i = 0; i < vector.length; i += 2) {
            double angle = position * Math.pow(ROTATION, -(double) (i % head) / head);
            float a = vector[i];
            float b = vector[i + 1];
            vector[i] = (float) (a * Math.cos(angle) - b * Math.sin(angle));
            vector[i + 1] = (float) (a * Math.sin(angle) + b * Math.cos(angle));
        }
        return vector;
    }

    private static float[] normed(float[] x, float[] weight) {
        double squares = 0;
        for (float one : x) squares += one * one;
        double scale = 1 / Math.sqrt(squares / x.length + EPSILON);
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) out[i] = (float) (x[i] * scale * weight[i]);
        return out;
    }

    private static float[] times(float[][] matrix, float[] x) {
        float[] out = new float[matrix.length];
        for (int row = 0; row < out.length; row++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) sum += matrix[row][i] * x[i];
            out[row] = (float) sum;
        }
        return out;
    }

    private static void add(float[] x, float[] more) {
        for (int i = 0; i < x.length; i++) x[i] += more[i];
    }

    private float[][] matrix(String name) {
        float[][] found = weights.get(name);
        if (found == null) throw new IllegalArgumentException("no tensor " + name);
        return found;
    }
}
