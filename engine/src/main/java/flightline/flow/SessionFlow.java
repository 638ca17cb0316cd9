package flightline.flow;

import flightline.archive.SessionBook;
import flightline.archive.SessionBook.Session;
import flightline.archive.SessionBook.State;
import flightline.archive.SessionBook.Step;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.diagnosis.CauseChoices;
import flightline.diagnosis.Finding;
import flightline.diagnosis.Situation;
import flightline.diagnosis.troubleshooting.Beliefs;
import flightline.diagnosis.troubleshooting.Outcome;
import flightline.flow.SessionDoor.Found;
import flightline.flow.SessionOutcome.NoBrief;
import flightline.flow.SessionOutcome.NotPossible;
import flightline.flow.SessionOutcome.Settled;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.RecordIndex;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A troubleshooting session: a diagnosis, answers to its checks one by one, and its end. Each step is a request of its own:
 * it passes the gate, is answered from what the one who asks may see, and has its audit entry before anything is kept.
 */
public final class SessionFlow {
    static final int MOST_STEPS = 100;
    static final int MOST_OPEN = 1000;
    private static final int MOST_WORDS = 4000;
    /** Name of what the log keeps of {@link #rank}. */
    static final String CAUSE_RANK = "causeRank";

    private final DiagnoseFlow diagnose;
    private final SessionBook book;
    private final SessionDoor door;
    private final RecordIndex records;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LocalDate today;

    public SessionFlow(
            DiagnoseFlow diagnose,
            Gate gate,
            SessionBook book,
            RecordIndex records,
            AuditLog audit,
            InstantSource clock,
            LocalDate today) {
        this.diagnose = diagnose;
        this.book = book;
        this.door = new SessionDoor(gate, book);
        this.records = records;
        this.audit = audit;
        this.clock = clock;
        this.today = today;
    }

    /** Begins a session with a diagnosis; without a brief there is none. */
    public SessionOutcome open(Request request) {
        if (book.goingOn() >= MOST_OPEN)
            return new NotPossible("there are " + MOST_OPEN + " sessions that go on; close or stop some of them first");
        String id = book.reserve(today);
        var named = new Request(
                id,
                request.text(),
                request.aircraft(),
                request.model(),
                request.serial(),
                request.on(),
                request.top(),
                request.without(),
                request.asker());
        DiagnoseFlow.Continued continued = diagnose.continued(named, List.of(), log(id, "open", Map.of()));
        if (continued.situation().isEmpty()) return new NoBrief(continued.answer());
        String now = clock.instant().toString();
        var session = new Session(
                id,
                State.OPEN,
                now,
                now,
                request.asker().name(),
                door.markings(request.asker()),
                "",
                request.text(),
                request.aircraft().orElse(""),
                request.model().orElse(""),
                request.serial().orElse(""),
                request.on().toString(),
                request.top(),
                List.of(),
                List.of(),
                "",
                "",
                "");
        Session drawn = session.drawnFrom(continued.from());
        book.add(drawn);
        return SessionStanding.of(drawn, continued, continued.situation().get().prior());
    }

    /** Sessions that this asker may see, the one changed last first. */
    public List<Session> list(Principal asker, int count) {
        return door.list(asker, count);
    }

    /** Whether there is such a session for this asker, be it over or not. */
    public boolean knows(String id, Principal asker) {
        return door.find(id, asker) instanceof Found.Here;
    }

    /** The session as it stands. */
    public SessionOutcome show(String id, Principal asker) {
        return switch (door.find(id, asker)) {
            case Found.None(var why) -> new NotPossible(why);
            case Found.Here(var session) -> {
                if (!session.goesOn()) yield new Settled(session, "", SessionDoor.ended(session));
                yield go(session, session, asker, "show", Map.of(), Optional.empty());
            }
        };
    }

    /**
     * Answers a check.
     *
     * @param result one of the check's answers, {@code pass}, {@code fail} or {@code skip}
     */
    public SessionOutcome answer(String id, String check, String result, Principal asker) {
        return switch (door.going(id, asker)) {
            case Found.None(var why) -> new NotPossible(why);
            case Found.Here(var session) -> answer(session, check, result, asker);
        };
    }

