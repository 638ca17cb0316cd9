package flightline.llama.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A byte-pair vocabulary of our own in the form of Llama 3: every byte, then pairs and longer strings of letters, then its
 * control tokens.
 *
 * @param tokens as GGUF spells them, by number
 * @param merges two tokens each, earliest first
 * @param firstControl number of the first control token; all after it are control tokens too
 */
record MadeVocabulary(List<String> tokens, List<String> merges, int firstControl) {
    static final List<String> CONTROL =
            List.of("<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>");

    static MadeVocabulary of(int size) {
        int words = size - CONTROL.size();
        Map<String, Boolean> tokens = new LinkedHashMap<>();
        for (int i = 0; i < 256; i++) tokens.put(Character.toString(sign(i)), true);
        List<String> merges = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (int a = 'a'; a <= 'z'; a++)
            for (int b = 'a'; b <= 'z'; b++) pairs.add(join(tokens, merges, words, "" + (char) a, "" + (char) b));
        for (String pair : pairs) for (String other : pairs) join(tokens, merges, words, pair, other);
        List<String> all = new ArrayList<>(tokens.keySet());
        if (all.size() != words) throw new IllegalArgumentException("no vocabulary of " + size + " tokens");
        all.addAll(CONTROL);
        return new MadeVocabulary(all, merges, words);
    }

    private static String join(Map<String, Boolean> tokens, List<String> merges, int words, String a, String b) {
        if (tokens.size() < words && tokens.putIfAbsent(a + b, true) == null) merges.add(a + " " + b);
        return a + b;
    }

    /** The sign that stands for a byte: itself where it can be printed, else one of a row further up. */
    private static int sign(int value) {
        int shifted = 256;
        for (int b = 0; b < 256; b++) {
            boolean printed = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
            if (b == value) return printed ? b : shifted;
            if (!printed) shifted++;
        }
        throw new IllegalArgumentException("no byte " + value);
    }

    int number(String control) {
        return firstControl + CONTROL.indexOf(control);
    }
}
