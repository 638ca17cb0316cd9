package flightline.policy;

import java.util.Arrays;
import java.util.List;

/** Features of one request as they come; one that comes twice counts once. */
final class Growing {
    private static final long PRIME = 0x100000001b3L;

    private long[] hash = new long[256];
    private float[] weight = new float[256];
    private int[] word = new int[256];
    private int size;
    /** Places of the features by their hash, plus one; 0 where none is. Always a power of two, at most half full. */
    private int[] table = new int[1024];

    void add(long feature, int at) {
        find(feature, at);
    }

    /** Adds to a feature that may come more than once. */
    void addShare(long feature, int at, float share) {
        int place = find(feature, at);
        weight[place] += share;
    }

    private int find(long feature, int at) {
        long mixed = mix(feature);
        int slot = slot(mixed);
        if (table[slot] != 0) return table[slot] - 1;
        if (size == hash.length) {
            hash = Arrays.copyOf(hash, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
            word = Arrays.copyOf(word, 2 * size);
        }
        hash[size] = mixed;
        word[size] = at;
        table[slot] = ++size;
        if (2 * size > table.length) {
            table = new int[2 * table.length];
            for (int i = 0; i < size; i++) table[slot(hash[i])] = i + 1;
        }
        return size - 1;
    }

    private int slot(long mixed) {
        int mask = table.length - 1;
        int slot = ((int) mixed) & mask;
        while (table[slot] != 0 && hash[table[slot] - 1] != mixed) slot = (slot + 1) & mask;
        return slot;
    }

    /** Gives the features from here on equal weights of one length together; returns where the next ones begin. */
    int scale(int from, float length) {
        Arrays.fill(weight, from, size, (float) (length / Math.sqrt(Math.max(1, size - from))));
        return size;
    }

    PurposeFeatures.Sparse sparse(List<String> words) {
        return new PurposeFeatures.Sparse(
                words, Arrays.copyOf(hash, size), Arrays.copyOf(weight, size), Arrays.copyOf(word, size));
    }

    /** FNV-1a, 64 bits, going on from a hash; a text is followed by a blank so that two do not run into one. */
    static long hash(long before, String text) {
        long h = before;
        for (int i = 0; i < text.length(); i++) h = hash(h, text.charAt(i));
        return hash(h, ' ');
    }

    static long hash(long before, char letter) {
        return (before ^ letter) * PRIME;
    }

    /** Spreads the high bits into the low ones and back. */
    private static long mix(long h) {
        long mixed = (h ^ (h >>> 32)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }
}
