package flightline.app.http;

import java.time.Duration;

/**
 * How much one asker may ask for.
 *
 * @param perSecond requests, in the long run
 * @param burst requests at once
 * @param fileBytes of one file that is handed in
 * @param bytes of all files of a request
 * @param files of a request
 * @param patience until a body must be there
 */
public record Bounds(int perSecond, int burst, long fileBytes, long bytes, int files, Duration patience) {
    public static final Bounds STANDARD = new Bounds(200, 1000, 512L << 20, 1L << 30, 200, Duration.ofMinutes(10));
}
