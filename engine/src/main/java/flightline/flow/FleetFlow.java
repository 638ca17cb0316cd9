package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.Exposure;
import flightline.corpus.Clearance;
import flightline.corpus.ContentHash;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.fleet.ClearedRecords;
import flightline.fleet.Finding;
import flightline.fleet.FleetAnswer;
import flightline.fleet.FleetDesk;
import flightline.fleet.Grid;
import flightline.fleet.OwnSql;
import flightline.fleet.ParquetOut;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.RecordIndex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Questions over all records: gate, the records that the asker may see, the answer, the audit entry. */
public final class FleetFlow {
    private final Gate gate;
    private final FleetShelf shelf;
    private final RecordIndex records;
    private final FleetDesk desk;
    private final AuditLog audit;
    private final LongSupplier nanos;
    private final Witness witness;
    private final Supplier<Optional<SqlDictation>> model;

    /** @param model writes queries for questions that no form fits, where one is set up; asked for only then */
    public FleetFlow(
            Gate gate,
            FleetShelf shelf,
            RecordIndex records,
            FleetDesk desk,
            AuditLog audit,
            LongSupplier nanos,
            Witness witness,
            Supplier<Optional<SqlDictation>> model) {
        this.model = model;
        this.gate = gate;
        this.shelf = shelf;
        this.records = records;
        this.desk = desk;
        this.audit = audit;
        this.nanos = nanos;
        this.witness = witness;
    }

    /** What a question comes to. */
    public sealed interface Outcome {
        /** The strictest of the records that it was drawn from. */
        Marking marking();

        record Answered(String id, String question, Finding finding, String audit, double millis) implements Outcome {
            @Override
            public Marking marking() {
                return finding.marking();
            }
        }

        /** @param nearest questions that could be asked instead */
        record NotEnough(
                String id,
                String question,
                String why,
                List<String> nearest,
                Marking marking,
                String audit,
                double millis)
                implements Outcome {
            public NotEnough {
                nearest = List.copyOf(nearest);
            }
        }

        record Denied(String id, String outcome, String clause, String why, String audit) implements Outcome {
            @Override
            public Marking marking() {
                return Marking.UNMARKED;
            }
        }

        /** A query that ran. */
        record Ran(String id, String sql, Grid table, Marking marking, String audit, double millis)
                implements Outcome {}

        /** A query that was not run, or failed: what fails is not shown as done. */
        record NotRun(String id, String sql, String why, Marking marking, String audit) implements Outcome {}
    }

    /** A question in words; the day it is asked for is the request's. */
    public Outcome ask(Request request) {
        long began = nanos.getAsLong();
        OwnMatter.Judged judged = judged(request);
        return switch (judged.decision()) {
            case Decision.Refused(var clause, var category, var why) ->
                new Outcome.Denied(
                        request.id(),
                        "refused",
                        clause,
                        why,
                        log("fleet", request, "refused", Map.of("clause", clause), List.of(), began));
            case Decision.OutOfScope(var why) ->
                new Outcome.Denied(
                        request.id(),
                        "out-of-scope",
                        "",
                        why,
                        log("fleet", request, "out-of-scope", Map.of(), List.of(), began));
            case Decision.Allowed(var scope) -> answered(request, judged.facts(), scope.clearance(), began);
        };
    }

    /** "How many coffee makers were replaced" names nothing of an aircraft; that the records know each of its words tells whose it is. */
    private OwnMatter.Judged judged(Request request) {
        Decision first = gate.decide(request.text(), request.asker());
        boolean known = first instanceof Decision.OutOfScope && understood(request);
        Decision decision = known ? gate.decideOverRecords(request.text(), request.asker()) : first;
        return new OwnMatter.Judged(
                decision,
                decision instanceof Decision.Allowed
                        ? Map.of(Ours.FACT, (known ? Ours.RECORDS : Ours.WORDS).word())
                        : Map.of());
    }

    private boolean understood(Request request) {
        try (ClearedRecords seen = shelf.current().seenBy(gate.clearance(request.asker()))) {
            return desk.understands(request.text(), request.on(), seen);
        }
    }

    private Outcome answered(Request request, Map<String, String> facts, Clearance clearance, long began) {
        FleetAnswer answer;
        Marking all;
        try (ClearedRecords seen = shelf.current().seenBy(clearance)) {
            answer = desk.answer(request.text(), request.on(), seen);
            all = seen.marking();
        }
        return switch (answer) {
            case FleetAnswer.Found(var finding) -> {
                var details = new TreeMap<>(facts);
                details.put("form", finding.form());
                details.put("records", Long.toString(finding.behind()));
                details.put("sqlSha256", ContentHash.of(finding.sql().whole()).hex());
                details.put("sentenceSha256", ContentHash.of(finding.sentence()).hex());
                String entry = log("fleet", request, "answered", details, finding.records(), began);
                yield new Outcome.Answered(request.id(), request.text(), finding, entry, millis(began));
            }
            case FleetAnswer.NotEnough(var why, var nearest) -> {
                String entry = log("fleet", request, "not-enough-evidence", facts, List.of(), began);
                yield new Outcome.NotEnough(request.id(), request.text(), why, nearest, all, entry, millis(began));
            }
        };
    }

