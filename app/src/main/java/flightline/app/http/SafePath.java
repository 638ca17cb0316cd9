package flightline.app.http;

import java.util.regex.Pattern;

/** Where a browser goes after it signed in: a page here, and never anywhere else. */
final class SafePath {
    /** What may stand in a path and query, with no percent sign that hides a stroke; a second stroke would begin a host. */
    private static final Pattern LOCAL = Pattern.compile(
            "/(?![/\\\\])(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%(?!0[0-9A-Fa-f]|1[0-9A-Fa-f]|5[Cc]|7[Ff])[0-9A-Fa-f]{2})*");

    private static final int LONGEST = 2_000;

    private SafePath() {}

    /** The path, or {@code /} in its place. */
    static String of(String path) {
        boolean fits = path.length() <= LONGEST && LOCAL.matcher(path).matches();
        boolean loops = path.startsWith("/sign-") || path.startsWith("/api/") || path.startsWith("/v1/");
        return fits && !loops ? path : "/";
    }
}
