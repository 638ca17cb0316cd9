package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came with a request: the fields of a form, or the names behind the question mark. */
record Form(Map<String, String> fields) {
    /** Bytes; a complaint has at most 20,000 characters. */
    private static final int MOST = 1 << 18;

    static Form posted(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
            throw new Problem(Status.UNSUPPORTED_MEDIA_TYPE_415, "a form was expected, got '" + type + "'");
        byte[] bytes;
        try (InputStream in = request.content().inputStream()) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the form ended early");
        }
        if (bytes.length > MOST)
            throw new Problem(Status.REQUEST_ENTITY_TOO_LARGE_413, "a form may have " + MOST + " bytes");
        var form = new HashMap<String, String>();
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return new Form(form);
    }

    static Form query(ServerRequest request) {
        var form = new HashMap<String, String>();
        for (String name : request.query().names())
            form.put(name, request.query().get(name));
        return new Form(form);
    }

    /** Without the blanks around it; empty where it is missing. */
    String word(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** Throws {@link Problem} where it is missing. */
    String required(String name) {
        String value = word(name);
        if (value.isEmpty()) throw new Problem(Status.BAD_REQUEST_400, "'" + name + "' is missing");
        return value;
    }

    int number(String name) {
        return number(name, required(name));
    }

    Optional<Integer> numberIfAny(String name) {
        String value = word(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(number(name, value));
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,9}"))
            throw new Problem(Status.BAD_REQUEST_400, "'" + name + "' must be a whole number, got '" + value + "'");
        return Integer.parseInt(value);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the form is not encoded as a form is");
        }
    }
}
