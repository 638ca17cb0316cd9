package flightline.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/** Reads for a {@link SecondLook} on which page candidates stand and whether figures stand in them. */
final class Beside {
    private Beside() {}

    /** In the same order; what was taken in before that was kept stands alone on its page, without figures. */
    static List<SecondLook.Seen> of(IndexSearcher searcher, List<Candidate> first, Map<Integer, Double> scores)
            throws IOException {
        var seen = new ArrayList<SecondLook.Seen>();
        for (Candidate each : first) {
            LeafReaderContext leaf = Candidates.leaf(searcher, each.doc());
            int doc = each.doc() - leaf.docBase;
            SortedDocValues pages = DocValues.getSorted(leaf.reader(), PassageFields.PAGE);
            NumericDocValues figures = DocValues.getNumeric(leaf.reader(), PassageFields.FIGURES);
            seen.add(new SecondLook.Seen(
                    scores.getOrDefault(each.doc(), 0.0),
                    pages.advanceExact(doc) ? pages.lookupOrd(pages.ordValue()).utf8ToString() : "alone " + each.doc(),
                    figures.advanceExact(doc) && figures.longValue() == 1));
        }
        return seen;
    }
}
