package flightline.search;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Tells which words the passages of a scope do not have. */
final class Unheard {
    private static final List<String> FIELDS = List.of(
            PassageFields.WORDS, PassageFields.TEXT, PassageFields.CONTEXT, PassageFields.PATH, PassageFields.TITLE);

    private Unheard() {}

    /** Those of the beginnings with which no word in scope begins. */
    static Set<String> of(Set<String> beginnings, Sifted scope, IndexSearcher searcher) throws IOException {
        var unheard = new LinkedHashSet<String>();
        for (String beginning : beginnings)
            if (!heard(new BytesRef(beginning), scope, searcher)) unheard.add(beginning);
        return unheard;
    }

    /** Ends at the first word found, which for most words is the first one looked at. */
    private static boolean heard(BytesRef beginning, Sifted scope, IndexSearcher searcher) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Sieves.Sieve sieve = scope.in(leaf);
            if (sieve.count() == 0) continue;
            for (String field : FIELDS)
                if (heard(beginning, sieve.through(), leaf.reader().terms(field))) return true;
        }
        return false;
    }

    private static boolean heard(BytesRef beginning, FixedBitSet within, @Nullable Terms terms) throws IOException {
        if (terms == null) return false;
        TermsEnum each = terms.iterator();
        if (each.seekCeil(beginning) == TermsEnum.SeekStatus.END) return false;
        PostingsEnum postings = null;
        for (BytesRef word = each.term();
                word != null && StringHelper.startsWith(word, beginning);
                word = each.next()) {
            postings = each.postings(postings, PostingsEnum.NONE);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc())
                if (within.get(doc)) return true;
        }
        return false;
    }
}
