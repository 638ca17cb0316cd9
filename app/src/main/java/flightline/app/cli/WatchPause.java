package flightline.app.cli;

import flightline.app.view.BadRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a watch waits between two looks, as typed: {@code 30s}, {@code 15m}, {@code 12h}, {@code 1d}. */
final class WatchPause {
    /** After this, a file that has not changed is taken as written to its end. */
    static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,5})([smhd])");

    private WatchPause() {}

    static Duration read(String written) {
        Matcher parts = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches())
            throw new BadRequest("--every must be a number with s, m, h or d, for example 30s, got '" + written + "'");
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
