package flightline.flow;

import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.diagnosis.Exhibits;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.Hit;
import flightline.search.PassageIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the passages for a request: what fits best, the isolation procedure that goes on from there, and what tempts. */
final class EvidenceFinder {
    private static final int NEAR = 8;
    private static final int STEPS = 24;
    private static final int TEMPTING = 2;
    private static final Set<PassageKind> ISOLATION = Set.of(PassageKind.ISOLATION_STEP, PassageKind.ISOLATION_END);

    private final PassageIndex index;

    EvidenceFinder(PassageIndex index) {
        this.index = index;
    }

    Evidence find(EvidenceQuery query) {
        return index.search(query);
    }

    /**
     * The evidence together with all steps and ends of the best isolation procedure among its first hits, in their order:
     * a procedure is followed from its start, not from the step that happens to share words with the complaint.
     */
    Evidence withIsolation(Evidence evidence) {
        var near = evidence.hits().subList(0, Math.min(NEAR, evidence.hits().size()));
        for (Hit hit : near) {
            if (!ISOLATION.contains(hit.passage().kind())) continue;
            var hits = new ArrayList<Hit>();
            var known = new HashSet<Integer>();
            for (Hit other : evidence.hits()) {
                boolean ofProcedure =
                        other.document().key().equals(hit.document().key())
                                && ISOLATION.contains(other.passage().kind());
                if (!ofProcedure) hits.add(other);
            }
            for (Passage passage : index.passages(hit.document().key())) {
                if (!ISOLATION.contains(passage.kind()) || known.size() >= STEPS || !known.add(passage.ordinal()))
                    continue;
                hits.add(new Hit(
                        passage, hit.document(), hit.score(), List.of("belongs to the isolation procedure that fits")));
            }
            return new Evidence(hits, evidence.total(), evidence.exact());
        }
        return evidence;
    }

    /** Passages of revisions not in force that would have ranked among the first, numbered from {@code t1}. */
    List<Exhibits.Document> tempting(EvidenceQuery query) {
        var tempting = new ArrayList<Exhibits.Document>();
        var documents = new HashSet<String>();
        for (Hit hit : index.search(query.withNotInForceToo().withTop(NEAR)).hits()) {
            if (hit.document().inForceOn(query.on())
                    || !documents.add(hit.document().key())) continue;
            if (tempting.size() < TEMPTING) tempting.add(new Exhibits.Document("t" + (tempting.size() + 1), hit));
        }
        return tempting;
    }
}
