package flightline.llama.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * The loaded model. Each text is run by itself and on one core: the quantised model scales its activations over all it is
 * given at once, so a text's vector would otherwise depend on its neighbours, and padding costs more than a batch saves.
 */
final class TextEncoder implements AutoCloseable {
    /** What the model reads at most; the rest of a longer text is not seen. */
    private static final int MOST_TOKENS = 512;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;

    private TextEncoder(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    static TextEncoder load(UnpackedModel model) throws IOException, OrtException {
        var environment = OnnxStart.environment(model.natives());
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            var session = environment.createSession(model.weights().toString(), options);
            return new TextEncoder(environment, session, new WordPiece(model.readVocabulary()));
        }
    }

    float[] encode(String text) throws OrtException {
        long[] ids = pieces.encode(text, MOST_TOKENS);
        long[] ones = new long[ids.length];
        java.util.Arrays.fill(ones, 1);
        try (var tokens = tensor(ids);
                var mask = tensor(ones);
                var types = tensor(new long[ids.length]);
                var result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            // The state of the first mark stands for the whole text in the BGE models.
            float[] vector = new float[BgeSmallEmbedder.DIMENSION];
            states.get(vector);
            return unit(vector);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) squares += (double) value * value;
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) vector[i] *= scale;
        return vector;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
