package flightline.eval.papers;

/**
 * A test that shows something.
 *
 * @param of   simple name of its class, one of a kind in the repository
 * @param method name of the method; empty where the whole class shows it
 */
public record TestName(String of, String method) {
    /** Reads {@code AuditLogTest#verify_alteredWord_namesTheLine} or {@code AuditLogTest}. */
    public static TestName parse(String text) {
        int hash = text.indexOf('#');
        return hash < 0 ? new TestName(text, "") : new TestName(text.substring(0, hash), text.substring(hash + 1));
    }
}
