package flightline.ingest;

import java.util.ArrayList;
import java.util.List;

/** Counting and clipping of words, where a word is a run of characters between white space. */
final class Words {
    private Words() {}

    /** One word's range in the text it was found in; {@code end} is exclusive. */
    record Word(int start, int end) {}

    /** The words of {@code text} between the two offsets, in order. */
    static List<Word> of(String text, int start, int end) {
        List<Word> words = new ArrayList<>();
        int at = start;
        while (at < end) {
            while (at < end && Character.isWhitespace(text.charAt(at))) at++;
            int from = at;
            while (at < end && !Character.isWhitespace(text.charAt(at))) at++;
            if (at > from) words.add(new Word(from, at));
        }
        return words;
    }

    static int count(String text) {
        return of(text, 0, text.length()).size();
    }

    /** The first {@code most} words with single spaces between them. */
    static String clip(String text, int most) {
        var words = of(text, 0, text.length());
        var clipped = new StringBuilder();
        for (Word word : words.subList(0, Math.min(most, words.size()))) {
            if (!clipped.isEmpty()) clipped.append(' ');
            clipped.append(text, word.start(), word.end());
        }
        return clipped.toString();
    }
}
