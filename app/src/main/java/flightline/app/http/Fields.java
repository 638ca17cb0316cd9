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

/** The fields of a small form. */
final class Fields {
    /** Bytes: a name, a password and a path. */
    private static final int MOST = 1 << 14;

    private Fields() {}

    static Map<String, String> of(ServerRequest request) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
            throw new Problem(Status.UNSUPPORTED_MEDIA_TYPE_415, "a form is read here, got '" + type + "'");
        byte[] bytes;
        try (InputStream in = request.content().inputStream()) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the form ended early");
        }
        if (bytes.length > MOST)
            throw new Problem(Status.REQUEST_ENTITY_TOO_LARGE_413, "this form may have " + MOST + " bytes");
        var fields = new HashMap<String, String>();
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the form is not encoded as a form is");
        }
    }
}
