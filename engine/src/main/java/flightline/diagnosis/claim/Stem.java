package flightline.diagnosis.claim;

/** The part of a word that stays when it is inflected, roughly: the same for "valve" and "valves", "inspect" and "inspected". */
public final class Stem {
    /** Letters that two words share at their start before they count as derived from one another. */
    private static final int SHARED = 5;

    private static final double MOST = 0.5;

    private Stem() {}

    /** @param word in lower case */
    public static String of(String word) {
        if (word.length() > 5 && word.endsWith("ing")) return undouble(word.substring(0, word.length() - 3));
        if (word.length() > 4 && word.endsWith("ies")) return word.substring(0, word.length() - 3) + "y";
        if (word.length() > 4 && word.endsWith("ed")) return undouble(word.substring(0, word.length() - 2));
        if (word.length() > 4 && word.endsWith("es") && !word.endsWith("ses"))
            return word.substring(0, word.length() - 2);
        if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"))
            return word.substring(0, word.length() - 1);
        if (word.length() > 4 && word.endsWith("e")) return word.substring(0, word.length() - 1);
        return word;
    }

    /** Whether one word is built from the other or both from a third, as "lubricate" and "lubrication" are. */
    static boolean related(String a, String b) {
        if (a.equals(b)) return true;
        if (a.endsWith("less") != b.endsWith("less")) return false;
        int shared = 0;
        while (shared < a.length() && shared < b.length() && a.charAt(shared) == b.charAt(shared)) shared++;
        boolean prefix = shared == Math.min(a.length(), b.length());
        return shared >= SHARED && (prefix || shared > SHARED) && shared >= MOST * Math.max(a.length(), b.length());
    }

    private static String undouble(String stem) {
        int n = stem.length();
        boolean doubled = n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2);
        return doubled ? stem.substring(0, n - 1) : stem.endsWith("e") ? stem.substring(0, n - 1) : stem;
    }
}
