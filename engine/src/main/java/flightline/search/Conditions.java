package flightline.search;

import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** {@link Condition}s as Lucene asks them. */
final class Conditions {
    private Conditions() {}

    static Query query(Condition condition) {
        return switch (condition) {
            case Condition.In(var field, var values) -> values(field, values);
            case Condition.Between(var field, var least, var most) ->
                NumericDocValuesField.newSlowRangeQuery(field, least, most);
            case Condition.Begins(var fields, var beginning) -> {
                var any = new BooleanQuery.Builder();
                for (String field : fields) any.add(new PrefixQuery(new Term(field, beginning)), Occur.SHOULD);
                yield any.build();
            }
            case Condition.Has(var field, var word) -> new TermQuery(new Term(field, word));
            case Condition.Meaning() -> new FieldExistsQuery(PassageFields.VECTOR);
            case Condition.All(var each) -> {
                var all = new BooleanQuery.Builder();
                if (each.isEmpty()) all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
                for (Condition one : each) all.add(query(one), Occur.FILTER);
                yield all.build();
            }
            case Condition.Any(var each) -> {
                var any = new BooleanQuery.Builder();
                for (Condition one : each) any.add(query(one), Occur.SHOULD);
                yield any.build();
            }
            case Condition.Not(var other) ->
                new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                        .add(query(other), Occur.MUST_NOT)
                        .build();
        };
    }

    private static Query values(String field, Set<String> values) {
        if (values.size() == 1)
            return new TermQuery(new Term(field, values.iterator().next()));
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
