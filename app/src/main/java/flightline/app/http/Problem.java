package flightline.app.http;

import io.helidon.http.Status;

/** A request that cannot be done as it is, and why; the message is for whoever sent it. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    Problem(Status status, String message) {
        super(message);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
