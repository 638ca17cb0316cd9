package flightline.app.http;

/** Whoever began the job wants it no more, or this node may not go on with it; nothing was changed. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
        super("the job was stopped");
    }
}
