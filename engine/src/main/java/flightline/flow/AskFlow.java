package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.diagnosis.AnswerWriter;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.BriefWriter;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Verification;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Scope;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** From a question to an answer quoted from the library: gate, evidence, answer, verification, audit entry. */
public final class AskFlow {
    private final Gate gate;
    private final PassageIndex index;
    private final ComplaintReader reader;
    private final EvidenceCheck enough;
    private final AnswerWriter writer;
    private final BriefVerifier verifier;
    private final SourceTexts sources;
    private final AircraftRegister aircraft;
    private final EvidenceFinder finder;
    private final AuditLog audit;
    private final LongSupplier nanos;

    public AskFlow(
            Gate gate,
            PassageIndex index,
            RecordIndex records,
            Archive archive,
            ComplaintReader reader,
            EvidenceCheck enough,
            AnswerWriter writer,
            BriefVerifier verifier,
            AuditLog audit,
            LongSupplier nanos) {
        this.gate = gate;
        this.index = index;
        this.reader = reader;
        this.enough = enough;
        this.writer = writer;
        this.verifier = verifier;
        this.sources = new SourceTexts(archive);
        this.aircraft = new AircraftRegister(index, archive, records);
        this.finder = new EvidenceFinder(index);
        this.audit = audit;
        this.nanos = nanos;
    }

    public Answer ask(Request request) {
        return ask(request, "");
    }

    /** @param about words of the matter that the question belongs to; empty where it stands by itself */
    public Answer ask(Request request, String about) {
        var watch = new Stopwatch(nanos);
        Complaint question = reader.read(request.text());
        // Judged with what it is about, or a question could be asked in halves that mean nothing each.
        String whole = about.isEmpty() ? request.text() : request.text() + "\n" + about;
        return switch (gate.decide(whole, request.asker())) {
            case Decision.Refused(var clause, var category, var why) ->
                new Answer.Refused(
                        head(request, question, "refused", Map.of("clause", clause), watch), clause, category, why);
            case Decision.OutOfScope(var why) ->
                new Answer.OutOfScope(head(request, question, "out-of-scope", Map.of(), watch), why);
            case Decision.Allowed(var scope) -> answer(request, about, question, scope, watch);
        };
    }

    private Answer answer(Request request, String about, Complaint question, Scope scope, Stopwatch watch) {
        var query = new EvidenceQuery(
                request.text(),
                Math.max(8, request.top()),
                scope.markings(),
                aircraft.configuration(request.aircraft(), request.model(), request.serial(), request.on()),
                request.on(),
                false,
                Optional.empty(),
                Set.of(),
                Map.of(),
                about);
        Evidence evidence = watch.retrieving(() -> index.search(query));
        Exhibits exhibits = Exhibits.number(evidence, List.of());
        Set<String> wanted = EvidenceCheck.wanted(question.normalised() + " " + about);
        Optional<String> lacks = enough.lacksPassages(wanted, evidence.hits());
        if (lacks.isPresent())
            return new Answer.NotEnoughEvidence(
                    head(request, question, "not-enough-evidence", Map.of("why", lacks.get()), watch),
                    lacks.get(),
                    verifier.standing(BriefWriter.nearest(exhibits, request.on()), sources.with(exhibits)));

        List<Exhibits.Document> tempting = watch.retrieving(() -> finder.tempting(query));
        BriefWriter.Written written =
                watch.writing(() -> writer.write(request.text(), wanted, exhibits, tempting, request.on()));
        Verification verification =
                watch.verifying(() -> verifier.verify(written.draft(), sources.with(exhibits), written.required()));
        return switch (verification) {
            case Verification.Unsupported(var why) ->
                new Answer.Withheld(head(request, question, "withheld", Map.of("why", why), watch), why);
            case Verification.Verified(var brief) ->
                new Answer.Brief(
                        head(
                                request,
                                question,
                                "brief",
                                Map.of(
                                        "citations",
                                        Integer.toString(
                                                brief.findings().citations().size())),
                                watch),
                        brief);
        };
    }

    private Answer.Head head(
            Request request, Complaint question, String outcome, Map<String, String> details, Stopwatch watch) {
        var all = new TreeMap<>(details);
        all.put("policy", gate.policyVersion());
        var entry = audit.append(new AuditEvent("ask", request.asker().name(), request.text(), outcome, all));
        return new Answer.Head(request.id(), question, entry.id(), watch.read());
    }
}
