package flightline.flow;

import flightline.archive.Archive;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.memory.Memory;
import flightline.policy.Scope;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.PassageIndex;
import flightline.search.Precedent;
import flightline.search.RecordIndex;
import flightline.search.Sight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a diagnosis rests on: passages and like records first, and, once the systems are ranked by these, the isolation
 * procedure to follow and what its documents say beyond their passages. Safe for several threads.
 */
final class CaseFinder {
    private final PrecedentFinder past;
    private final EvidenceFinder finder;
    private final RepeatFinder repeats;
    private final ProcedureShelf shelf;

    CaseFinder(PassageIndex index, RecordIndex records, Archive archive, Memory memory) {
        this.past = new PrecedentFinder(records);
        this.finder = new EvidenceFinder(index);
        this.repeats = new RepeatFinder(records, memory);
        this.shelf = new ProcedureShelf(index, archive);
    }

    /**
     * What was found for one request.
     *
     * @param evidence without the procedure that goes on from it
     * @param tempting passages not in force that would have been among it
     */
    record Found(
            Request request,
            Complaint complaint,
            EvidenceQuery query,
            Evidence evidence,
            List<Precedent> precedents,
            List<Exhibits.Document> tempting) {}

    /** Documents, the trouble tables among them and records are looked through at once: none needs the others. */
    Found found(Request request, Complaint complaint, AircraftRegister.Asked asked, Scope scope) {
        EvidenceQuery query = query(request, complaint, asked, scope);
        Beside<List<Precedent>> like = Beside.start(() -> past.like(request, complaint, query.clearance()));
        Beside<Evidence> tables = Beside.start(() -> finder.troubleTables(query));
        Sight sight = finder.look(query);
        Evidence evidence = finder.withTroubleTables(sight.inForce(), tables.result(), query.aircraft());
        return new Found(request, complaint, query, evidence, like.result(), EvidenceFinder.tempting(sight));
    }

    private static EvidenceQuery query(
            Request request, Complaint complaint, AircraftRegister.Asked asked, Scope scope) {
        return new EvidenceQuery(
                complaint.asked(),
                DiagnoseFlow.PASSAGES,
                scope.clearance(),
                asked.configuration(),
                request.on(),
                false,
                Optional.empty(),
                Set.of(),
                complaint.system().map(system -> Map.of("ata", system.dashed())).orElse(Map.of()));
    }

    /**
     * What speaks for a system: what was found alone. The further steps of a procedure that goes on from a passage found were
     * not, and thirty of them would speak for its system as if they had been.
     */
    Exhibits asFound(Found found) {
        return Exhibits.number(found.evidence, found.precedents);
    }

    /** What was found, with the isolation procedure of a system that it may well be. */
    Exhibits exhibits(Found found, RankedSystems systems) {
        return Exhibits.number(finder.withIsolation(found.evidence, found.query, systems), found.precedents)
                .with(repeats.recall(found.request, found.complaint, found.precedents, found.query.clearance()));
    }

    /** The same, with what its procedures say beyond their passages. */
    Exhibits withProcedures(Found found, RankedSystems systems, Scope scope) {
        Exhibits laid = exhibits(found, systems);
        return laid.with(shelf.of(laid, scope, found.request.on()));
    }

    /** Items of minimum equipment lists for these systems, see {@link EvidenceFinder#dispatch}. */
    List<Exhibits.Document> dispatch(Found found, List<String> systems) {
        return finder.dispatch(found.query, systems);
    }
}
