package flightline.flow;

import flightline.archive.SessionBook.Session;
import flightline.diagnosis.Situation;
import flightline.diagnosis.troubleshooting.Beliefs;
import flightline.flow.SessionOutcome.Move;
import flightline.flow.SessionOutcome.Stands;
import java.util.ArrayList;

/** A session as it stands after a step: how the step moved the causes, and what to know besides. */
final class SessionStanding {
    private static final int MOVES = 8;

    private SessionStanding() {}

    static Stands of(Session session, DiagnoseFlow.Continued continued, Beliefs before) {
        Situation situation = continued.situation().orElseThrow();
        Beliefs after = situation.beliefs();
        var moves = new ArrayList<Move>();
        after.ranked().stream()
                .limit(MOVES)
                .forEach(part -> moves.add(new Move(part, before.of(part), after.of(part))));
        moves.add(new Move("", before.unlisted(), after.unlisted()));
        var notes = new ArrayList<String>();
        for (String check : Situation.contradicted(situation.findings()))
            notes.add("Check " + check
                    + " was answered in more than one way: these answers contradict each other, so together they tell"
                    + " nothing. Do the check again and take back the answer that is wrong.");
        if (after.ranked().isEmpty())
            notes.add("Nothing found names a cause, so answers move nothing: note what you see and hand over.");
        if (continued.answer() instanceof Answer.Brief(var head, var brief)
                && brief.checks().isEmpty())
            notes.add("No check is left: close with the cause that you found, or hand over.");
        if (situation.tree().isPresent() && situation.current().isEmpty() && skippedInTree(situation))
            notes.add("The isolation procedure cannot be followed past the step that was skipped.");
        return new Stands(session, continued.answer(), moves, notes);
    }

    private static boolean skippedInTree(Situation situation) {
        return situation.findings().stream()
                .anyMatch(f -> f.skipped() && !f.node().isEmpty());
    }
}
