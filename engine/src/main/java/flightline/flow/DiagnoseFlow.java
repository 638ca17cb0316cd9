package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Configuration;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.BriefWriter;
import flightline.diagnosis.Cause;
import flightline.diagnosis.CauseRanker;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Findings;
import flightline.diagnosis.LearnedWords;
import flightline.diagnosis.RankedSystem;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.SystemRanker;
import flightline.diagnosis.Verification;
import flightline.diagnosis.memory.Memory;
import flightline.learning.LabelModel;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Scope;
import flightline.search.EvidenceQuery;
import flightline.search.PassageIndex;
import flightline.search.Precedent;
import flightline.search.RecordIndex;
import flightline.search.RecordQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** From a complaint to a diagnosis: gate, evidence, ranking, brief, verification, audit entry, answer. */
public final class DiagnoseFlow {
    /** Passages and records looked at for one complaint. */
    static final int PASSAGES = 12;

    static final int PRECEDENTS = 150;

    private final Gate gate;
    private final PassageIndex index;
    private final RecordIndex records;
    private final Thinking thinking;
    private final SourceTexts sources;
    private final AircraftRegister aircraft;
    private final EvidenceFinder finder;
    private final Lessons lessons;
    private final RepeatFinder repeats;
    private final AuditLog audit;
    private final LongSupplier nanos;

    /** What records taught, of systems and of parts. */
    public record Lessons(LearnedShelf systems, LearnedShelf parts) {}

    /** The rooms' thinking, which holds no state. */
    public record Thinking(
            ComplaintReader reader,
            SystemRanker systems,
            CauseRanker causes,
            EvidenceCheck enough,
            BriefWriter writer,
            BriefVerifier verifier,
            Memory memory) {}

    public DiagnoseFlow(
            Gate gate,
            PassageIndex index,
            RecordIndex records,
            Archive archive,
            Thinking thinking,
            Lessons lessons,
            AuditLog audit,
            LongSupplier nanos) {
        this.gate = gate;
        this.index = index;
        this.records = records;
        this.thinking = thinking;
        this.sources = new SourceTexts(archive);
        this.aircraft = new AircraftRegister(index, archive, records);
        this.finder = new EvidenceFinder(index);
        this.lessons = lessons;
        this.repeats = new RepeatFinder(records, thinking.memory);
        this.audit = audit;
        this.nanos = nanos;
    }

    public Answer diagnose(Request request) {
        var watch = new Stopwatch(nanos);
        Complaint complaint = thinking.reader.read(request.text());
        return switch (gate.decide(request.text(), request.asker())) {
            case Decision.Refused(var clause, var category, var why) ->
                new Answer.Refused(
                        head(request, complaint, "refused", Map.of("clause", clause), watch), clause, category, why);
            case Decision.OutOfScope(var why) ->
                new Answer.OutOfScope(head(request, complaint, "out-of-scope", Map.of(), watch), why);
            case Decision.Allowed(var scope) -> diagnose(request, complaint, scope, watch);
        };
    }

    /** Systems, causes and the rest of the findings without a brief, for measuring; nothing is shown, so nothing is logged. */
    public Findings rank(Request request, Scope scope) {
        Complaint complaint = thinking.reader.read(request.text());
        Exhibits exhibits = exhibits(request, query(request, complaint, scope), complaint);
        return new Findings(
                systems(request, complaint, exhibits),
                causes(request, complaint, exhibits),
                List.of(),
                exhibits.precedents(),
                List.of(),
                exhibits.repeats());
    }

    private Answer diagnose(Request request, Complaint complaint, Scope scope, Stopwatch watch) {
        EvidenceQuery query = query(request, complaint, scope);
        Exhibits exhibits = watch.retrieving(() -> exhibits(request, query, complaint));
        RankedSystems systems = watch.ranking(() -> systems(request, complaint, exhibits));
        List<Cause> causes = watch.ranking(() -> causes(request, complaint, exhibits));
        Set<String> wanted = EvidenceCheck.wanted(complaint.observed());
        Optional<String> lacks = thinking.enough.lacks(wanted, exhibits);
        if (lacks.isPresent())
            return new Answer.NotEnoughEvidence(
                    head(request, complaint, "not-enough-evidence", Map.of("why", lacks.get()), watch),
                    lacks.get(),
                    thinking.verifier.standing(
                            thinking.writer.leads(systems, exhibits, request.on()), sources.with(exhibits)));

        List<Exhibits.Document> tempting = watch.retrieving(() -> finder.tempting(query));
        BriefWriter.Written written = watch.writing(
                () -> thinking.writer.write(complaint, exhibits, systems, causes, tempting, request.on()));
        Verification verification = watch.verifying(
                () -> thinking.verifier.verify(written.draft(), sources.with(exhibits), written.required()));
        return switch (verification) {
            case Verification.Unsupported(var why) ->
                new Answer.Withheld(head(request, complaint, "withheld", Map.of("why", why), watch), why);
            case Verification.Verified(var brief) -> {
                var details = new TreeMap<String, String>();
                details.put(
                        "systems",
                        String.join(
                                " ",
                                brief.findings().systems().stream()
                                        .limit(3)
                                        .map(RankedSystem::code)
                                        .toList()));
                details.put(
                        "citations",
                        Integer.toString(brief.findings().citations().size()));
                details.put("dropped", Integer.toString(brief.dropped().size()));
                yield new Answer.Brief(head(request, complaint, "brief", details, watch), brief);
            }
        };
    }

    /** What words alone say of the system, by a model that has not seen the records left out; for measuring. */
    Optional<Guess> guess(Request request) {
        Complaint complaint = thinking.reader.read(request.text());
        return lessons.systems
                .innocentOf(request.without())
                .map(learned -> new Guess(
                        learned.guess().guess(LearnedWords.of(complaint.normalised())),
                        learned.guess().counts()));
    }

    /** @param counts records of each code that the model was learned from */
    record Guess(LabelModel.Guess words, Map<String, Integer> counts) {}

    private RankedSystems systems(Request request, Complaint complaint, Exhibits exhibits) {
        return thinking.systems.rank(complaint, exhibits, lessons.systems.innocentOf(request.without()));
    }

    private List<Cause> causes(Request request, Complaint complaint, Exhibits exhibits) {
        return thinking.causes.rank(complaint, exhibits, request.top(), lessons.parts.innocentOf(request.without()));
    }

    private EvidenceQuery query(Request request, Complaint complaint, Scope scope) {
        Configuration configuration =
                aircraft.configuration(request.aircraft(), request.model(), request.serial(), request.on());
        return new EvidenceQuery(
                complaint.asked(),
                PASSAGES,
                scope.markings(),
                configuration,
                request.on(),
                false,
                Optional.empty(),
                Set.of(),
                Map.of());
    }

    private Exhibits exhibits(Request request, EvidenceQuery query, Complaint complaint) {
        List<Precedent> precedents = records.search(
                new RecordQuery(complaint.asked(), PRECEDENTS, request.without(), Optional.empty(), Optional.empty()));
        return Exhibits.number(finder.withIsolation(index.search(query), query.aircraft()), precedents)
                .with(repeats.recall(request, complaint, precedents));
    }

    private Answer.Head head(
            Request request, Complaint complaint, String outcome, Map<String, String> details, Stopwatch watch) {
        var all = new TreeMap<>(details);
        all.put("policy", gate.policyVersion());
        var entry = audit.append(new AuditEvent("diagnose", request.asker().name(), request.text(), outcome, all));
        return new Answer.Head(request.id(), complaint, entry.id(), watch.read());
    }
}