    private SessionOutcome answer(Session session, String check, String result, Principal asker) {
        if (session.steps().size() >= MOST_STEPS)
            return new NotPossible("session " + session.id() + " has " + MOST_STEPS
                    + " answers, more are not taken: hand it over or close it");
        Request request = request(session, asker);
        if (!(diagnose.judged(request, "").decision() instanceof Decision.Allowed(var scope)))
            return go(session, session, asker, "answer", Map.of(), Optional.empty());
        Situation before = diagnose.situation(request, scope, findings(session));
        List<String> answers = before.answers(check);
        if (answers.isEmpty())
            return new NotPossible("session " + session.id() + " offers no check '" + check
                    + "'; the checks of its last answer are those to be answered");
        Optional<Finding> finding = before.finding(check, result);
        if (finding.isEmpty())
            return new NotPossible("check " + check + " is answered with one of '" + String.join("', '", answers)
                    + "' or 'skip', got '" + result + "'");
        Step step = step(finding.get(), before, asker);
        var steps = new ArrayList<>(session.steps());
        steps.add(step);
        Session after = session.with(steps, clock.instant().toString());
        var details = Map.of(
                "check", check, "result", Trail.answer(finding.get().outcome().answer()));
        return go(session, after, asker, "answer", details, Optional.of(before.beliefs()));
    }

    /** Takes the last answer back. */
    public SessionOutcome back(String id, Principal asker) {
        return switch (door.going(id, asker)) {
            case Found.None(var why) -> new NotPossible(why);
            case Found.Here(var session) -> {
                if (session.steps().isEmpty()) yield new NotPossible("session " + id + " has no answer to take back");
                List<Step> fewer = session.steps().subList(0, session.steps().size() - 1);
                Session after = session.with(fewer, clock.instant().toString());
                yield go(session, after, asker, "back", Map.of(), believed(session, asker));
            }
        };
    }

    /** Ends a session without a cause. */
    public SessionOutcome stop(String id, Principal asker) {
        return switch (door.going(id, asker)) {
            case Found.None(var why) -> new NotPossible(why);
            case Found.Here(var session) ->
                settle(session, session.in(State.STOPPED, "", now()), asker, "stop", "", Map.of());
        };
    }

    /** Leaves a session to whoever goes on with it. */
    public SessionOutcome handOver(String id, String note, Principal asker) {
        return switch (door.going(id, asker)) {
            case Found.None(var why) -> new NotPossible(why);
            case Found.Here(var session) -> {
                if (note.isBlank()) yield new NotPossible("say in the note what the next one must know");
                String signed = asker.name() + ", " + now() + ": " + note.strip();
                Session after = session.in(State.HANDED_OVER, signed, now());
                yield settle(session, after, asker, "hand-over", note, Map.of());
            }
        };
    }

    /**
     * Ends a session with its confirmed cause, which becomes a maintenance record.
     *
     * @param cause the part that was at fault
     * @param action what was done; may be empty
     */
    public SessionOutcome close(String id, String cause, String action, Principal asker) {
        return switch (door.going(id, asker)) {
            case Found.None(var why) -> new NotPossible(why);
            case Found.Here(var session) -> {
                if (cause.isBlank())
                    yield new NotPossible("name the part that was the cause; without one, stop the session");
                var entry = SessionRecord.of(session, cause.strip(), action.strip(), today);
                Session after =
                        session.closed(cause.strip(), action.strip(), entry.id().value(), now());
                yield settle(
                        session,
                        after,
                        asker,
                        "close",
                        cause + " " + action,
                        Map.of("cause", cause.strip(), CAUSE_RANK, rank(session, cause.strip(), asker)),
                        () -> records.add(List.of(entry)));
            }
        };
    }

    private SessionOutcome settle(
            Session before, Session after, Principal asker, String act, String words, Map<String, String> details) {
        return settle(before, after, asker, act, words, details, () -> {});
    }

