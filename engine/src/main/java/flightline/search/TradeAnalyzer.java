package flightline.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** {@link TradeWords} with light English stemming, for the index and for questions alike. */
final class TradeAnalyzer extends Analyzer {
    /** Characters that count of a word: the index takes no longer ones, and nobody asks for them whole. */
    private static final int LONGEST_TERM = 255;

    private final TradeWords words;

    TradeAnalyzer(Map<String, String> abbreviations) {
        this(abbreviations, word -> Optional.empty());
    }

    TradeAnalyzer(Map<String, String> abbreviations, Function<String, Optional<String>> spelling) {
        words = new TradeWords(abbreviations, spelling);
    }

    /** The stemmed words of a text. */
    List<Word> words(String text) {
        var found = new ArrayList<Word>();
        try (TokenStream stream = tokenStream("", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var type = stream.getAttribute(TypeAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            var step = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken())
                found.add(new Word(
                        term.toString(),
                        Word.Role.valueOf(type.type()),
                        offset.startOffset(),
                        offset.endOffset(),
                        step.getPositionIncrement() > 0));
            stream.end();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
        }
        return found;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = new Tokens(words);
        return new TokenStreamComponents(tokens, new KStemFilter(tokens));
    }

    private static final class Tokens extends Tokenizer {
        private final TradeWords words;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final TypeAttribute type = addAttribute(TypeAttribute.class);
        private final KeywordAttribute unstemmed = addAttribute(KeywordAttribute.class);
        private Iterator<Word> rest = List.<Word>of().iterator();
        private int length;

        Tokens(TradeWords words) {
            this.words = words;
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) return false;
            clearAttributes();
            Word word = rest.next();
            term.append(word.term(), 0, Math.min(word.term().length(), LONGEST_TERM));
            offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
            step.setPositionIncrement(word.first() ? 1 : 0);
            type.setType(word.role().name());
            unstemmed.setKeyword(word.role() == Word.Role.EXACT || word.role() == Word.Role.CODE);
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            String text = read(input);
            length = text.length();
            rest = words.of(text).iterator();
        }

        @Override
        public void end() throws IOException {
            super.end();
            offset.setOffset(correctOffset(length), correctOffset(length));
        }

        private static String read(Reader input) throws IOException {
            var text = new StringWriter();
            input.transferTo(text);
            return text.toString();
        }
    }
}
