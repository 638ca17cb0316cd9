package flightline.terms;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells sentences that set whoever answers a task from those that a maintenance document is made of: a linear model over
 * words and pairs of them, learned by {@code flightline.eval.reading.AddressedTraining}. Immutable and safe to share.
 */
public final class Addressed {
    /** A table of this many bits; features that share a place share a weight. */
    public static final int BITS = 16;

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?|\\d+|[?!:]");

    private final byte[] weight;
    private final float unit;
    private final float bias;

    private Addressed(byte[] weight, float unit, float bias) {
        this.weight = weight;
        this.unit = unit;
        this.bias = bias;
    }

    private static final Lazily<Addressed> STANDARD = new Lazily<>(Addressed::shipped);

    /** The one that ships with the product. */
    public static Addressed standard() {
        return STANDARD.get();
    }

    /** @param full a weight for each place of the table */
    public static Addressed of(float[] full, float bias) {
        if (full.length != 1 << BITS)
            throw new IllegalArgumentException("the table must have " + (1 << BITS) + " places, got " + full.length);
        float most = 0;
        for (float one : full) most = Math.max(most, Math.abs(one));
        float unit = most / Byte.MAX_VALUE;
        byte[] weight = new byte[full.length];
        for (int i = 0; i < full.length; i++) weight[i] = unit == 0 ? 0 : (byte) Math.round(full[i] / unit);
        return new Addressed(weight, unit, bias);
    }

    /** How much speaks for a task set to whoever answers; 0 is where both are as likely, higher is likelier. */
    public double score(String sentence) {
        int[] places = places(sentence);
        if (places.length == 0) return 0;
        double sum = 0;
        for (int place : places) sum += weight[place] * unit;
        return bias + sum / Math.sqrt(places.length);
    }

    /** Places of a sentence's features in the table; empty where it has no word. */
    public static int[] places(String sentence) {
        List<String> words = WORD.matcher(sentence.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .map(word -> Character.isDigit(word.charAt(0)) ? "0" : word)
                .toList();
        if (words.isEmpty()) return new int[0];
        var fenced = new ArrayList<String>();
        fenced.add("^");
        fenced.addAll(words);
        fenced.add("$");
        return IntStream.concat(
                        words.stream().mapToInt(word -> place(START, word)),
                        IntStream.range(1, fenced.size())
                                .map(i -> place(hash(START, fenced.get(i - 1)), fenced.get(i))))
                .distinct()
                .toArray();
    }

    private static int place(long before, String word) {
        long spread = hash(before, word) * 0x9e3779b97f4a7c15L;
        return (int) (spread >>> (Long.SIZE - BITS));
    }

    private static long hash(long before, String word) {
        long h = before;
        for (int i = 0; i < word.length(); i++) h = (h ^ word.charAt(i)) * PRIME;
        return (h ^ ' ') * PRIME;
    }

    private static Addressed shipped() {
        try (InputStream in = Addressed.class.getResourceAsStream("/flightline/terms/addressed.bin")) {
            if (in == null) throw new IllegalStateException("the product lacks flightline/terms/addressed.bin");
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("flightline/terms/addressed.bin is not readable", e);
        }
    }

    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeFloat(unit);
        out.writeFloat(bias);
        out.write(weight);
        out.flush();
    }

    static Addressed read(InputStream from) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(from));
        float unit = in.readFloat();
        float bias = in.readFloat();
        byte[] weight = new byte[1 << BITS];
        in.readFully(weight);
        return new Addressed(weight, unit, bias);
    }
}
