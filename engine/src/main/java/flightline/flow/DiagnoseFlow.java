package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.Exposure;
import flightline.corpus.Marking;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.BriefWriter;
import flightline.diagnosis.Cause;
import flightline.diagnosis.CauseRanker;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Finding;
import flightline.diagnosis.Findings;
import flightline.diagnosis.LearnedWords;
import flightline.diagnosis.LlamaWriter;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.RankedSystem;
import flightline.diagnosis.RankedSystems;
import flightline.diagnosis.Said;
import flightline.diagnosis.ShownCauses;
import flightline.diagnosis.Situation;
import flightline.diagnosis.SystemRanker;
import flightline.diagnosis.Verification;
import flightline.diagnosis.VerifiedBrief;
import flightline.diagnosis.memory.Memory;
import flightline.learning.LabelModel;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Scope;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** From a complaint to a diagnosis: gate, evidence, ranking, brief, verification, audit entry, answer. */
public final class DiagnoseFlow {
    /** Passages looked at for one complaint. */
    static final int PASSAGES = 12;

    /** Share of a system from which on its minimum equipment list items are offered. */
    private static final double LIKELY = 0.2;

    private final OwnMatter matter;
    private final Thinking thinking;
    private final SourceTexts sources;
    private final AircraftRegister aircraft;
    private final CaseFinder finder;
    private final Lessons lessons;
    private final AuditLog audit;
    private final Running running;

    /** What records taught, of systems and of parts. */
    public record Lessons(LearnedShelf systems, LearnedShelf parts) {}

    /**
     * The rooms' thinking, which holds no state.
     *
     * @param llama writes where a model is installed; what it writes stands only once it is verified
     */
    public record Thinking(
            ComplaintReader reader,
            SystemRanker systems,
            CauseRanker causes,
            EvidenceCheck enough,
            BriefWriter writer,
            Optional<LlamaWriter> llama,
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
            Running running) {
        this.matter = new OwnMatter(gate, index);
        this.thinking = thinking;
        this.sources = new SourceTexts(archive);
        this.aircraft = new AircraftRegister(index, archive, records);
        this.finder = new CaseFinder(index, records, archive, thinking.memory);
        this.lessons = lessons;
        this.audit = audit;
        this.running = running;
    }

    public Answer diagnose(Request request) {
        return diagnose(request, Early.NOBODY);
    }

    /** @param early sees what there is of the diagnosis while a model is still writing */
    public Answer diagnose(Request request, Early early) {
        return running.told(
                new Aside.Posed("diagnose", request, ""),
                () -> continued(request, List.of(), Log.DIAGNOSIS, early).answer());
    }

    /**
     * An answer and what it rests on.
     *
     * @param situation absent where nothing was concluded
     * @param from what a reader must be cleared for to see all that it was drawn from
     */
    record Continued(Answer answer, Optional<Situation> situation, Marking from) {
        /** One that concludes nothing. */
        Continued(Answer answer) {
            this(answer, Optional.empty(), Marking.UNMARKED);
        }

        Continued noted(List<String> notes) {
            return new Continued(answer.noted(notes), situation, from);
        }
    }

    /** What the gate says to a complaint, with what else is written of it, in sight of the library. */
    OwnMatter.Judged judged(Request request, String more) {
        return matter.judge(request.text(), more, request.asker(), request.on());
    }

    /** What is written into the log beside the answer. */
    record Log(String kind, Map<String, String> details) {
        static final Log DIAGNOSIS = new Log("diagnose", Map.of());

        Log with(Map<String, String> more) {
            var all = new TreeMap<>(more);
            all.putAll(details);
            return new Log(kind, all);
        }
    }

    Continued continued(Request request, List<Finding> findings, Log log) {
        return continued(request, findings, log, Early.NOBODY);
    }

    private Continued continued(Request request, List<Finding> findings, Log log, Early early) {
        try (Turns.Turn turn = running.turns().take()) {
            var watch = new Stopwatch(running.nanos());
            Complaint complaint = thinking.reader.read(request.text());
            OwnMatter.Judged judged = judged(request, "");
            var desk = new Desk(request, complaint, log.with(judged.facts()), watch, early, turn);
            return switch (judged.decision()) {
                case Decision.Refused(var clause, var category, var why) ->
                    new Continued(new Answer.Refused(
                            head(desk, "refused", Map.of("clause", clause), Exposure.NONE), clause, category, why));
                case Decision.OutOfScope(var why) ->
                    new Continued(new Answer.OutOfScope(head(desk, "out-of-scope", Map.of(), Exposure.NONE), why));
                case Decision.Allowed(var scope) ->
                    diagnose(desk, findings, scope).noted(aircraft.unknown(request, scope.clearance()));
            };
        }
    }

