package flightline.terms;

import java.util.Arrays;

/** Counts the slips of the pen between two words: letters left out, put in, replaced, or swapped with the next. */
final class Slips {
    private Slips() {}

    /** The least number of slips, counted up to {@code most}; more than that is {@code most + 1}. */
    static int between(String a, String b, int most) {
        int n = b.length();
        if (Math.abs(a.length() - n) > most) return most + 1;
        int[] before = new int[n + 1];
        int[] last = new int[n + 1];
        int[] row = new int[n + 1];
        for (int j = 0; j <= n; j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            Arrays.fill(row, most + 1);
            row[0] = i;
            int least = row[0];
            for (int j = Math.max(1, i - most); j <= Math.min(n, i + most); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int slips = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + same);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) slips = Math.min(slips, before[j - 2] + 1);
                row[j] = slips;
                least = Math.min(least, slips);
            }
            if (least > most) return most + 1;
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[n], most + 1);
    }
}
