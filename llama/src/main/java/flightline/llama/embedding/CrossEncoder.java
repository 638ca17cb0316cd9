package flightline.llama.embedding;

import flightline.model.RelevanceModel;
import java.nio.file.Path;

/**
 * A cross-encoder in this process, for example one of the MS MARCO MiniLM family exported to ONNX: one figure for a question
 * and a passage, made 0 to 1 by the logistic function. A model with two figures is read as no and yes.
 *
 * <p>Nogueira and Cho, "Passage Re-ranking with BERT", 2019.
 */
public final class CrossEncoder implements RelevanceModel {
    private final PairEncoder encoder;
    private final String name;

    private CrossEncoder(PairEncoder encoder, String name) {
        this.encoder = encoder;
        this.name = name;
    }

    /**
     * @param folder holds {@code model.onnx}, {@code config.json} and the vocabulary; its name is the model's
     * @param sha256 of {@code model.onnx}
     * @param cache folder into which native libraries are unpacked at first use
     * @param threads of the processor for one pair, at least 1
     * @throws UnusableModel naming file and rule
     */
    public static CrossEncoder open(Path folder, String sha256, Path cache, int threads) throws UnusableModel {
        var encoder = PairEncoder.load(PairFolder.read(folder, sha256), cache, threads);
        int figures = encoder.read("", "").length;
        if (figures == 1 || figures == 2) return new CrossEncoder(encoder, String.valueOf(folder.getFileName()));
        encoder.close();
        throw new UnusableModel(folder + ": a cross-encoder gives one figure or two, this model gives " + figures);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double relevance(String question, String passage) {
        float[] figures = encoder.read(question, passage);
        double margin = figures.length == 1 ? figures[0] : figures[1] - figures[0];
        return 1 / (1 + Math.exp(-margin));
    }

    @Override
    public void close() {
        encoder.close();
    }
}