    /** @param work done between the audit entry and the keeping of the session; doing it again does no harm */
    private SessionOutcome settle(
            Session before,
            Session after,
            Principal asker,
            String act,
            String words,
            Map<String, String> details,
            Runnable work) {
        if (words.length() > MOST_WORDS)
            return new NotPossible("at most " + MOST_WORDS + " characters are kept, got " + words.length());
        // What is written down is judged like what is asked: the complaint alone passed the gate when the session
        // began.
        Request written = request(before, asker, before.complaint() + "\n" + words);
        OwnMatter.Judged judged = diagnose.judged(request(before, asker), words);
        if (!(judged.decision() instanceof Decision.Allowed))
            return new NoBrief(diagnose.continued(written, List.of(), log(before.id(), act, details))
                    .answer());
        var all = new TreeMap<>(details);
        all.put("session", before.id());
        all.put("act", act);
        all.putAll(judged.facts());
        var entry = audit.append(new AuditEvent(
                "session",
                asker.name(),
                before.complaint(),
                after.state().name().toLowerCase(Locale.ROOT),
                all));
        work.run();
        if (!book.replace(before, after)) return late(before);
        return new Settled(after, entry.id(), SessionDoor.ended(after));
    }

    private SessionOutcome go(
            Session before,
            Session after,
            Principal asker,
            String act,
            Map<String, String> details,
            Optional<Beliefs> believed) {
        DiagnoseFlow.Continued continued =
                diagnose.continued(request(after, asker), findings(after), log(before.id(), act, details));
        if (continued.situation().isEmpty()) return new NoBrief(continued.answer());
        // What was only looked at leaves no trace in it that somebody else could read.
        Session kept = after.equals(before) ? before : after.drawnFrom(continued.from());
        if (!kept.equals(before) && !book.replace(before, kept)) return late(before);
        Beliefs from = believed.orElseGet(() -> continued.situation().get().prior());
        return SessionStanding.of(kept, continued, from);
    }

    private static SessionOutcome late(Session session) {
        return new NotPossible("session " + session.id()
                + " was changed by somebody else in the meantime: look at it again, then repeat the step");
    }

    private Optional<Beliefs> believed(Session session, Principal asker) {
        Request request = request(session, asker);
        return diagnose.judged(request, "").decision() instanceof Decision.Allowed(var scope)
                ? Optional.of(
                        diagnose.situation(request, scope, findings(session)).beliefs())
                : Optional.empty();
    }

    /** Place of a cause among those of the diagnosis before any check, 1 for the likeliest; 0 where it was not among them. */
    private String rank(Session session, String cause, Principal asker) {
        Session fresh = session.with(List.of(), session.changed());
        List<String> ranked = believed(fresh, asker).map(Beliefs::ranked).orElse(List.of());
        return Integer.toString(
                1 + ranked.stream().map(CauseChoices::name).toList().indexOf(CauseChoices.name(cause)));
    }

    private static DiagnoseFlow.Log log(String id, String act, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("session", id);
        all.put("act", act);
        return new DiagnoseFlow.Log("session", all);
    }

    private static Request request(Session session, Principal asker) {
        return request(session, asker, session.complaint());
    }

    private static Request request(Session session, Principal asker, String text) {
        return new Request(
                session.id(),
                text,
                given(session.aircraft()),
                given(session.model()),
                given(session.serial()),
                LocalDate.parse(session.on()),
                session.top(),
                Set.of(),
                asker);
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(v -> !v.isEmpty());
    }

    private static List<Finding> findings(Session session) {
        return session.steps().stream()
                .map(s -> new Finding(
                        s.check(),
                        s.document(),
                        s.node(),
                        s.repaired(),
                        new Outcome(s.answer(), s.likelihoods(), s.otherwise())))
                .toList();
    }

    private Step step(Finding finding, Situation situation, Principal asker) {
        return new Step(
                finding.check(),
                situation.text(finding.check()),
                finding.document(),
                situation.source(finding.check()),
                finding.node(),
                finding.repaired(),
                situation.parts(finding.check()),
                finding.outcome().answer(),
                finding.outcome().likelihoods(),
                finding.outcome().otherwise(),
                now(),
                asker.name());
    }

    private String now() {
        return clock.instant().toString();
    }
}
