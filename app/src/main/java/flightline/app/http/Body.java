package flightline.app.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import flightline.app.view.JsonFault;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads the JSON that came with a request. */
final class Body {
    /** Bytes; the longest complaint that is read has 20,000 characters. */
    private static final int MOST = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Body() {}

    static JsonNode json(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        // A form of another page cannot send this type without being asked first, so it keeps foreign pages out as
        // well.
        if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json"))
            throw new Problem(
                    Status.UNSUPPORTED_MEDIA_TYPE_415, "the content type must be application/json, got '" + type + "'");
        byte[] bytes;
        try (InputStream in = request.content().inputStream()) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the request ended early");
        }
        if (bytes.length > MOST)
            throw new Problem(
                    Status.REQUEST_ENTITY_TOO_LARGE_413, "a request may have " + MOST + " bytes, this one has more");
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node == null || !node.isObject())
                throw new Problem(Status.BAD_REQUEST_400, "the request must be a JSON object");
            return node;
        } catch (JsonProcessingException e) {
            throw new Problem(Status.BAD_REQUEST_400, "not JSON: " + JsonFault.of(e));
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST_400, "not JSON: " + e.getMessage());
        }
    }

    /** A string of the body, empty where there is none. */
    static String word(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) return "";
        if (!value.isTextual())
            throw new Problem(Status.BAD_REQUEST_400, "'" + name + "' must be a string, got " + value.getNodeType());
        return value.asText().strip();
    }

    static String needed(JsonNode body, String name) {
        String word = word(body, name);
        if (word.isEmpty()) throw new Problem(Status.BAD_REQUEST_400, "the body needs '" + name + "', a string");
        return word;
    }
}
