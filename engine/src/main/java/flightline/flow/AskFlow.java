package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.Exposure;
import flightline.corpus.Configuration;
import flightline.diagnosis.AnswerWriter;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.BriefWriter;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Findings;
import flightline.diagnosis.LlamaWriter;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.PieceLikeness;
import flightline.diagnosis.PieceMeaning;
import flightline.diagnosis.Said;
import flightline.diagnosis.Verification;
import flightline.diagnosis.VerifiedBrief;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Scope;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** From a question to an answer quoted from the library: gate, evidence, answer, verification, audit entry. */
public final class AskFlow {
    /** Passages looked for at least; how far the first stands out from the tenth tells whether it is the answer. */
    private static final int PASSAGES = 10;

    private final OwnMatter matter;
    private final PassageIndex index;
    private final ComplaintReader reader;
    private final PieceMeaning meaning;
    private final EvidenceCheck enough;
    private final AnswerWriter writer;
    private final Optional<LlamaWriter> llama;
    private final BriefVerifier verifier;
    private final SourceTexts sources;
    private final AircraftRegister aircraft;
    private final EvidenceFinder finder;
    private final AuditLog audit;
    private final Running running;

    /** @param llama writes where a model is installed; what it writes stands only once it is verified */
    public AskFlow(
            Gate gate,
            PassageIndex index,
            RecordIndex records,
            Archive archive,
            ComplaintReader reader,
            PieceMeaning meaning,
            EvidenceCheck enough,
            AnswerWriter writer,
            Optional<LlamaWriter> llama,
            BriefVerifier verifier,
            AuditLog audit,
            Running running) {
        this.matter = new OwnMatter(gate, index);
        this.index = index;
        this.reader = reader;
        this.meaning = meaning;
        this.enough = enough;
        this.writer = writer;
        this.llama = llama;
        this.verifier = verifier;
        this.sources = new SourceTexts(archive);
        this.aircraft = new AircraftRegister(index, archive, records);
        this.finder = new EvidenceFinder(index);
        this.audit = audit;
        this.running = running;
    }

    public Answer ask(Request request) {
        return ask(request, "", Early.NOBODY);
    }

    /** @param about words of the matter that the question belongs to; empty where it stands by itself */
    public Answer ask(Request request, String about, Early early) {
        return running.told(new Aside.Posed("ask", request, about), () -> {
            try (Turns.Turn turn = running.turns().take()) {
                return ask(request, about, early, turn);
            }
        });
    }

    private Answer ask(Request request, String about, Early early, Turns.Turn turn) {
        var watch = new Stopwatch(running.nanos());
        Complaint question = reader.read(request.text());
        // Judged with what it is about, or a question could be asked in halves that mean nothing each.
        OwnMatter.Judged judged = matter.judge(request.text(), about, request.asker(), request.on());
        var desk = new Desk(request, question, judged, watch);
        return switch (judged.decision()) {
            case Decision.Refused(var clause, var category, var why) ->
                new Answer.Refused(
                        head(desk, "refused", Map.of("clause", clause), Exposure.NONE), clause, category, why);
            case Decision.OutOfScope(var why) ->
                new Answer.OutOfScope(head(desk, "out-of-scope", Map.of(), Exposure.NONE), why);
            case Decision.Allowed(var scope) ->
                answer(desk, about, scope, early, turn).noted(aircraft.unknown(request, scope.clearance()));
        };
    }

    /** What one question has on it while it is worked on. */
    private record Desk(Request request, Complaint question, OwnMatter.Judged judged, Stopwatch watch) {}

