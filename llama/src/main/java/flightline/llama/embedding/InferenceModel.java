package flightline.llama.embedding;

import flightline.model.EntailmentModel;
import java.nio.file.Path;
import java.util.List;

/**
 * A model of natural language inference in this process, exported to ONNX, whose {@code config.json} names its figures:
 * entailment, and either neutral and contradiction or one for all that does not follow.
 *
 * <p>Williams, Nangia and Bowman, "A Broad-Coverage Challenge Corpus for Sentence Understanding through Inference", 2018.
 */
public final class InferenceModel implements EntailmentModel {
    private final PairEncoder encoder;
    private final String name;
    private final int entailment;
    private final int contradiction;

    private InferenceModel(PairEncoder encoder, String name, int entailment, int contradiction) {
        this.encoder = encoder;
        this.name = name;
        this.entailment = entailment;
        this.contradiction = contradiction;
    }

    /**
     * @param folder holds {@code model.onnx}, {@code config.json} and the vocabulary; its name is the model's
     * @param sha256 of {@code model.onnx}
     * @param cache folder into which native libraries are unpacked at first use
     * @param threads of the processor for one pair, at least 1
     * @throws UnusableModel naming file and rule
     */
    public static InferenceModel open(Path folder, String sha256, Path cache, int threads) throws UnusableModel {
        PairFolder read = PairFolder.read(folder, sha256);
        int entailment = place(read.labels(), "entail");
        if (entailment < 0)
            throw new UnusableModel(
                    folder.resolve("config.json") + ": id2label names no entailment, but " + read.labels());
        var encoder = PairEncoder.load(read, cache, threads);
        int figures = encoder.read("", "").length;
        if (figures == read.labels().size())
            return new InferenceModel(
                    encoder, String.valueOf(folder.getFileName()), entailment, place(read.labels(), "contradict"));
        encoder.close();
        throw new UnusableModel(
                folder + ": config.json names " + read.labels().size() + " figures, the model gives " + figures);
    }

    private static int place(List<String> labels, String beginning) {
        for (int i = 0; i < labels.size(); i++) if (labels.get(i).startsWith(beginning)) return i;
        return -1;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Stance stance(List<String> passages, String statement) {
        Stance best = new Stance(0, 0);
        for (float[] figures : encoder.readInPieces(String.join("\n", passages), statement)) {
            double[] shares = shares(figures);
            var stance = new Stance(shares[entailment], contradiction < 0 ? 0 : shares[contradiction]);
            if (stance.entailed() >= best.entailed()) best = stance;
        }
        return best;
    }

    private static double[] shares(float[] figures) {
        double most = Double.NEGATIVE_INFINITY;
        for (float figure : figures) most = Math.max(most, figure);
        double[] shares = new double[figures.length];
        double sum = 0;
        for (int i = 0; i < figures.length; i++) {
            shares[i] = Math.exp(figures[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) shares[i] /= sum;
        return shares;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
