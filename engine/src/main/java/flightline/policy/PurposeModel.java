package flightline.policy;

import flightline.model.Embedder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells what a request is for: ours to answer, to be refused under a clause, or not ours. Learned from labelled requests. */
public final class PurposeModel {
    static final int ALLOWED = 0;
    static final int REFUSED = 1;
    static final int FOREIGN = 2;
    private static final int VERSION = 2;
    private static final int WORDS_NAMED = 3;
    /** Neither classifier is sure enough to overrule the other altogether. */
    private static final double LEAST = 1e-6;

    private final HashedWeights purpose;
    private final HashedWeights clause;
    private final List<String> clauses;
    private final Optional<MeaningNet> meaning;

    PurposeModel(HashedWeights purpose, HashedWeights clause, List<String> clauses) {
        this(purpose, clause, clauses, Optional.empty());
    }

    private PurposeModel(
            HashedWeights purpose, HashedWeights clause, List<String> clauses, Optional<MeaningNet> meaning) {
        this.purpose = purpose;
        this.clause = clause;
        this.clauses = List.copyOf(clauses);
        this.meaning = meaning;
    }

    PurposeModel with(MeaningNet net) {
        return new PurposeModel(purpose, clause, clauses, Optional.of(net));
    }

    /**
     * What a request seems to be for.
     *
     * @param allowed probability, 0 to 1; the three add up to 1
     * @param refused likewise
     * @param foreign likewise, of having nothing to do with us
     * @param clause the likeliest one if it is refused
     */
    public record Purpose(double allowed, double refused, double foreign, String clause) {}

    /** Probability, by the words alone, that it is to be refused. */
    double refusedByWords(PurposeFeatures.Sparse text) {
        return purpose.probabilities(text)[REFUSED];
    }

    /** Whether it was taught with this embedder's vectors, and looks at them. */
    boolean reads(Embedder embedder) {
        return meaning.isPresent() && meaning.get().embedder().equals(embedder.name());
    }

    /** By its words, and by its meaning too where the embedder is the one that the model was taught with. */
    Purpose of(PurposeFeatures.Sparse text, String request, Embedder embedder) {
        double[] p = purpose.probabilities(text);
        if (reads(embedder)) {
            double[] other = meaning.orElseThrow().probabilities(embedder.query(request));
            p = together(p, other);
        }
        double[] of = clause.probabilities(text);
        int best = IntStream.range(0, of.length)
                .reduce((a, b) -> of[b] > of[a] ? b : a)
                .orElseThrow();
        return new Purpose(p[ALLOWED], p[REFUSED], p[FOREIGN], clauses.get(best));
    }

    /** The geometric mean, adding up to 1: what one of them holds for nearly impossible, the other hardly carries alone. */
    private static double[] together(double[] some, double[] others) {
        double[] both = new double[some.length];
        double sum = 0;
        for (int c = 0; c < both.length; c++) {
            both[c] = Math.sqrt((some[c] + LEAST) * (others[c] + LEAST));
            sum += both[c];
        }
        for (int c = 0; c < both.length; c++) both[c] /= sum;
        return both;
    }

    /** The words that speak most for a class and against allowing, heaviest first; at most three. */
    List<String> weightiest(PurposeFeatures.Sparse text, int wanted) {
        double[] sum = new double[text.words().size()];
        for (int i = 0; i < text.hash().length; i++) {
            long hash = text.hash()[i];
            sum[text.word()[i]] += text.weight()[i] * (purpose.one(hash, wanted) - purpose.one(hash, ALLOWED));
        }
        var named = new ArrayList<String>();
        IntStream.range(0, sum.length)
                .filter(i -> sum[i] > 0 && text.words().get(i).length() > 2)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -sum[i]).thenComparing(i -> i))
                .map(text.words()::get)
                .distinct()
                .limit(WORDS_NAMED)
                .forEach(named::add);
        return named;
    }

    /** The one that ships with the product. */
    public static PurposeModel shipped() {
        try (InputStream in = PurposeModel.class.getResourceAsStream("/flightline/policy/purpose.bin")) {
            if (in == null) throw new IllegalStateException("the product lacks flightline/policy/purpose.bin");
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped purpose model is not readable", e);
        }
    }

    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeByte(VERSION);
        out.writeByte(clauses.size());
        for (String name : clauses) out.writeUTF(name);
        purpose.write(out);
        clause.write(out);
        out.writeBoolean(meaning.isPresent());
        if (meaning.isPresent()) meaning.get().write(out);
        out.flush();
    }

    static PurposeModel read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        int version = in.readByte();
        if (version != VERSION) throw new IOException("purpose model version must be " + VERSION + ", got " + version);
        var clauses = new ArrayList<String>();
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) clauses.add(in.readUTF());
        HashedWeights purpose = HashedWeights.read(in);
        HashedWeights clause = HashedWeights.read(in);
        if (clause.classes() != count)
            throw new IOException("purpose model names " + count + " clauses, weighs " + clause.classes());
        return new PurposeModel(
                purpose, clause, clauses, in.readBoolean() ? Optional.of(MeaningNet.read(in)) : Optional.empty());
    }
}
