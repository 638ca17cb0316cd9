package flightline.flow;

import flightline.archive.Archive;
import flightline.archive.SessionBook.Session;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.Exposure;
import flightline.corpus.Citation;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentId;
import flightline.corpus.Effectivity;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.RecordId;
import flightline.corpus.RevisionNames;
import flightline.drafting.Diagnosis;
import flightline.drafting.DifficultyReport;
import flightline.drafting.Extract;
import flightline.drafting.Grounds;
import flightline.drafting.Handover;
import flightline.drafting.Paper;
import flightline.drafting.PaperVerifier;
import flightline.drafting.Proof;
import flightline.drafting.VerifiedPaper;
import flightline.drafting.WorkCard;
import flightline.drafting.WriteUp;
import flightline.drafting.compliance.Directive;
import flightline.drafting.compliance.Matrix;
import flightline.drafting.print.PrintedPaper;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Scope;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From a diagnosis to paper: gate, sources, draft, comparison with the sources, print, audit entry. */
public final class DraftFlow {
    /** Passages and records quoted in a write-up. */
    private static final int EXTRACTS = 8;

    private static final int PRECEDENTS = 5;

    private final Gate gate;
    private final OwnMatter matter;
    private final PassageIndex index;
    private final RecordIndex records;
    private final Archive archive;
    private final SessionFlow sessions;
    private final SourceTexts sources;
    private final AircraftRegister aircraft;
    private final AuditLog audit;
    private final PaperVerifier verifier = new PaperVerifier();

    public DraftFlow(
            Gate gate, PassageIndex index, RecordIndex records, Archive archive, SessionFlow sessions, AuditLog audit) {
        this.gate = gate;
        this.matter = new OwnMatter(gate, index);
        this.index = index;
        this.records = records;
        this.archive = archive;
        this.sessions = sessions;
        this.sources = new SourceTexts(archive);
        this.aircraft = new AircraftRegister(index, archive, records);
        this.audit = audit;
    }

    public DraftOutcome draft(DraftOrder order) {
        String asked = order.basis().diagnosis().complaint();
        return switch (matter.judge(asked, order.asker(), order.on()).decision()) {
            case Decision.Refused(var clause, var category, var why) -> refused(order, clause, why);
            case Decision.OutOfScope(var why) -> refused(order, "out-of-scope", why);
            case Decision.Allowed(var scope) -> draft(order, scope);
        };
    }

    /** A paper with what it is to be compared with. */
    record Drawn(Paper paper, Grounds grounds) {}

    private DraftOutcome draft(DraftOrder order, Scope scope) {
        Optional<String> hidden = hidden(order, scope);
        if (hidden.isPresent()) return new DraftOutcome.NotPossible(hidden.get());
        return switch (order.kind()) {
            case WORKCARD -> workCard(order, scope);
            case DISCREPANCY -> finish(order, writeUp(order, scope));
            case DIFFICULTY_REPORT -> finish(order, report(order, scope));
            case HANDOVER, OPEN_ITEMS -> finish(order, handover(order, scope));
            case DIRECTIVE_MATRIX -> matrix(order, scope);
        };
    }

    /** An answer may have been given when its asker was cleared for more. */
    private Optional<String> hidden(DraftOrder order, Scope scope) {
        for (DraftOrder.Lead lead : order.basis().leads()) {
            List<HeldDocument> revisions = index.revisions(new DocumentId(lead.document()));
            if (!revisions.isEmpty()
                    && revisions.stream()
                            .noneMatch(held -> scope.clears(held.header().marking())))
                return Optional.of("the answer cites what you may not see now; ask again");
        }
        return records.get(order.basis().records()).values().stream().allMatch(record -> scope.clears(record.marking()))
                ? Optional.empty()
                : Optional.of("the answer cites what you may not see now; ask again");
    }

    private DraftOutcome workCard(DraftOrder order, Scope scope) {
        var finder = new ProcedureFinder(index, archive, scope.clearance(), order.on());
        Diagnosis diagnosis = order.basis().diagnosis();
        ProcedureFinder.Found found =
                order.tasks().isEmpty() ? finder.ledTo(order.basis().leads(), diagnosis) : finder.named(order.tasks());
        return switch (found) {
            case ProcedureFinder.Found.Nothing(var why) -> new DraftOutcome.NotPossible(why);
            case ProcedureFinder.Found.Procedures(var procedures, var references) -> {
                Configuration known = aircraft.configuration(
                        given(diagnosis.aircraft()),
                        given(diagnosis.model()),
                        given(diagnosis.serial()),
                        order.on(),
                        scope.clearance());
                var documents = new ArrayList<>(references);
                procedures.forEach(procedure -> documents.add(procedure.held()));
                Optional<MaintenanceRecord> latest = latest(diagnosis, scope);
                Marking marking = marking(order, documents, latest.stream().toList());
                yield finish(
                        order,
                        new Drawn(
                                WorkCard.of(diagnosis, procedures, references, known, latest, order.on(), marking),
                                new Grounds(
                                        sources::of,
                                        documents,
                                        latest.stream().toList(),
                                        diagnosis.given(),
                                        procedures)));
            }
        };
    }

