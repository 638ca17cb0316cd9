package flightline.policy;

import flightline.terms.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request as numbers: its words and pairs of words by their stems, pieces of three to five letters, the concepts they
 * belong to and which concept comes before which, how its sentences begin and whether they ask, the frames that it stands in
 * and the concepts within them. Known by hash only.
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
    private static final long SENTENCE = 0xcbf29ce484222327L;
    private static final long LAST = 0xcbf29ce484222328L;
    private static final long FRAME = 0xcbf29ce484222329L;
    private static final int DIGITS = 99;
    private static final int MOST_WORDS = 2_000;
    private static final int LONGEST_PIECE = 5;
    private static final int CONCEPTS_AT_MOST = 60;
    private static final float OF_PIECES = 0.8f;
    private static final float OF_CONCEPTS = 1.5f;
    private static final float OF_SENTENCES = 0.8f;
    private static final float OF_FRAMES = 1;
    private static final int SENTENCES_AT_MOST = 40;
    /** Words by which the beginning of a sentence is known. */
    private static final int BEGINNING = 2;

    private static final int LAST_BEGINNING = 3;
    /** Concepts that nearly every request has; with a frame they tell nothing more. */
    private static final Set<String> COMMON = Set.of("ask", "trade");

    private static final int SHORTEST = 3;

    private final Concepts concepts;
    private final Frames frames;
    private final Vocabulary vocabulary;

    /** @param use its lists and frames are what is seen of a request besides its words */
    public PurposeFeatures(AcceptableUse use, Vocabulary vocabulary) {
        this(new Concepts(use.lists()), use.frames(), vocabulary);
    }

    PurposeFeatures(Concepts concepts, Map<String, List<String>> frames, Vocabulary vocabulary) {
        this.concepts = concepts;
        this.frames = new Frames(frames, concepts);
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

    Sparse of(String text) {
        return of(text, RequestWords.of(text));
    }

    /** @param allWords of the text */
    Sparse of(String text, List<String> allWords) {
        // A whole book would hold the gate up, and tells no more; its parts are judged by themselves.
        List<String> words = allWords.subList(0, Math.min(MOST_WORDS, allWords.size()));
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
        from = all.scale(from, OF_CONCEPTS);
        sentences(text, all);
        from = all.scale(from, OF_SENTENCES);
        frames(words, all);
        all.scale(from, OF_FRAMES);
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

    /** A command and a question may share all their words: what differs is how a sentence begins and ends. */
    private static void sentences(String text, Growing all) {
        List<RequestWords.Sentence> sentences = RequestWords.sentences(text, SENTENCES_AT_MOST);
        for (RequestWords.Sentence one : sentences) {
            char end = end(one);
            for (int length = 1; length <= BEGINNING; length++) {
                long begun = begun(SENTENCE, one, length);
                all.add(begun, 0);
                all.add(Growing.hash(begun, end), 0);
            }
        }
        if (sentences.isEmpty()) return;
        RequestWords.Sentence last = sentences.getLast();
        for (int length = 0; length <= LAST_BEGINNING; length++)
            all.add(Growing.hash(begun(LAST, last, length), end(last)), 0);
    }

    private static char end(RequestWords.Sentence one) {
        return one.asked() ? '?' : '.';
    }

    private static long begun(long from, RequestWords.Sentence one, int length) {
        long hash = from;
        for (int i = 0; i < Math.min(length, one.words().size()); i++)
            hash = Growing.hash(hash, stem(one.words().get(i)));
        return hash;
    }

    /** Each with the others and with the concepts that occur anywhere: who does what to what, and to what end. */
    private void frames(List<String> words, Growing all) {
        List<String> standing = frames.in(words);
        if (standing.isEmpty()) return;
        var named = new TreeSet<String>();
        for (String word : words) for (String name : concepts.of(word)) if (!COMMON.contains(name)) named.add(name);
        for (int i = 0; i < standing.size(); i++) {
            long one = Growing.hash(FRAME, standing.get(i));
            all.add(one, 0);
            for (int j = i + 1; j < standing.size(); j++) all.add(Growing.hash(one, standing.get(j)), 0);
            for (String name : named) all.add(Growing.hash(one, '@' + name), 0);
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
