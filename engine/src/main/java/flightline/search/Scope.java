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
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns the scope of a question into one filter that both halves of the search run under. */
final class Scope {
    private Scope() {}

    /** The values that an exact field has in an index. */
    interface Labels {
        Set<String> of(String field) throws IOException;
    }

    static Query filter(EvidenceQuery query, IndexReader reader) throws IOException {
        return Conditions.query(filter(query, field -> terms(field, reader)));
    }

    static Condition filter(EvidenceQuery query, Labels labels) throws IOException {
        var all = whenever(query, labels);
        if (!query.alsoNotInForce()) {
            long day = query.on().toEpochDay();
            all.add(new Condition.Between(PassageFields.FROM, Long.MIN_VALUE, day));
            all.add(new Condition.Between(PassageFields.UNTIL, day + 1, Long.MAX_VALUE));
        }
        return new Condition.All(all);
    }

    /** The same, but only what is not in force. */
    static Query notInForce(EvidenceQuery query, IndexReader reader) throws IOException {
        return Conditions.query(notInForce(query, field -> terms(field, reader)));
    }

    static Condition notInForce(EvidenceQuery query, Labels labels) throws IOException {
        long day = query.on().toEpochDay();
        var all = whenever(query, labels);
        all.add(new Condition.Any(List.of(
                new Condition.Between(PassageFields.FROM, day + 1, Long.MAX_VALUE),
                new Condition.Between(PassageFields.UNTIL, Long.MIN_VALUE, day))));
        return new Condition.All(all);
    }

    /** Running text that looks like a trouble table; of passages taken in before that was kept, all of it. */
    static Query tables(IndexReader reader) throws IOException {
        Query tables = new TermQuery(new Term(PassageFields.LOOK, PassageFields.LOOKS_LIKE_TABLE));
        if (reader.getDocCount(PassageFields.LOOK) == reader.getDocCount(PassageFields.KIND)) return tables;
        var unknown = Condition.is(
                        PassageFields.KIND, PassageKind.PARAGRAPH.name().toLowerCase(Locale.ROOT))
                .and(new Condition.Not(Condition.in(
                        PassageFields.LOOK, List.of(PassageFields.LOOKS_LIKE_TABLE, PassageFields.LOOKS_LIKE_TEXT))));
        return new BooleanQuery.Builder()
                .add(tables, Occur.SHOULD)
                .add(Conditions.query(unknown), Occur.SHOULD)
                .build();
    }

    static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static List<Condition> whenever(EvidenceQuery query, Labels labels) throws IOException {
        var all = new ArrayList<Condition>();
        all.add(seen(PassageFields.MARKING, query.clearance(), labels));
        if (!query.aircraft().properties().isEmpty())
            all.add(Condition.in(PassageFields.APPLICABILITY, applicable(query.aircraft(), labels)));
        query.library().ifPresent(name -> all.add(is(PassageFields.LIBRARY, name)));
        if (!query.kinds().isEmpty())
            all.add(Condition.in(
                    PassageFields.KIND,
                    query.kinds().stream()
                            .map(PassageKind::name)
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList()));
        for (Map.Entry<String, String> filter : query.filters().entrySet())
            all.add(is(filter.getKey(), filter.getValue()));
        // Catalogue entries carry no passage text, and must not be found however wide the scope is.
        all.add(new Condition.Meaning());
        return all;
    }

    private static Condition is(String field, String value) {
        String wanted = value.strip().toLowerCase(Locale.ROOT);
        if (field.equals(PassageFields.ATA))
            wanted = PassageFields.ataCode(wanted)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "filter ata must be a code such as 32 or 32-41, got '" + value + "'"));
        if (field.equals(PassageFields.KIND) || field.equals(PassageFields.STATUS)) wanted = PassageFields.term(value);
        return Condition.is(field, wanted);
    }

    /** The written applicabilities that hold for the aircraft or may hold; there are few in a library, so all are asked. */
    private static List<String> applicable(Configuration aircraft, Labels labels) throws IOException {
        var holding = new ArrayList<String>();
        for (String canonical : labels.of(PassageFields.APPLICABILITY)) {
            if (canonical.equals(PassageFields.UNDECIDED)
                    || Applicability.parse(canonical).appliesTo(aircraft) != Verdict.NO) holding.add(canonical);
        }
        return holding;
    }

    /** The markings held that this clearance covers. */
    static Condition seen(String field, Clearance clearance, Labels labels) throws IOException {
        return Condition.in(
                field,
                labels.of(field).stream()
                        .filter(label -> clearance.covers(new Marking(label)))
                        .toList());
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
