package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.SessionBook.Session;
import flightline.archive.SessionBook.Step;
import flightline.flow.SessionOutcome;
import java.util.List;
import java.util.Locale;

/** Troubleshooting sessions: an answer in the contract's shape with {@code session}, {@code moved} and {@code notes} beside it. */
public final class SessionJson {
    private SessionJson() {}

    public static ObjectNode of(SessionOutcome.Stands stands) {
        ObjectNode node = AnswerJson.of(stands.answer());
        node.set("session", of(stands.session()));
        ArrayNode moved = node.putArray("moved");
        for (SessionOutcome.Move move : stands.moves()) {
            ObjectNode one = moved.addObject();
            one.put("part", move.part());
            one.put("before", AnswerJson.thousandth(move.before()));
            one.put("after", AnswerJson.thousandth(move.after()));
        }
        AnswerJson.strings(node.withArray("notes"), stands.notes());
        return node;
    }

    public static ObjectNode of(SessionOutcome.Settled settled) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", settled.session().id());
        node.put("outcome", state(settled.session()));
        node.put("why", settled.said());
        node.set("session", of(settled.session()));
        node.put("audit", settled.audit());
        return node;
    }

    public static ObjectNode of(List<Session> sessions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("sessions");
        sessions.forEach(s -> list.add(of(s)));
        return node;
    }

    static ObjectNode of(Session session) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", session.id());
        node.put("state", state(session));
        node.put("opened", session.opened());
        node.put("changed", session.changed());
        node.put("who", session.who());
        node.put("complaint", session.complaint());
        node.put("aircraft", session.aircraft());
        ArrayNode steps = node.putArray("steps");
        for (Step step : session.steps()) {
            ObjectNode one = steps.addObject();
            one.put("check", step.check());
            one.put("text", step.text());
            one.put("result", step.answer());
            AnswerJson.strings(one.putArray("for"), step.parts());
            one.put("when", step.when());
            one.put("who", step.who());
        }
        AnswerJson.strings(node.putArray("notes"), session.notes());
        node.put("cause", session.cause());
        node.put("action", session.action());
        node.put("record", session.record());
        return node;
    }

    /** The state as the contract writes words. */
    public static String state(Session session) {
        return session.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
