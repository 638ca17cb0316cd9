package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Server-sent events, each on its way as soon as it is said. */
final class Events implements AutoCloseable {
    private final OutputStream out;

    Events(ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        this.out = response.outputStream();
    }

    /** What is said while work goes on. */
    interface Saying {
        void event(String name, String data);
    }

    private record Said(String name, String data) {}

    /**
     * Does work that says events as it goes. Whoever reads them slowly, or not at all, holds up this answer alone: the work
     * goes on beside, for it may hold what others wait for.
     */
    static void during(ServerResponse response, Consumer<Saying> work) {
        var said = new LinkedBlockingQueue<Optional<Said>>();
        var fault = new Throwable[1];
        Thread.ofVirtual().name("events").start(() -> {
            try {
                work.accept((name, data) -> said.add(Optional.of(new Said(name, data))));
            } catch (RuntimeException | Error e) {
                fault[0] = e;
            } finally {
                said.add(Optional.empty());
            }
        });
        try {
            Optional<Said> first = said.take();
            // Nothing is on its way yet, so that the reply can still be another.
            if (first.isEmpty() && fault[0] instanceof RuntimeException atOnce) throw atOnce;
            try (var events = new Events(response)) {
                for (Optional<Said> one = first; one.isPresent(); one = said.take())
                    events.send(one.get().name, one.get().data);
            }
            if (fault[0] != null) throw new IllegalStateException("the work behind the events failed", fault[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param name of the event; empty for one without */
    void send(String name, String data) {
        write((name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data.replace("\n", "\ndata: ") + "\n\n");
    }

    /** Keeps the line open while there is nothing to say. */
    void still() {
        write(": still here\n\n");
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new Gone(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new Gone(e);
        }
    }
}
