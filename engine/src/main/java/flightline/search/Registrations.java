package flightline.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Lists the aircraft that the records tell of. */
final class Registrations {
    private final IndexSearcher searcher;
    private final Query seen;

    /** @param seen finds the records that may be seen */
    Registrations(IndexSearcher searcher, Query seen) {
        this.searcher = searcher;
        this.seen = seen;
    }

    /** In upper case, by the alphabet; an aircraft of which no record may be seen is none. */
    List<String> first(int most) throws IOException {
        var found = new ArrayList<String>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), RecordFields.AIRCRAFT);
        if (terms == null) return found;
        var all = terms.iterator();
        for (BytesRef term = all.next(); term != null && found.size() < most; term = all.next()) {
            String aircraft = term.utf8ToString();
            if (!aircraft.isEmpty() && isSeen(aircraft)) found.add(aircraft.toUpperCase(Locale.ROOT));
        }
        return found;
    }

    private boolean isSeen(String aircraft) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(RecordFields.AIRCRAFT, aircraft)), Occur.FILTER)
                .add(seen, Occur.FILTER)
                .build();
        return searcher.search(query, 1).scoreDocs.length > 0;
    }
}
