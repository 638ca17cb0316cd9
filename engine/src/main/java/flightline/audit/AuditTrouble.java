package flightline.audit;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The log cannot be read or written, so that nothing may be answered. The message names folder, reason and what to do. */
public final class AuditTrouble extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    AuditTrouble(String message, IOException cause) {
        super(message, cause);
    }
}
