package flightline.flow;

import flightline.archive.SessionBook;
import flightline.archive.SessionBook.Session;
import flightline.corpus.Clearance;
import flightline.corpus.Marking;
import flightline.policy.Gate;
import flightline.policy.Principal;
import java.util.List;
import java.util.stream.Stream;

/** Which sessions somebody may see and go on with. A session that they may not see is to them none at all. */
final class SessionDoor {
    private final Gate gate;
    private final SessionBook book;

    SessionDoor(Gate gate, SessionBook book) {
        this.gate = gate;
        this.book = book;
    }

    /** Whether a session is there for this asker. */
    sealed interface Found {
        record Here(Session session) implements Found {}

        record None(String why) implements Found {}
    }

    /** The session, whether it goes on or not. */
    Found find(String id, Principal asker) {
        return book.find(id)
                .filter(s -> mayGoOn(s, asker))
                .<Found>map(Found.Here::new)
                .orElseGet(() -> new Found.None(
                        "there is no session '" + id + "'; diagnose --sessions, or GET /api/v1/sessions, lists them"));
    }

    /** The session, if it goes on; else what became of it. */
    Found going(String id, Principal asker) {
        return switch (find(id, asker)) {
            case Found.None none -> none;
            case Found.Here(var session) -> session.goesOn() ? new Found.Here(session) : new Found.None(ended(session));
        };
    }

    /** Those that this asker may see, the one changed last first. */
    List<Session> list(Principal asker, int count) {
        return book.latest(Integer.MAX_VALUE).stream()
                .filter(s -> mayGoOn(s, asker))
                .limit(count)
                .toList();
    }

    /** What it was drawn from, and what the one who opened it may have written into it, must be within what the asker may see. */
    private boolean mayGoOn(Session session, Principal asker) {
        Clearance clearance = gate.clearance(asker);
        return session.markings().stream().map(Marking::new).allMatch(clearance::covers);
    }

    /** What the asker is cleared for by name: it may stand in what they write. */
    List<String> markings(Principal asker) {
        Clearance clearance = gate.clearance(asker);
        return Stream.concat(
                        asker.clearances().stream(),
                        asker.groups().stream().map(group -> new Marking("GROUP " + group)))
                .filter(clearance::covers)
                .map(Marking::label)
                .sorted()
                .toList();
    }

    /** What became of a session, in words. */
    static String ended(Session session) {
        return switch (session.state()) {
            case OPEN -> "session " + session.id() + " goes on";
            case HANDED_OVER ->
                "session " + session.id() + " is handed over: "
                        + (session.notes().isEmpty() ? "" : session.notes().getLast());
            case STOPPED ->
                "session " + session.id() + " was stopped at " + session.changed()
                        + " and takes no more steps; begin a new one";
            case CLOSED ->
                "session " + session.id() + " is closed: the cause was " + session.cause() + ", kept as record "
                        + session.record();
        };
    }
}
