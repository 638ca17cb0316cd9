package flightline.app.cli;

/** What no role of the asker may do; the message says who may. */
final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPermitted(String message) {
        super(message);
    }
}
