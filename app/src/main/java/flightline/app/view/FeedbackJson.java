package flightline.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.FeedbackBook.Said;

/** What somebody said of an answer. */
public final class FeedbackJson {
    private FeedbackJson() {}

    public static ObjectNode of(Said said) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", said.id())
                .put("when", said.when())
                .put("who", said.who())
                .put("answer", said.answer())
                .put("kind", said.kind())
                .put("note", said.note())
                .put("citation", said.citation())
                .put("log", said.log());
    }
}
