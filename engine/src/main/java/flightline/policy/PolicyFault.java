package flightline.policy;

/** Rules that cannot be read or asked, so that nothing may be answered; the message names the file and what is wrong. */
public final class PolicyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyFault(String message) {
        super(message);
    }

    public PolicyFault(String message, Throwable cause) {
        super(message, cause);
    }
}
