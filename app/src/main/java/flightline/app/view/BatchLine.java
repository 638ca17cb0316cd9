package flightline.app.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.fleet.TableTrouble;
import java.util.function.BiFunction;

/** One line of a batch and its answer; a bad line is answered as such. */
public record BatchLine(ObjectNode answer, boolean bad) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * The number of the line is also its id where it has none.
     *
     * @param where it stands, for messages, for example {@code cases.jsonl}
     * @param answering gives the answer to a line and the id that it has; throws {@link BadRequest} for one that is bad
     */
    public static BatchLine of(BatchText.Line line, String where, BiFunction<JsonNode, String, ObjectNode> answering) {
        String id = Integer.toString(line.number());
        String place = where + " line " + line.number() + ": ";
        if (!line.readable()) return bad(id, place + "not UTF-8");
        try {
            JsonNode node = JSON.readTree(line.text());
            id = RequestJson.id(node, id);
            return new BatchLine(answering.apply(node, id), false);
        } catch (JsonProcessingException e) {
            return bad(id, place + "not JSON: " + JsonFault.ofLine(e));
        } catch (BadRequest e) {
            return bad(id, place + e.getMessage());
        } catch (TableTrouble e) {
            return bad(
                    id,
                    place + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Says of a line that whoever asks may not. */
    public static ObjectNode refused(String id, String why) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("outcome", "refused")
                .put("why", why);
    }

    private static BatchLine bad(String id, String message) {
        return new BatchLine(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("outcome", "bad-request")
                        .put("message", message),
                true);
    }
}
