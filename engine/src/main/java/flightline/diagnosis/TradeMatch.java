package flightline.diagnosis;

import flightline.terms.TradeBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Likens a complaint to what the trade says of each system ({@link TradeBook}): BM25 (Robertson and Walker 1994) over words
 * and pairs of words, a page of the book as one document. It needs no record and no document, so it speaks in a fresh
 * installation too.
 */
final class TradeMatch {
    /** How soon a word that a page says again counts no more, and how far a long page is held back. */
    private static final double SOON = 1.2;

    private static final double LENGTH = 0.75;

    /** Makes shares of scores, the best of which is 1: half the best score has a twentieth of its share. */
    private static final double SHARPNESS = 6;

    private final List<String> codes;
    private final Map<String, Posting> postings;

    /** In which pages a term stands, and how much it speaks for each. */
    @SuppressWarnings("ArrayRecordComponent") // Read for every word of every complaint; seen by this class alone.
    private record Posting(int[] page, float[] weight) {}

    /** The book that ships, read when a complaint first asks for it, and once. */
    private static final class Standard {
        static final TradeMatch MATCH = new TradeMatch(TradeBook.standard());
    }

    static TradeMatch standard() {
        return Standard.MATCH;
    }

    TradeMatch(TradeBook book) {
        codes = List.copyOf(book.codes());
        var pages = new ArrayList<Map<String, Integer>>();
        var in = new HashMap<String, Integer>();
        double all = 0;
        for (String code : codes) {
            var page = new HashMap<String, Integer>();
            book.page(code)
                    .texts()
                    .forEach(text -> terms(LearnedWords.of(text)).forEach(t -> page.merge(t, 1, Integer::sum)));
            page.keySet().forEach(term -> in.merge(term, 1, Integer::sum));
            all += length(page);
            pages.add(page);
        }
        double mean = all / Math.max(1, codes.size());
        var built = new HashMap<String, Building>();
        for (int at = 0; at < codes.size(); at++) {
            Map<String, Integer> page = pages.get(at);
            double held = SOON * (1 - LENGTH + LENGTH * length(page) / mean);
            for (var entry : page.entrySet()) {
                int many = in.getOrDefault(entry.getKey(), 1);
                double rarity = Math.log(1 + (codes.size() - many + 0.5) / (many + 0.5));
                double times = entry.getValue();
                built.computeIfAbsent(entry.getKey(), _ -> new Building(many))
                        .add(at, (float) (rarity * times * (SOON + 1) / (times + held)));
            }
        }
        postings = HashMap.newHashMap(built.size());
        built.forEach((term, building) -> postings.put(term, new Posting(building.page, building.weight)));
    }

    private static final class Building {
        private final int[] page;
        private final float[] weight;
        private int used;

        Building(int pages) {
            page = new int[pages];
            weight = new float[pages];
        }

        void add(int at, float how) {
            page[used] = at;
            weight[used++] = how;
        }
    }

    private static double length(Map<String, Integer> page) {
        return page.values().stream().mapToInt(n -> n).sum();
    }

    private static List<String> terms(List<String> words) {
        var terms = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            boolean tells = Words.tells(words.get(i));
            if (tells) terms.add(words.get(i));
            if (i > 0 && (tells || Words.tells(words.get(i - 1)))) terms.add(words.get(i - 1) + ' ' + words.get(i));
        }
        return terms;
    }

    /**
     * Share of the likeness of each code that has any, adding up to 1; empty where no word is known.
     *
     * @param words of the complaint, abbreviations written out, in their order
     */
    Map<String, Double> shares(List<String> words) {
        double[] scores = new double[codes.size()];
        Set<String> terms = new HashSet<>(terms(words));
        for (String term : terms) {
            Posting posting = postings.get(term);
            if (posting == null) continue;
            for (int i = 0; i < posting.page.length; i++) scores[posting.page[i]] += posting.weight[i];
        }
        double best = 0;
        for (double score : scores) best = Math.max(best, score);
        var shares = new HashMap<String, Double>();
        if (best == 0) return shares;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] == 0) continue;
            double share = Math.exp(SHARPNESS * (scores[i] / best - 1));
            shares.put(codes.get(i), share);
            sum += share;
        }
        double whole = sum;
        shares.replaceAll((code, share) -> share / whole);
        return shares;
    }
}
