package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.Marking;

/** The marking of what is shown: a member where there is one, so that what is unmarked looks as it always did. */
public final class MarkingJson {
    private static final String MARKING = "marking";

    private MarkingJson() {}

    public static void into(ObjectNode node, Marking marking) {
        if (!marking.equals(Marking.UNMARKED)) node.put(MARKING, marking.label());
    }

    /** The strictest of an answer or a part of one; empty where there is none. */
    public static String of(JsonNode answer) {
        Marking all = one(answer);
        for (JsonNode citation : answer.path("citations")) all = all.and(one(citation));
        return all.equals(Marking.UNMARKED) ? "" : all.label();
    }

    private static Marking one(JsonNode node) {
        String label = node.path(MARKING).asText();
        return label.isBlank() ? Marking.UNMARKED : new Marking(label);
    }
}
