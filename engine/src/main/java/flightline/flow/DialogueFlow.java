package flightline.flow;

import flightline.archive.DialogueBook;
import flightline.archive.DialogueBook.Cited;
import flightline.archive.DialogueBook.Dialogue;
import flightline.archive.DialogueBook.Turn;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Citation;
import flightline.corpus.Clearance;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.RevisionNames;
import flightline.diagnosis.Numbered;
import flightline.dialogue.Asked;
import flightline.dialogue.FollowUp;
import flightline.dialogue.FollowUpReader;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dialogue: each question is read in the light of those before, judged, sought and answered anew, as if it had been asked
 * whole. Everyone sees their own dialogues only, and of them only the turns whose answers cite nothing that they may no longer
 * see: a turn with any other is as if it had never been.
 */
public final class DialogueFlow {
    /** Turns that a follow-up may reach back over. */
    private static final int LOOK_BACK = 6;

    private final Gate gate;
    private final PassageIndex index;
    private final AskFlow ask;
    private final FollowUpReader reader;
    private final DialogueBook book;
    private final AuditLog audit;
    private final InstantSource clock;

    public DialogueFlow(
            Gate gate,
            PassageIndex index,
            AskFlow ask,
            FollowUpReader reader,
            DialogueBook book,
            AuditLog audit,
            InstantSource clock) {
        this.gate = gate;
        this.index = index;
        this.ask = ask;
        this.reader = reader;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An answer within a dialogue.
     *
     * @param number of the turn, 1-based
     */
    public record Reply(Answer answer, String dialogue, int number, FollowUp question) {}

    /**
     * Asks within a dialogue, which begins with its first question.
     *
     * @param id letters, digits, dots, dashes and underscores, at most 64
     */
    public Reply ask(Request request, String id, Early early) {
        if (!DialogueBook.isId(id))
            throw new IllegalArgumentException(
                    "a dialogue's name may hold letters, digits, dots, dashes and underscores, at most 64, got '" + id
                            + "'");
        String who = request.asker().name();
        FollowUp question = reader.read(request.text(), before(request.asker(), id));
        Answer answer = ask.ask(request.withText(question.question()), question.about(), early);
        List<Cited> cited = cited(answer);
        int number = book.add(
                who,
                id,
                new Turn(
                        request.text(),
                        question.question(),
                        question.about(),
                        question.kind().name().toLowerCase(Locale.ROOT),
                        answer.outcome(),
                        answer.head().audit(),
                        clock.instant().toString(),
                        cited,
                        cited.stream()
                                .flatMap(this::held)
                                .map(document -> document.header().marking())
                                .reduce(Marking.UNMARKED, Marking::and)
                                .label()));
        return new Reply(answer, id, number, question);
    }

    private List<Asked> before(Principal asker, String id) {
        List<Turn> turns = find(asker, id).map(Dialogue::turns).orElse(List.of());
        return turns.subList(Math.max(0, turns.size() - LOOK_BACK), turns.size()).stream()
                .map(turn -> new Asked(turn.question(), turn.about(), mayBeBuiltUpon(turn.outcome())))
                .toList();
    }

    /** What was refused must not lend its words to the next question. */
    private static boolean mayBeBuiltUpon(String outcome) {
        return !outcome.equals("refused") && !outcome.equals("out-of-scope");
    }

    private static List<Cited> cited(Answer answer) {
        if (!(answer instanceof Answer.Brief(var head, var brief))) return List.of();
        return brief.findings().citations().stream()
                .map(Numbered::citation)
                .map(DialogueFlow::cited)
                .toList();
    }

    private static Cited cited(Citation citation) {
        return new Cited(
                citation.document().value(),
                citation.exact(),
                citation.source().hex(),
                citation.place().start(),
                citation.place().end());
    }

    /** The asker's dialogues, the one changed last first. */
    public List<Dialogue> held(Principal asker) {
        return book.of(asker.name()).stream()
                .flatMap(dialogue -> seen(dialogue, asker).stream())
                .toList();
    }

    public Optional<Dialogue> find(Principal asker, String id) {
        return book.find(asker.name(), id).flatMap(dialogue -> seen(dialogue, asker));
    }

    /** With the turns that the asker may still see; absent where there are none. */
    private Optional<Dialogue> seen(Dialogue dialogue, Principal asker) {
        Clearance clearance = gate.clearance(asker);
        List<Turn> turns =
                dialogue.turns().stream().filter(turn -> seen(turn, clearance)).toList();
        return turns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dialogue(
                        dialogue.id(),
                        dialogue.begun(),
                        dialogue.changed(),
                        dialogue.who(),
                        turns,
                        dialogue.dropped()));
    }

    /** By the marking that was, and by that of today, which may be higher. */
    private boolean seen(Turn turn, Clearance clearance) {
        boolean then = turn.marking().isEmpty()
                ? turn.cited().stream().allMatch(cited -> held(cited).findAny().isPresent())
                : clearance.covers(new Marking(turn.marking()));
        return then
                && turn.cited().stream()
                        .flatMap(this::held)
                        .allMatch(document -> clearance.covers(document.header().marking()));
    }

    private Stream<HeldDocument> held(Cited cited) {
        return RevisionNames.meant(cited.revision(), index.revisions(new DocumentId(cited.document()))).stream();
    }

    /** Forgets a dialogue for good; false where there was none. That it was forgotten is in the log. */
    public boolean forget(Principal asker, String id) {
        boolean gone = book.forget(asker.name(), id);
        if (gone) audit.append(new AuditEvent("dialogue", asker.name(), id, "forgotten", Map.of()));
        return gone;
    }
}
