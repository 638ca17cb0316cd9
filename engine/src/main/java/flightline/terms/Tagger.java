package flightline.terms;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Marks in a report which words name parts, which tell what is wrong with them, where, when, and what became of it.
 *
 * <p>A linear model over {@linkplain TokenTraits traits} of tokens and pairs of neighbouring tags, decoded by the best whole
 * sequence (Viterbi). It was learned from labelled difficulty reports ({@code NOTICE}). Immutable and safe to share; time
 * and memory grow with the length of the text only.
 */
public final class Tagger {
    private static final int MAGIC = 0x464C5447;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\d]+(?:[-/.&'’][\\p{L}\\d]+)*|[^\\s\\p{L}\\d]");
    private static final float NEVER = -1e9f;

    private final Lazily<Model> model;

    /** Tokens of a report and their tags, {@code O}, {@code B-prod}, {@code I-prod}, one for each. */
    public record Labelled(List<String> tokens, List<String> tags) {
        public Labelled {
            tokens = List.copyOf(tokens);
            tags = List.copyOf(tags);
            if (tokens.size() != tags.size())
                throw new IllegalArgumentException(
                        "as many tags as tokens are needed, got " + tags.size() + " for " + tokens.size());
        }
    }

    /** A piece of a text that names something. */
    public record Span(SpanKind kind, Phrase phrase) {}

    /**
     * What was learned: the hashes of the traits, ascending; the weight of each trait for each tag, in units of
     * {@code scale}; and the weight of a tag behind another, {@code [before * SIZE + tag]}.
     */
    private static final class Model {
        private final TokenTraits traits = new TokenTraits(Abbreviations.standard(), Speller.standard());
        private final int[] hashes;
        private final byte[] weights;
        private final float scale;
        private final float[] pairs;

        Model(int[] hashes, byte[] weights, float scale, float[] pairs) {
            this.hashes = hashes;
            this.weights = weights;
            this.scale = scale;
            this.pairs = pairs;
        }

        float[][] scores(List<String> tokens) {
            int[][] seen = traits.of(tokens);
            float[][] scores = new float[seen.length][TagSet.SIZE];
            for (int i = 0; i < seen.length; i++) {
                for (int hash : seen[i]) {
                    int at = Arrays.binarySearch(hashes, hash);
                    if (at < 0) continue;
                    for (int tag = 0; tag < TagSet.SIZE; tag++)
                        scores[i][tag] += weights[at * TagSet.SIZE + tag] * scale;
                }
            }
            return scores;
        }
    }

    Tagger(int[] hashes, byte[] weights, float scale, float[] pairs) {
        var read = new Model(hashes, weights, scale, pairs);
        this.model = new Lazily<>(() -> read);
    }

    private Tagger(Lazily<Model> model) {
        this.model = model;
    }

    /** The model that ships with this package, which is read when the first text is. */
    public static Tagger standard() {
        return new Tagger(new Lazily<>(() -> Standard.MODEL));
    }

    /** Read when it is first asked for, and once. */
    private static final class Standard {
        static final Model MODEL = shipped();
    }

    private static Model shipped() {
        try (InputStream in = Objects.requireNonNull(Tagger.class.getResourceAsStream("spans.bin"), "spans.bin")) {
            return model(in);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the model spans.bin", broken);
        }
    }

    /** @throws IOException where the bytes are not those of a model */
    public static Tagger read(InputStream bytes) throws IOException {
        Model read = model(bytes);
        return new Tagger(new Lazily<>(() -> read));
    }

    private static Model model(InputStream bytes) throws IOException {
        var in = new DataInputStream(new GZIPInputStream(bytes, 1 << 16));
        int magic = in.readInt();
        int size = in.readInt();
        if (magic != MAGIC || size != TagSet.SIZE) throw new IOException("no model of " + TagSet.SIZE + " tags");
        int count = in.readInt();
        float scale = in.readFloat();
        float[] pairs = new float[size * size];
        for (int i = 0; i < pairs.length; i++) pairs[i] = in.readFloat();
        byte[] numbers = in.readNBytes(4 * count);
        byte[] weights = in.readNBytes(size * count);
        if (numbers.length < 4 * count || weights.length < size * count)
            throw new IOException("the model is cut short");
        int[] hashes = new int[count];
        ByteBuffer.wrap(numbers).asIntBuffer().get(hashes);
        return new Model(hashes, weights, scale, pairs);
    }

    /** Writes the model in the form that {@link #read} takes. */
    public void write(OutputStream bytes) throws IOException {
        Model all = model.get();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(MAGIC);
            out.writeInt(TagSet.SIZE);
            out.writeInt(all.hashes.length);
            out.writeFloat(all.scale);
            for (float pair : all.pairs) out.writeFloat(pair);
            for (int hash : all.hashes) out.writeInt(hash);
            out.write(all.weights);
        }
    }

    /** What a text names, in the order in which it stands; spans do not overlap. */
    public List<Span> spans(String text) {
        var tokens = new ArrayList<String>();
        var starts = new ArrayList<Integer>();
        for (Matcher m = TOKEN.matcher(text); m.find(); ) {
            tokens.add(m.group());
            starts.add(m.start());
        }
        int[] tags = decode(tokens);
        var spans = new ArrayList<Span>();
        for (int i = 0; i < tags.length; ) {
            int last = i;
            if (tags[i] != TagSet.OUTSIDE) {
                while (last + 1 < tags.length && TagSet.goesOn(tags[last + 1])) last++;
                int end = starts.get(last) + tokens.get(last).length();
                spans.add(new Span(TagSet.kind(tags[i]), Phrase.of(text, starts.get(i), end)));
            }
            i = last + 1;
        }
        return spans;
    }

    /** One tag for each token. */
    public List<String> tags(List<String> tokens) {
        return TagSet.names(decode(tokens));
    }

    private int[] decode(List<String> tokens) {
        Model known = model.get();
        return best(known.scores(tokens), known.pairs);
    }

    /** The sequence of tags of the greatest weight. */
    static int[] best(float[][] scores, float[] pairs) {
        int n = scores.length;
        int[] tags = new int[n];
        if (n == 0) return tags;
        byte[][] from = new byte[n][TagSet.SIZE];
        float[] last = new float[TagSet.SIZE];
        for (int tag = 0; tag < TagSet.SIZE; tag++)
            last[tag] = TagSet.allowed(TagSet.OUTSIDE, tag) ? scores[0][tag] + pairs[tag] : NEVER;
        for (int i = 1; i < n; i++) {
            float[] row = new float[TagSet.SIZE];
            for (int tag = 0; tag < TagSet.SIZE; tag++) {
                float most = NEVER * 2;
                for (int before = 0; before < TagSet.SIZE; before++) {
                    if (!TagSet.allowed(before, tag)) continue;
                    float sum = last[before] + pairs[before * TagSet.SIZE + tag];
                    if (sum > most) {
                        most = sum;
                        from[i][tag] = (byte) before;
                    }
                }
                row[tag] = most + scores[i][tag];
            }
            last = row;
        }
        int end = 0;
        for (int tag = 1; tag < TagSet.SIZE; tag++) if (last[tag] > last[end]) end = tag;
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = end;
            end = from[i][end];
        }
        return tags;
    }
}
