package flightline.flow;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import flightline.corpus.Effectivity;
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
     * The evidence with the isolation procedure that fits: all steps and ends, in their order, of the first document found
     * that has any. A procedure is followed from its start, not from the step that happens to share words with the
     * complaint; and a lone step of another procedure is left out, for out of its order it would mislead. So is a step that
     * surely does not hold for the aircraft.
     */
    Evidence withIsolation(Evidence evidence, Configuration aircraft) {
        var hits = new ArrayList<Hit>();
        for (Hit hit : evidence.hits()) if (!ISOLATION.contains(hit.passage().kind())) hits.add(hit);
        var looked = new HashSet<String>();
        for (Hit hit : evidence.hits().subList(0, Math.min(NEAR, evidence.hits().size()))) {
            if (!looked.add(hit.document().key())) continue;
            List<Passage> procedure = index.passages(hit.document().key()).stream()
                    .filter(p -> ISOLATION.contains(p.kind()))
                    .filter(p -> p.applicability().appliesTo(aircraft) != Applicability.Verdict.NO)
                    .limit(STEPS)
                    .toList();
            if (procedure.isEmpty()) continue;
            for (Passage passage : procedure)
                hits.add(new Hit(
                        passage,
                        hit.document(),
                        hit.score(),
                        List.of("belongs to the isolation procedure that fits"),
                        Effectivity.of(passage.applicability(), aircraft)));
            break;
        }
        return new Evidence(hits, evidence.total(), evidence.exact());
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
