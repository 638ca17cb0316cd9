package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Server-sent events, each on its way as soon as it is said. */
final class Events implements AutoCloseable {
    private final OutputStream out;

    Events(ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        this.out = response.outputStream();
    }

    /** @param name of the event; empty for one without */
    void send(String name, String data) {
        try {
            String event = (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data.replace("\n", "\ndata: ")
                    + "\n\n";
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("whoever asked is gone", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("whoever asked is gone", e);
        }
    }
}
