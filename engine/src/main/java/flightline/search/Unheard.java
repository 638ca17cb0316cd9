package flightline.search;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Tells which words the passages of a scope do not have. */
final class Unheard {
    static final Set<String> FIELDS =
            Set.of(PassageFields.TEXT, PassageFields.CONTEXT, PassageFields.PATH, PassageFields.TITLE);

    private Unheard() {}

    /** Those of the beginnings with which no word in scope begins. */
    static Set<String> of(Set<String> beginnings, Query scope, IndexSearcher searcher) throws IOException {
        var unheard = new LinkedHashSet<String>();
        for (String beginning : beginnings) {
            var within = new BooleanQuery.Builder()
                    .add(Conditions.query(new Condition.Begins(FIELDS, beginning)), Occur.FILTER)
                    .add(scope, Occur.FILTER)
                    .build();
            if (searcher.search(within, 1).scoreDocs.length == 0) unheard.add(beginning);
        }
        return unheard;
    }
}
