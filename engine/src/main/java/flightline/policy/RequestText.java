package flightline.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as whoever reads it sees it, and the parts that it is judged by. What is harmless beside a harmful sentence must not
 * hide it, nor must characters that nobody sees or letters that only look like ours.
 */
final class RequestText {
    /** Words of a part at most; of a longer sentence several overlap by half. */
    private static final int LONGEST_PART = 24;

    /** Parts at most; the longest text that is read has fewer. */
    private static final int MOST_PARTS = 4_000;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u115F\\u1160\\u3164\\uFFA0]");
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern SPELT =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:[-._*·|/]\\p{L}){3,}(?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}])\\p{L}(?:[._*·]\\p{L}){2}(?![\\p{L}\\p{N}.])"
                    + "|(?<![\\p{L}\\p{N}])\\p{L}(?: \\p{L}){3,}(?![\\p{L}\\p{N}])");
    private static final Pattern ALL_SPELT =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:[-._*·|/]\\p{L})+(?![\\p{L}\\p{N}])");
    private static final Pattern ARTICLE = Pattern.compile("[aAiI] ");
    private static final int MANY_SPELT = 3;
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E]");
    private static final Pattern LINES = Pattern.compile("\\R+");
    private static final int FEW_LINES = 4;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
    private static final Pattern END = Pattern.compile("[.?!;:]+(?=\\s|$)|\\n+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Letters of other scripts that look like Latin ones, each behind that which it is taken for. */
    private static final Map<Integer, String> LOOK_ALIKE =
            lookAlike("aа aα aɑ bв bβ cс cϲ dԁ eе eε eє gɡ hн hһ iі iι iı jј kк kκ lӏ mм nп nη oо"
                    + " oο oσ pр pρ qԛ sѕ tт tτ uυ vν vѵ wԝ wω xх xχ yу yγ zζ"
                    + " AА AΑ BВ BΒ CС CϹ EЕ EΕ HН HΗ IІ IΙ JЈ KК KΚ MМ MΜ NΝ OО OΟ PР PΡ SЅ TТ TΤ XХ XΧ YУ YΥ ZΖ");

    private RequestText() {}

    /**
     * What is judged by itself.
     *
     * @param sentence the one that it is, or was cut out of, or begins with
     */
    record Part(String text, String sentence) {}

    /**
     * The text without characters that nobody sees, with Latin letters for those of other scripts that stand among Latin ones and
     * look like them, and with letters spelt out one by one put together. Text in another script stays as it is.
     */
    static String plain(String text) {
        String seen = inOneLine(FULL_WIDTH
                .matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(m -> Matcher.quoteReplacement(narrow(m.group().charAt(0))))
                .replace('_', ' '));
        String latin = inLatin(seen);
        // Where one word is spelt out, so are the short ones, which elsewhere are initials.
        Pattern spelt = SPELT.matcher(latin).results().limit(MANY_SPELT).count() < MANY_SPELT ? SPELT : ALL_SPELT;
        return spelt.matcher(latin).replaceAll(m -> {
            // "a b o m b" is two words.
            int from = ARTICLE.matcher(m.group()).lookingAt() ? 2 : 0;
            return m.group().substring(0, from)
                    + BETWEEN.matcher(m.group().substring(from)).replaceAll("");
        });
    }

    private static String narrow(char wide) {
        return String.valueOf((char) (wide - '\uFF01' + '!'));
    }

    /** A word or two to a line are no sentences. */
    private static String inOneLine(String text) {
        String[] lines = LINES.split(text.strip());
        if (lines.length < FEW_LINES) return text;
        int words = 0;
        for (String line : lines) words += BLANKS.split(line.strip()).length;
        return words < 3 * lines.length ? LINES.matcher(text).replaceAll(" ") : text;
    }

    /**
     * The sentences of a text, each with the one behind it, and pieces of long ones, in their order; empty where it is a single
     * short one.
     */
    static List<Part> parts(String text) {
        List<String> sentences = sentences(text);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < sentences.size() && parts.size() < MOST_PARTS; i++) {
            String sentence = sentences.get(i);
            String[] words = BLANKS.split(sentence);
            if (words.length > LONGEST_PART) {
                pieces(sentence, words, parts);
                continue;
            }
            if (sentences.size() > 1) parts.add(new Part(sentence, sentence));
            boolean pair = sentences.size() > 2 && i + 1 < sentences.size();
            if (pair && BLANKS.split(sentences.get(i + 1)).length <= LONGEST_PART)
                parts.add(new Part(sentence + " " + sentences.get(i + 1), sentence));
        }
        return parts;
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            sentences.add(text.substring(from, end.end()).strip());
            from = end.end();
        }
        sentences.add(text.substring(from).strip());
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    private static void pieces(String sentence, String[] words, List<Part> into) {
        for (int from = 0; from < words.length; from += LONGEST_PART / 2) {
            int to = Math.min(words.length, from + LONGEST_PART);
            into.add(new Part(String.join(" ", Arrays.asList(words).subList(from, to)), sentence));
            if (to == words.length) return;
        }
    }

    private static String inLatin(String text) {
        if (text.codePoints().noneMatch(LOOK_ALIKE::containsKey)) return text;
        boolean foreign = RUN.matcher(text)
                .results()
                .map(m -> m.group())
                .anyMatch(word ->
                        !LATIN.matcher(word).find() && !word.codePoints().allMatch(LOOK_ALIKE::containsKey));
        return RUN.matcher(text).replaceAll(m -> {
            String word = m.group();
            boolean ours =
                    LATIN.matcher(word).find() || (!foreign && word.codePoints().count() > 1);
            return ours ? mapped(word) : word;
        });
    }

    private static String mapped(String word) {
        var out = new StringBuilder();
        word.codePoints().forEach(c -> {
            String latin = LOOK_ALIKE.get(c);
            if (latin == null) out.appendCodePoint(c);
            else out.append(latin);
        });
        return out.toString();
    }

    private static Map<Integer, String> lookAlike(String pairs) {
        var map = new HashMap<Integer, String>();
        for (String pair : BLANKS.split(pairs)) map.put((int) pair.charAt(1), pair.substring(0, 1));
        return Map.copyOf(map);
    }
}
