package flightline.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a tagger sees of a token: its word, the words around it, its beginning, end and shape. A trait is a hash of 32 bits;
 * that two of them share one is rare and does no more harm than a wrong guess.
 */
final class TokenTraits {
    private final Abbreviations abbreviations;
    private final Speller speller;

    TokenTraits(Abbreviations abbreviations, Speller speller) {
        this.abbreviations = abbreviations;
        this.speller = speller;
    }

    int[][] of(List<String> tokens) {
        var words = new ArrayList<String>(tokens.size());
        for (String token : tokens) words.add(plain(token));
        int[][] traits = new int[tokens.size()][];
        for (int i = 0; i < traits.length; i++) traits[i] = at(words, i);
        return traits;
    }

    private static int[] at(List<String> words, int i) {
        String word = words.get(i);
        String before = word(words, i - 1);
        String after = word(words, i + 1);
        String before2 = word(words, i - 2);
        String after2 = word(words, i + 2);
        int n = word.length();
        return new int[] {
            trait("0", word),
            trait("-", before),
            trait("+", after),
            trait("--", before2),
            trait("++", after2),
            trait("-0", before, word),
            trait("0+", word, after),
            trait("-+", before, after),
            trait("--0", before2, before, word),
            trait("0++", word, after, after2),
            trait("p2", word.substring(0, Math.min(2, n))),
            trait("p3", word.substring(0, Math.min(3, n))),
            trait("p4", word.substring(0, Math.min(4, n))),
            trait("s2", word.substring(Math.max(0, n - 2))),
            trait("s3", word.substring(Math.max(0, n - 3))),
            trait("s4", word.substring(Math.max(0, n - 4))),
            trait("-s3", before.substring(Math.max(0, before.length() - 3))),
            trait("+s3", after.substring(Math.max(0, after.length() - 3))),
            trait("shape", shape(word)),
            trait("shapes", shape(before), shape(word), shape(after)),
            trait("-3", word(words, i - 3)),
            trait("+3", word(words, i + 3)),
            trait("all", ""),
        };
    }

    /** The word that a short form stands for or a misspelt one was meant to be, so that all are learned from any. */
    private String plain(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        if (lower.length() < 2 || abbreviations.isAmbiguous(lower) || abbreviations.isName(lower)) return lower;
        return abbreviations.expansion(lower).or(() -> speller.mended(lower)).orElse(lower);
    }

    private static String word(List<String> words, int i) {
        return i < 0 ? "<" : i >= words.size() ? ">" : words.get(i);
    }

    private static String shape(String word) {
        boolean letter = false;
        boolean digit = false;
        boolean sign = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetter(c)) letter = true;
            else if (Character.isDigit(c)) digit = true;
            else sign = true;
        }
        return (letter ? "a" : "") + (digit ? "1" : "") + (sign ? "." : "") + Math.min(4, word.length());
    }

    private static int trait(String name, String... values) {
        int hash = name.hashCode();
        for (String value : values) hash = hash * 0x01000193 + spread(value.hashCode());
        return spread(hash);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B1;
        return mixed ^ (mixed >>> 15);
    }
}
