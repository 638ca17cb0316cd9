package flightline.llama.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** A loaded model that reads two texts together and gives a few figures; each pair is run by itself. */
final class PairEncoder implements AutoCloseable {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES);
    /** Of one text before and two behind. */
    private static final int MARKS = 3;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final PairFolder folder;

    private PairEncoder(OrtEnvironment environment, OrtSession session, PairFolder folder) {
        this.environment = environment;
        this.session = session;
        this.folder = folder;
    }

    /**
     * @param cache folder into which native libraries are unpacked at first use
     * @param threads of the processor for one pair
     */
    static PairEncoder load(PairFolder folder, Path cache, int threads) throws UnusableModel {
        try {
            var environment = OnnxStart.environment(UnpackedModel.in(cache).natives());
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                options.setInterOpNumThreads(1);
                var session = environment.createSession(folder.weights().toString(), options);
                var encoder = new PairEncoder(environment, session, folder);
                encoder.checkInputs();
                return encoder;
            }
        } catch (IOException | OrtException e) {
            throw new UnusableModel(folder.weights() + " cannot be loaded: " + e.getMessage());
        }
    }

    private void checkInputs() throws UnusableModel, OrtException {
        Set<String> wanted = session.getInputNames();
        if (wanted.contains(IDS) && KNOWN.containsAll(wanted)) return;
        session.close();
        throw new UnusableModel(
                folder.weights() + " wants the inputs " + wanted + "; known are " + IDS + ", " + MASK + ", " + TYPES);
    }

    List<String> labels() {
        return folder.labels();
    }

    /** The second text is cut where both do not fit; the first to half of what can be read. */
    float[] read(String first, String second) {
        int room = folder.most() - MARKS;
        List<Integer> before = upTo(folder.pieces().pieces(first, room), room / 2);
        return run(before, upTo(folder.pieces().pieces(second, room), room - before.size()));
    }

    /**
     * One line of figures for each piece of the first text, which overlap by a quarter; the second text is cut to a quarter of
     * what can be read.
     */
    List<float[]> readInPieces(String first, String second) {
        int room = folder.most() - MARKS;
        List<Integer> after = upTo(folder.pieces().pieces(second, room), room / 4);
        List<Integer> before = folder.pieces().pieces(first, Integer.MAX_VALUE);
        int width = room - after.size();
        var figures = new ArrayList<float[]>();
        int from = 0;
        do {
            figures.add(run(before.subList(from, Math.min(from + width, before.size())), after));
            from += width - width / 4;
        } while (from + width / 4 < before.size());
        return figures;
    }

    private static List<Integer> upTo(List<Integer> pieces, int most) {
        return pieces.subList(0, Math.min(pieces.size(), most));
    }

    private float[] run(List<Integer> before, List<Integer> after) {
        int count = before.size() + after.size() + MARKS;
        long[] ids = new long[count];
        long[] types = new long[count];
        int at = 0;
        ids[at++] = folder.pieces().first();
        for (int id : before) ids[at++] = id;
        ids[at++] = folder.pieces().last();
        java.util.Arrays.fill(types, at, count, 1);
        for (int id : after) ids[at++] = id;
        ids[at] = folder.pieces().last();
        long[] mask = new long[count];
        java.util.Arrays.fill(mask, 1);
        try (var idTensor = tensor(ids);
                var maskTensor = tensor(mask);
                var typeTensor = tensor(types)) {
            var inputs = new HashMap<String, OnnxTensor>();
            inputs.put(IDS, idTensor);
            inputs.put(MASK, maskTensor);
            inputs.put(TYPES, typeTensor);
            inputs.keySet().retainAll(session.getInputNames());
            try (var result = session.run(inputs)) {
                var buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] figures = new float[buffer.remaining()];
                buffer.get(figures);
                return figures;
            }
        } catch (OrtException e) {
            throw new IllegalStateException(folder.weights() + " failed: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(folder.weights() + " could not be closed", e);
        }
    }
}