    /** Systems, causes and the rest of the findings without a brief, for measuring; nothing is shown, so nothing is logged. */
    public Findings rank(Request request, Scope scope) {
        Complaint complaint = thinking.reader.read(request.text());
        CaseFinder.Found found = finder.found(request, complaint, aircraft.asked(request, scope.clearance()), scope);
        RankedSystems systems = systems(request, complaint, found);
        Exhibits exhibits = finder.exhibits(found, systems);
        return new Findings(
                systems,
                ShownCauses.of(causes(request, complaint, exhibits), request.top()),
                List.of(),
                exhibits.precedents(),
                List.of(),
                exhibits.repeats());
    }

    /** Where the search for a cause stands, without a brief, for measuring; nothing is shown, so nothing is logged. */
    public Situation situation(Request request, Scope scope, List<Finding> findings) {
        Complaint complaint = thinking.reader.read(request.text());
        CaseFinder.Found found = finder.found(request, complaint, aircraft.asked(request, scope.clearance()), scope);
        Exhibits exhibits = finder.withProcedures(found, systems(request, complaint, found), scope);
        return Situation.of(causes(request, complaint, exhibits), exhibits, findings);
    }

    /**
     * What one request has on it while it is worked on.
     *
     * @param turn given back while a model writes, which has a queue of its own
     */
    private record Desk(Request request, Complaint complaint, Log log, Stopwatch watch, Early early, Turns.Turn turn) {}

    private Continued diagnose(Desk desk, List<Finding> findings, Scope scope) {
        Request request = desk.request;
        Complaint complaint = desk.complaint;
        Stopwatch watch = desk.watch;
        if (complaint.saysNothing()) return nothing(desk);
        AircraftRegister.Asked asked = aircraft.asked(request, scope.clearance());
        CaseFinder.Found found = watch.retrieving(() -> finder.found(request, complaint, asked, scope));
        RankedSystems systems = watch.ranking(() -> systems(request, complaint, found));
        Exhibits exhibits = watch.retrieving(() -> finder.withProcedures(found, systems, scope));
        List<Cause> causes = watch.ranking(() -> causes(request, complaint, exhibits));
        Set<String> wanted = EvidenceCheck.wanted(complaint.observed(), asked.tails());
        Optional<String> lacks = thinking.enough.lacks(wanted, exhibits);
        if (lacks.isPresent()) {
            boolean byChance = thinking.enough.knowsNothingOf(complaint, wanted, exhibits);
            Findings leads = thinking.verifier.standing(
                    thinking.writer.leads(byChance ? RankedSystems.none() : systems, exhibits, request.on()),
                    sources.with(exhibits));
            Map<String, String> details = WrittenBy.EXTRACTIVE.with("why", Trail.reason(lacks.get()));
            return new Continued(new Answer.NotEnoughEvidence(
                    head(desk, "not-enough-evidence", details, Trail.of(exhibits, leads)), lacks.get(), leads));
        }

        Situation situation = watch.ranking(() -> Situation.of(causes, exhibits, findings));
        List<Cause> shown = ShownCauses.of(causes, situation, request.top());
        List<Exhibits.Document> dispatch = watch.retrieving(() -> finder.dispatch(found, likely(systems)));
        var evidence = new Laid(exhibits, systems, shown, situation, dispatch, found.tempting());
        List<Said> chosen = watch.writing(() -> thinking.writer.chosen(complaint, exhibits));
        Verification extracts = verified(desk, evidence, chosen, List.of());
        Optional<LlamaWriter.Spoken> spoken = thinking.llama.map(model -> {
            Consumer<Said> stands = lookingOn(desk, evidence, model, extracts);
            desk.turn.close();
            return watch.writing(() -> model.say(request.text(), exhibits, chosen, stands));
        });
        WrittenBy by = thinking.llama
                .flatMap(model -> spoken.map(one -> WrittenBy.of(model, one)))
                .orElse(WrittenBy.EXTRACTIVE);
        Verification told = spoken.filter(LlamaWriter.Spoken::byModel)
                .map(one -> verified(desk, evidence, one.said(), Onlooker.known(extracts)))
                .orElse(extracts);
        return switch (told) {
            case Verification.Verified(var brief) -> brief(desk, exhibits, brief, by, situation);
            case Verification.Unsupported(var why) ->
                switch (extracts) {
                    case Verification.Verified(var brief) -> brief(desk, exhibits, brief, by.withheld(why), situation);
                    case Verification.Unsupported(var still) ->
                        new Continued(new Answer.Withheld(
                                head(desk, "withheld", by.with("why", Trail.reason(still)), Trail.found(exhibits)),
                                still));
                };
        };
    }

