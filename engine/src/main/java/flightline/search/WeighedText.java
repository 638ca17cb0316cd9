package flightline.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** Text of which every word counts several times; several of them make one field, whose words then weigh differently. */
final class WeighedText extends Field {
    private static final FieldType TYPE = type();

    private final int weight;

    /** @param weight how often each word counts, 1 or more */
    WeighedText(String name, String text, int weight) {
        super(name, text, TYPE);
        this.weight = weight;
    }

    /** Lucene keeps no places of words that count several times. */
    private static FieldType type() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        return new Weighed(super.tokenStream(analyzer, reuse), weight);
    }

    private static final class Weighed extends TokenFilter {
        private final TermFrequencyAttribute times = addAttribute(TermFrequencyAttribute.class);
        private final int weight;

        Weighed(TokenStream words, int weight) {
            super(words);
            this.weight = weight;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) return false;
            times.setTermFrequency(weight);
            return true;
        }
    }
}
