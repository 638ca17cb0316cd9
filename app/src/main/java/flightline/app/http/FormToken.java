package flightline.app.http;

import flightline.app.identity.Caller;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other pages from sending forms in somebody's name. What a foreign form can send must carry the word that only our own
 * forms have; for anything else a browser asks first, and is told no.
 */
final class FormToken {
    static final String FIELD = "csrf";
    static final HeaderName HEADER = HeaderNames.create("X-CSRF-Token");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> FOREIGN_CAN_SEND = Set.of(FORM, "multipart/form-data", "text/plain", "");
    private static final int MOST = 1 << 18;

    private FormToken() {}

    /** Refuses a request without it; that of a form is looked for when the form is read, before anybody sees a field. */
    static void check(ServerRequest request, Caller caller) {
        String type = request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (!FOREIGN_CAN_SEND.contains(type)) return;
        if (request.headers()
                .first(HEADER)
                .filter(said -> same(said, caller.formToken()))
                .isPresent()) return;
        if (!type.equals(FORM)) throw missing();
        request.streamFilter(in -> new CheckedForm(in, caller.formToken()));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem missing() {
        return new Problem(
                Status.FORBIDDEN_403,
                "the form is not one of this session's; open the page again and send it from there");
    }

    /** A form that is given to nobody before its word was found. */
    private static final class CheckedForm extends InputStream {
        private final InputStream sent;
        private final String token;
        private @Nullable InputStream checked;

        CheckedForm(InputStream sent, String token) {
            this.sent = sent;
            this.token = token;
        }

        @Override
        public int read() throws IOException {
            return checked().read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return checked().read(into, from, most);
        }

        private InputStream checked() throws IOException {
            InputStream ready = checked;
            if (ready == null) {
                byte[] bytes = sent.readNBytes(MOST + 1);
                if (bytes.length > MOST)
                    throw new Problem(Status.REQUEST_ENTITY_TOO_LARGE_413, "a form may have " + MOST + " bytes");
                if (!holds(new String(bytes, StandardCharsets.UTF_8))) throw missing();
                ready = new ByteArrayInputStream(bytes);
                checked = ready;
            }
            return ready;
        }

        private boolean holds(String form) {
            for (String pair : form.split("&", -1)) {
                if (!pair.startsWith(FIELD + "=")) continue;
                try {
                    if (same(URLDecoder.decode(pair.substring(FIELD.length() + 1), StandardCharsets.UTF_8), token))
                        return true;
                } catch (IllegalArgumentException e) {
                    return false;
                }
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            sent.close();
        }
    }
}
