package flightline.search;

import flightline.search.Depot.Sum;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.CollectionStatistics;

/**
 * How many entries there are, how long their texts are and how many have a word, of all that somebody may see.
 *
 * @param entries count of them
 * @param frequencies by word and field; a word that was not counted is in none
 * @param sums of the lengths of texts, by {@link #lengths}
 */
record Census(long entries, Map<WordIn, Long> frequencies, Map<String, Sum> sums) {
    /** A word of a text field. */
    record WordIn(String field, String word) {}

    Census {
        frequencies = Map.copyOf(frequencies);
        sums = Map.copyOf(sums);
    }

    /** With the words of another one too, counted over the same entries. */
    Census and(Census other) {
        var all = new HashMap<>(frequencies);
        all.putAll(other.frequencies);
        return new Census(entries, all, sums);
    }

    long frequency(String field, String word) {
        return frequencies.getOrDefault(new WordIn(field, word), 0L);
    }

    /** The number that tells how long a text is. As an index in a folder counts: what is held as one by its rounded lengths, other fields word by word. */
    static String lengths(String field) {
        return field.equals(PassageFields.WORDS) ? Card.lengthOf(field) : Card.wordsOf(field);
    }

    CollectionStatistics statistics(String field) {
        Sum lengths = sums.getOrDefault(lengths(field), new Sum(0, 0));
        long texts = Math.max(1, lengths.entries());
        long words = Math.max(texts, lengths.total());
        return new CollectionStatistics(field, Math.max(texts, entries), texts, words, words);
    }

    /**
     * What each word of a question is worth to a text that has it once, for choosing candidates.
     *
     * @param weights of the words
     * @param fields that are searched
     */
    Map<String, Double> worth(Map<String, Float> weights, Iterable<String> fields) {
        var worth = new HashMap<String, Double>();
        weights.forEach((word, weight) -> {
            long with = 0;
            for (String field : fields) with = Math.max(with, frequency(field, word));
            double rarity = Math.log(1 + (Math.max(entries, with) - with + 0.5) / (with + 0.5));
            worth.put(word, weight * rarity);
        });
        return worth;
    }
}
