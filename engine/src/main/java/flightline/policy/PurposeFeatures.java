package flightline.policy;

import flightline.terms.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as numbers: its words and pairs of words by their stems, pieces of three to five letters, the concepts they
 * belong to and which concept comes before which. Known by hash only.
 */
public final class PurposeFeatures {
    /** Concepts this many words apart still speak of one thing. */
    private static final int REACH = 8;

    private static final long WORD = 0xcbf29ce484222321L;
    private static final long PAIR = 0xcbf29ce484222322L;
    private static final long PIECE = 0xcbf29ce484222323L;
    private static final long CONCEPT = 0xcbf29ce484222324L;
    private static final long CONCEPTS = 0xcbf29ce484222325L;
    private static final long COMMONNESS = 0xcbf29ce484222326L;
    private static final int DIGITS = 99;
    private static final int LONGEST_PIECE = 5;
    private static final int CONCEPTS_AT_MOST = 60;
    private static final float OF_PIECES = 0.8f;
    private static final float OF_CONCEPTS = 1.5f;

    private static final int SHORTEST = 3;

    private final Concepts concepts;
    private final Vocabulary vocabulary;

    public PurposeFeatures(Concepts concepts, Vocabulary vocabulary) {
        this.concepts = concepts;
        this.vocabulary = vocabulary;
    }

    /**
     * One request.
     *
     * @param hash of each feature
     * @param weight of each; words, pieces and concepts have a fixed length each, however long the request
     * @param word 0-based place of the word that it stems from
     */
    @SuppressWarnings("ArrayRecordComponent") // Only the classifier sees them.
    record Sparse(List<String> words, long[] hash, float[] weight, int[] word) {}

    private record Placed(String name, int at) {}

    Sparse of(List<String> words) {
        var all = new Growing();
        String before = "^";
        for (int at = 0; at < words.size(); at++) {
            String stem = stem(words.get(at));
            all.add(Growing.hash(WORD, stem), at);
            all.add(Growing.hash(Growing.hash(PAIR, before), stem), at);
            before = stem;
        }
        int from = all.scale(0, 1);
        for (int at = 0; at < words.size(); at++) pieces(words.get(at), at, all);
        from = all.scale(from, OF_PIECES);
        concepts(words, all);
        all.scale(from, OF_CONCEPTS);
        commonness(words, all);
        return all.sparse(words);
    }

    private static void pieces(String word, int at, Growing all) {
        if (word.length() < SHORTEST || Character.isDigit(word.charAt(0))) return;
        String fenced = '_' + word + '_';
        for (int i = 0; i + SHORTEST <= fenced.length(); i++) {
            long hash = PIECE;
            for (int j = i; j < Math.min(fenced.length(), i + LONGEST_PIECE); j++) {
                hash = Growing.hash(hash, fenced.charAt(j));
                if (j - i + 1 >= SHORTEST) all.add(hash, at);
            }
        }
    }

    private void concepts(List<String> words, Growing all) {
        var placed = new ArrayList<Placed>();
        for (int at = 0; at < words.size() && placed.size() < CONCEPTS_AT_MOST; at++)
            for (String name : concepts.of(words.get(at))) placed.add(new Placed(name, at));
        for (int i = 0; i < placed.size(); i++) {
            Placed one = placed.get(i);
            all.add(Growing.hash(CONCEPT, one.name), one.at);
            for (int j = i + 1; j < placed.size() && placed.get(j).at - one.at <= REACH; j++) {
                Placed other = placed.get(j);
                if (!other.name.equals(one.name))
                    all.add(Growing.hash(Growing.hash(CONCEPTS, one.name), other.name), other.at);
            }
        }
    }

    /** How much of the request is in words of maintenance, by how common they are there. */
    private void commonness(List<String> words, Growing all) {
        int counted = 0;
        for (String word : words) if (word.length() >= SHORTEST) counted++;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.length() < SHORTEST) continue;
            int level = Character.isDigit(word.charAt(0)) ? DIGITS : vocabulary.commonness(word);
            all.addShare(Growing.hash(COMMONNESS, (char) (level + 2)), at, (float) (1 / Math.sqrt(counted)));
        }
    }

    /** Cuts common endings off; crude, but the same for learning and judging. */
    static String stem(String word) {
        if (Character.isDigit(word.charAt(0))) return word.length() > 2 ? "000" : "0";
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        for (String ending : List.of("ations", "ation", "ing", "ied", "ies", "ed", "es", "s", "ly", "e"))
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3)
                return stem.substring(0, stem.length() - ending.length());
        return stem;
    }
}
