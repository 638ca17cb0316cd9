package flightline.search;

import flightline.corpus.Applicability;
import flightline.corpus.Applicability.Verdict;
import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.Marking;
import flightline.corpus.PassageKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns the scope of a question into one filter that both halves of the search run under. */
final class Scope {
    private Scope() {}

    static Query filter(EvidenceQuery query, IndexReader reader) throws IOException {
        var all = whenever(query, reader);
        if (!query.alsoNotInForce()) {
            long day = query.on().toEpochDay();
            all.add(between(PassageFields.FROM, Long.MIN_VALUE, day), Occur.FILTER);
            all.add(between(PassageFields.UNTIL, day + 1, Long.MAX_VALUE), Occur.FILTER);
        }
        return all.build();
    }

    /** The same, but only what is not in force. */
    static Query notInForce(EvidenceQuery query, IndexReader reader) throws IOException {
        long day = query.on().toEpochDay();
        var either = new BooleanQuery.Builder()
                .add(between(PassageFields.FROM, day + 1, Long.MAX_VALUE), Occur.SHOULD)
                .add(between(PassageFields.UNTIL, Long.MIN_VALUE, day), Occur.SHOULD);
        return whenever(query, reader).add(either.build(), Occur.FILTER).build();
    }

    /** Running text that looks like a trouble table; of passages taken in before that was kept, all of it. */
    static Query tables(IndexReader reader) throws IOException {
        Query tables = new TermQuery(new Term(PassageFields.LOOK, PassageFields.LOOKS_LIKE_TABLE));
        if (reader.getDocCount(PassageFields.LOOK) == reader.getDocCount(PassageFields.KIND)) return tables;
        var unknown = new BooleanQuery.Builder()
                .add(is(PassageFields.KIND, PassageKind.PARAGRAPH.name()), Occur.FILTER)
                .add(
                        in(PassageFields.LOOK, List.of(PassageFields.LOOKS_LIKE_TABLE, PassageFields.LOOKS_LIKE_TEXT)),
                        Occur.MUST_NOT);
        return new BooleanQuery.Builder()
                .add(tables, Occur.SHOULD)
                .add(unknown.build(), Occur.SHOULD)
                .build();
    }

    static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static BooleanQuery.Builder whenever(EvidenceQuery query, IndexReader reader) throws IOException {
        var all = new BooleanQuery.Builder();
        all.add(in(PassageFields.MARKING, visible(query.clearance(), reader)), Occur.FILTER);
        if (!query.aircraft().properties().isEmpty())
            all.add(in(PassageFields.APPLICABILITY, applicable(query.aircraft(), reader)), Occur.FILTER);
        query.library().ifPresent(name -> all.add(is(PassageFields.LIBRARY, name), Occur.FILTER));
        if (!query.kinds().isEmpty())
            all.add(
                    in(
                            PassageFields.KIND,
                            query.kinds().stream()
                                    .map(PassageKind::name)
                                    .map(name -> name.toLowerCase(Locale.ROOT))
                                    .toList()),
                    Occur.FILTER);
        for (Map.Entry<String, String> filter : query.filters().entrySet())
            all.add(is(filter.getKey(), filter.getValue()), Occur.FILTER);
        // Catalogue entries carry no passage text, and must not be found however wide the scope is.
        all.add(new FieldExistsQuery(PassageFields.VECTOR), Occur.FILTER);
        return all;
    }

    private static Query is(String field, String value) {
        String wanted = value.strip().toLowerCase(Locale.ROOT);
        if (field.equals(PassageFields.ATA))
            wanted = PassageFields.ataCode(wanted)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "filter ata must be a code such as 32 or 32-41, got '" + value + "'"));
        if (field.equals(PassageFields.KIND)) wanted = wanted.replace(' ', '_').replace('-', '_');
        return new TermQuery(new Term(field, wanted));
    }

    private static Query in(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query between(String field, long least, long most) {
        return NumericDocValuesField.newSlowRangeQuery(field, least, most);
    }

    /** The written applicabilities that hold for the aircraft or may hold; there are few in a library, so all are asked. */
    private static List<String> applicable(Configuration aircraft, IndexReader reader) throws IOException {
        var holding = new ArrayList<String>();
        for (String canonical : terms(PassageFields.APPLICABILITY, reader)) {
            if (canonical.equals(PassageFields.UNDECIDED)
                    || Applicability.parse(canonical).appliesTo(aircraft) != Verdict.NO) holding.add(canonical);
        }
        return holding;
    }

    /** The markings in the library that this clearance covers. */
    private static List<String> visible(Clearance clearance, IndexReader reader) throws IOException {
        return terms(PassageFields.MARKING, reader).stream()
                .filter(label -> clearance.covers(new Marking(label)))
                .toList();
    }

    private static Set<String> terms(String field, IndexReader reader) throws IOException {
        var found = new TreeSet<String>();
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) return found;
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) found.add(term.utf8ToString());
        return found;
    }
}
