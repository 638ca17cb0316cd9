package flightline.llama.egress;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends JSON to one address whose host an administrator named, and wants nothing back. Safe for several threads. */
public final class Post implements AutoCloseable {
    private final Line line;
    private final URI address;
    private final Duration patience;

    /** @param patience for connecting, and again for the whole of one sending */
    public Post(Egress egress, URI address, Duration patience) {
        this.line = egress.line(patience);
        this.address = address;
        this.patience = patience;
    }

    /** Why it did not arrive, in one line; empty where it was taken. */
    public Optional<String> send(String json) {
        var request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            int status = line.send(request, BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of(address + " answered " + status);
        } catch (IOException e) {
            return Optional.of(address + " was not reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("broken off");
        }
    }

    @Override
    public void close() {
        line.shutdownNow();
        line.close();
    }
}
