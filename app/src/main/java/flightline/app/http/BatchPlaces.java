package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.BatchLine;
import flightline.app.view.BatchText;
import flightline.flow.Turns;
import flightline.policy.Act;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Batches over HTTP: requests as JSON lines in, answers as JSON lines out in the same order, each on its way when it is known. */
final class BatchPlaces {
    private static final int BYTES = 16 << 20;
    private static final int LINES = 10_000;
    private static final int QUEUES = 20;

    private final Desk desk;

    BatchPlaces(Desk desk) {
        this.desk = desk;
    }

    /** Answers one line. */
    interface Answering {
        ObjectNode answer(ServerRequest request, JsonNode line);
    }

    Endpoint endpoint(String verb, Act act, String given, Answering answering) {
        return batch("/api/v1/" + verb, given, answering).by(act);
    }

    private Endpoint batch(String place, String given, Answering answering) {
        return Endpoint.post(
                        place + "/batch",
                        "The same for many requests, one a line; a bad line is answered as such",
                        (request, response) -> run(request, response, answering))
                .reads(Endpoint.LINES, "Request")
                .gives(Endpoint.LINES, given);
    }

    private void run(ServerRequest request, ServerResponse response, Answering answering) {
        List<BatchText.Line> lines = lines(request);
        Reply.lines(response, Endpoint.LINES, out -> {
            for (BatchText.Line line : lines)
                out.accept(BatchLine.of(line, "body", (node, id) -> answered(request, node, id, answering))
                        .answer());
        });
    }

    private static ObjectNode answered(ServerRequest request, JsonNode line, String id, Answering answering) {
        if (!(line instanceof ObjectNode asked))
            throw new BadRequest("a request must be a JSON object, got " + line.getNodeType());
        if (!asked.hasNonNull("id")) asked.put("id", id);
        try {
            return inTurn(request, asked, answering);
        } catch (Problem said) {
            // The lines before are on their way, so that the status can say nothing any more.
            if (said.status().equals(Status.FORBIDDEN_403))
                return BatchLine.refused(id, String.valueOf(said.getMessage()));
            throw new BadRequest(String.valueOf(said.getMessage()));
        }
    }

    /** Nobody waits for one line of a batch, so it stands in the queue again rather than that it fails. */
    private static ObjectNode inTurn(ServerRequest request, ObjectNode asked, Answering answering) {
        for (int tries = 1; ; tries++) {
            try {
                return answering.answer(request, asked);
            } catch (Turns.Crowded crowded) {
                if (tries == QUEUES) throw new BadRequest(String.valueOf(crowded.getMessage()));
            }
        }
    }

    private List<BatchText.Line> lines(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        String plain = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (!List.of(Endpoint.LINES, "application/x-ndjson", "application/json-lines")
                .contains(plain))
            throw new Problem(
                    Status.UNSUPPORTED_MEDIA_TYPE_415,
                    "the content type must be " + Endpoint.LINES + " or application/x-ndjson, got '" + Query.shown(type)
                            + "'");
        var body = request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
        try (var in = new Patient(
                body, BYTES, desk.bounds().patience(), desk.wiring().settings().nanos())) {
            List<BatchText.Line> lines = BatchText.of(in.readAllBytes()).lines();
            if (lines.size() > LINES)
                throw new Problem(
                        Status.REQUEST_ENTITY_TOO_LARGE_413,
                        "a batch may have " + LINES + " lines, this one has " + lines.size());
            return lines;
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the request ended early");
        }
    }
}
