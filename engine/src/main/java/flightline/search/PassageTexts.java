package flightline.search;

import flightline.corpus.Passage;
import flightline.corpus.Sentences;
import flightline.model.Embedder;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a passage is embedded. What answers a question is often two sentences of ten, and the meaning of all ten is another;
 * so a long one is read piece by piece too.
 *
 * @param whole the nearest headings, else the title, then its context and its words
 * @param pieces neighbouring sentences of together some 45 words, each with the heading above it; empty where the whole is no longer
 */
public record PassageTexts(String whole, List<String> pieces) {
    /** An embedder reads some 400 words; what follows would be cut off, and the title must not push the text out. */
    private static final int MOST_WORDS = 400;

    /** Chosen with {@link Tuning#pieces} on the tuned half of the handbook's questions among 30, 45 and 60. */
    private static final int PIECE = 45;

    public PassageTexts {
        pieces = List.copyOf(pieces);
    }

    /** @param title of its document */
    public static PassageTexts of(String title, Passage passage) {
        List<String> path = passage.path();
        String heading = path.isEmpty() ? title : path.getLast();
        String text = firstWords(passage.text());
        String context = passage.context().isBlank() ? "" : passage.context() + "\n";
        return new PassageTexts(nearest(title, path) + "\n" + context + text, pieces(heading, text));
    }

    /** For each of them the vector of the whole, then those of its pieces. */
    public static List<List<float[]>> embedded(List<PassageTexts> many, Embedder embedder) {
        var all = new ArrayList<String>();
        for (PassageTexts texts : many) {
            all.add(texts.whole);
            all.addAll(texts.pieces);
        }
        List<float[]> vectors = embedder.passages(all);
        var parted = new ArrayList<List<float[]>>();
        int from = 0;
        for (PassageTexts texts : many) {
            int to = from + 1 + texts.pieces.size();
            parted.add(vectors.subList(from, to));
            from = to;
        }
        return parted;
    }

    private static String nearest(String title, List<String> path) {
        return path.isEmpty() ? title : String.join(" / ", path.subList(Math.max(0, path.size() - 2), path.size()));
    }

    private static List<String> pieces(String heading, String text) {
        if (words(text) <= PIECE) return List.of();
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int length = 0;
        for (String sentence : Sentences.of(text)) {
            int more = words(sentence);
            if (length > 0 && length + more > PIECE) {
                pieces.add(heading + piece);
                piece.setLength(0);
                length = 0;
            }
            piece.append(length == 0 ? '\n' : ' ').append(sentence);
            length += more;
        }
        if (length > 0) pieces.add(heading + piece);
        return pieces.size() < 2 ? List.of() : pieces;
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            if (!blank && !inside) words++;
            inside = !blank;
        }
        return words;
    }

    static String firstWords(String text) {
        int words = 0;
        for (int i = 1; i < text.length(); i++)
            if (Character.isWhitespace(text.charAt(i))
                    && !Character.isWhitespace(text.charAt(i - 1))
                    && ++words == MOST_WORDS) return text.substring(0, i);
        return text;
    }
}
