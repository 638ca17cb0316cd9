package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.audit.AuditEvent;
import flightline.policy.Act;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Vectors of texts in OpenAI's dialect, by the embedder that the index is made with. Texts are not kept, their number is. */
final class Embeddings {
    static final String MODEL = "flightline-embed";
    private static final int MOST = 256;
    private static final int LONGEST = 20_000;
    /** Texts handed to the embedder at a time: whoever else searches waits for so many at most. */
    private static final int AT_ONCE = 8;

    private final Desk desk;
    private final Semaphore turn = new Semaphore(1, true);

    Embeddings(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/v1/embeddings", "Vectors of texts in OpenAI's dialect", this::embed)
                .by(Act.SEARCH)
                .reads(Endpoint.JSON, "EmbeddingRequest")
                .gives(Endpoint.JSON, "EmbeddingList"));
    }

    private void embed(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        String model = Body.word(body, "model");
        var embedder = desk.wiring().embedder();
        if (!model.equals(MODEL) && !model.equals(embedder.name()))
            throw new Problem(
                    Status.NOT_FOUND_404, "the model must be " + MODEL + ", got '" + Query.shown(model) + "'");
        List<String> texts = texts(body.path("input"));
        boolean base64 = base64(body);
        JsonNode dimensions = body.path("dimensions");
        if (!dimensions.isMissingNode() && !dimensions.isNull() && dimensions.asInt() != embedder.dimension())
            throw new BadRequest("'dimensions' can only be " + embedder.dimension() + ", got " + dimensions);
        desk.wiring()
                .audit()
                .append(new AuditEvent(
                        "embeddings",
                        Asker.of(request).name(),
                        texts.size() + " texts",
                        "given",
                        Map.of("model", embedder.name())));
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = node.putArray("data");
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            List<float[]> vectors = vectors(texts.subList(from, Math.min(texts.size(), from + AT_ONCE)));
            for (int i = 0; i < vectors.size(); i++) {
                ObjectNode one = data.addObject().put("object", "embedding").put("index", from + i);
                if (base64) one.put("embedding", base64(vectors.get(i)));
                else {
                    ArrayNode numbers = one.putArray("embedding");
                    for (float number : vectors.get(i)) numbers.add(number);
                }
            }
        }
        node.put("model", model);
        // Nothing is counted in tokens here; clients that add them up get nothing to add.
        node.putObject("usage").put("prompt_tokens", 0).put("total_tokens", 0);
        Reply.json(response, node);
    }

    private List<float[]> vectors(List<String> texts) {
        turn.acquireUninterruptibly();
        try {
            return desk.wiring().embedder().passages(texts);
        } finally {
            turn.release();
        }
    }

    private static boolean base64(JsonNode body) {
        String format = Body.word(body, "encoding_format");
        return switch (format) {
            case "", "float" -> false;
            case "base64" -> true;
            default ->
                throw new BadRequest("'encoding_format' must be float or base64, got '" + Query.shown(format) + "'");
        };
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : vector) bytes.putFloat(number);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static List<String> texts(JsonNode input) {
        var texts = new ArrayList<String>();
        if (input.isTextual()) texts.add(input.asText());
        else if (input.isArray())
            for (JsonNode one : input) {
                if (!one.isTextual())
                    throw new BadRequest("'input' must be a string or a list of strings; tokens are not read, got "
                            + one.getNodeType());
                texts.add(one.asText());
            }
        else throw new BadRequest("'input' must be a string or a list of strings, got " + input.getNodeType());
        if (texts.isEmpty() || texts.size() > MOST)
            throw new BadRequest("'input' must have 1 to " + MOST + " texts, got " + texts.size());
        for (String text : texts)
            if (text.isBlank() || text.length() > LONGEST)
                throw new BadRequest(
                        "a text of 'input' must have 1 to " + LONGEST + " characters, got " + text.length());
        return texts;
    }
}