    /** The query behind a question in words, which stands by itself: it is run once more as it is shown, or it is not shown. */
    public Outcome query(Request request) {
        Outcome asked = ask(request);
        return switch (asked) {
            case Outcome.Answered(var id, var question, var finding, var entry, var millis) ->
                sql(request, finding.sql().whole());
            case Outcome.NotEnough none ->
                model.get().map(writer -> written(request, writer, none)).orElse(none);
            case Outcome.Denied denied -> denied;
            case Outcome.Ran ran -> ran;
            case Outcome.NotRun not -> not;
        };
    }

    /** A model's query goes the way of anybody's: judged by its tree, run over what the asker may see, within the same limits. */
    private Outcome written(Request request, SqlDictation writer, Outcome.NotEnough none) {
        return switch (writer.write(request.text(), request.on())) {
            case SqlDictation.Draft.None(var why) ->
                new Outcome.NotEnough(
                        none.id(),
                        none.question(),
                        none.why() + "; " + why,
                        none.nearest(),
                        none.marking(),
                        none.audit(),
                        none.millis());
            case SqlDictation.Draft.Written(var sql) ->
                sql(
                        request,
                        "-- Written by the model " + writer.name().replaceAll("\\R", " ")
                                + " and run as it is shown; read whether it asks what you meant.\n" + sql);
        };
    }

    /** A query that somebody wrote, over the records that the asker may see. */
    public Outcome sql(Request request, String sql) {
        long began = nanos.getAsLong();
        OwnSql.Outcome outcome;
        Marking all;
        try (ClearedRecords seen = shelf.current().seenBy(gate.clearance(request.asker()))) {
            outcome = OwnSql.run(sql, seen);
            all = seen.marking();
        }
        var details = Map.of("sqlSha256", ContentHash.of(sql).hex());
        return switch (outcome) {
            case OwnSql.Outcome.Ran(var table) -> {
                String entry = log("query", request, "ran", details, List.of(), began);
                yield new Outcome.Ran(request.id(), sql, table, all, entry, millis(began));
            }
            case OwnSql.Outcome.Refused(var why) -> {
                String entry = log("query", request, "not-run", details, List.of(), began);
                yield new Outcome.NotRun(request.id(), sql, why, all, entry);
            }
        };
    }

    /**
     * What came of writing records into a file.
     *
     * @param marking the strictest of all of them; each bears its own in the file
     */
    public record Export(Path file, long records, Marking marking, String audit) {}

    /** Writes all records that the asker may see into a Parquet file, which can be taken in again. */
    public Export export(Path file, Principal asker) {
        Clearance clearance = gate.clearance(asker);
        long count;
        Marking all;
        try (ClearedRecords seen = shelf.current().seenBy(clearance)) {
            count = new ParquetOut()
                    .write(file, Stream.concat(records.all(clearance), seen.allCountedOnly()), shelf.outside(file));
            all = seen.marking();
        }
        String entry = audit.append(new AuditEvent(
                        "export",
                        asker.name(),
                        String.valueOf(file.getFileName()),
                        "written",
                        Map.of("records", Long.toString(count), "marking", all.label())))
                .id();
        return new Export(file, count, all, entry);
    }

    /** Records by their ids, in this order; those that the asker may not see, or that are not held, are left out. */
    public List<MaintenanceRecord> records(List<String> ids, Principal asker) {
        Clearance clearance = gate.clearance(asker);
        var held = new HashMap<>(records.get(ids.stream().map(RecordId::new).toList()));
        List<String> missing =
                ids.stream().filter(id -> !held.containsKey(new RecordId(id))).toList();
        if (!missing.isEmpty())
            try (ClearedRecords seen = shelf.current().seenBy(clearance)) {
                seen.countedOnly(missing).forEach(record -> held.put(record.id(), record));
            }
        return ids.stream()
                .map(id -> Optional.ofNullable(held.get(new RecordId(id))))
                .flatMap(Optional::stream)
                .filter(record -> clearance.covers(record.marking()))
                .toList();
    }

    private double millis(long began) {
        return (nanos.getAsLong() - began) / 1e6;
    }

    private String log(
            String kind, Request request, String outcome, Map<String, String> more, List<String> shown, long began) {
        var details = new TreeMap<>(gate.facts(request.text(), request.asker()));
        details.putAll(more);
        long took = nanos.getAsLong() - began;
        details.put("millis", Long.toString(took / 1_000_000));
        var exposure = Exposure.of(
                shown.stream().map(id -> Exposure.record(new RecordId(id))).toList(), List.of());
        String entry = audit.append(
                        new AuditEvent(kind, request.asker().name(), request.text(), outcome, details, exposure))
                .id();
        witness.saw(Witness.Seen.of(kind, outcome, details, Millis.found(took)));
        return entry;
    }
}
