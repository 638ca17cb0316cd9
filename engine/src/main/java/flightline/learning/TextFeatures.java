package flightline.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words and pairs of neighbouring words as features, weighted by rarity (TF-IDF: 1 + ln tf, times 1 + ln((1 + n) / (1 + df))).
 *
 * <p>Features are known by hash only: the model of an organisation's records holds no word of them.
 */
final class TextFeatures {
    /** Hashes of the features, ascending; the place is the feature's number. */
    private final long[] hashes;

    private final float[] rarity;

    private TextFeatures(long[] hashes, float[] rarity) {
        this.hashes = hashes;
        this.rarity = rarity;
    }

    /**
     * @param texts words of each text in their order
     * @param most features kept; of more, those in most texts
     */
    public static TextFeatures learn(List<List<String>> texts, int most) {
        Map<Long, Integer> in = new HashMap<>();
        for (List<String> words : texts) for (long hash : new HashSet<>(hashes(words))) in.merge(hash, 1, Integer::sum);
        List<Map.Entry<Long, Integer>> kept = new ArrayList<>(in.entrySet());
        if (kept.size() > most) {
            kept.sort(Comparator.<Map.Entry<Long, Integer>>comparingInt(e -> -e.getValue())
                    .thenComparing(Map.Entry::getKey));
            kept = kept.subList(0, most);
        }
        long[] hashes = kept.stream().mapToLong(Map.Entry::getKey).sorted().toArray();
        float[] rarity = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++)
            rarity[i] = (float) (1 + Math.log((1.0 + texts.size()) / (1.0 + in.getOrDefault(hashes[i], 0))));
        return new TextFeatures(hashes, rarity);
    }

    int count() {
        return hashes.length;
    }

    /** The text by the features that are known; empty where none is. */
    SparseText of(List<String> words) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (long hash : hashes(words)) {
            int at = Arrays.binarySearch(hashes, hash);
            if (at >= 0) times.merge(at, 1, Integer::sum);
        }
        int[] index = new int[times.size()];
        float[] weight = new float[times.size()];
        double square = 0;
        int n = 0;
        for (var entry : times.entrySet()) {
            index[n] = entry.getKey();
            weight[n] = (float) ((1 + Math.log(entry.getValue())) * rarity[entry.getKey()]);
            square += (double) weight[n] * weight[n];
            n++;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < n; i++) weight[i] /= length;
        return new SparseText(index, weight);
    }

    private static List<Long> hashes(List<String> words) {
        var hashes = new ArrayList<Long>(2 * words.size());
        String before = null;
        for (String word : words) {
            hashes.add(hash(word));
            if (before != null) hashes.add(hash(before + ' ' + word));
            before = word;
        }
        return hashes;
    }

    /** FNV-1a over the letters, 64 bits: with a million features two share a number once in thirty million texts. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash ^= text.charAt(i);
            hash *= 0x100000001b3L;
        }
        return hash;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(hashes.length);
        for (long hash : hashes) out.writeLong(hash);
        for (float value : rarity) out.writeFloat(value);
    }

    static TextFeatures read(DataInput in) throws IOException {
        int count = Sizes.checked(in.readInt(), "features");
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) hashes[i] = in.readLong();
        float[] rarity = new float[count];
        for (int i = 0; i < count; i++) rarity[i] = in.readFloat();
        return new TextFeatures(hashes, rarity);
    }
}
