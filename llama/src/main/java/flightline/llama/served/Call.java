package flightline.llama.served;

import flightline.llama.egress.Line;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request to one server. A thread of its own reads, so that whoever waits can turn away at any moment, the first event
 * included; turning away closes the connection, by which a server knows that nobody listens any more.
 */
final class Call implements AutoCloseable {
    private static final String MEDIA = "text/event-stream";
    /** Bytes of a line; no event of one token comes near. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int ERROR_BYTES = 1 << 14;
    private static final int WAITING = 64;

    /** What is heard of a server. */
    sealed interface Heard {
        record Event(Wire.Event event) implements Heard {}

        /** The server says that it has said everything. */
        record Done() implements Heard {}

        /**
         * There will be no more.
         *
         * @param why what the server did, to be read after its name
         * @param again whether another try may help
         */
        record Broken(String why, boolean again) implements Heard {}
    }

    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(WAITING);
    private final CompletableFuture<HttpResponse<InputStream>> response;
    private final Thread reader;
    private volatile @Nullable InputStream body;

    private Call(CompletableFuture<HttpResponse<InputStream>> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().name("served-llama").unstarted(this::read);
    }

    static Call start(Line line, Endpoint endpoint, String request) {
        var builder = HttpRequest.newBuilder(endpoint.conversations())
                .header("Content-Type", "application/json")
                .header("Accept", MEDIA)
                .POST(HttpRequest.BodyPublishers.ofString(request));
        endpoint.key().ifPresent(key -> builder.header("Authorization", "Bearer " + key));
        var call = new Call(line.sendAsync(builder.build(), HttpResponse.BodyHandlers.ofInputStream()));
        call.reader.start();
        return call;
    }

    /** The next that is heard, or null where nothing is heard for so long. */
    @Nullable
    Heard next(long millis) throws InterruptedException {
        return heard.poll(millis, TimeUnit.MILLISECONDS);
    }

    private void read() {
        try {
            HttpResponse<InputStream> answer = response.join();
            body = answer.body();
            try (InputStream in = answer.body()) {
                if (answer.statusCode() != 200) heard.put(refusal(answer.statusCode(), in));
                else if (!answer.headers().firstValue("Content-Type").orElse("").startsWith(MEDIA))
                    heard.put(new Heard.Broken(
                            "answers with "
                                    + answer.headers()
                                            .firstValue("Content-Type")
                                            .orElse("no type") + " where a stream of events was asked for",
                            false));
                else events(in);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException e) {
            tell(new Heard.Broken("cannot be reached or broke off: " + reason(e), true));
        }
    }

    private void events(InputStream in) throws IOException, InterruptedException {
        var line = new java.io.ByteArrayOutputStream();
        var buffered = new java.io.BufferedInputStream(in);
        for (int c = buffered.read(); c >= 0; c = buffered.read()) {
            if (c != '\n') {
                if (line.size() == LONGEST_LINE) {
                    heard.put(new Heard.Broken("sent a line of more than " + LONGEST_LINE + " bytes", false));
                    return;
                }
                line.write(c);
                continue;
            }
            String text = line.toString(StandardCharsets.UTF_8).strip();
            line.reset();
            if (!text.startsWith("data:")) continue;
            String data = text.substring("data:".length()).strip();
            if (data.equals("[DONE]")) {
                heard.put(new Heard.Done());
                return;
            }
            try {
                heard.put(new Heard.Event(Wire.event(data)));
            } catch (Wire.Garbled garbled) {
                heard.put(new Heard.Broken(String.valueOf(garbled.getMessage()), true));
                return;
            }
        }
        heard.put(new Heard.Broken("closed the connection in the middle", true));
    }

    private static Heard refusal(int status, InputStream in) throws IOException {
        String said = Wire.error(new String(in.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8));
        boolean again = status == 408 || status == 429 || status >= 500;
        return new Heard.Broken("answers with status " + status + (said.isEmpty() ? "" : ": " + said), again);
    }

    private void tell(Heard last) {
        try {
            heard.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() != null ? e.getCause() : e;
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** Turns away: the connection is closed. */
    @Override
    public void close() {
        boolean unanswered = response.cancel(true);
        InputStream open = body;
        if (!unanswered && open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // The connection is gone, which is what was wanted.
                return;
            }
        }
        reader.interrupt();
    }
}
