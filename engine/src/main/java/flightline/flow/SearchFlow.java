package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Citation;
import flightline.corpus.ColumnNames;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.Hit;
import flightline.search.PageSpread;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Ranked passages for a query, inside the asker's scope. */
public final class SearchFlow {
    private final OwnMatter matter;
    private final PassageIndex index;
    private final AircraftRegister aircraft;
    private final AuditLog audit;
    private final Running running;

    public SearchFlow(
            Gate gate, PassageIndex index, RecordIndex records, Archive archive, AuditLog audit, Running running) {
        this.matter = new OwnMatter(gate, index);
        this.index = index;
        this.aircraft = new AircraftRegister(index, archive, records);
        this.audit = audit;
        this.running = running;
    }

    /** What a search gets. */
    public sealed interface Outcome {
        record Found(Result result) implements Outcome {}

        record Denied(String id, String outcome, String clause, String why, String audit) implements Outcome {}
    }

    /**
     * Passages found.
     *
     * @param on the day asked for, which decides what is in force
     */
    public record Result(String id, Evidence evidence, LocalDate on, String audit, double millis) {
        /** The hit's passage as a citation. */
        public Citation citation(Hit hit) {
            return Citation.of(
                            hit.document(),
                            on,
                            hit.effectivity(),
                            hit.passage().path(),
                            hit.passage().place(),
                            hit.passage().text(),
                            hit.passage().reading())
                    .under(ColumnNames.of(hit.passage()));
        }
    }

    /**
     * @param filters see {@link EvidenceQuery#FILTERS}
     * @param alsoNotInForce whether superseded, proposed and withdrawn revisions are looked at too
     */
    public Outcome search(
            Request request, Map<String, String> filters, Optional<String> library, boolean alsoNotInForce) {
        return running.turns().during(() -> found(request, filters, library, alsoNotInForce));
    }

    private Outcome found(
            Request request, Map<String, String> filters, Optional<String> library, boolean alsoNotInForce) {
        long began = running.nanos().getAsLong();
        OwnMatter.Judged judged = matter.judge(request.text(), request.asker(), request.on());
        return switch (judged.decision()) {
            case Decision.Refused(var clause, var category, var why) ->
                new Outcome.Denied(
                        request.id(),
                        "refused",
                        clause,
                        why,
                        log(request, judged, "refused", Map.of("clause", clause), List.of(), began));
            case Decision.OutOfScope(var why) ->
                new Outcome.Denied(
                        request.id(),
                        "out-of-scope",
                        "",
                        why,
                        log(request, judged, "out-of-scope", Map.of(), List.of(), began));
            case Decision.Allowed(var scope) -> {
                var configuration = aircraft.asked(request, scope.clearance()).configuration();
                Evidence evidence = PageSpread.search(
                        index,
                        new EvidenceQuery(
                                request.text(),
                                request.top(),
                                scope.clearance(),
                                configuration,
                                request.on(),
                                alsoNotInForce,
                                library,
                                Set.of(),
                                filters));
                String entry = log(request, judged, "found", Map.of(), evidence.hits(), began);
                yield new Outcome.Found(new Result(
                        request.id(),
                        evidence,
                        request.on(),
                        entry,
                        (running.nanos().getAsLong() - began) / 1e6));
            }
        };
    }

    private String log(
            Request request,
            OwnMatter.Judged judged,
            String outcome,
            Map<String, String> more,
            List<Hit> hits,
            long began) {
        var details = new TreeMap<>(judged.facts());
        details.putAll(more);
        details.put("hits", Integer.toString(hits.size()));
        long nanos = running.nanos().getAsLong() - began;
        details.put("millis", Long.toString(nanos / 1_000_000));
        String entry = audit.append(new AuditEvent(
                        "search", request.asker().name(), request.text(), outcome, details, Trail.of(hits)))
                .id();
        running.witness().saw(Witness.Seen.of("search", outcome, details, Millis.found(nanos)));
        return entry;
    }
}
