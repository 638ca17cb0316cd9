package flightline.app.view;

/** A request that cannot be understood; the message names value and rule and is meant for who sent it. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String message) {
        super(message);
    }
}