    private Answer answer(Desk desk, String about, Scope scope, Early early, Turns.Turn turn) {
        Request request = desk.request;
        Stopwatch watch = desk.watch;
        AircraftRegister.Asked asked = aircraft.asked(request, scope.clearance());
        EvidenceQuery query = sought(query(request, asked.configuration(), about, scope), asked);
        Evidence evidence = watch.retrieving(() -> index.search(query));
        Exhibits exhibits = Exhibits.number(evidence, List.of());
        Set<String> wanted = EvidenceCheck.wanted(reader.normalised(asked.matter()) + " " + about);
        Set<String> unheard = unheard(reader.normalised(asked.matter()), query);
        Supplier<PieceLikeness> likeness = () -> about.isEmpty()
                ? watch.retrieving(() -> meaning.of(asked.matter(), wanted, exhibits.documents()))
                : PieceLikeness.NONE; // what a follow-up says by itself means too little to compare
        Optional<String> lacks =
                enough.lacksAnswer(asked.matter(), wanted, unheard, evidence.hits(), finder::before, likeness);
        if (lacks.isPresent()) {
            Findings leads = verifier.standing(BriefWriter.nearest(exhibits, request.on()), sources.with(exhibits));
            Map<String, String> details = WrittenBy.EXTRACTIVE.with("why", Trail.reason(lacks.get()));
            return new Answer.NotEnoughEvidence(
                    head(desk, "not-enough-evidence", details, Trail.of(exhibits, leads)), lacks.get(), leads);
        }

        List<Exhibits.Document> near = watch.retrieving(() -> finder.tempting(query));
        String whole = about.isEmpty() ? request.text() : request.text() + " (about: " + about + ")";
        List<Said> chosen = watch.writing(() -> writer.chosen(asked.matter(), wanted, exhibits));
        List<Exhibits.Document> tempting = EvidenceCheck.asMuch(wanted, chosen, near);
        var asking = new Asking(desk, exhibits, tempting);
        Verification extracts = verified(asking, chosen, List.of());
        Optional<LlamaWriter.Spoken> spoken = llama.map(model -> {
            Consumer<Said> stands = lookingOn(asking, model, extracts, early);
            turn.close(); // a model has a queue of its own
            return watch.writing(() -> model.say(whole, exhibits, chosen, stands));
        });
        WrittenBy by = llama.flatMap(model -> spoken.map(one -> WrittenBy.of(model, one)))
                .orElse(WrittenBy.EXTRACTIVE);
        Verification told = spoken.filter(LlamaWriter.Spoken::byModel)
                .map(one -> verified(asking, one.said(), Onlooker.known(extracts)))
                .orElse(extracts);
        return switch (told) {
            case Verification.Verified(var brief) -> brief(asking, brief, by);
            case Verification.Unsupported(var why) ->
                switch (extracts) {
                    case Verification.Verified(var brief) -> brief(asking, brief, by.withheld(why));
                    case Verification.Unsupported(var still) ->
                        new Answer.Withheld(
                                head(desk, "withheld", by.with("why", Trail.reason(still)), Trail.found(exhibits)),
                                still);
                };
        };
    }

    private EvidenceQuery query(Request request, Configuration configuration, String about, Scope scope) {
        return new EvidenceQuery(
                request.text(),
                Math.max(PASSAGES, request.top()),
                scope.clearance(),
                configuration,
                request.on(),
                false,
                Optional.empty(),
                Set.of(),
                Map.of(),
                about);
    }

    /** A registration that no passage writes would only draw the question away from what it is about. */
    private EvidenceQuery sought(EvidenceQuery query, AircraftRegister.Asked asked) {
        Set<String> tails = asked.tails().stream()
                .map(tail -> tail.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return !tails.isEmpty() && index.unheard(tails, query).equals(tails) ? query.withText(asked.matter()) : query;
    }

    /** Words of the question that nothing in scope has, nor any word like them. */
    private Set<String> unheard(String mended, EvidenceQuery query) {
        Map<String, String> rare = enough.rareWords(mended);
        return index.unheard(rare.keySet(), query).stream().map(rare::get).collect(Collectors.toSet());
    }

    /** No audit line, no answer: what is shown early has one of its own, before the first word. */
    private Consumer<Said> lookingOn(Asking asking, LlamaWriter model, Verification extracts, Early early) {
        if (!early.looksOn() || !(extracts instanceof Verification.Verified(var brief))) return said -> {};
        var details = new TreeMap<>(WrittenBy.asked(model.model(), model.seed()));
        details.put("citations", Integer.toString(brief.findings().citations().size()));
        details.put("statementsSha256", Trail.said(brief));
        head(asking.desk, "extracts", details, Trail.of(asking.exhibits, brief.findings()));
        return new Onlooker(early, verifier, sources.with(asking.exhibits), asking.desk.request.on()).shown(brief);
    }

    private record Asking(Desk desk, Exhibits exhibits, List<Exhibits.Document> tempting) {}

    private Verification verified(Asking asking, List<Said> said, List<Numbered> known) {
        BriefWriter.Written written = asking.desk.watch.writing(() -> writer.written(
                asking.desk.request.text(), said, asking.exhibits, asking.tempting, asking.desk.request.on(), known));
        return asking.desk.watch.verifying(() -> verifier.verify(
                written.draft(), sources.with(asking.exhibits), written.required(), written.verbatim()));
    }

    private Answer brief(Asking asking, VerifiedBrief brief, WrittenBy by) {
        var details = new TreeMap<>(by.details());
        details.put("citations", Integer.toString(brief.findings().citations().size()));
        details.put("statementsSha256", Trail.said(brief));
        Exposure exposure = Trail.of(asking.exhibits, brief.findings());
        return new Answer.Brief(head(asking.desk, "brief", details, exposure).by(by), brief);
    }

    private Answer.Head head(Desk desk, String outcome, Map<String, String> details, Exposure exposure) {
        Request request = desk.request;
        Map<String, String> all = running.logged(details);
        all.put("millis", desk.watch.elapsed());
        all.putAll(desk.judged.facts());
        var entry = audit.append(new AuditEvent("ask", request.asker().name(), request.text(), outcome, all, exposure));
        Millis millis = desk.watch.read();
        running.witness().saw(Witness.Seen.of("ask", outcome, details, millis));
        return new Answer.Head(request.id(), desk.question, entry.id(), millis);
    }
}