    /** A number, a letter or "see attached" is like whatever record is near by chance: nothing is ranked by it. */
    private Continued nothing(Desk desk) {
        String why =
                "The complaint says nothing of what is wrong: it names no part, no system and nothing that was noticed. Describe what was seen, heard, felt or smelt, where on the aircraft and when.";
        Map<String, String> details = WrittenBy.EXTRACTIVE.with("why", Trail.reason(why));
        return new Continued(new Answer.NotEnoughEvidence(
                head(desk, "not-enough-evidence", details, Exposure.NONE), why, Findings.none()));
    }

    /** No audit line, no answer: what is shown early has one of its own, before the first word. */
    private Consumer<Said> lookingOn(Desk desk, Laid laid, LlamaWriter model, Verification extracts) {
        if (!desk.early.looksOn() || !(extracts instanceof Verification.Verified(var brief))) return said -> {};
        var details = new TreeMap<>(details(brief));
        details.putAll(WrittenBy.asked(model.model(), model.seed()));
        head(desk, "extracts", details, Trail.of(laid.exhibits, brief.findings()));
        return new Onlooker(desk.early, thinking.verifier, sources.with(laid.exhibits), desk.request.on()).shown(brief);
    }

    /** What a brief is written from. */
    private record Laid(
            Exhibits exhibits,
            RankedSystems systems,
            List<Cause> causes,
            Situation situation,
            List<Exhibits.Document> dispatch,
            List<Exhibits.Document> tempting) {}

    private Verification verified(Desk desk, Laid laid, List<Said> said, List<Numbered> known) {
        BriefWriter.Written written = desk.watch.writing(() -> thinking.writer.written(
                said,
                desk.complaint,
                laid.exhibits,
                laid.systems,
                laid.causes,
                laid.situation,
                laid.dispatch,
                laid.tempting,
                desk.request.on(),
                known));
        return desk.watch.verifying(() -> thinking.verifier.verify(
                written.draft(), sources.with(laid.exhibits), written.required(), written.verbatim()));
    }

    private Continued brief(Desk desk, Exhibits exhibits, VerifiedBrief brief, WrittenBy by, Situation situation) {
        var details = new TreeMap<>(details(brief));
        details.putAll(by.details());
        Exposure exposure = Trail.of(exhibits, brief.findings());
        return new Continued(
                new Answer.Brief(head(desk, "brief", details, exposure).by(by), brief),
                Optional.of(situation),
                exhibits.marking());
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

    /**
     * By what was found alone: the further steps of a procedure that goes on from a passage found were not, and thirty of them
     * would speak for its system as if they had been.
     */
    private RankedSystems systems(Request request, Complaint complaint, CaseFinder.Found found) {
        return thinking.systems.rank(complaint, finder.asFound(found), lessons.systems.innocentOf(request.without()));
    }

    /** All that are worth a check, not only those shown. */
    private List<Cause> causes(Request request, Complaint complaint, Exhibits exhibits) {
        return thinking.causes.rank(complaint, exhibits, Situation.CAUSES, lessons.parts.innocentOf(request.without()));
    }

    /** Systems that the complaint may well belong to: those worth asking for a way to dispatch. */
    private static List<String> likely(RankedSystems ranked) {
        return ranked.systems().stream()
                .filter(s -> s.probability() >= LIKELY && s.code().length() == 4)
                .map(RankedSystem::code)
                .toList();
    }

    private static Map<String, String> details(VerifiedBrief brief) {
        var details = new TreeMap<>(Trail.sureness(brief.findings().ranked()));
        details.put("citations", Integer.toString(brief.findings().citations().size()));
        details.put("dropped", Integer.toString(brief.dropped().size()));
        details.put("statementsSha256", Trail.said(brief));
        return details;
    }

    private Answer.Head head(Desk desk, String outcome, Map<String, String> details, Exposure exposure) {
        Request request = desk.request;
        Map<String, String> all = running.logged(details);
        all.put("millis", desk.watch.elapsed());
        all.putAll(desk.log.details());
        var entry = audit.append(
                new AuditEvent(desk.log.kind(), request.asker().name(), request.text(), outcome, all, exposure));
        Millis millis = desk.watch.read();
        running.witness().saw(Witness.Seen.of(desk.log.kind(), outcome, details, millis));
        return new Answer.Head(request.id(), desk.complaint, entry.id(), millis);
    }
}
