package flightline.llama.embedding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits text into the pieces of BERT's vocabularies, as its reference implementation does: clean, lower case and
 * accents off (unless the vocabulary tells upper from lower case), words and punctuation apart, then the longest known piece
 * first.
 *
 * <p>Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers", 2019; Wu et al., "Google's Neural Machine
 * Translation System", 2016 (WordPiece).
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int first;
    private final int last;
    private final boolean lowerCase;

    WordPiece(Map<String, Integer> vocabulary) {
        this(vocabulary, true);
    }

    WordPiece(Map<String, Integer> vocabulary, boolean lowerCase) {
        this.lowerCase = lowerCase;
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = id("[UNK]");
        this.first = id("[CLS]");
        this.last = id("[SEP]");
    }

    /** Ids of the pieces between the two marks that the model expects, cut to {@code most} in all. */
    long[] encode(String text, int most) {
        List<Integer> found = pieces(text, most - 1);
        List<Integer> kept = found.subList(0, Math.min(found.size(), most - 2));
        long[] encoded = new long[kept.size() + 2];
        encoded[0] = first;
        for (int i = 0; i < kept.size(); i++) encoded[i + 1] = kept.get(i);
        encoded[kept.size() + 1] = last;
        return encoded;
    }

    /** The id of the mark that stands before everything. */
    int first() {
        return first;
    }

    /** The id of the mark that stands behind each text. */
    int last() {
        return last;
    }

    /** Ids of the pieces alone; the word that reaches {@code enough} is the last one split. */
    List<Integer> pieces(String text, int enough) {
        var ids = new ArrayList<Integer>();
        var word = new StringBuilder();
        int[] characters = characters(text);
        for (int i = 0; i < characters.length && ids.size() < enough; i++) {
            int c = characters[i];
            boolean alone = isPunctuation(c) || isIdeograph(c);
            if (!alone && !Character.isWhitespace(c)) {
                word.appendCodePoint(c);
                continue;
            }
            pieces(word, ids);
            if (alone) pieces(word.appendCodePoint(c), ids);
        }
        pieces(word, ids);
        return ids;
    }

    private int[] characters(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0xFFFD).forEach(c -> {
            if (c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR)
                clean.append(' ');
            else if (!isControl(c)) clean.appendCodePoint(c);
        });
        if (!lowerCase) return clean.codePoints().toArray();
        return Normalizer.normalize(clean, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .toArray();
    }

    /** Appends the pieces of the word and empties it. */
    private void pieces(StringBuilder word, List<Integer> out) {
        String whole = word.toString();
        word.setLength(0);
        if (whole.isEmpty()) return;
        var found = new ArrayList<Integer>();
        int from = 0;
        while (from < whole.length()) {
            int to = whole.length();
            Integer id = null;
            while (from < to && id == null) {
                String piece = whole.substring(from, to);
                id = vocabulary.get(from == 0 ? piece : "##" + piece);
                if (id == null) to = whole.offsetByCodePoints(to, -1);
            }
            if (id == null || whole.codePointCount(0, whole.length()) > LONGEST_WORD) {
                out.add(unknown);
                return;
            }
            found.add(id);
            from = to;
        }
        out.addAll(found);
    }

    private int id(String mark) {
        Integer id = vocabulary.get(mark);
        if (id == null) throw new IllegalArgumentException("vocabulary has no " + mark);
        return id;
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean isPunctuation(int c) {
        boolean ascii = (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
