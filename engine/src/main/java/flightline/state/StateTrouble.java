package flightline.state;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The place where state is kept cannot be used. The message names place, reason and what to do, and holds no password. */
public final class StateTrouble extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** @param cause kept for whoever looks for faults; never shown */
    public StateTrouble(String message, Exception cause) {
        super(message, cause instanceof IOException io ? io : new IOException(cause));
    }
}
