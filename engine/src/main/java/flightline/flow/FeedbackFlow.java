package flightline.flow;

import flightline.archive.FeedbackBook;
import flightline.archive.FeedbackBook.Said;
import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Clearance;
import flightline.corpus.Marking;
import flightline.evaluation.Scorecard;
import flightline.policy.Gate;
import flightline.policy.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes in what people say of answers, and hands it to those who measure. */
public final class FeedbackFlow {
    private static final int LONGEST = 2000;
    private static final Set<String> ANSWERS = Set.of("ask", "diagnose", "session", "search");

    private final Gate gate;
    private final FeedbackBook book;
    private final AuditLog audit;
    private final InstantSource clock;

    public FeedbackFlow(Gate gate, FeedbackBook book, AuditLog audit, InstantSource clock) {
        this.gate = gate;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** How an answer was. */
    public enum Kind {
        HELPED,
        WRONG_PAGE,
        WRONG_CAUSE,
        /** Following it could have done harm. */
        DANGEROUS;

        /** As it is written, for example {@code wrong-page}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    /** What becomes of it. */
    public sealed interface Outcome {
        record Kept(Said said) implements Outcome {}

        /** It cannot be taken; nothing has changed. */
        record NotPossible(String why) implements Outcome {}
    }

    /**
     * Says how an answer was. Everyone speaks of their own answers only: otherwise one could speak for all.
     *
     * @param answer id of the answer's entry in the log, for example {@code A-000042}
     * @param note in the speaker's words, may be empty; it is never put into the log
     * @param citation number of the citation that it is about; may be empty
     * @param log which log the answer's entry is of, as {@link AuditLog#name} has it; empty where the speaker does not know
     */
    public Outcome say(String answer, Kind kind, String note, String citation, String log, Principal asker) {
        if (note.length() > LONGEST)
            return new Outcome.NotPossible("a note may have " + LONGEST + " characters, this one has " + note.length());
        if (!citation.matches("[a-z]?\\d{0,4}"))
            return new Outcome.NotPossible("a citation is a number of the answer such as c3, got '" + citation + "'");
        String own = audit.name();
        // The number alone may be that of another answer here.
        if (!log.isEmpty() && !log.equals(own))
            return new Outcome.NotPossible("answer '" + answer + "' was given by another node, whose log is '" + log
                    + "' (here it is '" + own + "'); say it at that node");
        if (!isOwn(answer, asker))
            return new Outcome.NotPossible("the log of this node has no answer '" + answer + "' of '" + asker.name()
                    + "'; of several nodes, the one that answered takes what is said of it");
        AuditEntry entry = audit.append(new AuditEvent(
                "feedback",
                asker.name(),
                answer,
                kind.word(),
                citation.isEmpty() ? Map.of() : Map.of("citation", citation)));
        var said = new Said(
                entry.id(),
                clock.instant().toString(),
                asker.name(),
                answer,
                kind.word(),
                note.strip(),
                citation,
                asker.clearances().stream().map(Marking::label).sorted().toList(),
                own);
        book.add(said);
        return new Outcome.Kept(said);
    }

    private boolean isOwn(String answer, Principal asker) {
        if (!answer.matches("A-\\d{6,18}")) return false;
        var found = new ArrayList<AuditEntry>();
        audit.read(entry -> {
            if (entry.id().equals(answer)) found.add(entry);
        });
        return found.stream()
                .map(AuditEntry::event)
                .anyMatch(event -> event.who().equals(asker.name()) && ANSWERS.contains(event.kind()));
    }

    /** All that the asker may see, oldest first; what was said by somebody cleared for more is not shown. */
    public List<Said> list(Principal asker) {
        Clearance clearance = gate.clearance(asker);
        return book.all().stream()
                .filter(said -> said.markings().stream().map(Marking::new).allMatch(clearance::covers))
                .toList();
    }

    /** What was said as figures, with a line for each; nobody is named in it, for it is made to be handed on. */
    public Scorecard measured(Principal asker) {
        List<Said> all = list(asker);
        var figures = new LinkedHashMap<String, Double>();
        counts(all).forEach((kind, count) -> figures.put(kind, count.doubleValue()));
        return new Scorecard(
                "feedback",
                all.size(),
                figures,
                all.stream().map(FeedbackFlow::detail).toList());
    }

    private static Map<String, Object> detail(Said said) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("id", said.id());
        detail.put("when", said.when());
        detail.put("answer", said.answer());
        detail.put("log", said.log());
        detail.put("kind", said.kind());
        detail.put("citation", said.citation());
        detail.put("note", said.note());
        return detail;
    }

    /** How often each kind was said, in the order of {@link Kind}. */
    public static Map<String, Long> counts(List<Said> all) {
        var counts = new LinkedHashMap<String, Long>();
        for (Kind kind : Kind.values())
            counts.put(
                    kind.word(),
                    all.stream().filter(said -> said.kind().equals(kind.word())).count());
        return counts;
    }
}