    private DraftOutcome matrix(DraftOrder order, Scope scope) {
        List<Directive> directives = new DirectiveReader(archive, order.on())
                .read(index.documents().stream()
                        .filter(held -> scope.clears(held.header().marking()))
                        .toList());
        if (order.fleet().isEmpty()) return new DraftOutcome.NotPossible("a matrix is drawn from a fleet list");
        if (directives.isEmpty())
            return new DraftOutcome.NotPossible("the library holds no directive that you may see");
        List<HeldDocument> documents = directives.stream().map(Directive::held).toList();
        List<String> given =
                order.fleet().stream().flatMap(tail -> tail.given().stream()).toList();
        Marking marking = marking(order, documents, List.of());
        return finish(
                order,
                new Drawn(
                        Matrix.of(order.fleet(), directives, order.on(), marking),
                        new Grounds(sources::of, documents, List.of(), given, List.of())));
    }

    private Drawn writeUp(DraftOrder order, Scope scope) {
        Diagnosis diagnosis = order.basis().diagnosis();
        List<Extract> extracts = order.basis().leads().stream()
                .flatMap(lead -> extract(lead, scope, order.on()).stream())
                .distinct()
                .limit(EXTRACTS)
                .toList();
        Map<RecordId, MaintenanceRecord> held = records.get(order.basis().records());
        List<MaintenanceRecord> precedents = order.basis().records().stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(held.get(id)).stream())
                .limit(PRECEDENTS)
                .toList();
        Optional<MaintenanceRecord> latest = latest(diagnosis, scope);
        List<MaintenanceRecord> quoted =
                Stream.concat(precedents.stream(), latest.stream()).distinct().toList();
        Marking marking = marking(order, List.of(), quoted);
        return new Drawn(
                WriteUp.of(diagnosis, extracts, precedents, latest, order.on(), marking),
                new Grounds(sources::of, List.of(), quoted, diagnosis.given(), List.of()));
    }

    private Drawn report(DraftOrder order, Scope scope) {
        Diagnosis diagnosis = order.basis().diagnosis();
        Optional<Session> session = sessions.list(order.asker(), Integer.MAX_VALUE).stream()
                .filter(one -> one.id().equals(order.basis().session()))
                .findFirst();
        var confirmed = session.map(one -> new DifficultyReport.Confirmed(one.cause(), one.action()))
                .orElse(DifficultyReport.Confirmed.NOTHING);
        String occurred = session.map(Session::on).orElse("");
        Optional<MaintenanceRecord> latest = latest(diagnosis, scope);
        var given = new ArrayList<>(diagnosis.given());
        given.addAll(List.of(
                confirmed.cause(), confirmed.action(), occurred, order.basis().ata()));
        return new Drawn(
                DifficultyReport.of(
                        diagnosis,
                        confirmed,
                        latest,
                        occurred,
                        order.basis().ata(),
                        order.on(),
                        marking(order, List.of(), latest.stream().toList())),
                new Grounds(sources::of, List.of(), latest.stream().toList(), given, List.of()));
    }

    private Drawn handover(DraftOrder order, Scope scope) {
        String tail = order.basis().diagnosis().aircraft();
        var log = new TailLog(records).of(tail, order.on(), scope.clearance());
        List<Session> going = sessions.list(order.asker(), Integer.MAX_VALUE).stream()
                .filter(Session::goesOn)
                .filter(session -> tail.isBlank() || session.aircraft().equalsIgnoreCase(tail))
                .toList();
        List<Handover.Search> searches = going.stream().map(TailLog::search).toList();
        Marking marking =
                going.stream().map(Session::marking).reduce(marking(order, List.of(), log.all()), Marking::and);
        String since = TailLog.since(order.on()).toString();
        return new Drawn(
                Handover.of(order.kind(), tail, searches, log, since, order.on(), marking),
                new Grounds(sources::of, List.of(), log.all(), Handover.given(tail, since, searches, log), List.of()));
    }

    private Optional<MaintenanceRecord> latest(Diagnosis diagnosis, Scope scope) {
        if (diagnosis.aircraft().isBlank()) return Optional.empty();
        List<MaintenanceRecord> latest =
                records.latestOf(diagnosis.aircraft(), AircraftRegister.LOOKED_AT, scope.clearance());
        return latest.stream()
                .filter(record -> !record.model().isBlank() && !record.serial().isBlank())
                .findFirst()
                .or(() -> latest.stream().findFirst());
    }

    /** The passage as the revision has it that the answer cited, where that is held and may be seen. */
    private Optional<Extract> extract(DraftOrder.Lead lead, Scope scope, LocalDate on) {
        return RevisionNames.meant(lead.revision(), index.revisions(new DocumentId(lead.document()))).stream()
                .filter(held -> held.inForceOn(on) && scope.clears(held.header().marking()))
                .findFirst()
                .flatMap(held -> archive.document(held.source(), held.header().id())
                        .filter(document -> lead.start() >= 0
                                && lead.start() < lead.end()
                                && lead.end() <= document.sourceText().length())
                        .map(document -> {
                            Place place = placed(held, lead);
                            return new Extract(Citation.of(
                                    held,
                                    on,
                                    Effectivity.of(held.header().applicability(), Configuration.UNKNOWN),
                                    List.of(),
                                    place,
                                    document.sourceText().substring(lead.start(), lead.end()),
                                    document.reading(place)));
                        }));
    }

    private Place placed(HeldDocument held, DraftOrder.Lead lead) {
        return index.passages(held.key()).stream()
                .map(passage -> passage.place())
                .filter(place -> place.start() <= lead.start() && lead.start() < place.end())
                .findFirst()
                .map(place -> new Place(lead.start(), lead.end(), place.page(), Optional.empty()))
                .orElse(Place.of(lead.start(), lead.end()));
    }

    /** The strictest of all that the paper is drawn from, the answer's own sources among them. */
    private Marking marking(DraftOrder order, List<HeldDocument> documents, List<MaintenanceRecord> quoted) {
        Stream<Marking> cited = order.basis().leads().stream()
                .flatMap(lead -> index.revisions(new DocumentId(lead.document())).stream())
                .map(held -> held.header().marking());
        Stream<Marking> recorded =
                records.get(order.basis().records()).values().stream().map(MaintenanceRecord::marking);
        Stream<Marking> session = sessions.list(order.asker(), Integer.MAX_VALUE).stream()
                .filter(one -> one.id().equals(order.basis().session()))
                .map(Session::marking);
        return Stream.of(
                        cited,
                        recorded,
                        session,
                        documents.stream().map(held -> held.header().marking()),
                        quoted.stream().map(MaintenanceRecord::marking))
                .flatMap(markings -> markings)
                .distinct()
                .reduce(Marking.UNMARKED, Marking::and);
    }

    private DraftOutcome finish(DraftOrder order, Drawn drawn) {
        return switch (verifier.verify(drawn.paper, drawn.grounds)) {
            case Proof.Unsupported(var why) ->
                new DraftOutcome.Withheld(why, log(order, "withheld", Map.of("why", Trail.reason(why)), drawn));
            case Proof.Verified(var paper) -> printed(order, drawn, paper);
        };
    }

    private DraftOutcome printed(DraftOrder order, Drawn drawn, VerifiedPaper paper) {
        PrintedPaper printed = order.format().print(paper);
        Marking marking = drawn.paper.marking();
        String entry = log(order, "drafted", Map.of("sha256", printed.sha256(), "marking", marking.label()), drawn);
        return new DraftOutcome.Drafted(paper, name(order), printed, marking, entry);
    }

    private static String name(DraftOrder order) {
        String tail = order.basis().diagnosis().aircraft().replaceAll("[^A-Za-z0-9-]", "");
        return order.kind().word() + (tail.isEmpty() ? "" : "-" + tail) + "-" + order.on() + "."
                + order.format().word();
    }

    private DraftOutcome refused(DraftOrder order, String clause, String why) {
        return new DraftOutcome.Refused(clause, why, log(order, "refused", Map.of("clause", clause), Exposure.NONE));
    }

    private String log(DraftOrder order, String outcome, Map<String, String> details, Drawn drawn) {
        List<Exposure.Shown> shown = new ArrayList<>();
        for (Citation citation : drawn.paper.sources())
            shown.add(new Exposure.Shown(
                    citation.document().value() + "@" + citation.revision(),
                    citation.source().hex()));
        drawn.grounds
                .records()
                .forEach(record -> shown.add(Exposure.Shown.text(Exposure.record(record.id()), record.narrative())));
        return log(
                order,
                outcome,
                details,
                Exposure.of(
                        shown.stream().map(Exposure.Shown::id).toList(),
                        outcome.equals("drafted") ? shown : List.of()));
    }

    private String log(DraftOrder order, String outcome, Map<String, String> details, Exposure exposure) {
        var all = new TreeMap<>(details);
        all.put("kind", order.kind().word());
        all.put("format", order.format().word());
        all.put("answer", order.basis().diagnosis().answer());
        all.putAll(gate.facts(order.basis().diagnosis().complaint(), order.asker()));
        return audit.append(new AuditEvent(
                        "draft", order.asker().name(), order.basis().diagnosis().complaint(), outcome, all, exposure))
                .id();
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(v -> !v.isBlank());
    }
}
