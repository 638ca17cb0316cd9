package flightline.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/**
 * An entry as any index may keep it: the same values under the same names as in a folder, and the same words, so that two
 * indexes cannot read a text in two ways.
 *
 * @param name tells it from every other entry of one commit; names order as they do in UTF-8
 * @param labels values of each exact field
 * @param words stemmed words of each text field; empty on one that was read back
 * @param sought all words with how much they count, for choosing candidates; empty on one that was read back
 * @param numbers of each field with one, and for each text field {@link #wordsOf} and {@link #lengthOf} it
 * @param vector of unit length; empty where the entry has none or it was not asked for
 * @param stored the entry itself, as {@code EntryForm} and its neighbours write it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and compared by nobody
public record Card(
        String name,
        Map<String, Set<String>> labels,
        Map<String, Set<String>> words,
        Map<String, Integer> sought,
        Map<String, Long> numbers,
        float[] vector,
        byte[] stored) {
    public Card {
        labels = Map.copyOf(labels);
        words = Map.copyOf(words);
        sought = Map.copyOf(sought);
        numbers = Map.copyOf(numbers);
    }

    /** The number that tells how many words the field has, each as often as it stands there. */
    static String wordsOf(String field) {
        return "words of " + field;
    }

    /** The number that tells how long the field is in the eyes of BM25, rounded as an index in a folder rounds it. */
    static String lengthOf(String field) {
        return "length of " + field;
    }

    /** The only value of an exact field. */
    String label(String field) {
        return labels.getOrDefault(field, Set.of()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("entry " + name + " came back without its " + field));
    }

    BytesRef bytes() {
        return new BytesRef(stored);
    }

    /** @param weights of the text fields in which words are sought */
    static Card of(String name, Document document, Analyzer analyzer, Map<String, Float> weights) {
        var labels = new HashMap<String, Set<String>>();
        var words = new HashMap<String, Set<String>>();
        var sought = new HashMap<String, Integer>();
        var numbers = new HashMap<String, Long>();
        var texts = new HashMap<String, Text>();
        float[] vector = {};
        byte[] stored = {};
        for (IndexableField field : document) {
            var type = field.fieldType();
            if (field instanceof KnnFloatVectorField meaning) vector = meaning.vectorValue();
            else if (type.docValuesType() == DocValuesType.NUMERIC)
                numbers.put(field.name(), field.numericValue().longValue());
            else if (type.indexOptions() != IndexOptions.NONE && type.tokenized())
                texts.computeIfAbsent(field.name(), each -> new Text()).add(field, analyzer);
            else if (type.indexOptions() != IndexOptions.NONE)
                labels.computeIfAbsent(field.name(), f -> new HashSet<>()).add(field.stringValue());
            else if (field.binaryValue() != null && type.stored()) stored = field.binaryValue().bytes;
        }
        texts.forEach((field, text) -> {
            words.put(field, text.counts.keySet());
            if (text.words == 0) return;
            numbers.put(wordsOf(field), text.words);
            numbers.put(lengthOf(field), text.length());
            float weight = weights.getOrDefault(field, 0f);
            text.counts.forEach((word, count) -> {
                if (weight > 0) sought.merge(word, Math.max(1, Math.round(weight * count)), Integer::sum);
            });
        });
        return new Card(name, labels, words, sought, numbers, vector, stored);
    }

    /** The words of a field, which may come in several parts. */
    private static final class Text {
        private final Map<String, Integer> counts = new HashMap<>();
        /** All of them, those in the same place counted each. */
        private long words;

        private int places;

        void add(IndexableField field, Analyzer analyzer) {
            try (TokenStream stream = field.tokenStream(analyzer, null)) {
                var term = stream.getAttribute(CharTermAttribute.class);
                var step = stream.getAttribute(PositionIncrementAttribute.class);
                var often = stream.getAttribute(TermFrequencyAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    int count = often == null ? 1 : often.getTermFrequency();
                    counts.merge(term.toString(), count, Integer::sum);
                    words += count;
                    // As Lucene counts it: what stands in the same place as the word before takes one off.
                    places += count - (step != null && step.getPositionIncrement() == 0 ? 1 : 0);
                }
                stream.end();
            } catch (IOException impossible) {
                throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
            }
        }

        /** Rounded as BM25 has it. */
        long length() {
            return SmallFloat.byte4ToInt(SmallFloat.intToByte4(places));
        }
    }
}
