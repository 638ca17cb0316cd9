package flightline.app.observe;

/**
 * A request to the server, as far as it may be told of.
 *
 * @param endpoint the pattern that it fell under, never the path itself, which could hold a name; {@code other} for none
 * @param method of HTTP, upper case
 */
public record Asking(String endpoint, String method) {
    /** For what no route is for. */
    public static final String OTHER = "other";
}
