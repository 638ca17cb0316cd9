package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.DialogueBook.Cited;
import flightline.archive.DialogueBook.Dialogue;
import flightline.archive.DialogueBook.Turn;
import flightline.flow.DialogueFlow.Reply;
import java.util.List;
import java.util.Locale;

/** Dialogues: a reply, a list, or one whole. */
public final class DialogueJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DialogueJson() {}

    /** The answer in the contract's shape, with the dialogue that it belongs to. */
    public static ObjectNode of(Reply reply) {
        ObjectNode node = AnswerJson.of(reply.answer());
        ObjectNode dialogue = node.putObject("session");
        dialogue.put("id", reply.dialogue());
        dialogue.put("turn", reply.number());
        dialogue.put("question", reply.question().question());
        dialogue.put("about", reply.question().about());
        dialogue.put("kind", kind(reply.question().kind().name()));
        return node;
    }

    public static ObjectNode of(List<Dialogue> dialogues) {
        ObjectNode node = JSON.objectNode();
        ArrayNode list = node.putArray("sessions");
        for (Dialogue dialogue : dialogues)
            list.addObject()
                    .put("id", dialogue.id())
                    .put("begun", dialogue.begun())
                    .put("changed", dialogue.changed())
                    .put("turns", dialogue.dropped() + dialogue.turns().size())
                    .put("last", dialogue.turns().getLast().asked());
        return node;
    }

    public static ObjectNode of(Dialogue dialogue) {
        ObjectNode node = JSON.objectNode()
                .put("id", dialogue.id())
                .put("begun", dialogue.begun())
                .put("changed", dialogue.changed())
                .put("forgotten", dialogue.dropped());
        ArrayNode turns = node.putArray("turns");
        int number = dialogue.dropped();
        for (Turn turn : dialogue.turns()) {
            ObjectNode one = turns.addObject();
            one.put("turn", ++number)
                    .put("when", turn.when())
                    .put("asked", turn.asked())
                    .put("question", turn.question())
                    .put("about", turn.about())
                    .put("kind", kind(turn.kind()))
                    .put("outcome", turn.outcome())
                    .put("audit", turn.audit());
            ArrayNode cited = one.putArray("citations");
            for (Cited place : turn.cited())
                cited.addObject()
                        .put("document", place.document())
                        .put("revision", place.revision())
                        .put("start", place.start())
                        .put("end", place.end());
        }
        return node;
    }

    private static String kind(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
