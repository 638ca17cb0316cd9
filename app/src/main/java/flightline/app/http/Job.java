package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.policy.Act;
import java.time.Instant;
import java.util.Optional;

/** Work that takes longer than an answer may: how far it is, and what came of it. */
interface Job {
    /** What somebody must be allowed to do to look at it. */
    Act act();

    boolean over();

    void stop();

    /** Waits until something has changed since, at most so long; how many changes there were by then. */
    long changedSince(long seen, long millis) throws InterruptedException;

    ObjectNode json();

    /** As everyone is told of it. */
    static ObjectNode json(
            String id,
            String kind,
            String state,
            Instant begun,
            Optional<Instant> ended,
            Optional<JsonNode> result,
            String why) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("kind", kind)
                .put("state", state)
                .put("begun", begun.toString());
        ended.ifPresentOrElse(at -> node.put("ended", at.toString()), () -> node.putNull("ended"));
        result.ifPresentOrElse(what -> node.set("result", what), () -> node.putNull("result"));
        return node.put("why", why);
    }

    static ObjectNode progress(long done, long total, String doing) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("done", done)
                .put("total", total)
                .put("doing", doing);
    }
}
