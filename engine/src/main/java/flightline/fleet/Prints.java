package flightline.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Remembers which texts came before by a print of 64 bits each, so that those of ten million records need 128 to 256 MB. Two texts of ten
 * million share a print once in some 300,000 such sets.
 */
final class Prints {
    private static final long NONE = 0;

    private long[] table = new long[1 << 16];
    private int held;

    /** Whether it came for the first time. */
    boolean add(long print) {
        long one = print == NONE ? 1 : print;
        if (held * 5L > table.length * 3L) grow();
        return put(table, one) && ++held > 0;
    }

    private static boolean put(long[] table, long print) {
        int mask = table.length - 1;
        int at = (int) (print >>> 32) & mask;
        while (table[at] != NONE) {
            if (table[at] == print) return false;
            at = (at + 1) & mask;
        }
        table[at] = print;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long print : table) if (print != NONE) put(larger, print);
        table = larger;
    }

    /** The print of texts one behind another; absent ones count too. */
    static long of(@Nullable String... texts) {
        long print = 0xcbf29ce484222325L;
        for (String text : texts) {
            if (text != null) for (int i = 0; i < text.length(); i++) print = (print ^ text.charAt(i)) * 0x100000001b3L;
            print = (print ^ 0xFFFF) * 0x100000001b3L;
        }
        // The product leaves the last signs in the lower bits; this spreads them.
        print = (print ^ (print >>> 30)) * 0xbf58476d1ce4e5b9L;
        print = (print ^ (print >>> 27)) * 0x94d049bb133111ebL;
        return print ^ (print >>> 31);
    }
}
