package flightline.search;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.model.RelevanceModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * An index whose first passages are looked at again by a model that reads each of them together with the question, where an
 * administrator installed one. Scope, markings and effectivity were decided before: only what the asker may see is read.
 *
 * <p>The order is by the mean of the index's own score and the model's figure. The scores shown stay those of the index, put
 * in the new order, since what is decided by them (whether there is evidence enough) was learned on their scale.
 */
public final class SecondLook implements PassageIndex {
    private final PassageIndex index;
    private final RelevanceModel model;
    private final int first;

    /** @param first how many passages are read again, at least 1 */
    public SecondLook(PassageIndex index, RelevanceModel model, int first) {
        if (first < 1) throw new IllegalArgumentException("at least one passage must be looked at, got " + first);
        this.index = index;
        this.model = model;
        this.first = first;
    }

    @Override
    public Evidence search(EvidenceQuery query) {
        return again(index.search(widened(query)), query, this::told);
    }

    @Override
    public Evidence find(EvidenceQuery query) {
        return again(index.find(widened(query)), query, Read::hit);
    }

    @Override
    public Sight look(EvidenceQuery query, int near) {
        Sight sight = index.look(widened(query), near);
        return new Sight(again(sight.inForce(), query, Read::hit), sight.tempting());
    }

    private EvidenceQuery widened(EvidenceQuery query) {
        return query.withTop(Math.max(first, query.top()));
    }

    private record Read(Hit hit, double relevance) {
        double rank() {
            return (hit.score() + relevance) / 2;
        }
    }

    private Evidence again(Evidence evidence, EvidenceQuery query, Function<Read, Hit> telling) {
        List<Hit> hits = evidence.hits();
        int looked = Math.min(first, hits.size());
        var read = new ArrayList<Read>();
        for (Hit hit : hits.subList(0, looked))
            read.add(new Read(hit, model.relevance(query.text(), withHeadings(hit.passage()))));
        read.sort(Comparator.comparingDouble(Read::rank).reversed());
        var ordered = new ArrayList<Hit>();
        for (int i = 0; i < looked; i++)
            ordered.add(telling.apply(read.get(i)).scored(hits.get(i).score()));
        ordered.addAll(hits.subList(looked, hits.size()));
        return new Evidence(
                ordered.subList(0, Math.min(query.top(), ordered.size())), evidence.total(), evidence.exact());
    }

    private static String withHeadings(Passage passage) {
        return String.join(" ", passage.path()) + "\n" + passage.text();
    }

    private Hit told(Read read) {
        var why = new ArrayList<>(read.hit().why());
        why.add(String.format(Locale.ROOT, "read with the question by %s: %.2f", model.name(), read.relevance()));
        return read.hit().because(why);
    }

    @Override
    public Evidence tables(EvidenceQuery query) {
        return index.tables(query);
    }

    @Override
    public Set<String> unheard(Set<String> beginnings, EvidenceQuery query) {
        return index.unheard(beginnings, query);
    }

    @Override
    public void swap(List<RevisionSwap> swaps, IntConsumer embedded) {
        index.swap(swaps, embedded);
    }

    @Override
    public List<HeldDocument> remove(DocumentId document, List<HeldDocument> changed) {
        return index.remove(document, changed);
    }

    @Override
    public void purge() {
        index.purge();
    }

    @Override
    public List<HeldDocument> quarantined() {
        return index.quarantined();
    }

    @Override
    public void approve(HeldDocument waiting, RevisionSwap swap) {
        index.approve(waiting, swap);
    }

    @Override
    public void reject(List<HeldDocument> waiting) {
        index.reject(waiting);
    }

    @Override
    public void reserve() {
        index.reserve();
    }

    @Override
    public int snapshot(Path into) {
        return index.snapshot(into);
    }

    @Override
    public void release() {
        index.release();
    }

    @Override
    public List<HeldDocument> documents() {
        return index.documents();
    }

    @Override
    public List<HeldDocument> revisions(DocumentId id) {
        return index.revisions(id);
    }

    @Override
    public Optional<HeldDocument> document(String key) {
        return index.document(key);
    }

    @Override
    public List<Passage> passages(String key) {
        return index.passages(key);
    }

    @Override
    public List<Passage> passages(String key, Set<PassageKind> kinds) {
        return index.passages(key, kinds);
    }

    @Override
    public List<Passage> passages(String key, int from, int to) {
        return index.passages(key, from, to);
    }

    @Override
    public boolean holds(ContentHash source) {
        return index.holds(source);
    }

    @Override
    public long commit() {
        return index.commit();
    }

    @Override
    public long passageCount() {
        return index.passageCount();
    }

    @Override
    public IndexHealth check() {
        return index.check();
    }

    @Override
    public String digest() {
        return index.digest();
    }

    @Override
    public List<String> remarks() {
        return index.remarks();
    }

    /** Closes the index; whoever loaded the model closes it. */
    @Override
    public void close() {
        index.close();
    }
}
